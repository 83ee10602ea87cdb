-- Each statement may be repeated: killed in its midst, the whole is run again.
-- What tells whose a message is beside who is named in it, whose else it is, and what smells of fraud.

-- What a message has that may tie somebody to a customer, and what it tells of who buys from whom.
create table if not exists clue (
    message bigint not null references message (id),
    kind varchar(10) not null,
    clue varchar(200) not null,
    primary key (message, kind, clue)
);
create index if not exists clue_clue on clue (clue, kind);

-- The further customers of a message that concerns several; the first is in message.customer_id.
create table if not exists message_customer (
    message bigint not null references message (id),
    customer_id bigint not null references customer (id),
    why varchar(500) not null,
    primary key (message, customer_id)
);
create index if not exists message_customer_customer on message_customer (customer_id);

-- Where somebody's money goes, as far as their messages, or ours, have said.
create table if not exists payment_detail (
    -- As participants are known by; "" for ourselves.
    party varchar(420) not null,
    detail varchar(80) not null,
    message bigint not null,
    seen_at timestamp with time zone not null,
    primary key (party, detail)
);

-- What people are warned of; seen_by once somebody has looked at it.
create table if not exists warning (
    message bigint not null references message (id),
    kind varchar(20) not null,
    -- Whose name or money is used; null if that is our own.
    customer_id bigint,
    words varchar(1000) not null,
    made_at timestamp with time zone not null,
    seen_by varchar(320),
    seen_at timestamp with time zone,
    primary key (message, kind)
);
create index if not exists warning_customer on warning (customer_id);
