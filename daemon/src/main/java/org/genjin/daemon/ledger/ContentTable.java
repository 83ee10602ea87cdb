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
        return new HashSet<>(handle.createQuery("select hash from content where hash in (<hashes>)")
                .bindList("hashes", new ArrayList<>(hashes))
                .mapTo(String.class)
                .list());
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
}
