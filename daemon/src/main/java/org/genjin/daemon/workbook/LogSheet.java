package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.TimelineEntry;

/** The simple log: everything said with the customers that have a sheet, newest first. Rows typed into it become notes. */
final class LogSheet {

    static final List<String> COLUMNS =
            List.of("day", "customer", "channel", "direction", "summary", "action", "next", "link", "_id");

    static final int[] WIDTHS = {12, 30, 13, 11, 80, 26, 13, 10};
    private static final int MOST = 5000;
    /** Rows with dropdowns: whoever types on comes to no end of them soon. */
    private static final int ROWS = 20_000;

    private final SheetWords words;
    private final Cells cells;

    LogSheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    /** @param newest whether it is the customer's last: what is to be done next stands there */
    private record Entry(CustomerRow customer, TimelineEntry said, boolean newest) {}

    void write(XSSFSheet sheet, WorkbookData data, Map<CustomerId, String> names, Found found) {
        Optional<FoundTable> table = found.book().log();
        Spot spot = table.map(it -> Spot.found(sheet, it, cells, COLUMNS))
                .orElseGet(() -> Spot.fresh(sheet, 0, cells, words, COLUMNS));
        List<Entry> entries = new ArrayList<>();
        for (CustomerRow customer : data.sheets()) {
            List<TimelineEntry> history = data.history().getOrDefault(customer.id(), List.of());
            for (int i = 0; i < history.size(); i++) {
                entries.add(new Entry(customer, history.get(i), i == 0));
            }
        }
        entries.sort(Comparator.comparing((Entry it) -> it.said().at()).reversed());
        List<HistoryRows.Line> lines = entries.stream()
                .limit(MOST)
                .map(it -> new HistoryRows.Line(
                        it.customer().id() + "." + it.said().row(), (where, row) -> fill(where, row, it, data, names)))
                .toList();
        HistoryRows.marked(spot, cells, table.orElse(null), found.noted()).write(lines);
        if (spot.fresh()) {
            widths(sheet, spot.header(), words);
            sheet.createFreezePane(0, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, lines.size()), 0, WIDTHS.length - 1));
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            if (found.book().lists().isEmpty() || sheet.getWorkbook().getName("Channels") != null) {
                choices(sheet, ROWS, words);
            }
            Frame.print(sheet, true, words.text("footer", words.text("sheet.log")));
        }
    }

    /** @param header its line, from 0; written already */
    static void widths(Sheet sheet, int header, SheetWords words) {
        Widths.of(sheet, WIDTHS).fitting(COLUMNS.indexOf("action"), words.sentence().actions()).header(header).give();
    }

    /** Dropdowns down to a row; the lists that they show are to be in the workbook. */
    static void choices(Sheet sheet, int last, SheetWords words) {
        Choices.list(sheet, COLUMNS.indexOf("channel"), 1, last, "Channels");
        Choices.list(sheet, COLUMNS.indexOf("direction"), 1, last, "Directions");
        Choices.day(sheet, COLUMNS.indexOf("next"), 1, last, words);
    }

    private void fill(Spot spot, Row row, Entry it, WorkbookData data, Map<CustomerId, String> names) {
        CustomerRow customer = it.customer();
        cells.day(row, spot.column("day"), it.said().at(), data.zone());
        String name = names.get(customer.id());
        if (name == null) {
            cells.text(row, spot.column("customer"), customer.name(), Look.PLAIN);
        } else {
            cells.linkToSheet(row, spot.column("customer"), customer.name(), name, 1);
        }
        cells.text(row, spot.column("channel"), words.value("channel", it.said().channel().id()), Look.PLAIN);
        cells.text(row, spot.column("direction"), words.value("direction", it.said().direction().id()), Look.PLAIN);
        cells.text(row, spot.column("summary"), CustomerSheet.summary(it.said()), Look.PLAIN);
        cells.text(row, spot.column("action"), it.newest() ? customer.next().map(words.sentence()::action).orElse("") : "", Look.PLAIN);
        cells.day(row, spot.column("next"), customer.next().filter(_ -> it.newest()).map(CustomerRow.Next::date).orElse(null));
        String page = data.page(customer.id());
        cells.linkToPage(
                row, spot.column("link"), page.isEmpty() ? "" : words.text("open"), page.isEmpty() ? "" : page + "#m" + it.said().row());
    }
}
