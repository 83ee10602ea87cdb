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
     * @param line as the spreadsheet counts
     * @param customer whose sheet it stands in; empty in the log
     * @param name whose it is, as it was typed
     * @param mark by which it is known that it was read
     */
    record TypedNote(
            int line, Optional<CustomerId> customer, String name, Cell day, String channel, String text, String action, Cell next,
            String mark) {}

    static List<TypedNote> of(FoundBook book) {
        List<TypedNote> notes = new ArrayList<>();
        book.log().ifPresent(it -> read(it, Optional.empty(), notes));
        book.customers().forEach((customer, sheet) -> sheet.history().ifPresent(it -> read(it, Optional.of(customer), notes)));
        return notes;
    }

    private static void read(FoundTable table, Optional<CustomerId> customer, List<TypedNote> notes) {
        if (!table.columns().containsKey("_id")) {
            return; // without numbers nothing tells ours from theirs
        }
        for (Sheet.Row row : table.rows()) {
            String text = table.text(row, "summary");
            if (table.text(row, "_id").isEmpty() && !text.isEmpty()) {
                Cell day = table.columns().containsKey("at") ? table.cell(row, "at") : table.cell(row, "day");
                notes.add(new TypedNote(
                        row.number(), customer, table.text(row, "customer"), day, table.text(row, "channel"), text,
                        table.text(row, "action"), table.cell(row, "next"), mark(table, row)));
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
