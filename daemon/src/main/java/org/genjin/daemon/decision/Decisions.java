package org.genjin.daemon.decision;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.connectors.Connectors;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.decision.Refusal.Why;
import org.genjin.daemon.industry.Industries;
import org.genjin.daemon.industry.IndustryColumn;
import org.genjin.daemon.industry.TypedValue;
import org.genjin.daemon.ingest.Notes;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.DecisionTable.Kind;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a person decides about a customer's values. What is set here, the daemon leaves alone; what was there
 * before is kept, so that it can be taken back. Thread-safe.
 */
public final class Decisions {

    private final Ledger ledger;
    private final Notes notes;
    private final Industries industries;

    public Decisions(Ledger ledger, Notes notes, Industries industries) {
        this.ledger = ledger;
        this.notes = notes;
        this.industries = industries;
    }

    /** What became of setting a value. */
    public sealed interface Outcome {
        /** @param decision its number, by which it can be undone */
        record Done(long decision) implements Outcome {}

        /** @param expected what is accepted */
        record NotAccepted(Refusal expected) implements Outcome {

            static Outcome of(Why why, Object... what) {
                return new NotAccepted(Refusal.of(why, what));
            }
        }
    }

    /** The keys that {@link #set} knows, beside the columns of lines of trade. */
    public static List<String> keys() {
        return List.of("name", "country", "grade", "stage", "owner", "notes", "industry");
    }

    /**
     * @param owners who a customer can be given to
     * @param by who decides: an owner's address, or {@code operator}
     */
    public Outcome set(CustomerId id, String key, String value, List<String> owners, String by, Instant now) {
        String bare = value.strip();
        String upper = bare.toUpperCase(Locale.ROOT);
        return switch (key) {
            case "name" -> bare.isEmpty()
                    ? Outcome.NotAccepted.of(Why.EXPECTS_NAME)
                    : byHand(id, Field.NAME, bare, by, now);
            case "country" -> Countries.isCode(upper)
                    ? byHand(id, Field.COUNTRY, upper, by, now)
                    : Outcome.NotAccepted.of(Why.EXPECTS_COUNTRY);
            case "grade" -> Arrays.stream(Grade.values()).anyMatch(it -> it.name().equals(upper))
                    ? byHand(id, Field.GRADE, upper, by, now)
                    : Outcome.NotAccepted.of(Why.EXPECTS_GRADE, joined(Arrays.stream(Grade.values()).map(Grade::name)));
            case "stage" -> Stage.of(bare)
                    .map(stage -> byHand(id, Field.STAGE, stage.name(), by, now))
                    .orElseGet(() -> Outcome.NotAccepted.of(Why.EXPECTS_STAGE, joined(Arrays.stream(Stage.values()).map(Stage::id))));
            case "owner" -> owners.contains(bare)
                    ? owner(id, bare, by, now)
                    : Outcome.NotAccepted.of(Why.EXPECTS_OWNER, joined(owners.stream()));
            case "notes" -> notes(id, value, by, now);
            case "industry" -> industries.chosen(bare)
                    .map(chosen -> industry(id, chosen, by, now))
                    .orElseGet(() -> Outcome.NotAccepted.of(Why.EXPECTS_INDUSTRY, joined(industries.ids().stream()), Industries.NONE));
            default -> industries.allColumns().stream()
                    .filter(it -> it.id().equals(key))
                    .findFirst()
                    .map(it -> column(id, it, bare, by, now))
                    .orElseGet(() -> Outcome.NotAccepted.of(
                            Why.EXPECTS_KEY, joined(Stream.concat(keys().stream(), industries.allColumns().stream().map(IndustryColumn::id)))));
        };
    }

    private Outcome industry(CustomerId id, String chosen, String by, Instant now) {
        return ledger.transact(tx -> {
            long decision = note(tx, Kind.SET, id, "industry", "industry=" + (chosen.isEmpty() ? "as the home" : chosen), by, now);
            tx.industries().choose(id, chosen);
            return new Outcome.Done(decision);
        });
    }

    private Outcome column(CustomerId id, IndustryColumn column, String typed, String by, Instant now) {
        Optional<String> kept = TypedValue.kept(column, typed);
        if (kept.isEmpty()) {
            return Outcome.NotAccepted.of(switch (column.kind()) {
                case DATE -> Why.EXPECTS_DAY;
                case NUMBER -> Why.EXPECTS_NUMBER;
                case TEXT, CHOICE, YES_NO -> Why.EXPECTS_YES_NO;
            });
        }
        return ledger.transact(tx -> {
            String field = tx.ownColumns().field(tx, IndustryBoard.typed(column.id()));
            long decision = note(tx, Kind.SET, id, field, column.id() + "=" + kept.get(), by, now);
            tx.ownColumns().set(id, field, kept.get());
            return new Outcome.Done(decision);
        });
    }

    /**
     * @param date null takes a date away
     * @return the decision's number
     */
    public long next(CustomerId id, @Nullable LocalDate date, String text, String by, Instant now) {
        return ledger.transact(tx -> {
            long decision = note(tx, Kind.NEXT, id, CustomerTable.NEXT, "next=" + (date == null ? "none" : date), by, now);
            tx.customers().setNext(id, date, text, now);
            return decision;
        });
    }

    /**
     * Notes something that was said elsewhere, such as on the telephone; it counts as contact.
     *
     * @return the decision's number
     */
    public long log(CustomerId id, String owner, String text, Instant now) throws IOException {
        return notes.store(id, owner, Connectors.note(owner, now, text), Kind.LOG, now);
    }

    /**
     * Says that what is due is dealt with: none of it is asked for again, and silence counts from now.
     *
     * @param text what was done, in the owner's words or ours
     * @return the decision's number
     */
    public long done(CustomerId id, String owner, String text, Instant now) throws IOException {
        return notes.store(id, owner, Connectors.note(owner, now, text), Kind.DONE, now);
    }

    private static String joined(Stream<String> values) {
        return values.collect(Collectors.joining(" "));
    }

    private Outcome byHand(CustomerId id, Field field, String value, String by, Instant now) {
        return ledger.transact(tx -> {
            long decision = note(tx, Kind.SET, id, field.column(), field.column() + "=" + value, by, now);
            tx.customers().setByHand(id, field, value);
            return new Outcome.Done(decision);
        });
    }

    private Outcome owner(CustomerId id, String owner, String by, Instant now) {
        return ledger.transact(tx -> {
            long decision = note(tx, Kind.SET, id, "owner", "owner=" + owner, by, now);
            tx.customers().setOwner(id, owner);
            touchAll(tx, id);
            return new Outcome.Done(decision);
        });
    }

    private Outcome notes(CustomerId id, String text, String by, Instant now) {
        return ledger.transact(tx -> {
            long decision = note(tx, Kind.SET, id, "notes", "notes", by, now);
            tx.customers().setNotes(id, text);
            return new Outcome.Done(decision);
        });
    }

    /** Other people may see the messages from now on: the index has to hear of it. */
    static void touchAll(Transaction tx, CustomerId id) {
        tx.renew(tx.messages().idsOf(id));
    }

    private static long note(
            Transaction tx, Kind kind, CustomerId id, String field, String words, String by, Instant now) {
        long decision = tx.decisions().add(tx, kind, by, id, words, now);
        tx.decisions().noteValue(decision, tx.customers().value(id, field));
        return decision;
    }
}
