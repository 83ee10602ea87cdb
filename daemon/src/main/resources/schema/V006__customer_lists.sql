-- Each statement may be repeated: killed in its midst, the whole is run again.
-- Customer lists that were imported, with what each changed, so that the last can be taken back whole.

create table if not exists list_import (
    id bigint primary key,
    file varchar(1000) not null,
    system varchar(100) not null,
    owner varchar(320) not null,
    imported_at timestamp with time zone not null,
    created integer not null,
    updated integer not null,
    unchanged integer not null,
    undone_at timestamp with time zone
);

create table if not exists list_import_change (
    list_import bigint not null references list_import (id),
    ordinal integer not null,
    customer_id bigint not null,
    -- 'customer': it was made; 'identity': it is known by that since; else the value that was changed.
    what varchar(20) not null,
    kind varchar(10),
    known_as varchar(400),
    owner varchar(320),
    was_value text,
    was_by varchar(10) not null,
    was_why varchar(500) not null,
    was_message bigint,
    now_value text,
    primary key (list_import, ordinal)
);
create index if not exists list_import_change_customer on list_import_change (customer_id, what);

-- What a person said the columns of a list hold, by the fingerprint of its headers.
create table if not exists list_column (
    fingerprint char(64) not null,
    header varchar(300) not null,
    role varchar(40) not null,
    primary key (fingerprint, header)
);

insert into counter (name, next) select 'list_import', 1 where not exists (select 1 from counter where name = 'list_import');
