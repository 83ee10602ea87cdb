package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Searches that owners, or the operator, keep under a name. */
public final class SavedSearchTable {

    private final Handle handle;

    SavedSearchTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * @param knownAs the name, folded
     * @param name as it was written
     */
    public record Saved(String knownAs, String name, String query) {}

    /** Keeps a search, instead of the one that had that name. */
    public void put(Optional<String> owner, Saved saved, Instant now) {
        remove(owner, saved.knownAs());
        handle.execute(
                "insert into saved_search (owner, known_as, name, query, saved_at) values (?, ?, ?, ?, ?)",
                owner.orElse(""), Rows.fit(saved.knownAs(), 200), Rows.fit(saved.name(), 200), Rows.fit(saved.query(), 2000),
                Rows.timestamp(now));
    }

    /** True if there was one. */
    public boolean remove(Optional<String> owner, String knownAs) {
        return handle.execute("delete from saved_search where owner = ? and known_as = ?", owner.orElse(""), knownAs) > 0;
    }

    /** By name. */
    public List<Saved> of(Optional<String> owner) {
        return handle.createQuery("select known_as, name, query from saved_search where owner = ? order by known_as")
                .bind(0, owner.orElse(""))
                .map((row, _) -> new Saved(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
