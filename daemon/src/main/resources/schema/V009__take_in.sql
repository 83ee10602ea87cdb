-- How far the feed of revisions was read for facts and promises, and by the rules of which version: one row.
create table said_mark (
    version integer not null,
    revision bigint not null
);
