-- Each statement may be repeated: killed in its midst, the whole is run again.

-- The bytes of earlier digests, which named customers: nothing refers to them any more.
insert into unneeded_content (hash)
    select c.hash from content c
    where not exists (select 1 from unneeded_content u where u.hash = c.hash)
        and not exists (select 1 from message m where m.raw_hash = c.hash)
        and not exists (select 1 from attachment a where a.content_hash = c.hash)
        and not exists (select 1 from extraction e where e.text_hash = c.hash)
        and not exists (select 1 from earlier_wording w where w.raw_hash = c.hash)
        and not exists (select 1 from unreadable r where r.raw_hash = c.hash);
