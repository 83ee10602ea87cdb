package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.GradeRule;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.MessageTable.Assigned;
import org.genjin.daemon.ledger.Transaction;

/** Looks again at messages that were matched before, because somebody decided something that touches them. */
public final class Rematch {

    private static final int AT_ONCE = 500;

    private final Supplier<Assignment> assignment;
    private final Standings standings;

    public Rematch(Supplier<Assignment> assignment, Standings standings) {
        this.assignment = assignment;
        this.standings = standings;
    }

    /** The grade that the rules would give each, whatever a person chose; those of whom nothing tells are not in it. */
    public Map<CustomerId, GradeRule.Proposed> grades(Transaction tx, Collection<CustomerId> customers, Instant now) {
        return standings.grades(tx, customers, now);
    }

    /** Has the rules say anew whose {@code messages} are; what a person said of one stays. */
    public void again(Transaction tx, Collection<Long> messages, Instant now) {
        List<Long> open = tx.undecided().leftToRules(messages);
        Set<CustomerId> touched = new LinkedHashSet<>(tx.further().concerned(open));
        for (int i = 0; i < open.size(); i += AT_ONCE) {
            List<Long> some = open.subList(i, Math.min(open.size(), i + AT_ONCE));
            tx.messages().assign(some.stream().map(it -> new Assigned(it, null, MatchState.NOBODY, "")).toList());
            some.forEach(it -> tx.undecided().setCandidates(it, List.of()));
            assignment.get().again(tx, new TreeSet<>(some), now);
            touched.addAll(tx.further().concerned(some));
        }
        settle(tx, open, touched, now);
    }

    /** Writes down what follows for index and customers when {@code messages} have gone from or to {@code customers}. */
    public void settle(Transaction tx, Collection<Long> messages, Collection<CustomerId> customers, Instant now) {
        tx.renew(messages);
        tx.customers().refresh(customers);
        standings.settle(tx, customers, now);
    }
}
