-- Each statement may be repeated: killed in its midst, the whole is run again.
-- Where somebody's money goes, by what each of their messages names together: mails are read the newest first, so that only
-- with the days at hand it can be said what was other than before.

create table if not exists payment_naming (
    -- As participants are known by; "" for ourselves.
    party varchar(420) not null,
    -- What is named together, sorted, each after a blank but the first.
    details varchar(1000) not null,
    -- The earliest message that names just this.
    message bigint not null,
    named_at timestamp with time zone not null,
    primary key (party, details)
);
create table if not exists payment_detail (party varchar(420) not null, detail varchar(80) not null, message bigint not null, seen_at timestamp with time zone not null);
insert into payment_naming (party, details, message, named_at)
    select d.party, d.detail, d.message, d.seen_at from payment_detail d
    where not exists (select 1 from payment_naming n where n.party = d.party and n.details = d.detail);
drop table if exists payment_detail;
