-- Each statement may be repeated: killed in its midst, the whole is run again.
-- What a message of a chat said before its sender changed it; its words lie in the store under raw_hash.

create table if not exists earlier_wording (
    message bigint not null references message (id),
    raw_hash char(64) not null,
    noted_at timestamp with time zone not null,
    primary key (message, raw_hash)
);

-- The chat that had the same words in the same minute, when a contact or a group has been given another name.
create index if not exists message_local_time on message (local_time);
