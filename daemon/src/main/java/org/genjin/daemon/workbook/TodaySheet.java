package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.workbook.rules.Place;
import org.genjin.daemon.workbook.rules.Snapshot;

/**
 * Who is to be followed up, the longest due first, and on through the next two weeks: state, days and colours are worked out in the
 * file from true dates, so that it is right on the morning after without anybody writing it, and as the order is by day, the order
 * is right too. Written whole each time; what a person typed over name, country, grade, day and action has been read before.
 */
final class TodaySheet {

    static final List<String> COLUMNS = List.of(
            "id", "name", "country", "grade", "turn", "state", "due", "reason", "action", "silent", "window", "evidence", "_last", "_limit");

    private static final int[] WIDTHS = {9, 26, 22, 7, 10, 17, 12, 22, 26, 11, 14, 46};
    private static final int VISIBLE = WIDTHS.length;
    private static final int MOST = 1000;
    /** Rows for colours and filter: the sheet grows while they stay as they are. */
    private static final int ROWS = 2000;
    /** So far ahead it is printed. */
    private static final int PRINTED_DAYS = 3;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** By these it is known to be of the kind that is written now. */
    private static final Set<String> NEEDED = Set.of("id", "due", "_last", "_limit");

    private final SheetWords words;
    private final SheetValues values;
    private final Cells cells;
    private final DueWord state;

    TodaySheet(SheetWords words, SheetValues values, Cells cells) {
        this.words = words;
        this.values = values;
        this.cells = cells;
        this.state = new DueWord(words);
    }

    /** @param said what the workbook says by now */
    void write(XSSFSheet sheet, WorkbookData data, Map<CustomerId, String> names, Found found, Snapshot said) {
        LocalDate today = data.today();
        Optional<FoundTable> table = found.book().today().filter(it -> it.columns().keySet().containsAll(NEEDED));
        Spot spot = table.map(it -> Spot.found(sheet, it, cells, COLUMNS)).orElseGet(() -> fresh(sheet));
        TodayRows theirs = table.map(it -> TodayRows.of(sheet, it, spot.columns(), found.answers(), today))
                .orElseGet(() -> TodayRows.none(sheet));
        if (spot.header() > 0) {
            note(spot, sheet, data);
        }
        List<Reminder> reminders = Reminder.of(data.customers(), data.due(), data.history(), data.zone(), words).stream()
                .filter(it -> Reminder.isNear(it.customer(), today) || isLeft(it.customer().id(), theirs, found))
                .limit(MOST)
                .toList();
        int line = spot.header() + 1;
        for (Reminder it : reminders) {
            Row row = Cells.row(sheet, line++);
            row(spot, row, it, today, data, names);
            said(spot, row, it, data, said);
            asTyped(spot, row, it.customer().id(), found);
            theirs.put(row, it.customer().id());
        }
        clear(sheet, line);
        theirs.putNobodys(line);
        if (spot.fresh()) {
            look(spot, (int) reminders.stream().filter(it -> it.isWithin(today, PRINTED_DAYS)).count());
        }
    }

    /** Over the whole width of a new sheet, so that paper has all of it. */
    private void note(Spot spot, XSSFSheet sheet, WorkbookData data) {
        String note = words.text("note", MOMENT.format(data.at().atZone(data.zone())))
                + (data.unlisted() == 0 ? "" : " " + words.text("note.unlisted", data.unlisted()));
        Row row = Cells.row(sheet, 0);
        cells.text(row, 0, note, Look.REMARK);
        if (spot.fresh()) {
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, VISIBLE - 1));
        }
        Frame.height(row, Text.columns(note), IntStream.of(WIDTHS).sum() - WIDTHS.length);
    }

    /** What a person put there that nobody has read stays in sight. */
    private static boolean isLeft(CustomerId customer, TodayRows theirs, Found found) {
        return theirs.isWrittenBeside(customer) || !found.asTyped(Place.TODAY, customer).isEmpty();
    }

    private void said(Spot spot, Row row, Reminder it, WorkbookData data, Snapshot said) {
        long number = it.customer().id().number();
        for (String key : TablePlace.TODAY.theirs()) {
            said.put(number, Place.TODAY.key(key), values.settled(key, switch (key) {
                case "next" -> it.due() == null ? "" : it.due().toString();
                case "action" -> it.action();
                default -> data.code(it.customer().id(), key);
            }));
        }
        OwnCells.note(spot, row, TablePlace.TODAY.ours(), number, Place.TODAY, said);
    }

    /** What is no value, or is another elsewhere, stands as it was typed wherever the row has come to. */
    private void asTyped(Spot spot, Row row, CustomerId customer, Found found) {
        FoundTable table = found.book().today().orElse(null);
        Set<String> left = found.asTyped(Place.TODAY, customer);
        if (table == null || left.isEmpty()) {
            return;
        }
        table.rows().stream()
                .filter(it -> TablePlace.TODAY.customer(table, it).filter(customer::equals).isPresent())
                .findFirst()
                .ifPresent(it -> left.forEach(key -> {
                    String column = TablePlace.TODAY.column(key);
                    if (table.cell(it, column).date() == null) {
                        cells.text(row, spot.column(column), table.cell(it, column).text(), Look.PLAIN);
                    } else {
                        cells.day(row, spot.column(column), table.cell(it, column).date());
                    }
                }));
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
        Widths.of(sheet, WIDTHS)
                .values(COLUMNS.indexOf("country"), 34)
                .values(COLUMNS.indexOf("reason"), 34)
                .reminders(COLUMNS, words)
                .header(spot.header())
                .give();
        sheet.createFreezePane(2, spot.header() + 1);
        sheet.setAutoFilter(new CellRangeAddress(spot.header(), ROWS, 0, VISIBLE - 1));
        sheet.setRepeatingRows(new CellRangeAddress(spot.header(), spot.header(), -1, -1));
        new UrgencyColours(sheet, words, first, ROWS)
                .due(letter(spot, "due"), false, letter(spot, "state"))
                .turn(letter(spot, "turn"), letter(spot, "state"))
                .silent(letter(spot, "silent"), letter(spot, "_limit"));
        Choices.list(sheet, spot.column("grade"), first - 1, ROWS, "Grades");
        Choices.day(sheet, spot.column("due"), first - 1, ROWS, words);
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
