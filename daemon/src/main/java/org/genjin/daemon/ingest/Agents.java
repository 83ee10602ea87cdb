package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.ProposalTable;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.party.TradeSign;

/**
 * Recognises customers who write for others: they speak of their clients and their commission. What such an agent writes with a
 * client among the readers belongs to the client before all, and to the agent too.
 */
final class Agents {

    private static final String WHY = "speaks of clients or a commission, and writes to us with another customer among the readers";

    /** The same answers, with the client put before the agent; of each agent a person is asked once. */
    List<Matched> clientsFirst(Transaction tx, List<Matched> matched, Instant now) {
        Set<CustomerId> shared = new LinkedHashSet<>();
        for (Matched it : matched) {
            if (it.match() instanceof Match.One one && !one.further().isEmpty()) {
                shared.add(one.customer());
                shared.addAll(one.further());
            }
        }
        Set<CustomerId> agents = new LinkedHashSet<>(tx.clues().saying(shared, TradeSign.ACTS_FOR_OTHERS.id()));
        if (agents.isEmpty()) {
            return matched;
        }
        List<Matched> ordered = new ArrayList<>();
        for (Matched it : matched) {
            Matched other = clientFirst(it, agents);
            if (!other.equals(it) && it.match() instanceof Match.One one) {
                tx.proposals().propose(tx, ProposalTable.Kind.AGENT, one.customer(), null, "", WHY, it.id(), now);
            }
            ordered.add(other);
        }
        return ordered;
    }

    private static Matched clientFirst(Matched it, Set<CustomerId> agents) {
        if (!(it.match() instanceof Match.One one) || !agents.contains(one.customer())) {
            return it;
        }
        List<CustomerId> clients = one.further().stream().filter(customer -> !agents.contains(customer)).toList();
        if (clients.isEmpty()) {
            return it;
        }
        List<CustomerId> further = new ArrayList<>(one.further());
        further.remove(clients.getFirst());
        further.add(one.customer());
        Match.One other = new Match.One(clients.getFirst(), one.evidence(), one.detail() + " writes for them", further);
        return new Matched(it.message(), other, Matching.Lesson.NONE, it.stranger());
    }
}
