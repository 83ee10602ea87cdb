-- What lines of trade customers are in, and what their messages say for the columns that these have.

-- What a person said of the customer: ids parted by blanks, 'none', or '' for those of the home.
alter table customer add column industry varchar(300) default '' not null;
-- By which columns the customer's messages were read; '' by none.
alter table customer add column industry_read varchar(64) default '' not null;

create table industry_value (
    message bigint not null references message (id),
    ordinal int not null,
    -- The column's id, such as voltage.
    field varchar(60) not null,
    content varchar(300) not null,
    -- The words that tell it.
    said varchar(500) not null,
    found_in varchar(1100) not null,
    primary key (message, ordinal)
);

-- Up to which revision messages were looked at.
create table industry_mark (
    revision bigint not null
);
