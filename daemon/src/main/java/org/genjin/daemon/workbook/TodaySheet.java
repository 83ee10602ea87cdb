package org.genjin.daemon.workbook;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.words.Text;

/** Who is due, the longest first, to be printed. Written whole each time: nothing that is typed here counts. */
final class TodaySheet {

    static final List<String> COLUMNS = List.of("id", "name", "country", "grade", "reason", "due", "overdue", "why", "evidence");

    private static final int[] WIDTHS = {10, 28, 16, 7, 12, 12, 10, 34, 60};

    private final SheetWords words;
    private final Cells cells;

    TodaySheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    void write(XSSFSheet sheet, WorkbookData data, Map<CustomerId, String> names, Found found) {
        Spot spot = found.book().today()
                .map(it -> Spot.found(sheet, it, cells, COLUMNS))
                .orElseGet(() -> Spot.fresh(sheet, 1, cells, words, COLUMNS));
        if (spot.header() > 0) {
            cells.text(Cells.row(sheet, 0), 0,
                    words.text("note", data.at().atZone(data.zone()).toLocalDateTime().withNano(0).toString().replace('T', ' ')),
                    Look.SOFT);
        }
        int line = spot.header() + 1;
        for (DueItem it : data.due()) {
            row(spot, Cells.row(sheet, line++), it, data, names);
        }
        for (int rest = sheet.getLastRowNum(); rest >= line; rest--) {
            Row row = sheet.getRow(rest);
            if (row != null) {
                sheet.removeRow(row);
            }
        }
        if (spot.fresh()) {
            Frame.widths(sheet, WIDTHS);
            sheet.createFreezePane(0, 2);
            sheet.setRepeatingRows(CellRangeAddress.valueOf("2:2"));
            Frame.print(sheet, true, words.text("footer", words.text("sheet.today")));
        }
    }

    private void row(Spot spot, Row row, DueItem it, WorkbookData data, Map<CustomerId, String> names) {
        CustomerRow customer = it.customer();
        cells.text(row, spot.column("id"), customer.id().toString(), Look.PLAIN);
        String sheet = names.get(customer.id());
        if (sheet == null) {
            cells.linkToPage(row, spot.column("name"), customer.name(), data.page(customer.id()));
        } else {
            cells.linkToSheet(row, spot.column("name"), customer.name(), sheet, 1);
        }
        cells.text(row, spot.column("country"), words.country(customer), Look.PLAIN);
        cells.text(row, spot.column("grade"), customer.grade().name(), Look.BOLD);
        cells.text(row, spot.column("reason"), words.value("reason", it.reason().id()), Look.PLAIN);
        cells.day(row, spot.column("due"), it.due());
        cells.number(row, spot.column("overdue"), it.overdueDays());
        String why = words.sentence().why(it) + (it.action().isEmpty() ? "" : " – " + it.action());
        DueItem.Evidence evidence = it.evidence();
        String quote = evidence == null ? "" : evidence.quote();
        cells.text(row, spot.column("why"), why, Look.WRAPPED);
        cells.text(row, spot.column("evidence"), quote, Look.WRAPPED);
        Frame.height(row, Text.columns(why), WIDTHS[7] - 3, Text.columns(quote), WIDTHS[8] - 4);
    }
}
