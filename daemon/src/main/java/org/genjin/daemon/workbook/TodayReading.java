package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.rules.FoundRow;
import org.genjin.daemon.workbook.rules.Told;

/** Reads what stands in the rows of today's sheet. Immutable. */
final class TodayReading {

    /** Column of the overview → where 今日 has it. */
    private static final Map<String, String> THEIRS =
            Map.of("name", "name", "country", "country", "grade", "grade", "next", "due", "action", "action");
    static final List<String> OURS = List.of("turn", "state", "reason", "silent", "window", "evidence");

    private final SheetValues values;
    private final LocalDate today;

    TodayReading(SheetValues values, LocalDate today) {
        this.values = values;
        this.today = today;
    }

    /** Rows of customers; the first of those with the same number counts. */
    List<FoundRow> rows(FoundTable table) {
        Map<CustomerId, Sheet.Row> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> customer(table, row).ifPresent(it -> rows.putIfAbsent(it, row)));
        List<FoundRow> found = new ArrayList<>();
        rows.forEach((customer, row) -> found.add(row(table, customer, row)));
        return found;
    }

    static Optional<CustomerId> customer(FoundTable table, Sheet.Row row) {
        return CustomerId.parse(table.text(row, "id"));
    }

    /** Where the sheet has a column of the overview. */
    static String column(String key) {
        return THEIRS.getOrDefault(key, key);
    }

    /** The columns of the overview that count there too. */
    static Set<String> theirs() {
        return THEIRS.keySet();
    }

    private FoundRow row(FoundTable table, CustomerId customer, Sheet.Row row) {
        Map<String, Told> cells = new HashMap<>();
        THEIRS.forEach((key, column) -> {
            if (table.columns().containsKey(column)) {
                cells.put(key, values.read(key, table.cell(row, column), today));
            }
        });
        Map<String, String> ours = new HashMap<>();
        for (String key : OURS) {
            if (table.columns().containsKey(key)) {
                ours.put(key, OwnCells.read(key, table.cell(row, key)));
            }
        }
        return new FoundRow(row.number(), Optional.of(customer.number()), false, 0, cells, ours);
    }
}
