-- Each statement may be repeated: killed in its midst, the whole is run again.
-- What each mailbox holds at its source, held against what the ledger holds of it, and what people are told of a mailbox.

create table if not exists mailbox_proof (
    source varchar(1000) not null,
    mailbox varchar(1000) not null,
    checked_at timestamp with time zone not null,
    held bigint not null,
    logged bigint not null,
    duplicates bigint not null,
    too_old bigint not null,
    unreadable bigint not null,
    to_come bigint not null,
    missing bigint not null,
    partial varchar(2000) not null,
    -- How often, and when last, it was read again from its beginning because something was missing; and if that goes on.
    again_times integer not null,
    again_at timestamp with time zone,
    again_open boolean not null,
    primary key (source, mailbox)
);

create table if not exists mailbox_warning (
    source varchar(1000) not null,
    mailbox varchar(1000) not null,
    position integer not null,
    owner varchar(320) not null,
    sentence varchar(2000) not null,
    -- False while the reading that said it goes on.
    settled boolean not null,
    seen_at timestamp with time zone not null,
    -- For a gap between two exports of one chat: which chat, and what was not read.
    channel varchar(20),
    chat varchar(500),
    gap_from timestamp with time zone,
    gap_to timestamp with time zone,
    primary key (source, mailbox, position)
);

-- Since when somebody wants it read: null once the configuration no longer names it.
alter table source add column if not exists listed_at timestamp with time zone;
-- When a poll last brought a message that was new.
alter table source add column if not exists last_new timestamp with time zone;
-- How many mailboxes the source offered to the last poll that read everything.
alter table source add column if not exists mailboxes integer;

-- False while a reading of the mailbox goes on that did not get to its end.
alter table mailbox_cursor add column if not exists drained boolean default true not null;

-- The newest and the oldest message of a chat.
create index if not exists message_chat on message (chat, sent_at);
