package org.genjin.daemon.find;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.daemon.ledger.Ledger;

/**
 * The customers that each viewer may see, with what they are known by, kept for as long as the ledger does not change, or a
 * second: while mail comes in, it changes all the time. Thread-safe.
 */
final class CustomerBook {

    private static final long KEPT_NANOS = 1_000_000_000;
    private static final int CHUNK = 1000;

    private final Ledger ledger;
    private final Map<Optional<String>, Pages> kept = new ConcurrentHashMap<>();

    CustomerBook(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param byId by the customer's number as it is written, such as {@code C0042} */
    record Pages(
            Map<String, CustomerTable.Row> byId, List<IdentityTable.Identity> identities, long changes, long readAt) {}

    Pages of(Optional<String> viewer) {
        Pages known = kept.get(viewer);
        long changes = ledger.changes();
        if (known != null && (known.changes() == changes || System.nanoTime() - known.readAt() < KEPT_NANOS)) {
            return known;
        }
        Pages read = read(viewer, changes);
        kept.put(viewer, read);
        return read;
    }

    private Pages read(Optional<String> viewer, long changes) {
        return ledger.read(tx -> {
            Map<String, CustomerTable.Row> byId = new HashMap<>();
            List<CustomerTable.Row> rows = tx.customers().all(viewer);
            rows.forEach(it -> byId.put(it.id().toString(), it));
            List<IdentityTable.Identity> identities = new java.util.ArrayList<>();
            for (int from = 0; from < rows.size(); from += CHUNK) {
                List<CustomerTable.Row> some = rows.subList(from, Math.min(rows.size(), from + CHUNK));
                tx.identities().of(some.stream().map(CustomerTable.Row::id).toList()).values().forEach(identities::addAll);
            }
            return new Pages(byId, identities, changes, System.nanoTime());
        });
    }
}
