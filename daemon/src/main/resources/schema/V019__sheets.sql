-- What people write into their workbooks and no message tells, and what each workbook said when it was last written.

create table own_column (
    id bigint primary key,
    -- The header as a person wrote it; those of Genjin's own columns begin with a colon.
    header varchar(300) not null unique
);

create table customer_own (
    customer_id bigint not null references customer (id),
    column_id bigint not null references own_column (id),
    typed text not null,
    primary key (customer_id, column_id)
);

insert into counter (name, next) values ('own_column', 1);

create table sheet_file (
    owner varchar(320) primary key,
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
    notes text not null
);

create table sheet_written (
    owner varchar(320) not null,
    revision bigint not null,
    -- Row by row what it said, packed.
    written text not null,
    -- The same with what people have changed in it since and was read.
    seen text not null,
    primary key (owner, revision)
);
