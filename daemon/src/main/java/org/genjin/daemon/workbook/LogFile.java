package org.genjin.daemon.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.TimelineEntry;

/**
 * The simple log as a file of its own, however many messages there are: the columns of {@link LogSheet}, so that what is typed below
 * is read in the same way.
 */
final class LogFile {

    /** Excel opens no sheet with more than 65,530. */
    private static final int MOST_LINKS = 60_000;
    /** Rows below the last in which there are dropdowns. */
    private static final int SPARE = 1000;
    private static final int WINDOW = 200;

    private final SheetWords words;
    private final ZoneId zone;

    LogFile(SheetWords words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /**
     * One message.
     *
     * @param newest whether it is the customer's last: what is to be done next stands there
     * @param page its address; "" if there is none
     */
    record Line(CustomerRow customer, TimelineEntry said, boolean newest, String page) {}

    /** As texts, for a file without looks. */
    List<String> texts(Line it) {
        return List.of(
                it.said().at().atZone(zone).toLocalDate().toString(), it.customer().name(), channel(it), direction(it),
                CustomerSheet.summary(it.said()), action(it),
                it.newest() ? it.customer().next().map(next -> next.date().toString()).orElse("") : "", it.page());
    }

    List<String> head() {
        return LogSheet.COLUMNS.stream().filter(it -> !it.startsWith("_")).map(it -> words.text("column." + it)).toList();
    }

    /** @param lines the oldest first: what is typed comes below them */
    void write(List<Line> lines, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW)) {
            workbook.setZip64Mode(Zip64Mode.AsNeeded); // not every program reads the long form
            Cells cells = new Cells(workbook);
            Sheet sheet = workbook.createSheet(words.text("sheet.log"));
            sheet.setRightToLeft(words.isRightToLeft());
            Spot spot = Spot.fresh(sheet, 0, cells, words, LogSheet.COLUMNS);
            look(sheet, lines.size());
            for (int i = 0; i < lines.size(); i++) {
                row(spot, sheet.createRow(i + 1), lines.get(i), cells, i < MOST_LINKS);
            }
            Sheet lists = workbook.createSheet(words.text("sheet.lists"));
            lists.setRightToLeft(words.isRightToLeft());
            new ListsSheet(words, cells).write(lists, List.of());
            workbook.write(out);
        }
    }

    private void look(Sheet sheet, int rows) {
        LogSheet.widths(sheet, 0, words);
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, rows + SPARE, 0, LogSheet.WIDTHS.length - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        LogSheet.choices(sheet, rows + SPARE, words);
        Frame.print(sheet, true, words.text("footer", words.text("sheet.log")));
    }

    private void row(Spot spot, Row row, Line it, Cells cells, boolean linked) {
        cells.day(row, spot.column("day"), it.said().at(), zone);
        cells.text(row, spot.column("customer"), it.customer().name(), Look.PLAIN);
        cells.text(row, spot.column("channel"), channel(it), Look.PLAIN);
        cells.text(row, spot.column("direction"), direction(it), Look.PLAIN);
        cells.text(row, spot.column("summary"), CustomerSheet.summary(it.said()), Look.PLAIN);
        cells.text(row, spot.column("action"), action(it), Look.PLAIN);
        if (it.newest()) {
            cells.day(row, spot.column("next"), it.customer().next().map(CustomerRow.Next::date).orElse(null));
        }
        if (linked) {
            cells.linkToPage(row, spot.column("link"), it.page().isEmpty() ? "" : words.text("open"), it.page());
        } else {
            cells.text(row, spot.column("link"), it.page(), Look.PLAIN);
        }
        cells.text(row, spot.column("_id"), it.customer().id() + "." + it.said().row(), Look.PLAIN);
    }

    private String action(Line it) {
        return it.newest() ? it.customer().next().map(words.sentence()::action).orElse("") : "";
    }

    private String channel(Line it) {
        return words.value("channel", it.said().channel().id());
    }

    private String direction(Line it) {
        return words.value("direction", it.said().direction().id());
    }
}
