package org.genjin.daemon.find;

import com.google.common.base.Suppliers;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.genjin.daemon.customer.CustomerId;
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

    /**
     * @param byId by the customer's number as it is written, such as {@code C0042}
     * @param identities what they are known by, read when it is first asked for: most searches name no customer
     */
    record Pages(
            Map<String, CustomerTable.Row> byId, Supplier<List<IdentityTable.Identity>> identities, long changes, long readAt) {}

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
        Map<String, CustomerTable.Row> byId = new HashMap<>();
        List<CustomerTable.Row> rows = ledger.read(tx -> tx.customers().all(viewer));
        rows.forEach(it -> byId.put(it.id().toString(), it));
        List<CustomerId> ids = rows.stream().map(CustomerTable.Row::id).toList();
        return new Pages(byId, Suppliers.memoize(() -> identities(ids)), changes, System.nanoTime());
    }

    private List<IdentityTable.Identity> identities(List<CustomerId> customers) {
        return ledger.read(tx -> {
            List<IdentityTable.Identity> identities = new ArrayList<>();
            Lists.partition(customers, CHUNK).forEach(some -> tx.identities().of(some).values().forEach(identities::addAll));
            return identities;
        });
    }
}
