package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.words.Text;

/**
 * Who is to be followed up, the longest due first, and on through the next two weeks: state, days and colours are worked out in the
 * file from true dates, so that it is right on the morning after without anybody writing it, and as the order is by day, the order
 * is right too. Written whole each time: nothing that is typed here counts.
 */
final class TodaySheet {

    static final List<String> COLUMNS = List.of(
            "id", "name", "country", "grade", "turn", "state", "due", "reason", "action", "silent", "window", "evidence", "_last", "_limit");

    private static final int[] WIDTHS = {9, 26, 22, 7, 10, 17, 12, 22, 26, 11, 14, 46};
    private static final int VISIBLE = WIDTHS.length;
    private static final int DAYS_AHEAD = 14;
    private static final int MOST = 1000;
    /** Rows for colours and filter: the sheet grows while they stay as they are. */
    private static final int ROWS = 2000;
    /** So far ahead it is printed. */
    private static final int PRINTED_DAYS = 3;

    private final SheetWords words;
    private final Cells cells;
    private final DueWord state;

    TodaySheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
        this.state = new DueWord(words);
    }

    void write(XSSFSheet sheet, WorkbookData data, Map<CustomerId, String> names, Found found) {
        Spot spot = found.book().today()
                .filter(it -> it.columns().keySet().containsAll(COLUMNS))
                .map(it -> Spot.found(sheet, it, cells, COLUMNS))
                .orElseGet(() -> fresh(sheet));
        if (spot.header() > 0) {
            cells.text(Cells.row(sheet, 0), 0,
                    words.text("note", data.at().atZone(data.zone()).toLocalDateTime().withNano(0).toString().replace('T', ' ')),
                    Look.SOFT);
        }
        LocalDate today = data.today();
        List<Reminder> reminders = Reminder.of(data.customers(), data.due(), data.history(), data.zone(), words).stream()
                .filter(it -> it.isMine() || it.isWithin(today, DAYS_AHEAD))
                .limit(MOST)
                .toList();
        Set<String> hidden = hidden(spot);
        int line = spot.header() + 1;
        for (Reminder it : reminders) {
            Row row = Cells.row(sheet, line++);
            row(spot, row, it, today, data, names);
            row.setZeroHeight(hidden.contains(it.customer().id().toString()));
        }
        clear(sheet, line);
        if (spot.fresh()) {
            look(spot, (int) reminders.stream().filter(it -> it.isWithin(today, PRINTED_DAYS)).count());
        }
    }

    /** Customers whose rows a filter hides: it goes on hiding those, whatever row they come to stand in. */
    private static Set<String> hidden(Spot spot) {
        Set<String> hidden = new HashSet<>();
        for (Row row : spot.sheet()) {
            Cell id = row.getRowNum() > spot.header() && row.getZeroHeight() ? row.getCell(Math.max(0, spot.column("id"))) : null;
            if (id != null) {
                hidden.add(id.toString());
            }
        }
        return hidden;
    }

    /** Of an earlier kind nothing is kept: all of it was Genjin's. */
    private Spot fresh(XSSFSheet sheet) {
        clear(sheet, 0);
        return Spot.fresh(sheet, 1, cells, words, COLUMNS);
    }

    private static void clear(XSSFSheet sheet, int from) {
        for (int rest = sheet.getLastRowNum(); rest >= from; rest--) {
            Row row = sheet.getRow(rest);
            if (row != null) {
                sheet.removeRow(row);
            }
        }
    }

    private void look(Spot spot, int printed) {
        XSSFSheet sheet = (XSSFSheet) spot.sheet();
        int first = spot.header() + 2;
        Frame.widths(sheet, WIDTHS);
        sheet.createFreezePane(2, spot.header() + 1);
        sheet.setAutoFilter(new CellRangeAddress(spot.header(), ROWS, 0, VISIBLE - 1));
        sheet.setRepeatingRows(new CellRangeAddress(spot.header(), spot.header(), -1, -1));
        new UrgencyColours(sheet, words, first, ROWS)
                .due(letter(spot, "due"), false, letter(spot, "state"))
                .turn(letter(spot, "turn"), letter(spot, "state"))
                .silent(letter(spot, "silent"), letter(spot, "_limit"));
        Frame.print(sheet, true, words.text("footer", words.text("sheet.today")));
        int sheets = sheet.getWorkbook().getSheetIndex(sheet);
        sheet.getWorkbook().setPrintArea(sheets, 0, VISIBLE - 1, 0, spot.header() + Math.max(1, printed));
    }

    private void row(Spot spot, Row row, Reminder it, LocalDate today, WorkbookData data, Map<CustomerId, String> names) {
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
        cells.text(row, spot.column("turn"), words.value("turn", customer.turn().id()), Look.PLAIN);
        cells.day(row, spot.column("due"), it.due());
        cells.text(row, spot.column("reason"), it.reason(), Look.PLAIN);
        cells.text(row, spot.column("action"), it.action(), Look.WRAPPED);
        cells.text(row, spot.column("window"),
                customer.timeZone() == null ? "" : OfficeHours.theirs(customer.timeZone(), data.zone(), today).toString(), Look.PLAIN);
        cells.text(row, spot.column("evidence"), it.evidence(), Look.WRAPPED);
        cells.day(row, spot.column("_last"), customer.lastTouch(), data.zone());
        cells.number(row, spot.column("_limit"), customer.grade().silentDays());
        counting(spot, row, it, today, data);
        Frame.height(row, Text.columns(it.action()), WIDTHS[8] - 3, Text.columns(it.evidence()), WIDTHS[11] - 4,
                Text.columns(customer.name()), WIDTHS[1] - 2);
    }

    /** What goes on by itself. */
    private void counting(Spot spot, Row row, Reminder it, LocalDate today, WorkbookData data) {
        boolean whole = IntStream.of(spot.column("due"), spot.column("turn"), spot.column("silent")).allMatch(column -> column >= 0);
        if (!whole) {
            return;
        }
        Long silent = it.silent(today, data.zone());
        String last = cell(spot, row, "_last");
        cells.formula(row, spot.column("silent"), "IF(" + last + "=\"\",\"\",TODAY()-" + last + ")", silent);
        cells.formula(
                row, spot.column("state"),
                state.formula(cell(spot, row, "due"), cell(spot, row, "turn"), cell(spot, row, "silent"), cell(spot, row, "_limit")),
                state.on(today, it.due(), it.isMine(), silent, it.customer().grade().silentDays()), Look.PLAIN);
    }

    private static String cell(Spot spot, Row row, String key) {
        return letter(spot, key) + (row.getRowNum() + 1);
    }

    private static String letter(Spot spot, String key) {
        return CellReference.convertNumToColString(spot.column(key));
    }
}
