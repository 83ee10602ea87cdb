package org.genjin.daemon.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.genjin.daemon.customer.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How a new overview looks: widths, filter, dropdowns, colours, A4. From then on all of it is a person's and never written again,
 * so it reaches over rows that are yet to come. Colour means urgency, and each colour has a word in the same row.
 */
final class OverviewLook {

    private static final int[] WIDTHS = {
        10, 30, 16, 14, 7, 12, 9, 12, 26, 12, 12, 9, 8, 20, 32, 22, 12, 14, 18, 26, 12, 26, 30, 8, 8, 8
    };
    private static final int HIDDEN_FROM = 23;
    /** Up to the phone numbers: all that fits on paper. */
    private static final int LAST_PRINTED = 15;
    /** So many customers nobody has in one sheet. */
    private static final int ROWS = 20_000;

    private OverviewLook() {}

    static void give(Spot spot, SheetWords words, int last) {
        Sheet sheet = spot.sheet();
        Frame.widths(sheet, WIDTHS);
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, last), 0, HIDDEN_FROM - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        choices(sheet);
        colours(sheet, words);
        Frame.print(sheet, true, words.text("footer", words.text("sheet.overview")));
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, LAST_PRINTED, 0, Math.max(1, last));
    }

    private static void choices(Sheet sheet) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        Map<Integer, String> lists = new LinkedHashMap<>();
        lists.put(4, "Grades");
        lists.put(5, "Stages");
        lists.put(16, "CustomerTypes");
        lists.put(17, "Sources");
        lists.forEach((column, list) -> {
            DataValidation validation = helper.createValidation(
                    helper.createFormulaListConstraint(list), new CellRangeAddressList(1, ROWS, column, column));
            validation.setSuppressDropDownArrow(true);
            validation.setShowErrorBox(false);
            sheet.addValidationData(validation);
        });
    }

    private static void colours(Sheet sheet, SheetWords words) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        String lost = words.value("stage", Stage.LOST.id());
        String blocked = words.value("stage", Stage.BLOCKED.id());
        String mine = words.value("turn", "mine");
        CellRangeAddress[] next = {CellRangeAddress.valueOf("H2:H" + ROWS)};
        CellRangeAddress[] turn = {CellRangeAddress.valueOf("G2:G" + ROWS)};
        CellRangeAddress[] silent = {CellRangeAddress.valueOf("L2:L" + ROWS)};
        CellRangeAddress[] all = {CellRangeAddress.valueOf("A2:W" + ROWS)};
        rule(formats, all, "OR($F2=\"" + lost + "\",$F2=\"" + blocked + "\")", null, "808080", false);
        rule(formats, next, "AND(ISNUMBER($H2),$H2<TODAY())", "FDE2E0", "9C1C12", true);
        rule(formats, next, "$H2=TODAY()", "FFF1CC", "7A5200", false);
        rule(formats, next, "AND($H2>TODAY(),$H2<=TODAY()+3)", "E4F4E4", "1E5B1E", false);
        rule(formats, turn, "$G2=\"" + mine + "\"", "DCEBFF", "0B4A8F", false);
        rule(formats, silent, "AND(ISNUMBER($L2),$L2>$Z2)", "FFE8D6", "8A3B00", false);
    }

    private static void rule(
            SheetConditionalFormatting formats, CellRangeAddress[] where, String formula, @Nullable String fill, String ink, boolean bold) {
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(formula);
        FontFormatting font = rule.createFontFormatting();
        font.setFontColor(Styles.colour(ink));
        font.setFontStyle(false, bold);
        if (fill != null) {
            PatternFormatting pattern = rule.createPatternFormatting();
            pattern.setFillBackgroundColor(Styles.colour(fill));
            pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        }
        formats.addConditionalFormatting(where, rule);
    }
}
