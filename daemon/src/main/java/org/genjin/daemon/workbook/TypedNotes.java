package org.genjin.daemon.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.ledger.Store;

/** Rows that a person typed into a table of history, such as a call: each has a text and no number of ours. */
final class TypedNotes {

    private TypedNotes() {}

    /**
     * One of them.
     *
     * @param customer whose sheet it stands in; empty in the log
     */
    record TypedNote(FoundTable table, Sheet.Row row, Optional<CustomerId> customer) {

        /** As the spreadsheet counts. */
        int line() {
            return row.number();
        }

        /** Whose it is, as it was typed. */
        String name() {
            return table.text(row, "customer");
        }

        /** The column of the day, which is the time too in a customer's sheet. */
        String dayColumn() {
            return table.columns().containsKey("at") ? "at" : "day";
        }

        Cell day() {
            return table.cell(row, dayColumn());
        }

        String text() {
            return TypedNotes.text(table.text(row, "channel"), table.text(row, "summary"));
        }

        String action() {
            return table.text(row, "action");
        }

        Cell next() {
            return table.cell(row, "next");
        }

        /** By which it is known that it was read. */
        String mark() {
            return TypedNotes.mark(table, row);
        }
    }

    static List<TypedNote> of(FoundBook book) {
        List<TypedNote> notes = new ArrayList<>();
        book.log().ifPresent(it -> read(it, Optional.empty(), notes));
        book.customers().forEach((customer, sheet) -> sheet.history().ifPresent(it -> read(it, Optional.of(customer), notes)));
        return notes;
    }

    static String text(String channel, String said) {
        return channel.isEmpty() ? said : channel + ": " + said;
    }

    static boolean isNumbered(FoundTable table) {
        return table.columns().containsKey("_id");
    }

    /** Of a log without numbers, such as one in CSV, the rows that lead to no message of ours. */
    static List<TypedNote> unnumbered(FoundTable log) {
        return log.rows().stream()
                .filter(row -> !log.text(row, "summary").isEmpty() && !RestoredIds.isOfMessage(log.text(row, "link")))
                .map(row -> new TypedNote(log, row, Optional.empty()))
                .toList();
    }

    private static void read(FoundTable table, Optional<CustomerId> customer, List<TypedNote> notes) {
        if (!isNumbered(table)) {
            return; // without numbers nothing tells ours from theirs
        }
        for (Sheet.Row row : table.rows()) {
            if (table.text(row, "_id").isEmpty() && !table.text(row, "summary").isEmpty()) {
                notes.add(new TypedNote(table, row, customer));
            }
        }
    }

    /** The same for the same words, in whatever row they stand. */
    static String mark(FoundTable table, Sheet.Row row) {
        String all = String.join("\t", List.of(
                table.text(row, "at"), table.text(row, "day"), table.text(row, "customer"), table.text(row, "channel"),
                table.text(row, "summary")));
        byte[] hash = Store.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 12);
    }
}
