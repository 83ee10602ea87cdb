package org.genjin.daemon.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.ProposalTable.Kind;
import org.genjin.daemon.ledger.ProposalTable.Proposal;
import org.genjin.daemon.ledger.Transaction;

/**
 * Asks a person about customers at whom all rounds are over and nobody answered: whether they are to rest. So many questions at a
 * time and owner, the most valuable customers first; a question that an answer of theirs has made void is taken back. Thread-safe.
 */
public final class Dormancy {

    private static final int OPEN = 10;

    private final Ledger ledger;
    private final FollowUpBoard board;

    public Dormancy(Ledger ledger, FollowUpBoard board) {
        this.ledger = ledger;
        this.board = board;
    }

    public void ask(Instant now) {
        List<FollowUpBoard.Silent> silent = board.exhausted(Optional.empty(), now);
        Set<CustomerId> over = silent.stream().map(FollowUpBoard.Silent::customer).collect(Collectors.toSet());
        ledger.transact(tx -> {
            Map<String, Integer> open = open(tx, over);
            for (FollowUpBoard.Silent it : silent) {
                String owner = tx.customers().find(it.customer()).map(CustomerTable.Row::owner).orElse("");
                if (open.getOrDefault(owner, 0) < OPEN && propose(tx, it, now)) {
                    open.merge(owner, 1, Integer::sum);
                }
            }
            return null;
        });
    }

    /** Whose questions are open still, by owner. */
    private static Map<String, Integer> open(Transaction tx, Set<CustomerId> over) {
        Map<String, Integer> open = new HashMap<>();
        Set<CustomerId> asked = new HashSet<>();
        for (Proposal it : tx.proposals().open()) {
            if (it.kind() == Kind.DORMANT && (!over.contains(it.customer()) || !asked.add(it.customer()))) {
                tx.proposals().withdraw(it.id());
            } else if (it.kind() == Kind.DORMANT) {
                tx.customers().find(it.customer()).ifPresent(row -> open.merge(row.owner(), 1, Integer::sum));
            }
        }
        return open;
    }

    /** What was refused is asked again only when they have been written to since. */
    private static boolean propose(Transaction tx, FollowUpBoard.Silent it, Instant now) {
        return tx.proposals().propose(
                tx, Kind.DORMANT, it.customer(), null, it.since().toString(),
                it.reminders() + " messages of ours without an answer", null, now);
    }
}
