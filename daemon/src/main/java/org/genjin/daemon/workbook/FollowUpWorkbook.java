package org.genjin.daemon.workbook;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.report.Report;
import org.genjin.daemon.report.ReportWords;
import org.genjin.daemon.workbook.file.Book;
import org.genjin.daemon.workbook.rows.LooseLinks;
import org.genjin.daemon.workbook.rules.Snapshot;

/**
 * Fills the workbook 外贸客户跟进表: today, overview, a sheet for each customer, log, figures, lists; a further one of the same owner has
 * overview, sheets and lists of its customers. In a workbook that is there only the cells that are ours are written, and those only where
 * they say something else; all the rest stays what people made of it. Only functions that Excel 2010 and WPS know; true dates and
 * numbers; dropdowns by named ranges.
 */
public final class FollowUpWorkbook {

    /** More sheets than these no spreadsheet program opens with pleasure; the rest is in a list. */
    public static final int MOST_SHEETS = 200;

    private final SheetWords words;
    private final SheetValues values;
    private final ReportWords figures;

    public FollowUpWorkbook(SheetWords words, SheetValues values, ReportWords figures) {
        this.words = words;
        this.values = values;
        this.figures = figures;
    }

    /**
     * @param report the figures; empty: it has no sheet of them
     * @return what the overview says now
     */
    public Snapshot write(Book to, WorkbookData data, Optional<Report.Of> report, Found found, long revision) throws IOException {
        XSSFWorkbook workbook = to.workbook();
        CellAnswers.write(workbook, found.answers(), data.today());
        Cells cells = new Cells(workbook);
        FoundBook book = found.book();
        boolean fresh = workbook.getNumberOfSheets() == 0;
        boolean first = data.book().isFirst();
        XSSFSheet today = first ? sheet(workbook, book.today().map(FoundTable::sheet), "sheet.today") : null;
        XSSFSheet overview = sheet(workbook, book.overview().map(FoundTable::sheet), "sheet.overview");
        List<CustomerId> going = new SheetRoom(workbook, data).going(book.customers());
        Map<CustomerId, XSSFSheet> customers = customers(workbook, data, book, going);
        List<CustomerRow> without = RestSheet.of(data, customers, found);
        XSSFSheet rest = !first || without.isEmpty() && book.rest().isEmpty()
                ? null
                : sheet(workbook, book.rest().map(FoundTable::sheet), "sheet.rest");
        XSSFSheet log = first ? sheet(workbook, book.log().map(FoundTable::sheet), "sheet.log") : null;
        StatsPlace stats = StatsPlace.in(workbook);
        XSSFSheet lists = sheet(workbook, book.lists(), "sheet.lists");
        Map<CustomerId, String> names = new HashMap<>();
        customers.forEach((customer, sheet) -> names.put(customer, sheet.getSheetName()));
        IndustryLists choices = new IndustryLists(
                values.industryHeaders(), new ListsSheet(words, cells), lists, book.lists().isEmpty());
        Snapshot said = new OverviewSheet(words, values, cells, data, names).write(overview, choices, found, revision);
        if (today != null) {
            new TodaySheet(words, values, cells).write(today, data, names, found, said);
        }
        for (CustomerRow it : data.customers()) {
            XSSFSheet sheet = customers.get(it.id());
            if (sheet != null && to.still().contains(sheet.getSheetName())) {
                FactsSaid.keep(it.id().number(), found.seen(), said);
            } else if (sheet != null) {
                new CustomerSheet(words, values, cells).write(sheet, it, data, book.customers().get(it.id()), found, said);
                to.done(sheet);
            }
        }
        if (rest != null) {
            new RestSheet(words, values, cells).write(rest, without, data, found, said);
        }
        if (log != null) {
            new LogSheet(words, cells).write(log, data, names, found);
            to.done(log);
        }
        if (fresh) {
            workbook.setActiveSheet(0);
            workbook.setForceFormulaRecalculation(true);
        }
        gone(workbook, data, book, going);
        if (report.isPresent()) {
            XSSFSheet drawn = stats.fresh(words.text("sheet.stats"));
            drawn.setRightToLeft(words.isRightToLeft());
            new StatsSheet(words, figures, cells).write(drawn, drawn, report.get());
        }
        to.forgetTexts();
        if (!fresh) {
            workbook.forEach(it -> LooseLinks.of((XSSFSheet) it));
        }
        return said;
    }

    private XSSFSheet sheet(XSSFWorkbook workbook, Optional<Integer> place, String name) {
        return place.map(workbook::getSheetAt).orElseGet(() -> made(workbook, words.text(name)));
    }

    private XSSFSheet made(XSSFWorkbook workbook, String name) {
        String free = name;
        for (int i = 2; workbook.getSheet(free) != null; i++) {
            free = name.substring(0, Math.min(name.length(), 27)) + " " + i;
        }
        XSSFSheet sheet = workbook.createSheet(free);
        sheet.setRightToLeft(words.isRightToLeft());
        return sheet;
    }

    /** Those that are there, and new ones as long as there is room. */
    private Map<CustomerId, XSSFSheet> customers(XSSFWorkbook workbook, WorkbookData data, FoundBook book, List<CustomerId> going) {
        Map<CustomerId, XSSFSheet> sheets = new LinkedHashMap<>();
        for (CustomerRow it : data.customers()) {
            FoundBook.FoundSheet found = book.customers().get(it.id());
            if (found != null && !going.contains(it.id())) {
                sheets.put(it.id(), workbook.getSheetAt(found.sheet()));
            }
        }
        for (CustomerRow it : data.sheets()) {
            if (!sheets.containsKey(it.id()) && sheets.size() < data.room()) {
                XSSFSheet sheet = made(workbook, SheetNames.of(it));
                PrintedArea.begin(sheet);
                sheets.put(it.id(), sheet);
            }
        }
        return sheets;
    }

    /** A sheet goes with its customer; what a person wrote there is in the versions that are kept. */
    private static void gone(XSSFWorkbook workbook, WorkbookData data, FoundBook book, List<CustomerId> going) {
        Set<CustomerId> there = data.customers().stream().map(CustomerRow::id).collect(Collectors.toCollection(HashSet::new));
        book.customers().entrySet().stream()
                .filter(it -> !there.contains(it.getKey()) || going.contains(it.getKey()))
                .map(it -> it.getValue().sheet())
                .sorted((a, b) -> b - a)
                .forEach(workbook::removeSheetAt);
    }
}
