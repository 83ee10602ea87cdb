-- Each statement may be repeated: killed in its midst, the whole is run again.
-- What is never logged, what is dropped because it is nobody's, and what is to be fetched again.

-- The never-log list as it was obeyed last: what differs now is taken out, or let in, once.
create table if not exists never_log_entry (
    kind varchar(10) not null,
    entry varchar(1000) not null,
    primary key (kind, entry)
);

-- Where something lies that is not logged. Nothing else is known of it.
create table if not exists never_logged (
    source varchar(1000) not null,
    mailbox varchar(1000) not null,
    locator varchar(400) not null,
    owner varchar(320) not null,
    primary key (source, mailbox, locator)
);

-- Mailboxes of a source that are not opened.
create table if not exists never_opened (
    source varchar(1000) not null,
    mailbox varchar(1000) not null,
    owner varchar(320) not null,
    primary key (source, mailbox)
);
alter table mailbox_proof add column if not exists never_logged bigint default 0 not null;

-- Messages that were taken out of the ledger and may still be in the index.
create table if not exists taken_out (
    message bigint primary key
);

-- What is no customer's, with its content or without.
create index if not exists message_kept on message (match_state, dropped_at, stored_at);

-- Keyed hashes of who was named in a dropped message: by them it is known again when one of them becomes a customer.
create table if not exists dropped_party (
    message bigint not null references message (id),
    party_hash char(64) not null,
    primary key (message, party_hash)
);
create index if not exists dropped_party_hash on dropped_party (party_hash);

-- Contents that something referred to until lately: what nothing refers to is taken out of its pack.
create table if not exists unneeded_content (
    hash char(64) primary key
);

-- Places that are to be read again: of a message whose content was dropped, or (message 0) of what is no longer kept out.
create table if not exists fetch_again (
    source varchar(1000) not null,
    mailbox varchar(1000) not null,
    locator varchar(400) not null,
    message bigint not null,
    asked_at timestamp with time zone,
    -- When the source was read to its end without it.
    failed_at timestamp with time zone,
    primary key (source, mailbox, locator, message)
);
create index if not exists fetch_again_message on fetch_again (message);

-- What was imported by name: read again from there if it is still there.
create table if not exists imported (
    path varchar(1000) not null,
    base varchar(2000) not null,
    format varchar(40) not null,
    owner varchar(320) not null,
    time_zone varchar(60) not null,
    primary key (path, base, owner)
);
