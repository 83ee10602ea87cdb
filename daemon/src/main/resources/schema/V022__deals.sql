-- Business that lists of deals told of, such as another system's export. A row counts while its import stands; of one customer's
-- rows with the same key, the newest import's.

create table deal (
    list_import bigint not null references list_import (id),
    ordinal integer not null,
    customer_id bigint not null references customer (id),
    known_as varchar(200) not null,
    name varchar(500) not null,
    stage varchar(20) not null,
    amount decimal(19, 4),
    currency varchar(3) not null,
    begun_on date,
    closes_on date,
    words varchar(2000) not null,
    primary key (list_import, ordinal)
);
create index deal_customer on deal (customer_id);
