-- Each statement may be repeated: killed in its midst, the whole is run again.
-- Every mail of Genjin's own: written down before it leaves, settled after, never written twice for the same occasion.

create table if not exists outbox (
    id bigint primary key,
    owner varchar(320) not null,
    kind varchar(10) not null,
    -- What calls for it, once: the local date of a digest, the week of a report, the answer that a receipt is for.
    occasion varchar(400) not null,
    state varchar(10) not null,
    message_id varchar(200) not null,
    -- Its Message-ID where it was seen in the mailbox, if the server gave it another.
    seen_as varchar(998),
    -- The exact bytes, in base64; null once it is settled for good, as a mail names customers.
    frozen text,
    reminders integer not null,
    attempts integer not null,
    attempted_at timestamp with time zone not null,
    next_attempt_at timestamp with time zone,
    -- From then on nobody needs it any more.
    useless_at timestamp with time zone not null,
    settled_at timestamp with time zone,
    note varchar(1000) not null,
    unique (owner, kind, occasion)
);
create index if not exists outbox_message_id on outbox (message_id);
create index if not exists outbox_seen_as on outbox (seen_as);
create index if not exists outbox_state on outbox (state);

-- What the numbers in a mail mean, so that they can be answered with.
create table if not exists outbox_item (
    mail bigint not null references outbox (id),
    number integer not null,
    kind varchar(10) not null,
    -- A customer's number, a proposal's, or a message's row.
    subject bigint not null,
    reason varchar(20) not null,
    primary key (mail, number)
);
create index if not exists outbox_item_subject on outbox_item (kind, subject);

insert into counter (name, next) select 'outbox', 1 where not exists (select 1 from counter where name = 'outbox');

-- The digests there were; one not settled by now is done with.
create table if not exists digest (
    owner varchar(320) not null, local_date date not null, state varchar(10) not null, message_id varchar(200) not null,
    reminders integer not null, attempts integer not null, attempted_at timestamp with time zone not null,
    settled_at timestamp with time zone, note varchar(1000) not null);
insert into outbox (id, owner, kind, occasion, state, message_id, reminders, attempts, attempted_at, useless_at, settled_at, note)
    select row_number() over (order by local_date, owner), owner, 'digest', cast(local_date as varchar(10)),
        case when state in ('intent', 'deferred') then 'rejected' else state end, message_id, reminders, attempts,
        attempted_at, attempted_at, settled_at, note
    from digest where not exists (select 1 from outbox);
update counter set next = (select coalesce(max(id), 0) + 1 from outbox) where name = 'outbox';
drop table if exists digest;
