package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.CustomerRow;

/**
 * All customers of a reminder file, one a row, of which its other sheets choose. Grade, stage, day and action are a person's to
 * change; hidden columns hold what the rows are ordered by.
 */
final class ReminderTable {

    static final List<String> COLUMNS = List.of(
            "id", "name", "country", "grade", "stage", "turn", "state", "next", "action", "silent", "last-out", "last-in", "reason", "contact",
            "addresses", "phones", "evidence", "_id", "_limit", "_due", "_mine");

    /** By this header the sheet is known for what it is. */
    static final String MARK = "_mine";

    private static final int[] WIDTHS = {9, 28, 19, 7, 13, 10, 17, 13, 26, 11, 12, 12, 14, 20, 28, 20, 60};
    private static final int VISIBLE = WIDTHS.length;
    private static final int PRINTED = 10;
    private static final int HEADER = 1;
    /** Rows of one day are told apart by their place: a day is a whole number, this is less than one for a million of them. */
    private static final String PLACE = "ROW()/1000000";

    private final XSSFSheet sheet;
    private final SheetWords words;
    private final Cells cells;
    private final DueWord state;
    private int last = HEADER + 1;

    ReminderTable(XSSFSheet sheet, SheetWords words, Cells cells) {
        this.sheet = sheet;
        this.words = words;
        this.cells = cells;
        this.state = new DueWord(words);
    }

    void write(ReminderBook.Content content) {
        cells.text(Cells.row(sheet, 0), 0, words.text("reminder.note", content.today().toString(), sheet.getSheetName()), Look.SOFT);
        Spot.fresh(sheet, HEADER, cells, words, COLUMNS);
        last = HEADER + Math.max(1, content.reminders().size());
        for (int i = 0; i < content.reminders().size(); i++) {
            row(sheet.createRow(HEADER + 1 + i), content.reminders().get(i), content);
        }
        Widths.of(sheet, WIDTHS).values(COLUMNS.indexOf("country"), 34).fitting(COLUMNS.indexOf("action"), words.sentence().actions()).reminders(COLUMNS, words).header(HEADER).give();
        sheet.createFreezePane(2, HEADER + 1);
        sheet.setAutoFilter(new CellRangeAddress(HEADER, last, 0, VISIBLE - 1));
        sheet.setRepeatingRows(new CellRangeAddress(HEADER, HEADER, -1, -1));
        new UrgencyColours(sheet, words, HEADER + 2, last + 1)
                .closed(letter("stage"), "A", letter("evidence"))
                .due(letter("next"), false, letter("state"))
                .turn(letter("turn"), letter("state"))
                .silent(letter("silent"), letter("_limit"));
        Frame.print(sheet, true, words.text("footer", sheet.getSheetName()));
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, PRINTED - 1, 0, last);
    }

    /** To be called when the lists are there. */
    void choices() {
        Choices.list(sheet, COLUMNS.indexOf("grade"), HEADER + 1, last, "Grades");
        Choices.list(sheet, COLUMNS.indexOf("stage"), HEADER + 1, last, "Stages");
        Choices.day(sheet, COLUMNS.indexOf("next"), HEADER + 1, last, words);
    }

    private void row(Row row, Reminder it, ReminderBook.Content content) {
        CustomerRow customer = it.customer();
        LocalDate today = content.today();
        Long silent = it.silent(today, content.zone());
        text(row, "id", customer.id().toString());
        cells.linkToPage(row, COLUMNS.indexOf("name"), customer.name(), new PageLinks(content.page()).of(customer.id()));
        text(row, "country", words.country(customer));
        cells.text(row, COLUMNS.indexOf("grade"), customer.grade().name(), Look.BOLD);
        text(row, "stage", words.value("stage", customer.stage().id()));
        text(row, "turn", words.value("turn", customer.turn().id()));
        cells.day(row, COLUMNS.indexOf("next"), it.due());
        text(row, "action", it.action());
        cells.day(row, COLUMNS.indexOf("last-out"), customer.lastOut(), content.zone());
        cells.day(row, COLUMNS.indexOf("last-in"), customer.lastIn(), content.zone());
        text(row, "reason", it.reason());
        text(row, "contact", customer.contacts().stream().map(Contact::name).findFirst().orElse(""));
        text(row, "addresses", SheetValues.several(customer.addresses()));
        text(row, "phones", SheetValues.several(customer.phones()));
        text(row, "evidence", it.evidence());
        text(row, "_id", customer.id().toString());
        cells.number(row, COLUMNS.indexOf("_limit"), customer.grade().silentDays());
        String both = "MAX(" + cell(row, "last-out") + "," + cell(row, "last-in") + ")";
        cells.formula(row, COLUMNS.indexOf("silent"), "IF(" + both + "=0,\"\",TODAY()-" + both + ")", silent);
        cells.formula(
                row, COLUMNS.indexOf("state"),
                state.formula(cell(row, "next"), cell(row, "turn"), cell(row, "silent"), cell(row, "_limit")),
                state.on(today, it.due(), it.isMine(), silent, customer.grade().silentDays()), Look.PLAIN);
        order(row);
    }

    private void order(Row row) {
        String stage = cell(row, "stage");
        String closed = "OR(" + stage + "=" + DueWord.quoted(words.value("stage", Stage.LOST.id())) + "," + stage + "="
                + DueWord.quoted(words.value("stage", Stage.BLOCKED.id())) + ")";
        String next = cell(row, "next");
        String in = cell(row, "last-in");
        row.createCell(COLUMNS.indexOf("_due"))
                .setCellFormula("IF(AND(ISNUMBER(" + next + "),NOT(" + closed + ")),INT(" + next + ")+" + PLACE + ",\"\")");
        row.createCell(COLUMNS.indexOf("_mine"))
                .setCellFormula("IF(AND(" + cell(row, "turn") + "=" + DueWord.quoted(words.value("turn", "mine")) + ",ISNUMBER(" + in
                        + "),NOT(" + closed + "))," + in + "+" + PLACE + ",\"\")");
    }

    /** All rows of a column, as another sheet names them. */
    String range(String key) {
        return SheetNames.quoted(sheet.getSheetName()) + "!$" + letter(key) + "$" + (HEADER + 2) + ":$" + letter(key) + "$"
                + (last + 1);
    }

    private void text(Row row, String key, String text) {
        cells.text(row, COLUMNS.indexOf(key), text, Look.PLAIN);
    }

    private static String cell(Row row, String key) {
        return letter(key) + (row.getRowNum() + 1);
    }

    private static String letter(String key) {
        return CellReference.convertNumToColString(COLUMNS.indexOf(key));
    }
}
