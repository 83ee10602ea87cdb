-- Each statement may be repeated: killed in its midst, the whole is run again.
-- What a day hangs on: how long offers hold good, who is away, which addresses nobody reads, and where we stand with each customer.

-- Until when an offer in it holds good.
alter table message add column if not exists valid_until date;
-- Of an automatic answer: the day on which its reader is back.
alter table message add column if not exists back_on date;
create index if not exists message_back_on on message (back_on);
-- By how many seconds its writer's clock differed from UTC, as a customer's mail says.
alter table message add column if not exists clock_offset integer;

-- Whom a mail of ours did not reach, by the report about it.
create table if not exists bounce (
    message bigint not null references message (id),
    address varchar(400) not null,
    primary key (message, address)
);
create index if not exists bounce_address on bounce (address);

-- Where we stand with each customer, worked out from what was said whenever something new was. No words: rows of messages and days.
create table if not exists dealings (
    customer_id bigint primary key references customer (id),
    version integer not null,
    -- What it was worked out from: if the customer's row has other numbers, it is out of date.
    last_in timestamp with time zone,
    last_out timestamp with time zone,
    touches integer not null,
    -- A JSON object.
    state text not null,
    clock_offset integer,
    clock_at timestamp with time zone,
    -- Of each telephone number its zones, separated by commas; a semicolon between numbers.
    phone_zones varchar(2000) not null
);
