-- Each statement may be repeated: killed in its midst, the whole is run again.
-- Searches that somebody keeps under a name.

create table if not exists saved_search (
    -- "" for the operator.
    owner varchar(320) not null,
    -- As it is compared: folded.
    known_as varchar(200) not null,
    name varchar(200) not null,
    query varchar(2000) not null,
    saved_at timestamp with time zone not null,
    primary key (owner, known_as)
);
