package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.DecisionTable.Kind;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.MessageTable.Assigned;
import org.genjin.daemon.ledger.Transaction;

/** Makes two customers one, with all that was before written down as a decision, so that it can be taken back. */
public final class Joining {

    /** Who decides where rules alone do. */
    public static final String DAEMON = "daemon";

    private Joining() {}

    /**
     * @param touched the rows of messages that are somebody else's now, or may be
     * @param moved how many belong to the one that stays and did not before
     */
    public record Joined(long decision, Set<Long> touched, int moved) {}

    /**
     * Makes {@code gone} a part of {@code kept}: its messages, contacts and values.
     *
     * @param why what the messages say from now on of whose they are; "" leaves what they said
     */
    public static Joined join(
            Transaction tx, CustomerTable.Row kept, CustomerTable.Row gone, String by, String why, Instant now) {
        String words = gone.name() + " → " + kept.name() + (why.isEmpty() ? "" : ": " + why);
        long decision = tx.decisions().add(tx, Kind.MERGE, by, kept.id(), words, now);
        List<Long> messages = tx.messages().idsOf(gone.id());
        List<Long> doubtful = tx.undecided().perhapsOf(gone.id());
        Set<Long> touched = new TreeSet<>(messages);
        touched.addAll(doubtful);
        tx.decisions().noteMessages(decision, touched);
        Set<String> known = new LinkedHashSet<>();
        tx.identities().of(kept.id()).forEach(it -> known.add(key(it)));
        for (Identity it : tx.identities().of(gone.id())) {
            // What both were known by is given back without being taken from the one that keeps it.
            tx.decisions().noteIdentity(decision, it, gone.id(), known.contains(key(it)) ? gone.id() : kept.id());
            tx.identities().move(it, kept.id());
        }
        List<MessageRow> rows = tx.messages().find(messages);
        tx.messages().assign(rows.stream()
                .map(it -> new Assigned(it.id(), kept.id(), MatchState.ONE, why.isEmpty() ? it.matchWhy() : why))
                .toList());
        for (long it : doubtful) {
            nowOne(tx, it, gone.id(), kept.id());
        }
        values(tx, decision, kept, gone, now);
        touched.addAll(tx.further().moveFurther(gone.id(), kept.id()));
        tx.customers().setMergedInto(gone.id(), kept.id());
        return new Joined(decision, touched, rows.size());
    }

    private static String key(Identity it) {
        return it.kind() + " " + it.owner() + " " + it.knownAs();
    }

    /** A message that may be the one's or the other's is the one's now, if it can be nobody else's. */
    private static void nowOne(Transaction tx, long message, CustomerId gone, CustomerId kept) {
        Set<CustomerId> candidates = new LinkedHashSet<>(tx.undecided().candidates(message));
        candidates.remove(gone);
        candidates.add(kept);
        if (candidates.size() == 1) {
            tx.undecided().setCandidates(message, List.of());
            tx.messages().assign(List.of(new Assigned(message, kept, MatchState.ONE, "merged")));
        } else {
            tx.undecided().setCandidates(message, candidates);
        }
    }

    /** The one that stays takes from the other what it has not itself. */
    private static void values(Transaction tx, long decision, CustomerTable.Row kept, CustomerTable.Row gone, Instant now) {
        String country = gone.country();
        if (kept.country() == null && country != null) {
            tx.decisions().noteValue(decision, tx.customers().value(kept.id(), "country"));
            tx.customers().fill(kept.id(), CustomerTable.Field.COUNTRY, country);
        }
        if (!gone.notes().isBlank()) {
            tx.decisions().noteValue(decision, tx.customers().value(kept.id(), "notes"));
            tx.customers().setNotes(kept.id(), (kept.notes() + "\n" + gone.notes()).strip());
        }
        if (kept.nextDate() == null && gone.nextDate() != null) {
            tx.decisions().noteValue(decision, tx.customers().value(kept.id(), CustomerTable.NEXT));
            tx.customers().setNext(kept.id(), gone.nextDate(), gone.nextText(), now);
        }
    }
}
