package org.genjin.daemon.workbook;

import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.workbook.Cells.Look;

/** Who is due, the longest first, to be printed. */
final class TodaySheet {

    private static final int[] WIDTHS = {10, 28, 16, 7, 12, 12, 10, 34, 60};

    private final SheetWords words;
    private final Cells cells;

    TodaySheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    void write(Sheet sheet, WorkbookData data, Map<CustomerId, String> names) {
        Frame.widths(sheet, WIDTHS);
        cells.text(sheet.createRow(0), 0,
                words.text("note", data.at().atZone(data.zone()).toLocalDateTime().withNano(0).toString().replace('T', ' ')), Look.SOFT);
        Frame.head(sheet.createRow(1), cells, words, "id", "name", "country", "grade", "reason", "due", "overdue", "why", "evidence");
        int line = 2;
        for (DueItem it : data.due()) {
            CustomerRow customer = it.customer();
            Row row = sheet.createRow(line++);
            cells.text(row, 0, customer.id().toString(), Look.PLAIN);
            name(row, customer, data, names);
            cells.text(row, 2, words.country(customer), Look.PLAIN);
            cells.text(row, 3, customer.grade().name(), Look.BOLD);
            cells.text(row, 4, words.value("reason", it.reason().id()), Look.PLAIN);
            cells.day(row, 5, it.due());
            cells.number(row, 6, it.overdueDays());
            String why = words.sentence().why(it) + (it.action().isEmpty() ? "" : " – " + it.action());
            DueItem.Evidence evidence = it.evidence();
            String quote = evidence == null ? "" : evidence.quote();
            cells.text(row, 7, why, Look.WRAPPED);
            cells.text(row, 8, quote, Look.WRAPPED);
            Frame.height(row, Text.columns(why), WIDTHS[7] - 3, Text.columns(quote), WIDTHS[8] - 4);
        }
        sheet.createFreezePane(0, 2);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("2:2"));
        Frame.print(sheet, true, words.text("footer", words.text("sheet.today")));
    }

    private void name(Row row, CustomerRow customer, WorkbookData data, Map<CustomerId, String> names) {
        String sheet = names.get(customer.id());
        if (sheet == null) {
            cells.linkToPage(row, 1, customer.name(), data.page(customer.id()));
        } else {
            cells.linkToSheet(row, 1, customer.name(), sheet, 1);
        }
    }
}
