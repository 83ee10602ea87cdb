-- Each statement may be repeated: killed in its midst, the whole is run again.
-- What an owner writes back to a mail of ours: noted with the message that says it, obeyed once, told of once.

create table if not exists answer (
    id bigint primary key,
    -- Which of our mails is answered.
    mail bigint not null references outbox (id),
    owner varchar(320) not null,
    -- What tells it from every other: the message's key, or what the page made up for it.
    occasion varchar(400) not null unique,
    -- The message that says it; null if it was said on the page, or if the message is gone.
    message bigint,
    said_at timestamp with time zone not null,
    -- Of the words: the same mail in two folders under two Message-IDs is one answer.
    fingerprint varchar(64) not null,
    state varchar(10) not null,
    obeyed_at timestamp with time zone
);
create index if not exists answer_state on answer (state);
create index if not exists answer_mail on answer (mail);
create index if not exists answer_message on answer (message);

-- What came of each of its lines, numbered as the receipt numbers them.
create table if not exists answer_line (
    answer bigint not null references answer (id),
    line integer not null,
    -- As it was typed; empty once it was told of, as it names customers.
    words varchar(2100) not null,
    outcome varchar(20) not null,
    -- Which line of our mail is meant; 0 if none.
    number integer not null,
    customer_id bigint,
    proposal bigint,
    -- The day that something was put off to, and the one that was named if that is none to work on.
    set_date date,
    wanted_date date,
    -- A grade, a note, a number that there is not; empty once it was told of.
    detail varchar(2100) not null,
    -- By which it can be taken back; null if there is nothing to take back.
    decision bigint,
    undone_at timestamp with time zone,
    primary key (answer, line)
);

-- Who wants no mails for a while, or until they say so.
create table if not exists digest_pause (
    owner varchar(320) primary key,
    -- The first day with mails again; null: until somebody says so.
    until_date date,
    set_at timestamp with time zone not null
);

insert into counter (name, next) select 'answer', 1 where not exists (select 1 from counter where name = 'answer');
