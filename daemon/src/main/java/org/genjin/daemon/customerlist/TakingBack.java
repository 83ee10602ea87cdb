package org.genjin.daemon.customerlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ingest.Rematch;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.DecisionTable.WasValue;
import org.genjin.daemon.ledger.IdentityTable.By;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.ListImportTable.Change;
import org.genjin.daemon.ledger.ListImportTable.Imported;
import org.genjin.daemon.ledger.Transaction;

/** Takes one import back; what a person changed since stays as it is. One transaction, used once. */
final class TakingBack {

    private final Transaction tx;
    private final Rematch rematch;
    private final Imported what;
    private final Instant now;

    TakingBack(Transaction tx, Rematch rematch, Imported what, Instant now) {
        this.tx = tx;
        this.rematch = rematch;
        this.what = what;
        this.now = now;
    }

    ListUndone run() {
        List<Change> changes = tx.listImports().changes(what.id());
        Set<CustomerId> decided = decidedSince(changes);
        Set<Long> messages = new TreeSet<>();
        CustomerLists.customers(changes).forEach(it -> messages.addAll(tx.messages().idsOf(it)));
        List<String> kept = new ArrayList<>();
        Set<CustomerId> removed = new LinkedHashSet<>();
        for (Change change : changes.reversed()) {
            switch (change) {
                case Change.Value it -> value(it);
                case Change.Known it -> {
                    if (!decided.contains(it.customer())) {
                        forget(it);
                    }
                }
                case Change.Made(CustomerId id) -> {
                    Optional<CustomerTable.Row> row = tx.customers().find(id);
                    if (row.isPresent() && decided.contains(id)) {
                        kept.add(row.get().name());
                    } else if (row.isPresent()) {
                        tx.identities().of(List.of(id)).getOrDefault(id, List.of()).forEach(it -> tx.identities().delete(it));
                        removed.add(id);
                    }
                }
            }
        }
        rematch.again(tx, messages, now);
        removed.forEach(it -> tx.customers().setMergedInto(it, it));
        tx.listImports().undone(what.id(), now);
        return new ListUndone.Done(what, removed.size(), kept);
    }

    /** Whom somebody decided something about since: those customers stay. */
    private Set<CustomerId> decidedSince(List<Change> changes) {
        Set<CustomerId> decided = new HashSet<>();
        for (CustomerId it : CustomerLists.customers(changes)) {
            boolean later = tx.decisions().of(it, 50).stream()
                    .anyMatch(decision -> decision.undoneAt() == null && !decision.at().isBefore(what.at()));
            if (later) {
                decided.add(it);
            }
        }
        return decided;
    }

    /** Back to what it was, if it is still what the import wrote. */
    private void value(Change.Value it) {
        WasValue was = it.was();
        if (tx.customers().find(was.customer()).isEmpty()) {
            return;
        }
        WasValue is = tx.customers().value(was.customer(), was.field());
        String value = String.valueOf(is.value());
        boolean next = was.field().equals(CustomerTable.NEXT);
        boolean ours = next ? value.startsWith(it.now() + "|") : value.equals(it.now()) && !is.by().equals("person");
        if (ours) {
            tx.customers().restore(was);
        } else if (was.field().equals("notes")) {
            notes(was, it.now() == null ? "" : it.now(), value);
        }
    }

    /** Notes that somebody went on writing lose only the import's own lines. */
    private void notes(WasValue was, String written, String is) {
        Set<String> ours = new HashSet<>(List.of(written.split("\n", -1)));
        ours.removeAll(List.of(String.valueOf(was.value()).split("\n", -1)));
        List<String> left = List.of(is.split("\n", -1)).stream().filter(line -> line.isBlank() || !ours.contains(line)).toList();
        tx.customers().setNotes(was.customer(), String.join("\n", left).strip());
    }

    private void forget(Change.Known it) {
        for (Identity known : tx.identities().find(it.kind(), List.of(it.knownAs()))) {
            boolean meant = known.customer().equals(it.customer()) && known.owner().equals(it.owner());
            if (meant && known.by() == By.LIST) {
                tx.identities().delete(known);
            }
        }
    }
}
