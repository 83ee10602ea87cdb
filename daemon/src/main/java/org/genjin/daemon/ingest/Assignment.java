package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.CustomerTable.Touch;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageTable.Assigned;
import org.genjin.daemon.ledger.Transaction;

/**
 * Says whose new messages are, makes customers of buyers with whom words went both ways, and looks again at earlier messages
 * that may now be somebody's.
 */
public final class Assignment {

    /** Each round must have changed something; more than so many are none that end. */
    private static final int MOST_ROUNDS = 60;

    private final OwnMails ownMails;
    private final Clues clues;
    private final Matching matching;
    private final Weighing weighing;
    private final FraudWatch fraud;
    private final Learning learning;
    private final Reunion reunion;
    private final NewCustomers newCustomers;
    private final Reopening reopening;
    private final Duplicates duplicates = new Duplicates();

    /**
     * @param addresses each owner's own, in lower case: from there our mails are answered
     * @param archive where the words of earlier messages are
     */
    public Assignment(OwnSide own, Map<String, Set<String>> addresses, Archive archive) {
        Phones phones = new Phones();
        Ties ties = new Ties(own, phones);
        this.ownMails = new OwnMails(own, addresses);
        this.clues = new Clues(phones);
        this.matching = new Matching(own, phones);
        this.weighing = new Weighing(ties);
        this.fraud = new FraudWatch(own);
        this.learning = new Learning(own, phones, archive);
        this.reunion = new Reunion(ties);
        this.newCustomers = new NewCustomers(new Naming(phones, archive), learning);
        this.reopening = new Reopening(phones);
    }

    /** @param stored what has just been written down as nobody's, in this transaction */
    void after(Transaction tx, String owner, Map<Long, Prepared> stored, Instant now) {
        Collection<Long> open = ownMails.setAside(tx, owner, stored, now);
        Map<Long, List<Clue>> read = read(tx, stored);
        settle(new Round(tx, owner, stored, read, now), open);
    }

    /** Has the rules say anew whose messages are that no person has decided about. */
    void again(Transaction tx, Collection<Long> messages, Instant now) {
        reopening.forget();
        Map<String, Set<Long>> byOwner = new TreeMap<>();
        for (Drafts.Loaded it : Drafts.load(tx, messages, Map.of())) {
            byOwner.computeIfAbsent(it.draft().owner(), _ -> new TreeSet<>()).add(it.row().id());
        }
        byOwner.forEach((owner, some) -> settle(new Round(tx, owner, Map.of(), Map.of(), now), some));
    }

    private static void settle(Round round, Collection<Long> messages) {
        Collection<Long> open = messages;
        for (int i = 0; i < MOST_ROUNDS && !open.isEmpty(); i++) {
            open = round.run(open);
        }
        round.end();
    }

    private Map<Long, List<Clue>> read(Transaction tx, Map<Long, Prepared> stored) {
        Map<Long, List<Clue>> read = tx.messages().find(stored.keySet()).parallelStream().collect(Collectors.toConcurrentMap(
                MessageRow::id, row -> clues(row, Objects.requireNonNull(stored.get(row.id())))));
        tx.clues().add(read);
        return read;
    }

    private List<Clue> clues(MessageRow row, Prepared prepared) {
        return row.system() ? List.of() : row.bulk() ? clues.ofMachine(prepared) : clues.ofTrade(prepared, row.direction());
    }

    /** One batch's work in one transaction. */
    private final class Round {

        private final Transaction tx;
        private final String owner;
        private final Map<Long, Prepared> stored;
        private final Map<Long, List<Clue>> read;
        private final Instant now;
        private final List<Touch> touches = new ArrayList<>();
        private final Set<CustomerId> changed = new HashSet<>();
        private final Set<CustomerId> joined = new HashSet<>();
        private final Map<Long, List<Clue>> writers = new HashMap<>();
        private boolean first = true;

        Round(Transaction tx, String owner, Map<Long, Prepared> stored, Map<Long, List<Clue>> read, Instant now) {
            this.tx = tx;
            this.owner = owner;
            this.stored = stored;
            this.read = read;
            this.now = now;
        }

