package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.jdbi.v3.core.Handle;

/** Who is no customer, because a person said so. */
public final class SetAsideTable {

    private final Handle handle;

    SetAsideTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * @param kind an address, a domain or a chat
     * @param reason such as {@code courier}; "" if none was given
     * @param by who said so
     */
    public record Entry(Kind kind, String knownAs, String reason, String by, Instant at) {}

    public void put(Entry entry) {
        delete(entry.kind(), entry.knownAs());
        handle.execute(
                "insert into set_aside (kind, known_as, reason, set_by, set_at) values (?, ?, ?, ?, ?)",
                entry.kind().id(), Rows.fit(entry.knownAs(), 400), Rows.fit(entry.reason(), 200), entry.by(),
                Rows.timestamp(entry.at()));
    }

    public void delete(Kind kind, String knownAs) {
        handle.execute("delete from set_aside where kind = ? and known_as = ?", kind.id(), Rows.fit(knownAs, 400));
    }

    /** Of {@code values} those that are set aside, whatever their kind, with the entry. */
    public Map<String, Entry> find(Collection<String> values) {
        Map<String, Entry> found = new HashMap<>();
        new ListQuery(handle, "values", values, "select * from set_aside where known_as in (<values>)")
                .list((row, _) -> entry(row))
                .forEach(it -> found.put(it.knownAs(), it));
        return found;
    }

    /** The newest first. */
    public List<Entry> all() {
        return handle.createQuery("select * from set_aside order by set_at desc, known_as")
                .map((row, _) -> entry(row))
                .list();
    }

    private static Entry entry(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Entry(
                Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)), row.getString("known_as"),
                row.getString("reason"), row.getString("set_by"), Rows.instant(row, "set_at"));
    }
}
