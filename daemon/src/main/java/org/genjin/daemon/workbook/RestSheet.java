package org.genjin.daemon.workbook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;

/**
 * The customers that have no sheet of their own in this workbook, the most valuable first, each with a link to its page. Where there
 * are further workbooks it says in which the sheet is; in words, as a link would lead to wherever the file was when it was written.
 */
final class RestSheet {

    /** Without the header of the overview's names: it is not to be taken for the overview. */
    static final List<String> COLUMNS = List.of("id", "customer", "country", "grade", "stage", "turn", "next", "last-in", "link", "file", "_id");

    private static final int[] WIDTHS = {10, 40, 18, 8, 14, 10, 13, 13, 9, 26};
    private static final String FILE = "file";

    private final SheetWords words;
    private final Cells cells;

    RestSheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    /** @param rest in the order of a new table */
    void write(XSSFSheet sheet, List<CustomerRow> rest, WorkbookData data, Optional<FoundTable> found) {
        List<String> columns = COLUMNS.stream().filter(it -> !it.equals(FILE) || !data.places().isEmpty()).toList();
        Spot spot = found.map(it -> known(sheet, it, data))
                .orElseGet(() -> Spot.fresh(sheet, 0, cells, words, columns));
        List<HistoryRows.Line> lines = rest.stream()
                .map(it -> new HistoryRows.Line(it.id().toString(), (where, row) -> row(where, row, it, data)))
                .toList();
        new HistoryRows(spot, cells, found.orElse(null), Set.of()).write(lines);
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

    /** All that have no sheet, the most valuable first. */
    static List<CustomerRow> of(WorkbookData data, Map<CustomerId, ?> sheets) {
        return data.customers().stream().filter(it -> !sheets.containsKey(it.id())).sorted(Gathering.VALUE).toList();
    }
}
