package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.util.CellAddress;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.rules.FoundRow;
import org.genjin.daemon.workbook.rules.Told;

/** Reads what stands above the person's own zone on a customer's sheet: its title, the facts, the rows of business. */
final class FactsReading {

    /** The facts that a person may set there; what else stands there is Genjin's. */
    private static final Set<String> THEIRS = Set.of("country", "source", "type", "next", "action", "products");

    private final SheetValues values;
    private final LocalDate today;

    FactsReading(SheetValues values, LocalDate today) {
        this.values = values;
        this.today = today;
    }

    /**
     * A customer's sheet.
     *
     * @param sheet its place in the workbook, from 0
     * @param places key → its cell
     * @param comments key → what is pinned to that cell
     */
    record Facts(int sheet, FoundRow row, Map<String, CellAddress> places, Map<String, String> comments) {}

    List<Facts> of(ListFile file, FoundBook book) {
        List<Facts> all = new ArrayList<>();
        book.customers().forEach((customer, it) -> all.add(of(file.sheets().get(it.sheet()), customer, it)));
        return all;
    }

    private Facts of(Sheet sheet, CustomerId customer, FoundBook.FoundSheet found) {
        Map<Integer, Sheet.Row> rows = new HashMap<>();
        sheet.rows().forEach(it -> rows.put(it.number() - 1, it));
        SheetTexts texts = SheetTexts.of(sheet);
        int end = CustomerSheet.notes(texts, found.history());
        Map<String, CellAddress> places = new LinkedHashMap<>();
        Map<String, Told> cells = new HashMap<>();
        Map<String, String> ours = new HashMap<>();
        title(rows, places, cells);
        FactCells.of(texts, end).forEach((key, place) -> {
            Cell whole = cell(rows, place.line(), place.column());
            String value = place.value(whole.text());
            Cell cell = value.equals(whole.text()) ? whole : Cell.of(value);
            places.put(key, new CellAddress(place.line(), place.column()));
            if (isTheirs(key, place)) {
                cells.put(key, values.read(key, cell, today));
            } else {
                ours.put(key, OwnCells.read(key, cell));
            }
        });
        BusinessBlock.header(texts, end).ifPresent(header -> FactCells.business(header, line -> column -> OwnCells.read("", cell(rows, line, column)))
                .forEach((key, text) -> {
                    ours.put(key, text);
                    places.put(key, FactCells.business(header, key));
                }));
        Map<String, String> comments = new HashMap<>();
        places.forEach((key, place) -> comments.put(key, cell(rows, place.getRow(), place.getColumn()).comment()));
        return new Facts(found.sheet(), new FoundRow(0, Optional.of(customer.number()), false, 0, cells, ours), places, comments);
    }

    private void title(Map<Integer, Sheet.Row> rows, Map<String, CellAddress> places, Map<String, Told> cells) {
        String name = SheetTitle.readName(cell(rows, 0, SheetTitle.NAME).text());
        if (!name.isEmpty()) {
            cells.put("name", new Told.Value(name));
        }
        cells.putAll(SheetTitle.readStanding(cell(rows, 0, SheetTitle.STANDING).text(), values));
        places.put("name", new CellAddress(0, SheetTitle.NAME));
        places.put("grade", new CellAddress(0, SheetTitle.STANDING));
        places.put("stage", new CellAddress(0, SheetTitle.STANDING));
    }

    /** Where label and value share a cell, as on older sheets, all of it is Genjin's. */
    static boolean isTheirs(String key, FactCells.Place place) {
        return THEIRS.contains(key) && !place.inline();
    }

    private static Cell cell(Map<Integer, Sheet.Row> rows, int line, int column) {
        Sheet.Row row = rows.get(line);
        return row == null ? Cell.EMPTY : row.cell(column);
    }
}
