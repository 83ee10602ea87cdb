package org.genjin.daemon.workbook;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.ExtendedColor;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.genjin.daemon.calendar.OfficeHours;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.workbook.Cells.Look;

/** All customers of an owner, one a row. Colour means urgency, and each colour has a word in the same row. */
final class OverviewSheet {

    private static final String[] COLUMNS = {
        "id", "name", "country", "window", "grade", "stage", "turn", "next", "action", "last-out", "last-in", "silent",
        "touches", "contact", "addresses", "phones", "type", "source", "products", "quote", "first", "owner", "notes",
        "_id", "_rev", "_limit"
    };
    private static final int[] WIDTHS = {
        10, 30, 16, 14, 7, 12, 9, 12, 26, 12, 12, 9, 8, 20, 32, 22, 12, 14, 18, 26, 12, 26, 30, 8, 8, 8
    };
    private static final int HIDDEN_FROM = 23;
    /** Up to the phone numbers: all that fits on paper. */
    private static final int LAST_PRINTED = 15;

    private final SheetWords words;
    private final Cells cells;

    OverviewSheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    void write(Sheet sheet, WorkbookData data, Map<CustomerId, String> names) {
        Frame.widths(sheet, WIDTHS);
        for (int i = HIDDEN_FROM; i < COLUMNS.length; i++) {
            sheet.setColumnHidden(i, true);
        }
        Frame.head(sheet.createRow(0), cells, words, COLUMNS);
        int line = 1;
        for (CustomerRow it : data.customers()) {
            row(sheet.createRow(line++), it, data, names);
        }
        int last = Math.max(1, line - 1);
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, last, 0, HIDDEN_FROM - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, LAST_PRINTED, 0, last);
        choices(sheet, last);
        colours(sheet, last + 1);
        Frame.print(sheet, true, words.text("footer", words.text("sheet.overview")));
    }

    private void row(Row row, CustomerRow it, WorkbookData data, Map<CustomerId, String> names) {
        ZoneId zone = data.zone();
        ZoneId theirs = it.timeZone();
        cells.text(row, 0, it.id().toString(), Look.PLAIN);
        String sheet = names.get(it.id());
        if (sheet == null) {
            cells.linkToPage(row, 1, it.name(), data.page(it.id()));
        } else {
            cells.linkToSheet(row, 1, it.name(), sheet, 1);
        }
        cells.text(row, 2, words.country(it), Look.PLAIN);
        cells.text(row, 3, theirs == null ? "" : OfficeHours.theirs(theirs, zone, data.at().atZone(zone).toLocalDate()).toString(), Look.PLAIN);
        cells.text(row, 4, it.grade().name(), Look.BOLD);
        cells.text(row, 5, words.value("stage", it.stage().id()), Look.PLAIN);
        cells.text(row, 6, words.value("turn", it.turn().id()), Look.PLAIN);
        cells.day(row, 7, it.next().map(CustomerRow.Next::date).orElse(null));
        cells.text(row, 8, it.next().map(words.sentence()::action).orElse(""), Look.PLAIN);
        cells.day(row, 9, it.lastOut(), zone);
        cells.day(row, 10, it.lastIn(), zone);
        silent(row, it, data);
        cells.number(row, 12, it.touches());
        List<Contact> contacts = it.contacts();
        cells.text(row, 13, contacts.isEmpty() ? "" : contacts.getFirst().name(), Look.PLAIN);
        cells.text(row, 14, contacts.stream().flatMap(c -> c.addresses().stream()).collect(Collectors.joining("；")), Look.PLAIN);
        cells.text(row, 15, contacts.stream().flatMap(c -> c.phones().stream()).collect(Collectors.joining("；")), Look.PLAIN);
        for (int i = 16; i < 20; i++) {
            cells.text(row, i, "", Look.PLAIN);
        }
        cells.day(row, 20, it.firstContact(), zone);
        cells.text(row, 21, it.owner(), Look.PLAIN);
        cells.text(row, 22, it.notes(), Look.PLAIN);
        cells.text(row, 23, it.id().toString(), Look.PLAIN);
        cells.number(row, 24, (double) data.at().getEpochSecond());
        cells.number(row, 25, it.grade().silentDays());
    }

    /** The one formula: it goes on counting while nobody writes the file. */
    private void silent(Row row, CustomerRow it, WorkbookData data) {
        int line = row.getRowNum() + 1;
        Cell cell = row.createCell(11);
        cell.setCellFormula("IF(MAX(J" + line + ":K" + line + ")=0,\"\",TODAY()-MAX(J" + line + ":K" + line + "))");
        cell.setCellStyle(cells.style(row, Look.PLAIN));
        Instant touch = it.lastTouch();
        if (touch != null) {
            cell.setCellValue((double) ChronoUnit.DAYS.between(
                    touch.atZone(data.zone()).toLocalDate(), data.at().atZone(data.zone()).toLocalDate()));
        }
    }

    private static void choices(Sheet sheet, int last) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        Map<Integer, String> lists = Map.of(4, "Grades", 5, "Stages", 6, "Turns", 16, "CustomerTypes", 17, "Sources");
        lists.forEach((column, list) -> {
            DataValidation validation = helper.createValidation(
                    helper.createFormulaListConstraint(list), new CellRangeAddressList(1, last, column, column));
            validation.setSuppressDropDownArrow(true);
            validation.setShowErrorBox(false);
            sheet.addValidationData(validation);
        });
    }

    private void colours(Sheet sheet, int last) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        String lost = words.value("stage", Stage.LOST.id());
        String blocked = words.value("stage", Stage.BLOCKED.id());
        String mine = words.value("turn", "mine");
        CellRangeAddress[] next = {CellRangeAddress.valueOf("H2:H" + last)};
        CellRangeAddress[] turn = {CellRangeAddress.valueOf("G2:G" + last)};
        CellRangeAddress[] silent = {CellRangeAddress.valueOf("L2:L" + last)};
        CellRangeAddress[] all = {CellRangeAddress.valueOf("A2:W" + last)};
        rule(formats, all, "OR($F2=\"" + lost + "\",$F2=\"" + blocked + "\")", null, "808080", false);
        rule(formats, next, "AND(ISNUMBER($H2),$H2<TODAY())", "FDE2E0", "9C1C12", true);
        rule(formats, next, "$H2=TODAY()", "FFF1CC", "7A5200", false);
        rule(formats, next, "AND($H2>TODAY(),$H2<=TODAY()+3)", "E4F4E4", "1E5B1E", false);
        rule(formats, turn, "$G2=\"" + mine + "\"", "DCEBFF", "0B4A8F", false);
        rule(formats, silent, "AND(ISNUMBER($L2),$L2>$Z2)", "FFE8D6", "8A3B00", false);
    }

    private static void rule(
            SheetConditionalFormatting formats,
            CellRangeAddress[] where,
            String formula,
            @org.jspecify.annotations.Nullable String fill,
            String ink,
            boolean bold) {
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(formula);
        FontFormatting font = rule.createFontFormatting();
        font.setFontColor(colour(ink));
        font.setFontStyle(false, bold);
        if (fill != null) {
            PatternFormatting pattern = rule.createPatternFormatting();
            pattern.setFillBackgroundColor(colour(fill));
            pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        }
        formats.addConditionalFormatting(where, rule);
    }

    private static ExtendedColor colour(String hex) {
        XSSFColor colour = new XSSFColor();
        colour.setARGBHex("FF" + hex);
        return colour;
    }
}
