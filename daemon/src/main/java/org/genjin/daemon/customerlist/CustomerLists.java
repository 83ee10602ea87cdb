package org.genjin.daemon.customerlist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.file.ListReader;
import org.genjin.daemon.customerlist.file.ListRefused;
import org.genjin.daemon.customerlist.rules.ListReading;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Role;
import org.genjin.daemon.customerlist.rules.Us;
import org.genjin.daemon.ingest.Rematch;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.ListImportTable.Change;
import org.genjin.daemon.ledger.ListImportTable.Imported;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;

/**
 * Takes customer lists in. Repeated imports update what an import wrote; what a person set stays. The whole of an import is
 * one transaction. Thread-safe.
 */
public final class CustomerLists {

    private final Ledger ledger;
    private final Rematch rematch;
    private final Us us;
    private final ListReading reading;

    public CustomerLists(Ledger ledger, Rematch rematch, Us us) {
        this.ledger = ledger;
        this.rematch = rematch;
        this.us = us;
        this.reading = new ListReading(us);
    }

    /**
     * Reads a list and writes it down, or only says what would be written.
     *
     * @param named the file as it was given
     * @param columns header → role, where a person says what a column holds; remembered for lists with the same headers
     * @throws ListRefused if it is no list that can be read
     */
    public ListOutcome take(Path file, String named, String owner, Map<String, Role> columns, boolean dry, Instant now)
            throws IOException, ListRefused {
        ListFile read = ListReader.read(file);
        Map<String, Map<String, Role>> remembered = remembered(read, columns);
        Proposal proposal = reading.read(read, remembered);
        if (proposal.customers().isEmpty() && proposal.sheets().isEmpty()) {
            throw new ListRefused(file.getFileName()
                    + " has no customers in it: no header such as company, contact or e-mail was found, and no addresses.");
        }
        if (dry) {
            return ledger.read(tx -> {
                Ledgering ledgering = new Ledgering(tx, us, owner, called(named), now);
                ledgering.compare(proposal.customers(), proposal.dealing());
                return ledgering.outcome(named, proposal, false);
            });
        }
        return ledger.transact(tx -> write(tx, proposal, named, owner, read, columns, now));
    }

    private ListOutcome write(
            Transaction tx, Proposal proposal, String named, String owner, ListFile read, Map<String, Role> columns, Instant now) {
        Ledgering ledgering = new Ledgering(tx, us, owner, called(named), now);
        ledgering.compare(proposal.customers(), proposal.dealing());
        List<Change> changes = ledgering.write();
        ListOutcome outcome = ledgering.outcome(named, proposal, true);
        if (!changes.isEmpty() || !ledgering.deals().isEmpty()) {
            long id = tx.take(Counter.LIST_IMPORT, 1);
            tx.listImports().add(new Imported(
                    id, named, proposal.system(), owner, now, outcome.created(), outcome.updated(), outcome.unchanged(), null));
            tx.listImports().addChanges(id, changes);
            tx.deals().add(id, ledgering.deals());
        }
        remember(tx, read, columns);
        // Nobody's earlier messages may be theirs.
        rematch.again(tx, ledgering.nobodysMessages(), now);
        return outcome;
    }

    /** The file's own name, without the folders it lies in. */
    private static String called(String named) {
        return named.substring(Math.max(named.lastIndexOf('/'), named.lastIndexOf('\\')) + 1);
    }

    /** The newest imports of one owner's lists or, if empty, of all, those that were taken back among them. */
    public List<Imported> recent(Optional<String> owner, int limit) {
        return ledger.read(tx -> tx.listImports().recent(owner, limit));
    }

    /**
     * Takes the last import that stands back: customers that it made, what they are known by, values.
     *
     * @param owner whose import; empty: the last of all
     */
    public ListUndone undo(Optional<String> owner, Instant now) {
        return ledger.transact(tx -> {
            Optional<Imported> last = tx.listImports().last(owner);
            return last.isEmpty() ? new ListUndone.Nothing() : new TakingBack(tx, rematch, last.get(), now).run();
        });
    }

    private Map<String, Map<String, Role>> remembered(ListFile file, Map<String, Role> columns) {
        Map<String, Map<String, Role>> remembered = new HashMap<>();
        for (String fingerprint : reading.fingerprints(file)) {
            Map<String, Role> roles = new HashMap<>();
            ledger.<Map<String, String>>read(tx -> tx.listImports().columns(Fingerprint.hash(fingerprint)))
                    .forEach((header, role) -> roles.put(header, Role.valueOf(role.toUpperCase(Locale.ROOT))));
            columns.forEach((header, role) -> roles.put(ListReading.folded(header), role));
            remembered.put(fingerprint, roles);
        }
        return remembered;
    }

    private void remember(Transaction tx, ListFile file, Map<String, Role> columns) {
        Map<String, String> roles = new HashMap<>();
        columns.forEach((header, role) -> roles.put(ListReading.folded(header), role.name().toLowerCase(Locale.ROOT)));
        for (String fingerprint : reading.fingerprints(file)) {
            Map<String, String> own = new HashMap<>(roles);
            own.keySet().retainAll(Set.of(fingerprint.split("\\|", -1)));
            tx.listImports().rememberColumns(Fingerprint.hash(fingerprint), own);
        }
    }

    /** All whom a change touches. */
    static Set<CustomerId> customers(List<Change> changes) {
        Set<CustomerId> customers = new LinkedHashSet<>();
        new ArrayList<>(changes).forEach(it -> customers.add(it.customer()));
        return customers;
    }
}
