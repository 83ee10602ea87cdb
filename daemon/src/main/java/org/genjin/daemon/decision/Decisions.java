package org.genjin.daemon.decision;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.connectors.Connectors;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ingest.Notes;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Transaction.Counter;
import org.jspecify.annotations.Nullable;

/** Writes down what a person decides. What is set here, the daemon leaves alone. Thread-safe. */
public final class Decisions {

    private final Ledger ledger;
    private final Notes notes;

    public Decisions(Ledger ledger, Notes notes) {
        this.ledger = ledger;
        this.notes = notes;
    }

    /** What became of setting a value. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** @param expected one sentence: what is accepted */
        record NotAccepted(String expected) implements Outcome {}
    }

    /** The keys that {@link #set} knows. */
    public static List<String> keys() {
        return List.of("name", "country", "grade", "stage", "owner", "notes");
    }

    /** @param owners who a customer can be given to */
    public Outcome set(CustomerId id, String key, String value, List<String> owners) {
        String upper = value.strip().toUpperCase(Locale.ROOT);
        return switch (key) {
            case "name" -> value.isBlank()
                    ? new Outcome.NotAccepted("a name must have letters")
                    : byHand(id, Field.NAME, value.strip());
            case "country" -> Countries.isCode(upper)
                    ? byHand(id, Field.COUNTRY, upper)
                    : new Outcome.NotAccepted("a country is two letters, such as CO or DE");
            case "grade" -> Arrays.stream(Grade.values()).anyMatch(it -> it.name().equals(upper))
                    ? byHand(id, Field.GRADE, upper)
                    : new Outcome.NotAccepted("a grade is one of S A B C D E");
            case "stage" -> Stage.of(value.strip())
                    .map(stage -> byHand(id, Field.STAGE, stage.name()))
                    .orElseGet(() -> new Outcome.NotAccepted("a stage is one of "
                            + String.join(" ", Arrays.stream(Stage.values()).map(Stage::id).toList())));
            case "owner" -> owners.contains(value.strip())
                    ? owner(id, value.strip())
                    : new Outcome.NotAccepted("an owner is one of " + String.join(" ", owners));
            case "notes" -> notes(id, value);
            default -> new Outcome.NotAccepted("keys are " + String.join(" ", keys()));
        };
    }

    /** @param date null takes a date away */
    public void next(CustomerId id, @Nullable LocalDate date, String text, Instant now) {
        ledger.transact(tx -> {
            tx.customers().setNext(id, date, text, now);
            return null;
        });
    }

    /** Notes something that was said elsewhere, such as on the telephone; it counts as contact. */
    public void log(CustomerId id, String owner, String text, Instant now) throws IOException {
        notes.store(id, owner, Connectors.note(owner, now, text), now);
    }

    private Outcome byHand(CustomerId id, Field field, String value) {
        ledger.transact(tx -> {
            tx.customers().setByHand(id, field, value);
            return Optional.empty();
        });
        return new Outcome.Done();
    }

    private Outcome owner(CustomerId id, String owner) {
        ledger.transact(tx -> {
            tx.customers().setOwner(id, owner);
            // The messages become visible to the new owner: the index has to hear of it.
            List<Long> messages = tx.messages().idsOf(id);
            long revision = messages.isEmpty() ? 0 : tx.take(Counter.REVISION, messages.size());
            for (long message : messages) {
                tx.messages().touch(message, revision++);
            }
            return Optional.empty();
        });
        return new Outcome.Done();
    }

    private Outcome notes(CustomerId id, String text) {
        ledger.transact(tx -> {
            tx.customers().setNotes(id, text);
            return Optional.empty();
        });
        return new Outcome.Done();
    }
}
