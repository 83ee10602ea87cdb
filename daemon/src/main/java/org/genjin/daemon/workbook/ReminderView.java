package org.genjin.daemon.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.ledger.CustomerRow;
import org.jspecify.annotations.Nullable;

/**
 * A sheet whose rows choose themselves out of a {@link ReminderTable}, in order, with functions that every spreadsheet program has.
 * What it comes to on the day of writing stands beside each formula, for programs that only show.
 */
final class ReminderView {

    private static final List<String> COLUMNS = List.of(
            "id", "name", "country", "grade", "turn", "state", "next", "action", "silent", "contact", "phones", "evidence", "_place", "_limit");
    private static final int[] WIDTHS = {9, 26, 22, 7, 10, 17, 12, 26, 11, 18, 18, 46};
    private static final int VISIBLE = WIDTHS.length;
    private static final int HEADER = 1;
    private static final int MOST = 300;
    /** Printed beyond those of the day of writing: rows without a customer are empty. */
    private static final int SPARE = 10;
    private static final int TWO_LINES = 31;

    private final XSSFSheet sheet;
    private final SheetWords words;
    private final Cells cells;

    ReminderView(XSSFSheet sheet, SheetWords words, Cells cells) {
        this.sheet = sheet;
        this.words = words;
        this.cells = cells;
    }

    /**
     * Which rows are chosen.
     *
     * @param keys cells that hold a number in each row that may be chosen
     * @param before formula for how many smaller ones are left out
     * @param count formula for how many are chosen
     */
    record Choice(String keys, String before, String count) {}

    /** @param keys cells with the days of follow-ups */
    record Counted(String keys) {

        Choice overdue() {
            return new Choice(keys, "0", "COUNTIF(" + keys + ",\"<\"&TODAY())");
        }

        Choice today() {
            String before = "COUNTIF(" + keys + ",\"<\"&TODAY())";
            return new Choice(keys, before, "COUNTIF(" + keys + ",\"<\"&(TODAY()+1))-" + before);
        }
    }

    static Choice all(String keys) {
        return new Choice(keys, "0", "COUNT(" + keys + ")");
    }

    /** @param chosen places in the content of those that are chosen on the day of writing */
    void write(String title, Choice choice, ReminderTable table, ReminderBook.Content content, List<Integer> chosen) {
        Row top = Cells.row(sheet, 0);
        top.createCell(COLUMNS.indexOf("_place")).setCellFormula(choice.count());
        top.createCell(COLUMNS.indexOf("_limit")).setCellFormula(choice.before());
        cells.formula(top, 0, DueWord.quoted(title + " · ") + "&" + fixed("_place"), title + " · " + chosen.size(), Look.TITLE);
        Spot.fresh(sheet, HEADER, cells, words, COLUMNS);
        int rows = Math.min(MOST, Math.max(1, content.reminders().size()));
        for (int i = 0; i < rows; i++) {
            row(sheet.createRow(HEADER + 1 + i), i, choice, table, content, i < chosen.size() ? chosen.get(i) : null);
        }
        look(rows, chosen.size());
    }

    private void look(int rows, int chosen) {
        Widths.of(sheet, WIDTHS).reminders(COLUMNS, words).header(HEADER).give();
        sheet.createFreezePane(2, HEADER + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER, HEADER, -1, -1));
        new UrgencyColours(sheet, words, HEADER + 2, HEADER + 1 + rows)
                .due(letter("next"), false, letter("state"))
                .turn(letter("turn"), letter("state"))
                .silent(letter("silent"), letter("_limit"));
        Frame.print(sheet, true, words.text("footer", sheet.getSheetName()));
        sheet.getWorkbook().setPrintArea(
                sheet.getWorkbook().getSheetIndex(sheet), 0, VISIBLE - 1, 0, HEADER + Math.min(rows, chosen + SPARE));
    }

    private void row(Row row, int place, Choice choice, ReminderTable table, ReminderBook.Content content, @Nullable Integer chosen) {
        row.setHeightInPoints(TWO_LINES);
        int line = row.getRowNum() + 1;
        String at = "$" + letter("_place") + line;
        cells.formula(
                row, COLUMNS.indexOf("_place"),
                "IF(" + (place + 1) + ">" + fixed("_place") + ",\"\",MATCH(SMALL(" + choice.keys() + "," + fixed("_limit") + "+"
                        + (place + 1) + ")," + choice.keys() + ",0))",
                chosen == null ? null : (long) chosen + 1);
        Map<String, Object> now = chosen == null ? Map.of() : values(content.reminders().get(chosen), content);
        for (String key : COLUMNS) {
            if (key.equals("_place")) {
                continue;
            }
            String found = "INDEX(" + table.range(key) + "," + at + ")";
            Object value = now.getOrDefault(key, "");
            int column = COLUMNS.indexOf(key);
            switch (key) {
                case "next" -> cells.formula(row, column, "IF(" + at + "=\"\",\"\"," + found + ")", value, Look.DATE);
                case "silent", "_limit" -> cells.formula(row, column, "IF(" + at + "=\"\",\"\"," + found + ")", value, Look.COUNT);
                case "grade" -> cells.formula(row, column, "IF(" + at + "=\"\",\"\"," + found + "&\"\")", value, Look.BOLD);
                case "evidence", "action", "name" -> cells.formula(
                        row, column, "IF(" + at + "=\"\",\"\"," + found + "&\"\")", value, Look.WRAPPED);
                default -> cells.formula(row, column, "IF(" + at + "=\"\",\"\"," + found + "&\"\")", value, Look.PLAIN);
            }
        }
    }

    /** What the formulas come to on the day of writing; what is empty is not there. */
    private Map<String, Object> values(Reminder it, ReminderBook.Content content) {
        CustomerRow customer = it.customer();
        Long silent = it.silent(content.today(), content.zone());
        Map<String, Object> values = new HashMap<>(Map.of(
                "id", customer.id().toString(), "name", customer.name(), "country", words.country(customer),
                "grade", customer.grade().name(), "turn", words.value("turn", customer.turn().id()), "action", it.action(),
                "contact", customer.contacts().stream().map(Contact::name).findFirst().orElse(""),
                "phones", SheetValues.several(customer.phones()),
                "evidence", it.evidence(), "_limit", (double) customer.grade().silentDays()));
        values.put("state", new DueWord(words).on(content.today(), it.due(), it.isMine(), silent, customer.grade().silentDays()));
        if (silent != null) {
            values.put("silent", (double) silent);
        }
        if (it.due() != null) {
            values.put("next", DateUtil.getExcelDate(it.due()));
        }
        return values;
    }

    private static String fixed(String key) {
        return "$" + letter(key) + "$1";
    }

    private static String letter(String key) {
        return CellReference.convertNumToColString(COLUMNS.indexOf(key));
    }
}
