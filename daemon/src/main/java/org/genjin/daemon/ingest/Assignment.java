package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.CustomerTable.Touch;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.MessageTable.Assigned;
import org.genjin.daemon.ledger.Transaction.Counter;
import org.genjin.daemon.ledger.Transaction;

/**
 * Says whose new messages are, makes customers of those with whom words went both ways, and looks again at nobody's
 * earlier messages that may now be somebody's.
 */
public final class Assignment {

    /** The header by which we know our own digests. */
    static final String DIGEST_HEADER = "x-genjin-digest";

    private final Matching matching;
    private final NewCustomers newCustomers;
    private final Learning learning;

    /** @param archive where the words of earlier messages are */
    public Assignment(OwnSide own, Archive archive) {
        Phones phones = new Phones();
        this.matching = new Matching(own, phones);
        this.learning = new Learning(phones, archive);
        this.newCustomers = new NewCustomers(learning);
    }

    /** @param stored what has just been written down as nobody's, in this transaction */
    void after(Transaction tx, String owner, Map<Long, Prepared> stored, Instant now) {
        settle(tx, owner, setAsideDigests(tx, stored, now), stored, now);
    }

    /** Has the rules say whose messages are that were nobody's until now. */
    void again(Transaction tx, Collection<Long> messages, Instant now) {
        Map<String, Set<Long>> byOwner = new TreeMap<>();
        for (Drafts.Loaded it : Drafts.load(tx, messages)) {
            byOwner.computeIfAbsent(it.draft().owner(), _ -> new TreeSet<>()).add(it.row().id());
        }
        byOwner.forEach((owner, some) -> settle(tx, owner, some, Map.of(), now));
    }

    private void settle(Transaction tx, String owner, Collection<Long> first, Map<Long, Prepared> stored, Instant now) {
        List<Touch> touches = new ArrayList<>();
        Collection<Long> open = first;
        while (!open.isEmpty()) {
            List<Matching.Matched> matched = matching.match(tx, Drafts.load(tx, open));
            apply(tx, matched, stored.keySet());
            learning.learn(tx, matched, stored);
            List<Drafts.Loaded> assigned = new ArrayList<>();
            List<Drafts.Loaded> nobodys = new ArrayList<>();
            for (Matching.Matched it : matched) {
                switch (it.match()) {
                    case Match.One one -> {
                        assigned.add(it.message());
                        touch(it.message(), one.customer()).ifPresent(touches::add);
                    }
                    case Match.Nobody _ -> nobodys.add(it.message());
                    case Match.Several _ -> {}
                }
            }
            open = lookAgain(tx, newCustomers.of(tx, owner, nobodys, now), assigned);
        }
        tx.customers().touch(touches);
    }

    private static Optional<Touch> touch(Drafts.Loaded it, CustomerId customer) {
        return it.draft().human() && it.row().direction() != Direction.INTERNAL
                ? Optional.of(new Touch(customer, it.row().direction(), it.row().sentAt(), it.row().language()))
                : Optional.empty();
    }

    private static Collection<Long> setAsideDigests(Transaction tx, Map<Long, Prepared> stored, Instant now) {
        Set<Long> open = new TreeSet<>(stored.keySet());
        List<Assigned> digests = new ArrayList<>();
        stored.forEach((id, prepared) -> {
            if (prepared.message().headers().containsKey(DIGEST_HEADER)) {
                String messageId = prepared.message().messageId();
                if (messageId != null) {
                    tx.digests().seen(messageId, now);
                }
                digests.add(new Assigned(id, null, MatchState.SET_ASIDE, "own digest"));
                open.remove(id);
            }
        });
        tx.messages().assign(digests);
        return open;
    }

    private static void apply(Transaction tx, List<Matching.Matched> matched, Set<Long> fresh) {
        List<Assigned> changes = new ArrayList<>();
        for (Matching.Matched it : matched) {
            long id = it.message().row().id();
            switch (it.match()) {
                case Match.One one -> changes.add(new Assigned(id, one.customer(), MatchState.ONE, why(one)));
                case Match.Several several -> {
                    tx.messages().setCandidates(id, several.candidates());
                    changes.add(
                            new Assigned(id, null, MatchState.SEVERAL, several.evidence().id() + " of several"));
                }
                case Match.Nobody _ -> {
                    if (it.message().row().bulk() || it.message().row().auto()) {
                        String why = it.message().row().bulk() ? "newsletter or list" : "automatic";
                        changes.add(new Assigned(id, null, MatchState.SET_ASIDE, why));
                    }
                }
            }
        }
        tx.messages().assign(changes);
        // What was stored in this transaction has a revision the index has not seen; the others need a new one.
        List<Long> earlier =
                changes.stream().map(Assigned::message).filter(id -> !fresh.contains(id)).toList();
        long revision = earlier.isEmpty() ? 0 : tx.take(Counter.REVISION, earlier.size());
        for (long id : earlier) {
            tx.messages().touch(id, revision++);
        }
    }

    private static Set<Long> lookAgain(Transaction tx, Set<String> parties, List<Drafts.Loaded> assigned) {
        Set<Long> open = new TreeSet<>(tx.messages().unmatchedNaming(parties));
        Set<String> answered = new TreeSet<>();
        for (Drafts.Loaded it : assigned) {
            if (it.row().direction() != Direction.INTERNAL) {
                String messageId = it.row().messageId();
                answered.add(messageId == null ? it.row().key() : messageId);
            }
        }
        open.addAll(tx.messages().unmatchedAnswering(answered));
        return open;
    }

    private static String why(Match.One one) {
        return one.detail().isEmpty() ? one.evidence().id() : one.evidence().id() + " " + one.detail();
    }
}