        /** @return messages to look at in the next round */
        Collection<Long> run(Collection<Long> open) {
            List<Drafts.Loaded> loaded = Drafts.load(tx, open, read);
            List<Matched> impostors = fraud.impostors(tx, loaded, now);
            Set<Long> taken = new HashSet<>();
            impostors.forEach(it -> taken.add(it.id()));
            List<Matched> known = matching.match(tx, loaded.stream().filter(it -> !taken.contains(it.row().id())).toList());
            Set<CustomerId> thin = tx.customers().thin(Changes.customers(known));
            Weighing.Weighed weighed = weighing.weigh(tx, withWriters(known, thin), stored, now);
            List<Matched> matched = new ArrayList<>(impostors);
            matched.addAll(weighed.matched());
            Map<Long, List<CustomerId>> further = tx.further().further(open);
            List<Matched> news = matched.stream()
                    .filter(it -> first || Changes.isNew(it, further.getOrDefault(it.id(), List.of())))
                    .toList();
            apply(news, further);
            if (first) {
                fraud.look(tx, matched, stored, now);
            }
            fraud.borrowed(tx, matched, now);
            fraud.namesakes(tx, matched, now);
            List<Identity> learned = learning.learn(tx, weighed.matched(), stored);
            Set<Long> moved = reunion.join(tx, weighed.matched(), thin, now);
            touchAll(moved);
            NewCustomers.Made made = newCustomers.of(tx, owner, candidates(matched, weighed), weighed.clients(),
                    matched.stream().map(Matched::message).toList(), weighed.buyers(), stored, now);
            List<Identity> fresher = new ArrayList<>(learned);
            fresher.addAll(made.identities());
            duplicates.ask(tx, fresher, now);
            Set<Long> next = new TreeSet<>(reopening.after(tx, news, fresher, made));
            if (first) {
                next.addAll(reopening.ofParties(tx, matched, weighed.verdicts(), stored.keySet()));
            } else {
                reopening.decidedAgain(matched);
            }
            next.addAll(moved);
            next.addAll(fraud.again(tx, learned, made.parties()));
            first = false;
            return next;
        }

        /** Reads who may have written them, where that is not known or the customer may turn out to be another. */
        private List<Matched> withWriters(List<Matched> known, Set<CustomerId> thin) {
            Set<Long> asked = new TreeSet<>();
            known.stream().filter(it -> isAsked(it, thin)).map(Matched::id).forEach(asked::add);
            Map<Long, List<Clue>> fresh = asked.parallelStream()
                    .filter(it -> !writers.containsKey(it))
                    .collect(Collectors.toConcurrentMap(it -> it, it -> clues.ofWriter(Objects.requireNonNull(stored.get(it)))));
            tx.clues().add(fresh);
            writers.putAll(fresh);
            return known.stream()
                    .map(it -> asked.contains(it.id())
                            ? it.with(new Drafts.Loaded(
                                    it.message().row(), it.message().draft().with(writers.getOrDefault(it.id(), List.of()))))
                            : it)
                    .toList();
        }

        private boolean isAsked(Matched it, Set<CustomerId> thin) {
            MessageRow row = it.message().row();
            return (it.stranger() || Changes.customers(List.of(it)).stream().anyMatch(thin::contains))
                    && stored.containsKey(it.id()) && row.direction() == Direction.IN && !row.bulk() && !row.system();
        }

        /** @param further whom the messages were known to concern beside their customers */
        private void apply(List<Matched> news, Map<Long, List<CustomerId>> further) {
            List<Assigned> changes = new ArrayList<>();
            for (Matched it : news) {
                Assigned assigned = Changes.assigned(it);
                MessageRow row = it.message().row();
                if (it.match() instanceof Match.Several several) {
                    tx.undecided().setCandidates(it.id(), several.candidates());
                }
                List<CustomerId> before = further.getOrDefault(it.id(), List.of());
                List<CustomerId> after = it.match() instanceof Match.One one ? one.further() : List.of();
                if (!before.equals(after)) {
                    tx.further().setFurther(it.id(), after, assigned.why());
                    changed.addAll(before);
                    changed.addAll(after);
                }
                if (it.match() instanceof Match.One one) {
                    count(it, row, one);
                }
                if (row.customer() != null && !row.customer().equals(assigned.customer())) {
                    changed.add(row.customer());
                }
                changes.add(assigned);
            }
            tx.messages().assign(changes);
            touchAll(changes.stream().map(Assigned::message).toList());
        }

        private void count(Matched it, MessageRow row, Match.One one) {
            if (row.customer() == null && !first) {
                joined.add(one.customer());
            }
            boolean counts = it.message().draft().human() && row.direction() != Direction.INTERNAL;
            if (row.customer() == null && counts) {
                touches.add(new Touch(one.customer(), row.direction(), row.sentAt(), row.language()));
            } else if (!one.customer().equals(row.customer())) {
                changed.add(one.customer());
            }
        }

        /** What was stored in this transaction has a revision the index has not seen; the others need a new one. */
        private void touchAll(Collection<Long> messages) {
            tx.renew(messages.stream().filter(id -> !stored.containsKey(id)).distinct().toList());
        }

        /** Messages whose parties may be customers to be. */
        private List<Drafts.Loaded> candidates(List<Matched> matched, Weighing.Weighed weighed) {
            List<Drafts.Loaded> candidates = new ArrayList<>(weighed.clients());
            matched.stream().filter(it -> it.match() instanceof Match.Nobody).map(Matched::message).forEach(candidates::add);
            return candidates;
        }

        void end() {
            tx.customers().touch(touches);
            tx.customers().refresh(changed);
            joined.forEach(it -> PaymentWatch.compare(tx, it, now));
        }
    }
}
