package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.rules.FoundRow;
import org.genjin.daemon.workbook.rules.Told;

/** Reads what stands in the rows of a table beside the overview. Immutable. */
final class TableReading {

    private final TablePlace place;
    private final SheetValues values;
    private final LocalDate today;

    TableReading(TablePlace place, SheetValues values, LocalDate today) {
        this.place = place;
        this.values = values;
        this.today = today;
    }

    /** Rows of customers; the first of those with the same number counts. */
    List<FoundRow> rows(FoundTable table) {
        Map<CustomerId, Sheet.Row> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> place.customer(table, row).ifPresent(it -> rows.putIfAbsent(it, row)));
        List<FoundRow> found = new ArrayList<>();
        rows.forEach((customer, row) -> found.add(row(table, customer, row)));
        return found;
    }

    private FoundRow row(FoundTable table, CustomerId customer, Sheet.Row row) {
        Map<String, Told> cells = new HashMap<>();
        for (String key : place.theirs()) {
            if (table.columns().containsKey(place.column(key))) {
                cells.put(key, values.read(key, table.cell(row, place.column(key)), today));
            }
        }
        Map<String, String> ours = new HashMap<>();
        for (String key : place.ours()) {
            if (table.columns().containsKey(key)) {
                ours.put(key, OwnCells.read(key, table.cell(row, key)));
            }
        }
        return new FoundRow(row.number(), Optional.of(customer.number()), false, 0, cells, ours);
    }
}
