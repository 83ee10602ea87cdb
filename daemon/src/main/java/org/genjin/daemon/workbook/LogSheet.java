package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.workbook.Cells.Look;

/** The simple log: everything said with the customers that have a sheet, newest first. */
final class LogSheet {

    private static final int[] WIDTHS = {12, 30, 12, 10, 80, 26, 12, 10};
    private static final int MOST = 5000;

    private final SheetWords words;
    private final Cells cells;

    LogSheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    private record Line(CustomerRow customer, TimelineEntry entry) {}

    void write(Sheet sheet, WorkbookData data, Map<CustomerId, String> names) {
        Frame.widths(sheet, WIDTHS);
        Frame.head(sheet.createRow(0), cells, words, "day", "customer", "channel", "direction", "summary", "action", "next", "link");
        List<Line> lines = new ArrayList<>();
        for (CustomerRow customer : data.sheets()) {
            data.history().getOrDefault(customer.id(), List.of()).forEach(it -> lines.add(new Line(customer, it)));
        }
        lines.sort(Comparator.comparing((Line it) -> it.entry().at()).reversed());
        int line = 1;
        for (Line it : lines.subList(0, Math.min(MOST, lines.size()))) {
            Row row = sheet.createRow(line++);
            cells.day(row, 0, it.entry().at(), data.zone());
            String name = names.get(it.customer().id());
            if (name == null) {
                cells.text(row, 1, it.customer().name(), Look.PLAIN);
            } else {
                cells.linkToSheet(row, 1, it.customer().name(), name, 1);
            }
            cells.text(row, 2, words.value("channel", it.entry().channel().id()), Look.PLAIN);
            cells.text(row, 3, words.value("direction", it.entry().direction().id()), Look.PLAIN);
            cells.text(row, 4, CustomerSheet.summary(it.entry()), Look.PLAIN);
            cells.text(row, 5, it.customer().next().map(CustomerRow.Next::action).orElse(""), Look.PLAIN);
            cells.day(row, 6, it.customer().next().map(CustomerRow.Next::date).orElse(null));
            String page = data.page(it.customer().id());
            cells.linkToPage(row, 7, page.isEmpty() ? "" : words.text("open"), page.isEmpty() ? "" : page + "#m" + it.entry().row());
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, line - 1), 0, WIDTHS.length - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        Frame.print(sheet, true, words.text("footer", words.text("sheet.log")));
    }
}
