-- Each statement may be repeated: killed in its midst, the whole is run again.
-- An owner may have several workbooks. Those that are there are each owner's first.

create table if not exists sheet_workbook (
    owner varchar(320) not null,
    -- From 1.
    number int not null,
    path varchar(2000) not null,
    language varchar(10) not null,
    -- Counts the times it was written.
    revision bigint not null,
    -- The file as it was last written or read: when nothing of it has changed, nobody opens it.
    size bigint not null,
    modified timestamp with time zone not null,
    hash char(64) not null,
    written_at timestamp with time zone,
    read_at timestamp with time zone,
    -- What a person has to know: one a line.
    notes text not null,
    primary key (owner, number)
);

-- Takes the place of sheet_file, which had one for each owner; there is an empty one for the time it is run again.
create table if not exists sheet_file (
    owner varchar(320) primary key,
    path varchar(2000) not null,
    language varchar(10) not null,
    revision bigint not null,
    size bigint not null,
    modified timestamp with time zone not null,
    hash char(64) not null,
    written_at timestamp with time zone,
    read_at timestamp with time zone,
    notes text not null
);

merge into sheet_workbook (owner, number, path, language, revision, size, modified, hash, written_at, read_at, notes)
    key (owner, number)
    select owner, 1, path, language, revision, size, modified, hash, written_at, read_at, notes from sheet_file;

drop table if exists sheet_file;

-- Revisions are counted over all of an owner's workbooks, so that a row tells by its own in which it was written.
alter table sheet_written add column if not exists number int default 1 not null;

create table if not exists sheet_place (
    owner varchar(320) not null,
    customer_id bigint not null references customer (id),
    -- Of the workbook in which the customer's sheet is.
    number int not null,
    primary key (owner, customer_id)
);
