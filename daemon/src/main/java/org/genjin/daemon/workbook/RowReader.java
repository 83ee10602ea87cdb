package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.FoundRow;
import org.genjin.daemon.workbook.rules.Told;

/** Reads the rows of an overview. Immutable. */
final class RowReader {

    private final SheetValues values;
    private final LocalDate today;

    RowReader(SheetValues values, LocalDate today) {
        this.values = values;
        this.today = today;
    }

    List<FoundRow> rows(FoundTable table) {
        List<FoundRow> rows = new ArrayList<>();
        for (Sheet.Row row : table.rows()) {
            // Whoever empties a row means what whoever deletes it means.
            boolean there = table.columns().keySet().stream()
                    .anyMatch(key -> Columns.isTheirs(key) && !table.cell(row, key).isEmpty());
            if (there && !isHeader(table, row)) {
                rows.add(row(table, row));
            }
        }
        return rows;
    }

    /** A second header, such as one in another language below ours, is no customer. */
    private boolean isHeader(FoundTable table, Sheet.Row row) {
        if (CustomerId.parse(table.text(row, "id")).isPresent() || CustomerId.parse(table.text(row, "_id")).isPresent()) {
            return false;
        }
        long words = table.columns().keySet().stream()
                .filter(key -> Columns.OVERVIEW.contains(key) && !Columns.HIDDEN.contains(key)
                        && HeaderWords.is(table.text(row, key), "column." + key))
                .count();
        boolean nonsense = row.number() == table.header() + 1
                && Stream.of("grade", "stage", "country", "next")
                                .filter(key -> values.read(key, table.cell(row, key), today) instanceof Told.NotValid)
                                .count()
                        > 1;
        return words > 2 || nonsense;
    }

    private FoundRow row(FoundTable table, Sheet.Row row) {
        String visible = table.text(row, "id");
        boolean isNew = HeaderWords.is(visible, "new");
        Optional<CustomerId> id = CustomerId.parse(visible).or(() -> CustomerId.parse(table.text(row, "_id"))).filter(_ -> !isNew);
        Map<String, Told> cells = new HashMap<>();
        for (String key : table.columns().keySet()) {
            if (Columns.isTheirs(key)) {
                cells.put(key, values.read(key, table.cell(row, key), today));
            }
        }
        return new FoundRow(row.number(), id.map(CustomerId::number), isNew, revision(table, row), cells, ours(table, row));
    }

    private static Map<String, String> ours(FoundTable table, Sheet.Row row) {
        Map<String, String> ours = new HashMap<>();
        for (String key : Columns.OURS) {
            if (table.columns().containsKey(key)) {
                ours.put(key, OwnCells.read(key, table.cell(row, key)));
            }
        }
        return ours;
    }

    /** In which it was written; 0 if it does not say. */
    static long revision(FoundTable table, Sheet.Row row) {
        String text = table.text(row, "_rev");
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
