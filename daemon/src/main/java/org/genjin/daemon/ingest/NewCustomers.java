package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.MessageTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;

/** Makes a customer of everybody with whom words went both ways, written by people: a company, a person, a chat. */
final class NewCustomers {

    private final Learning learning;

    NewCustomers(Learning learning) {
        this.learning = learning;
    }

    /** @return the parties that are customers from now on */
    Set<String> of(Transaction tx, String owner, List<Drafts.Loaded> nobodys, Instant now) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (Drafts.Loaded it : nobodys) {
            if (it.draft().human() && it.draft().direction() != Direction.INTERNAL) {
                for (Participant other : it.draft().others()) {
                    String party = other.party();
                    if (party != null && counts(it, other)) {
                        asked.merge(party, name(other), (known, name) -> known.isEmpty() ? name : known);
                    }
                }
            }
        }
        Set<String> made = new TreeSet<>();
        for (String party : tx.messages().twoWay(asked.keySet())) {
            CustomerId id = new CustomerId(tx.take(Counter.CUSTOMER, 1));
            tx.customers().insert(id, Matching.nameFor(party, asked.getOrDefault(party, "")), owner, now);
            learning.party(tx, id, party, owner, now);
            made.add(party);
        }
        return made;
    }

    /** Only who writes and who is written to; somebody in copy is no customer yet. */
    private static boolean counts(Drafts.Loaded it, Participant other) {
        return other.role().equals(it.draft().direction() == Direction.IN ? "from" : "to");
    }

    private static String name(Participant other) {
        return other.name() == null ? "" : other.name();
    }
}
