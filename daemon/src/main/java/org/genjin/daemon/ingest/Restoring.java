package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.Transaction;

/**
 * Gives messages back the content that was dropped because they were nobody's, when they are seen again and turned out to be a
 * customer's. What is seen again and still nobody's stays without.
 */
final class Restoring {

    private final NewRows rows;

    Restoring(NewRows rows) {
        this.rows = rows;
    }

    /** Those of {@code prepared} whose bytes are not to be written: they were dropped, and nobody wants them. */
    static Set<Prepared> unwanted(Transaction tx, Collection<Prepared> prepared) {
        Map<String, String> fingerprints =
                tx.dropped().unwanted(prepared.stream().map(it -> it.message().key().value()).toList());
        Set<Prepared> unwanted = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Prepared it : prepared) {
            if (it.fingerprint().equals(fingerprints.get(it.message().key().value()))) {
                unwanted.add(it);
            }
        }
        return unwanted;
    }

    /**
     * What became of copies of messages.
     *
     * @param restored all that have their content again
     * @param open those of them that rules may give to a customer
     */
    record Outcome(Map<Long, Prepared> restored, Map<Long, Prepared> open) {}

    /** @param again copies, with the ids of the rows that have them */
    Outcome restore(Transaction tx, IdentityHashMap<Prepared, Long> again, Instant now) {
        Map<Long, Prepared> copies = new LinkedHashMap<>();
        again.forEach((it, id) -> copies.putIfAbsent(id, it));
        Set<Long> dropped = tx.dropped().of(copies.keySet()).keySet();
        if (dropped.isEmpty()) {
            return new Outcome(Map.of(), Map.of());
        }
        Set<Long> wanted = tx.dropped().wanted(dropped);
        // Written before it was known that nobody wants them.
        copies.forEach((id, it) -> {
            if (dropped.contains(id) && !wanted.contains(id)) {
                tx.contents().unneeded(contents(it));
            }
        });
        Map<Long, Prepared> restored = new LinkedHashMap<>();
        Map<Long, Prepared> open = new LinkedHashMap<>();
        for (MessageRow row : tx.messages().find(wanted)) {
            Prepared it = Objects.requireNonNull(copies.get(row.id()));
            rows.restore(tx, row, it, now);
            restored.put(row.id(), it);
            if (row.matchState() == MatchState.NOBODY || row.matchState() == MatchState.SET_ASIDE) {
                open.put(row.id(), it);
            }
        }
        tx.renew(restored.keySet());
        return new Outcome(restored, open);
    }

    private static List<String> contents(Prepared it) {
        List<String> hashes = new ArrayList<>(List.of(it.rawHash()));
        it.documents().forEach(document -> {
            String hash = document.hash();
            if (hash != null) {
                hashes.add(hash);
            }
        });
        return hashes;
    }
}
