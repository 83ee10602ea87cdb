package org.genjin.daemon.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ingest.Joining;
import org.genjin.daemon.ingest.Rematch;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.DecisionTable;
import org.genjin.daemon.ledger.DecisionTable.Decision;
import org.genjin.daemon.ledger.DecisionTable.Kind;
import org.genjin.daemon.ledger.DecisionTable.WasIdentity;
import org.genjin.daemon.ledger.DecisionTable.WasMessage;
import org.genjin.daemon.ledger.DecisionTable.WasValue;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageTable.Assigned;
import org.genjin.daemon.ledger.Transaction;

/**
 * Takes decisions back, the newest first: whose messages, contacts and values were is so again. What came after the decision
 * and rests on it is matched again. Thread-safe.
 */
public final class Undoing {

    /** Among so many decisions a person's is looked for. */
    private static final int LOOKED_AT = 1_000;

    private final Ledger ledger;
    private final Rematch rematch;

    public Undoing(Ledger ledger, Rematch rematch) {
        this.ledger = ledger;
        this.rematch = rematch;
    }

    /** What became of it. */
    public sealed interface Undone {
        record Done(Decision decision) implements Undone {}

        record Impossible(Refusal why) implements Undone {

            static Undone of(Refusal.Why why, Object... what) {
                return new Impossible(Refusal.of(why, what));
            }
        }
    }

    /** The newest decisions of {@code by} or, without it, of everybody. */
    public List<Decision> newest(Optional<String> by, int limit) {
        return ledger.read(tx -> tx.decisions().newest(by, false, limit));
    }

    /**
     * Takes back the newest decision that stands.
     *
     * @param by only one of theirs; empty: any person's. What rules alone decided is taken back by its number.
     */
    public Undone last(Optional<String> by, Instant now) {
        return ledger.transact(tx -> tx.decisions().newest(by, true, LOOKED_AT).stream()
                .filter(it -> by.isPresent() || !it.by().equals(Joining.DAEMON))
                .findFirst()
                .map(it -> undo(tx, it, now))
                .orElseGet(() -> Undone.Impossible.of(Refusal.Why.NOTHING_TO_UNDO)));
    }

    /** Takes back one decision, if nothing decided later stands on it. */
    public Undone one(long number, Optional<String> by, Instant now) {
        return ledger.transact(tx -> {
            Optional<Decision> found = tx.decisions().find(number).filter(it -> by.isEmpty() || by.get().equals(it.by()));
            if (found.isEmpty()) {
                return Undone.Impossible.of(Refusal.Why.NO_DECISION, number);
            }
            if (found.get().undoneAt() != null) {
                return Undone.Impossible.of(Refusal.Why.UNDONE, number);
            }
            return laterOne(tx, found.get())
                    .map(it -> Undone.Impossible.of(Refusal.Why.LATER, it.id(), it.kind().id(), it.words()))
                    .orElseGet(() -> undo(tx, found.get(), now));
        });
    }

    /** A later decision that stands and moved the same messages or values. */
    private static Optional<Decision> laterOne(Transaction tx, Decision decision) {
        return tx.decisions().laterOn(decision.id()).stream().findFirst();
    }

    private Undone undo(Transaction tx, Decision decision, Instant now) {
        DecisionTable decisions = tx.decisions();
        for (WasValue was : decisions.values(decision.id())) {
            tx.customers().restore(was);
            if (was.field().equals("owner")) {
                Decisions.touchAll(tx, was.customer());
            }
        }
        Set<CustomerId> touched = new LinkedHashSet<>();
        for (WasIdentity was : decisions.identities(decision.id())) {
            identity(tx, decision, was);
            touched.add(was.now());
            touched.add(was.identity().customer());
        }
        bringBack(tx, decision, touched);
        messages(tx, decision, touched, now);
        CustomerId added = decision.kind() == Kind.ADD ? decision.customer() : null;
        if (added != null) {
            tx.customers().setMergedInto(added, added);
        }
        decisions.undone(decision.id(), now);
        return new Undone.Done(decision);
    }

    /** A customer that the decision did away with is there again before anything is given back to it. */
    private static void bringBack(Transaction tx, Decision decision, Set<CustomerId> touched) {
        if (decision.kind() == Kind.MERGE || decision.kind() == Kind.SET_ASIDE) {
            touched.stream().filter(it -> tx.customers().find(it).isEmpty()).forEach(it -> tx.customers().setMergedInto(it, null));
        }
    }

    private static void identity(Transaction tx, Decision decision, WasIdentity was) {
        Identity before = was.identity();
        if (decision.kind() == Kind.SET_ASIDE) {
            tx.setAside().delete(before.kind(), before.knownAs());
        }
        if (was.isNew() || !before.customer().equals(was.now())) {
            tx.identities().find(before.kind(), List.of(before.knownAs())).stream()
                    .filter(it -> it.owner().equals(before.owner()) && it.customer().equals(was.now()))
                    .forEach(it -> tx.identities().delete(it));
        }
        if (!was.isNew()) {
            tx.identities().put(before);
        }
    }

    private void messages(Transaction tx, Decision decision, Set<CustomerId> touched, Instant now) {
        List<WasMessage> were = tx.decisions().messages(decision.id());
        List<Assigned> back = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        for (WasMessage was : were) {
            back.add(new Assigned(was.message(), was.customer(), was.state(), was.why()));
            all.add(was.message());
            if (was.customer() != null) {
                touched.add(was.customer());
            }
        }
        Set<CustomerId> holders = tx.further().concerned(all);
        touched.addAll(holders);
        tx.messages().assign(back);
        for (String by : List.of("daemon", "person")) {
            tx.messages().assignedBy(were.stream().filter(it -> it.by().equals(by)).map(WasMessage::message).toList(), by);
        }
        rematch.settle(tx, all, touched, now);
        // What came in since then was given by what was known then.
        Set<Long> since = new LinkedHashSet<>();
        for (CustomerId it : touched) {
            since.addAll(tx.messages().storedAfter(it, decision.at()));
        }
        CustomerId kept = decision.customer();
        if (decision.kind() == Kind.MERGE && kept != null) {
            since.addAll(tx.further().alsoAbout(kept));
        }
        since.removeAll(new LinkedHashSet<>(all));
        touched.forEach(it -> forgetLearned(tx, it, since));
        rematch.again(tx, since, now);
        emptied(tx, decision, touched);
    }

    /** What the daemon learned of a customer only from messages that came since. */
    private static void forgetLearned(Transaction tx, CustomerId customer, Set<Long> since) {
        for (Identity it : tx.identities().of(customer)) {
            boolean named = it.kind() == IdentityTable.Kind.ADDRESS || it.kind() == IdentityTable.Kind.CHAT;
            if (named && it.by() == IdentityTable.By.DAEMON) {
                List<Long> naming = tx.participants().naming(Set.of(it.knownAs()));
                if (!naming.isEmpty() && since.containsAll(naming)) {
                    tx.identities().delete(it);
                }
            }
        }
    }

    /** A customer that only the decision made is none without it. */
    private static void emptied(Transaction tx, Decision decision, Set<CustomerId> touched) {
        if (decision.kind() != Kind.SPLIT) {
            return;
        }
        for (CustomerId it : touched) {
            boolean whole = Objects.equals(it, decision.customer());
            if (!whole && tx.messages().idsOf(it).isEmpty()
                    && tx.identities().of(it).isEmpty()) {
                Optional<CustomerTable.Row> row = tx.customers().find(it);
                CustomerId into = decision.customer();
                row.ifPresent(_ -> tx.customers().setMergedInto(it, into));
            }
        }
    }
}
