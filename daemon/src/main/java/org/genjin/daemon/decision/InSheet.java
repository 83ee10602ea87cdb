package org.genjin.daemon.decision;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.connectors.Connectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ingest.Notes;
import org.genjin.daemon.ingest.Rematch;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.DecisionTable.Kind;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.daemon.ledger.IdentityTable.By;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.ProposalTable;
import org.genjin.daemon.ledger.Transaction;

/**
 * Writes down what a person wrote into their workbook: each value is a decision like one made with {@code set}, with what was
 * there before, so that it can be taken back. Within the caller's transaction. Thread-safe.
 */
public final class InSheet {

    /** Why it is asked whether a customer is one still. */
    private static final String DELETED = "The row was deleted in the workbook.";

    private final Rematch rematch;
    private final Notes notes;

    public InSheet(Rematch rematch, Notes notes) {
        this.rematch = rematch;
        this.notes = notes;
    }

    /**
     * Values of one customer.
     *
     * @param fields name, country, grade, stage, next, action, notes, as codes
     * @param beside header → what is written in columns that no message fills
     * @param instead field or header → what gives way, where the ledger had changed too
     */
    public record Values(Map<String, String> fields, Map<String, String> beside, Map<String, String> instead) {
        public Values {
            fields = Map.copyOf(fields);
            beside = Map.copyOf(beside);
            instead = Map.copyOf(instead);
        }
    }

    /** @param planned when the customer is due as the workbook shows it: where only the action is new, it is for that day */
    public void set(Transaction tx, CustomerId id, Values values, Optional<LocalDate> planned, String by, Instant now) {
        values.fields().forEach((field, value) -> {
            switch (field) {
                case "grade" -> value(tx, id, Field.GRADE, Grade.valueOf(value).name(), values, by, now);
                case "stage" -> Stage.of(value).ifPresent(it -> value(tx, id, Field.STAGE, it.name(), values, by, now));
                case "country" -> value(tx, id, Field.COUNTRY, value, values, by, now);
                case "name" -> value(tx, id, Field.NAME, value, values, by, now);
                case "notes" -> {
                    note(tx, Kind.SET, id, "notes", "notes" + instead(values, "notes"), by, now);
                    tx.customers().setNotes(id, value);
                }
                default -> {} // day and action belong together
            }
        });
        if (values.fields().containsKey("next") || values.fields().containsKey("action")) {
            next(tx, id, values, planned, by, now);
        }
        values.beside().forEach((header, value) -> {
            String field = tx.ownColumns().field(tx, header);
            note(tx, Kind.SET, id, field, header.replaceFirst("^:\\+?", "") + "=" + value + instead(values, header), by, now);
            tx.ownColumns().set(id, field, value);
        });
    }

    private static void value(Transaction tx, CustomerId id, Field field, String value, Values values, String by, Instant now) {
        note(tx, Kind.SET, id, field.column(), field.column() + "=" + value + instead(values, field.column()), by, now);
        tx.customers().setByHand(id, field, value);
    }

    private static void next(Transaction tx, CustomerId id, Values values, Optional<LocalDate> planned, String by, Instant now) {
        Optional<CustomerTable.Row> row = tx.customers().find(id);
        String day = values.fields().get("next");
        LocalDate set = row.map(CustomerTable.Row::nextDate).orElse(null);
        LocalDate date = day == null ? (set == null ? planned.orElse(null) : set) : day.isEmpty() ? null : LocalDate.parse(day);
        String text = values.fields().getOrDefault("action", row.map(CustomerTable.Row::nextText).orElse(""));
        note(
                tx, Kind.NEXT, id, CustomerTable.NEXT,
                "next=" + (date == null ? "none" : date) + (text.isEmpty() ? "" : " " + text) + instead(values, "next"), by, now);
        tx.customers().setNext(id, date, text, now);
    }

    /** Makes a customer of a new row; messages of theirs that were nobody's are theirs from now on. */
    public CustomerId add(Transaction tx, Values values, List<String> addresses, String owner, Instant now) {
        CustomerId id = new CustomerId(tx.take(Transaction.Counter.CUSTOMER, 1));
        String name = values.fields().getOrDefault("name", "");
        tx.customers().insert(id, name, owner, now);
        long decision = tx.decisions().add(tx, Kind.ADD, owner, id, name + " (in the sheet)", now);
        tx.customers().setByHand(id, Field.NAME, name);
        Map<String, String> rest = new HashMap<>(values.fields());
        rest.remove("name");
        set(tx, id, new Values(rest, values.beside(), Map.of()), Optional.empty(), owner, now);
        for (String address : addresses) {
            if (tx.identities().find(IdentityTable.Kind.ADDRESS, List.of(address)).isEmpty()) {
                Identity identity = new Identity(IdentityTable.Kind.ADDRESS, address, "", id, "", null).by(By.PERSON);
                tx.decisions().noteIdentity(decision, identity, null, id);
                tx.identities().put(identity);
            }
        }
        Set<Long> theirs = new TreeSet<>(addresses.isEmpty() ? List.of() : tx.undecided().unmatchedOf(new ArrayList<>(addresses)));
        tx.decisions().noteMessages(decision, theirs);
        rematch.again(tx, theirs, now);
        return id;
    }

    /** The grade that the rules would give each, whatever a person chose; those of whom nothing tells are not in it. */
    public Map<CustomerId, Grade> suggested(Transaction tx, List<CustomerId> customers, Instant now) {
        Map<CustomerId, Grade> grades = new HashMap<>();
        rematch.grades(tx, customers, now).forEach((customer, grade) -> grades.put(customer, grade.grade()));
        return grades;
    }

    /** Asks whether a customer whose row was deleted is one still. */
    public void missing(Transaction tx, CustomerId id, Instant now) {
        tx.proposals().propose(tx, ProposalTable.Kind.NOT_CUSTOMER, id, null, "", DELETED, null, now);
    }

    /** Customers of whom that is asked and not answered yet. */
    public static Set<Long> away(Transaction tx) {
        Set<Long> away = new TreeSet<>();
        tx.proposals().open().stream()
                .filter(it -> it.kind() == ProposalTable.Kind.NOT_CUSTOMER && it.why().equals(DELETED))
                .forEach(it -> away.add(it.customer().number()));
        return away;
    }

    /**
     * Keeps the words of what was typed into a table of history; {@link #log} enters them.
     *
     * @param at when it was said
     * @throws IOException if they cannot be kept
     */
    public Notes.Ready ready(String owner, Instant at, String text) throws IOException {
        return notes.ready(Connectors.note(owner, at, text));
    }

    /** Enters what was typed into a table of history. */
    public void log(Transaction tx, CustomerId id, String owner, Notes.Ready note, Instant now) {
        notes.enter(tx, id, owner, note, Kind.LOG, now);
    }

    private static String instead(Values values, String field) {
        String instead = values.instead().get(field);
        return " (in the sheet" + (instead == null || instead.isEmpty() ? "" : "; instead of " + instead) + ")";
    }

    private static void note(
            Transaction tx, Kind kind, CustomerId id, String field, String words, String by, Instant now) {
        long decision = tx.decisions().add(tx, kind, by, id, words, now);
        tx.decisions().noteValue(decision, tx.customers().value(id, field));
    }
}
