package org.genjin.daemon.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.report.Report;
import org.genjin.daemon.report.ReportWords;

/**
 * Writes the workbook 外贸客户跟进表: today, overview, a sheet for each customer, log, figures, lists. Only functions that Excel 2010
 * and WPS know; true dates and numbers; dropdowns by named ranges.
 */
final class FollowUpWorkbook {

    private static final int ROWS_IN_MEMORY = 200;

    private final SheetWords words;
    private final ReportWords figures;

    FollowUpWorkbook(SheetWords words, ReportWords figures) {
        this.words = words;
        this.figures = figures;
    }

    void write(WorkbookData data, Report.Of report, OutputStream to) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            Cells cells = new Cells(workbook);
            Map<CustomerId, String> names = new HashMap<>();
            for (CustomerRow it : data.sheets()) {
                names.put(it.id(), SheetNames.of(it));
            }
            Sheet today = workbook.createSheet(words.text("sheet.today"));
            Sheet overview = workbook.createSheet(words.text("sheet.overview"));
            new TodaySheet(words, cells).write(today, data, names);
            new OverviewSheet(words, cells).write(overview, data, names);
            for (CustomerRow it : data.sheets()) {
                new CustomerSheet(words, cells).write(workbook.createSheet(names.get(it.id())), it, data);
            }
            new LogSheet(words, cells).write(workbook.createSheet(words.text("sheet.log")), data, names);
            String stats = words.text("sheet.stats");
            Sheet sheet = workbook.createSheet(stats);
            new StatsSheet(words, figures, cells).write(sheet, workbook.getXSSFWorkbook().getSheet(stats), report);
            new ListsSheet(words, cells).write(workbook.createSheet(words.text("sheet.lists")));
            workbook.setActiveSheet(0);
            workbook.setForceFormulaRecalculation(true);
            workbook.write(to);
        }
    }
}
