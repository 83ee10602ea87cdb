-- Each statement may be repeated: killed in its midst, the whole is run again.
-- What each customer's messages say, where each value of a customer comes from, and what people decide.

create table if not exists fact (
    message bigint not null references message (id),
    ordinal integer not null,
    type varchar(20) not null,
    -- A JSON object: what it carries, by the names of its fields.
    fields varchar(2000) not null,
    said varchar(2000) not null,
    -- "" for the new words, else attachment:NAME.
    found_in varchar(1100) not null,
    primary key (message, ordinal)
);
create index if not exists fact_type on fact (type);

create table if not exists promise (
    message bigint not null references message (id),
    ordinal integer not null,
    promiser varchar(6) not null,
    due date,
    said varchar(2000) not null,
    primary key (message, ordinal)
);

alter table message add column if not exists expects_answer boolean default false not null;
-- The version of the rules by which its facts were read; 0: not read, as nobody's messages are.
alter table message add column if not exists said_version integer default 0 not null;
-- 'person': somebody said whose it is, and no rule says otherwise.
alter table message add column if not exists match_by varchar(10) default 'daemon' not null;
-- When its bytes were given up because it is nobody's; sender, date and Message-ID stay.
alter table message add column if not exists dropped_at timestamp with time zone;
create index if not exists message_state on message (match_state, stored_at);

-- Why each value of a customer is what it is: words, and the message they come from.
alter table customer add column if not exists name_why varchar(500) default '' not null;
alter table customer add column if not exists name_message bigint;
alter table customer add column if not exists country_why varchar(500) default '' not null;
alter table customer add column if not exists country_message bigint;
alter table customer add column if not exists grade_why varchar(500) default '' not null;
alter table customer add column if not exists grade_message bigint;
alter table customer add column if not exists stage_why varchar(500) default '' not null;
alter table customer add column if not exists stage_message bigint;
-- Whom it has become a part of; it has no messages and no identities then.
alter table customer add column if not exists merged_into bigint;

alter table identity add column if not exists first_seen timestamp with time zone;
-- The message that carried it last, and who says that it is theirs: daemon, person, list.
alter table identity add column if not exists message bigint;
alter table identity add column if not exists set_by varchar(10) default 'daemon' not null;
alter table identity add column if not exists title varchar(300) default '' not null;

-- Who is no customer, because a person said so: an address, a domain, a chat.
create table if not exists set_aside (
    kind varchar(10) not null,
    known_as varchar(400) not null,
    reason varchar(200) not null,
    set_by varchar(320) not null,
    set_at timestamp with time zone not null,
    primary key (kind, known_as)
);

-- What people decided, with what it was before, so that it can be taken back.
create table if not exists decision (
    id bigint primary key,
    made_at timestamp with time zone not null,
    made_by varchar(320) not null,
    kind varchar(20) not null,
    customer_id bigint,
    words varchar(1000) not null,
    undone_at timestamp with time zone
);
create index if not exists decision_customer on decision (customer_id);
create table if not exists decision_message (
    decision bigint not null references decision (id),
    message bigint not null,
    was_customer bigint,
    was_state varchar(12) not null,
    was_why varchar(500) not null,
    was_by varchar(10) not null,
    primary key (decision, message)
);
create table if not exists decision_identity (
    decision bigint not null references decision (id),
    kind varchar(10) not null,
    known_as varchar(400) not null,
    owner varchar(320) not null,
    -- Whose it was, with all that was known of it; null: nobody's, so that it is taken away again.
    was_customer bigint,
    person varchar(500) not null,
    title varchar(300) not null,
    first_seen timestamp with time zone,
    last_seen timestamp with time zone,
    message bigint,
    set_by varchar(10) not null,
    now_customer bigint not null,
    primary key (decision, kind, known_as, owner, now_customer)
);
create table if not exists decision_value (
    decision bigint not null references decision (id),
    customer_id bigint not null,
    field varchar(20) not null,
    was_value text,
    was_by varchar(10) not null,
    was_why varchar(500) not null,
    was_message bigint,
    primary key (decision, customer_id, field)
);

-- What Genjin believes and a person is to confirm; what was refused is not asked again.
create table if not exists proposal (
    id bigint primary key,
    kind varchar(20) not null,
    customer_id bigint not null,
    other_id bigint,
    -- What is proposed where it is no other customer: a grade, an address.
    proposed varchar(400) not null,
    why varchar(1000) not null,
    message bigint,
    made_at timestamp with time zone not null,
    state varchar(10) not null,
    settled_at timestamp with time zone
);
create index if not exists proposal_customer on proposal (customer_id, kind);
create index if not exists proposal_state on proposal (state);

insert into counter (name, next) select 'decision', 1 where not exists (select 1 from counter where name = 'decision');
insert into counter (name, next) select 'proposal', 1 where not exists (select 1 from counter where name = 'proposal');
