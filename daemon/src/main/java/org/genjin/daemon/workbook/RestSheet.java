package org.genjin.daemon.workbook;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.workbook.rules.Snapshot;

/**
 * The customers that have no sheet of their own in this workbook, the most valuable first, each with a link to its page. Where there
 * are further workbooks it says in which the sheet is; in words, as a link would lead to wherever the file was when it was written.
 * What a person typed over name, country, grade, stage and day has been read before.
 */
final class RestSheet {

    /** Without the header of the overview's names: it is not to be taken for the overview. */
    static final List<String> COLUMNS = List.of("id", "customer", "country", "grade", "stage", "turn", "next", "last-in", "link", "file", "_id");

    private static final int[] WIDTHS = {10, 40, 18, 8, 14, 10, 13, 13, 9, 26};
    private static final String FILE = "file";

    private final SheetWords words;
    private final SheetValues values;
    private final Cells cells;

    RestSheet(SheetWords words, SheetValues values, Cells cells) {
        this.words = words;
        this.values = values;
        this.cells = cells;
    }

    /**
     * @param rest in the order of a new table
     * @param said what the workbook says by now
     */
    void write(XSSFSheet sheet, List<CustomerRow> rest, WorkbookData data, Found book, Snapshot said) {
        Optional<FoundTable> found = book.book().rest();
        List<String> columns = COLUMNS.stream().filter(it -> !it.equals(FILE) || !data.places().isEmpty()).toList();
        Spot spot = found.map(it -> known(sheet, it, data))
                .orElseGet(() -> Spot.fresh(sheet, 0, cells, words, columns));
        List<HistoryRows.Line> lines = rest.stream()
                .map(it -> new HistoryRows.Line(it.id().toString(), (where, row) -> {
                    row(where, row, it, data);
                    said(spot, row, it, data, said);
                }))
                .toList();
        HistoryRows.taken(spot, cells, found.orElse(null), book.asTyped(TablePlace.REST)).write(lines);
        if (spot.fresh()) {
            int visible = columns.size() - 1;
            Widths.of(sheet, Arrays.copyOf(WIDTHS, visible)).header(spot.header()).give();
            sheet.createFreezePane(0, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, lines.size()), 0, visible - 1));
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            Frame.print(sheet, false, words.text("footer", words.text("sheet.rest")));
        }
    }

    /** One that was made before there were further workbooks has no column for them yet. */
    private Spot known(XSSFSheet sheet, FoundTable table, WorkbookData data) {
        Spot spot = Spot.found(sheet, table, cells, COLUMNS);
        if (!data.places().isEmpty() && spot.column(FILE) < 0) {
            int free = Spot.free(sheet, spot.header(), spot.columns());
            cells.text(Cells.row(sheet, spot.header()), free, words.text("column." + FILE), Look.HEAD);
            sheet.setColumnWidth(free, WIDTHS[COLUMNS.indexOf(FILE)] * 256);
            spot.columns().put(FILE, free);
        }
        return spot;
    }

    private void row(Spot spot, Row row, CustomerRow it, WorkbookData data) {
        String page = data.page(it.id());
        cells.text(row, spot.column("id"), it.id().toString(), Look.PLAIN);
        cells.linkToPage(row, spot.column("customer"), it.name(), page);
        cells.text(row, spot.column("country"), words.country(it), Look.PLAIN);
        cells.text(row, spot.column("grade"), it.grade().name(), Look.BOLD);
        cells.text(row, spot.column("stage"), words.value("stage", it.stage().id()), Look.PLAIN);
        cells.text(row, spot.column("turn"), words.value("turn", it.turn().id()), Look.PLAIN);
        cells.day(row, spot.column("next"), it.next().map(CustomerRow.Next::date).orElse(null));
        cells.day(row, spot.column("last-in"), it.lastIn(), data.zone());
        cells.text(row, spot.column(FILE), data.otherFile(it.id()), Look.PLAIN);
        cells.linkToPage(row, spot.column("link"), page.isEmpty() ? "" : words.text("open"), page);
    }

    private void said(Spot spot, Row row, CustomerRow it, WorkbookData data, Snapshot said) {
        long number = it.id().number();
        for (String key : TablePlace.REST.theirs()) {
            if (spot.column(TablePlace.REST.column(key)) >= 0) {
                said.put(number, TablePlace.REST.place().key(key), values.settled(key, data.code(it.id(), key)));
            }
        }
        OwnCells.note(spot, row, TablePlace.REST.ours(), number, TablePlace.REST.place(), said);
    }

    /** All that have no sheet, and those in whose rows something of a person's is left; the most valuable first. */
    static List<CustomerRow> of(WorkbookData data, Map<CustomerId, ?> sheets, Found found) {
        Set<CustomerId> left = found.book().rest().map(it -> left(it, found)).orElse(Set.of());
        return data.customers().stream()
                .filter(it -> !sheets.containsKey(it.id()) || left.contains(it.id()))
                .sorted(Gathering.VALUE)
                .toList();
    }

    private static Set<CustomerId> left(FoundTable table, Found found) {
        Map<Integer, Set<String>> asTyped = found.asTyped(TablePlace.REST);
        Set<CustomerId> left = new HashSet<>();
        for (Sheet.Row row : table.rows()) {
            if (asTyped.containsKey(row.number()) || HistoryRows.isWrittenBeside(row, table.columns())) {
                TablePlace.REST.customer(table, row).ifPresent(left::add);
            }
        }
        return left;
    }
}
