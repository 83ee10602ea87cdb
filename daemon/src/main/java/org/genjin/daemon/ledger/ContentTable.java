package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.ledger.Store.Place;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where in the store each content lies. */
public final class ContentTable {

    private final Handle handle;

    ContentTable(Handle handle) {
        this.handle = handle;
    }

    public Optional<Place> find(String hash) {
        return handle.createQuery("select pack, position, length, size from content where hash = ?")
                .bind(0, hash)
                .map((row, _) -> new Place(hash, row.getString(1), row.getLong(2), row.getInt(3), row.getLong(4)))
                .findOne();
    }

    /** Those of {@code hashes} that the store has. */
    public Set<String> known(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(new ListQuery(handle, "hashes", hashes, "select hash from content where hash in (<hashes>)")
                .list(String.class));
    }

    /** Adds those that are not known yet. */
    public void add(Collection<Place> places) {
        Set<String> known = known(places.stream().map(Place::hash).toList());
        PreparedBatch insert = handle.prepareBatch(
                "insert into content (hash, pack, position, length, size) values (?, ?, ?, ?, ?)");
        for (Place place : places) {
            if (known.add(place.hash())) {
                insert.add(place.hash(), place.pack(), place.position(), place.length(), place.size());
            }
        }
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    /** Every pack that something lies in. */
    public Set<String> packs() {
        return new HashSet<>(handle.createQuery("select distinct pack from content").mapTo(String.class).list());
    }

    /** Places after {@code hash} in the order of hashes, at most {@code limit}. */
    public List<Place> after(String hash, int limit) {
        return handle.createQuery(
                        "select hash, pack, position, length, size from content where hash > ? order by hash limit ?")
                .bind(0, hash)
                .bind(1, limit)
                .map((row, _) -> new Place(
                        row.getString(1), row.getString(2), row.getLong(3), row.getInt(4), row.getLong(5)))
                .list();
    }

    /** Everything that lies in a pack. */
    public List<Place> inPack(String pack) {
        return handle.createQuery("select hash, pack, position, length, size from content where pack = ? order by position")
                .bind(0, pack)
                .map((row, _) -> new Place(
                        row.getString(1), row.getString(2), row.getLong(3), row.getInt(4), row.getLong(5)))
                .list();
    }

    /** Notes contents that something has ceased to refer to; whether anything else does is asked when they are taken out. */
    public void unneeded(Collection<String> hashes) {
        for (String hash : hashes) {
            handle.execute(
                    "insert into unneeded_content (hash) select hash from content c where hash = ?"
                            + " and not exists (select 1 from unneeded_content u where u.hash = c.hash)",
                    hash);
        }
    }

    /** Packs in which something may not be needed any more, behind {@code after} in their order. */
    public List<String> packsToClean(String after, int limit) {
        return handle.createQuery("select distinct c.pack from unneeded_content u join content c on c.hash = u.hash"
                        + " where c.pack > ? order by c.pack limit ?")
                .bind(0, after)
                .bind(1, limit)
                .mapTo(String.class)
                .list();
    }

    /** Those of a pack that were noted as unneeded and that nothing refers to. */
    public Set<String> forsaken(String pack) {
        return new HashSet<>(handle.createQuery(
                        """
                        select c.hash from content c join unneeded_content u on u.hash = c.hash where c.pack = ?
                            and not exists (select 1 from message m where m.raw_hash = c.hash)
                            and not exists (select 1 from attachment a where a.content_hash = c.hash)
                            and not exists (select 1 from extraction e where e.text_hash = c.hash)
                            and not exists (select 1 from earlier_wording w where w.raw_hash = c.hash)
                            and not exists (select 1 from unreadable r where r.raw_hash = c.hash)
                        """)
                .bind(0, pack)
                .mapTo(String.class)
                .list());
    }

    /** Where contents lie from now on. */
    public void move(Collection<Place> places) {
        PreparedBatch update = handle.prepareBatch("update content set pack = ?, position = ?, length = ? where hash = ?");
        places.forEach(it -> update.add(it.pack(), it.position(), it.length(), it.hash()));
        if (update.size() > 0) {
            update.execute();
        }
    }

    /** Forgets contents of a pack, and that others of it were noted as unneeded. */
    public void cleaned(String pack, Collection<String> gone) {
        handle.execute("delete from unneeded_content where hash in (select hash from content where pack = ?)", pack);
        if (!gone.isEmpty()) {
            handle.createUpdate("delete from content where hash in (<hashes>)").bindList("hashes", new ArrayList<>(gone)).execute();
        }
    }
}
