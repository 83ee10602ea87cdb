-- The ledger: who, when, what, whose. One schema for H2 and PostgreSQL, so nothing here that only one of them reads.
-- Ids come from 'counter' in the transaction that uses them: identity columns run backwards when H2 is killed.

create table home (
    ledger varchar(40) primary key,
    created_at timestamp with time zone not null,
    hash_key varchar(64) not null
);

create table counter (
    name varchar(40) primary key,
    next bigint not null
);
insert into counter (name, next) values ('message', 1), ('revision', 1), ('customer', 1);

-- Where the bytes with that SHA-256 lie in the store.
create table content (
    hash char(64) primary key,
    pack varchar(80) not null,
    position bigint not null,
    length integer not null,
    size bigint not null
);
create index content_pack on content (pack);

create table source (
    name varchar(1000) primary key,
    owner varchar(320) not null,
    kind varchar(10) not null,
    state varchar(10) not null,
    failures integer not null,
    next_attempt_at timestamp with time zone,
    last_poll timestamp with time zone,
    complete_since timestamp with time zone,
    problem varchar(2000)
);

create table mailbox_cursor (
    source varchar(1000) not null,
    mailbox varchar(1000) not null,
    cursor_text text not null,
    saved_at timestamp with time zone not null,
    primary key (source, mailbox)
);

create table customer (
    id bigint primary key,
    name varchar(500) not null,
    name_by varchar(10) not null,
    country char(2),
    country_by varchar(10) not null,
    grade varchar(1) not null,
    grade_by varchar(10) not null,
    stage varchar(20) not null,
    stage_by varchar(10) not null,
    owner varchar(320) not null,
    notes text not null,
    next_date date,
    next_text varchar(1000) not null,
    next_set_at timestamp with time zone,
    created_at timestamp with time zone not null,
    first_contact timestamp with time zone,
    last_in timestamp with time zone,
    last_out timestamp with time zone,
    touches integer not null,
    languages varchar(100) not null
);
create index customer_owner on customer (owner);

-- By what a customer is known: an address, a domain, a phone number, a handle, a name in chats.
create table identity (
    kind varchar(10) not null,
    known_as varchar(400) not null,
    owner varchar(320) not null,
    customer_id bigint not null references customer (id),
    person varchar(500) not null,
    last_seen timestamp with time zone,
    primary key (kind, known_as, owner, customer_id)
);
create index identity_customer on identity (customer_id);
-- For lists of what somebody may be known as: of the primary key H2 would use the kind alone.
create index identity_known_as on identity (known_as);

create table message (
    id bigint primary key,
    message_key varchar(120) not null unique,
    revision bigint not null,
    kind varchar(10) not null,
    channel varchar(20) not null,
    message_id varchar(1000),
    sent_at timestamp with time zone not null,
    local_time timestamp,
    stored_at timestamp with time zone not null,
    from_address varchar(400),
    from_name varchar(500),
    chat varchar(500),
    room varchar(500),
    subject varchar(1000) not null,
    preview varchar(300) not null,
    language varchar(10) not null,
    bulk boolean not null,
    auto boolean not null,
    direction varchar(10) not null,
    customer_id bigint references customer (id),
    match_state varchar(12) not null,
    match_why varchar(500) not null,
    raw_hash char(64) not null,
    raw_size bigint not null,
    fingerprint char(64) not null,
    problem varchar(1000),
    digest char(64) not null
);
create unique index message_revision on message (revision);
create index message_customer on message (customer_id, sent_at);
create index message_message_id on message (message_id);
create index message_raw on message (raw_hash);

create table participant (
    message bigint not null references message (id),
    role varchar(4) not null,
    position integer not null,
    address varchar(400),
    name varchar(500),
    -- What a customer would be known by: the company's domain, else the address, else the chat; null for us.
    party varchar(420),
    primary key (message, role, position)
);
create index participant_party on participant (party);

create table reference (
    message bigint not null references message (id),
    message_id varchar(1000) not null
);
create index reference_message on reference (message);
create index reference_message_id on reference (message_id);

create table candidate (
    message bigint not null references message (id),
    customer_id bigint not null references customer (id),
    primary key (message, customer_id)
);

create table sighting (
    source varchar(1000) not null,
    mailbox varchar(1000) not null,
    locator varchar(400) not null,
    message bigint not null references message (id),
    owner varchar(320) not null,
    seen_at timestamp with time zone not null,
    primary key (source, mailbox, locator, message)
);
create index sighting_message on sighting (message);
create index sighting_owner on sighting (owner);

create table attachment (
    message bigint not null references message (id),
    ordinal integer not null,
    name varchar(1000) not null,
    type varchar(200) not null,
    size bigint not null,
    content_hash char(64),
    primary key (message, ordinal)
);
create index attachment_content on attachment (content_hash);

-- What became of reading a document, once per content however often it was sent.
create table extraction (
    content_hash char(64) primary key,
    state varchar(10) not null,
    problem varchar(20) not null,
    detail varchar(1000) not null,
    media_type varchar(200) not null,
    text_hash char(64),
    attempts integer not null,
    done_at timestamp with time zone
);
create index extraction_state on extraction (state);

create table unreadable (
    source varchar(1000) not null,
    mailbox varchar(1000) not null,
    locator varchar(400) not null,
    owner varchar(320) not null,
    reason varchar(2000) not null,
    raw_hash char(64),
    seen_at timestamp with time zone not null,
    primary key (source, mailbox, locator)
);

-- One row an owner and local date: a digest is sent once. The row is there before the mail leaves.
create table digest (
    owner varchar(320) not null,
    local_date date not null,
    state varchar(10) not null,
    message_id varchar(200) not null,
    frozen_hash char(64) not null,
    reminders integer not null,
    attempts integer not null,
    attempted_at timestamp with time zone not null,
    next_attempt_at timestamp with time zone,
    settled_at timestamp with time zone,
    note varchar(1000) not null,
    primary key (owner, local_date)
);
create index digest_message_id on digest (message_id);
