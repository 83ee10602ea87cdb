package org.genjin.daemon.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.DecisionTable;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.ProposalTable.Proposal;
import org.genjin.daemon.ledger.ProposalTable.State;
import org.genjin.daemon.ledger.SightingTable.Sighting;

/** What Genjin believes and asks a person about; the answer is carried out and remembered. Thread-safe. */
public final class Questions {

    /** Among so many messages of everybody's some of one owner's are looked for. */
    private static final int AMONG_OTHERS = 20;

    private final Ledger ledger;
    private final Belonging belonging;

    public Questions(Ledger ledger, Belonging belonging) {
        this.ledger = ledger;
        this.belonging = belonging;
    }

    /**
     * One question.
     *
     * @param other name and number of the second customer; "" where there is none
     */
    public record Question(Proposal proposal, String customer, String other) {}

    /** @param viewer only about that owner's customers; empty: all */
    public List<Question> open(Optional<String> viewer) {
        return ledger.read(tx -> {
            List<Question> questions = new ArrayList<>();
            for (Proposal it : tx.proposals().open()) {
                Optional<CustomerTable.Row> customer = tx.customers().find(it.customer());
                CustomerId otherId = it.other();
                Optional<CustomerTable.Row> other = otherId == null ? Optional.empty() : tx.customers().find(otherId);
                boolean gone = customer.isEmpty() || (otherId != null && other.isEmpty());
                if (!gone && sees(viewer, customer) && (otherId == null || sees(viewer, other))) {
                    questions.add(new Question(it, named(customer), named(other)));
                }
            }
            return questions;
        });
    }

    /** A message that may be one of several customers'. */
    public record Doubtful(long row, String key, Instant at, String from, String subject, List<CustomerId> candidates, List<String> names) {}

    /**
     * Messages of which a person is to say whose they are, the newest first.
     *
     * @param viewer only those seen in that owner's mailbox; empty: all
     */
    public List<Doubtful> doubtful(Optional<String> viewer, int limit) {
        return ledger.read(tx -> {
            List<MessageRow> rows = tx.undecided().doubtful(viewer.isEmpty() ? limit : limit * AMONG_OTHERS);
            Map<Long, List<Sighting>> seen = tx.sightings().of(rows.stream().map(MessageRow::id).toList());
            List<Doubtful> doubtful = new ArrayList<>();
            for (MessageRow row : rows) {
                boolean visible = viewer.isEmpty()
                        || seen.getOrDefault(row.id(), List.of()).stream().anyMatch(it -> it.owner().equals(viewer.get()));
                if (visible) {
                    List<CustomerId> candidates = tx.undecided().candidates(row.id());
                    Map<Long, String> names = tx.customers().names(candidates.stream().map(CustomerId::number).toList());
                    doubtful.add(new Doubtful(
                            row.id(), row.key(), row.sentAt(), row.sender(), row.subject(), candidates,
                            candidates.stream().map(it -> it + " " + names.getOrDefault(it.number(), "")).toList()));
                }
            }
            return doubtful.stream().limit(limit).toList();
        });
    }

    /**
     * Yes carries out what is proposed.
     *
     * @param viewer who answers, who may answer about their own customers only; empty: the operator
     */
    public Decided answer(long number, boolean yes, Optional<String> viewer, Instant now) {
        Optional<Question> found = open(viewer).stream().filter(it -> it.proposal().id() == number).findFirst();
        if (found.isEmpty()) {
            return Decided.Impossible.of(Refusal.Why.NO_QUESTION, number);
        }
        Proposal proposal = found.get().proposal();
        Decided decided = yes ? carryOut(proposal, viewer.orElse("operator"), now) : new Decided.Done(0, null, 0);
        if (decided instanceof Decided.Done) {
            ledger.transact(tx -> {
                tx.proposals().settle(number, yes ? State.ACCEPTED : State.REFUSED, now);
                return null;
            });
        }
        return decided;
    }

    private Decided carryOut(Proposal it, String by, Instant now) {
        CustomerId other = it.other();
        return switch (it.kind()) {
            case SAME_FIRM -> other == null
                    ? Decided.Impossible.of(Refusal.Why.ONE_CUSTOMER)
                    : belonging.merge(it.customer(), other, by, now);
            // The answer is what is remembered: their mails go to the clients that they name, as before.
            case AGENT -> new Decided.Done(0, null, 0);
            case NOT_CUSTOMER -> belonging.setAside(
                    it.proposed().isEmpty() ? it.customer().toString() : it.proposed(), it.why(), by, now);
            case GRADE -> set(it.customer(), CustomerTable.Field.GRADE, it.proposed(), by, now);
            case DORMANT -> set(it.customer(), CustomerTable.Field.STAGE, Stage.DORMANT.name(), by, now);
        };
    }

    private Decided set(CustomerId customer, CustomerTable.Field field, String value, String by, Instant now) {
        return ledger.transact(tx -> {
            long decision = tx.decisions().add(
                    tx, DecisionTable.Kind.PROPOSAL, by, customer, field.column() + "=" + value, now);
            tx.decisions().noteValue(decision, tx.customers().value(customer, field.column()));
            tx.customers().setByHand(customer, field, value);
            return new Decided.Done(decision, customer, 0);
        });
    }

    private static boolean sees(Optional<String> viewer, Optional<CustomerTable.Row> row) {
        return viewer.isEmpty() || row.map(it -> it.owner().equals(viewer.get())).orElse(false);
    }

    private static String named(Optional<CustomerTable.Row> row) {
        return row.map(it -> it.id() + " " + it.name()).orElse("");
    }
}
