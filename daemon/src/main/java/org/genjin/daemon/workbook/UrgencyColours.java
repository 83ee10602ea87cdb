package org.genjin.daemon.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customer.Stage;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTNumFmt;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/**
 * The colours of a table of customers: they mean urgency, and go by the date of whoever looks. Each has its word in the same row,
 * for paper and for eyes that tell no colours: where no cell says it, the format of the coloured cell does. The first that holds
 * wins.
 */
final class UrgencyColours {

    private static final String LATE = "FDE2E0 9C1C12";
    private static final String TODAY = "FFF1CC 7A5200";
    private static final String MINE = "DCEBFF 0B4A8F";
    private static final String SILENT = "FFE8D6 8A3B00";
    private static final String SOON = "E4F4E4 1E5B1E";

    private static final List<String> DUE = List.of("word.overdue", "state.today", "state.soon");

    private final XSSFSheet sheet;
    private final SheetConditionalFormatting formats;
    private final SheetWords words;
    private final int first;
    private final int last;

    /** @param first line of the first customer, as the spreadsheet counts; {@code last} of the last there may ever be */
    UrgencyColours(Sheet sheet, SheetWords words, int first, int last) {
        this.sheet = (XSSFSheet) sheet;
        this.formats = sheet.getSheetConditionalFormatting();
        this.words = words;
        this.first = first;
        this.last = last;
    }

    /** Whole rows of customers that are lost or blocked, grey. */
    UrgencyColours closed(String stage, String from, String to) {
        String cell = "$" + stage + first;
        rule("OR(" + cell + "=" + word("stage", Stage.LOST.id()) + "," + cell + "=" + word("stage", Stage.BLOCKED.id()) + ")",
                " 808080", false, "", from, to);
        return this;
    }

    /** Days of follow-ups: over, today, soon. */
    UrgencyColours due(String column, boolean says, String... others) {
        String day = "$" + column + first;
        String[] where = with(column, others);
        rule("AND(ISNUMBER(" + day + ")," + day + "<TODAY())", LATE, true, format(says, "word.overdue"), where);
        rule("AND(ISNUMBER(" + day + "),INT(" + day + ")=TODAY())", TODAY, false, format(says, "state.today"), where);
        rule("AND(ISNUMBER(" + day + ")," + day + ">TODAY(),INT(" + day + ")<=TODAY()+" + DueWord.SOON + ")", SOON, false,
                format(says, "state.soon"), where);
        return this;
    }

    /** Where it is our turn. */
    UrgencyColours turn(String column, String... others) {
        rule("$" + column + first + "=" + word("turn", "mine"), MINE, false, "", with(column, others));
        return this;
    }

    /** Days of silence beyond what the grade allows. */
    UrgencyColours silent(String column, String limit) {
        String days = "$" + column + first;
        rule("AND(ISNUMBER(" + days + "),ISNUMBER($" + limit + first + ")," + days + ">$" + limit + first + ")", SILENT, false,
                "0\" " + words.text("word.silent").replace("\"", "") + "\"", column, column);
        return this;
    }

    /** Days with the words that the colours put behind them, for the width of their column: a day that does not fit is shown as ###. */
    static List<String> longestDays(SheetWords words) {
        return DUE.stream().map(it -> "2026-12-28 " + words.text(it) + "  ").toList();
    }

    static List<String> longestSilence(SheetWords words) {
        return List.of("000 " + words.text("word.silent"));
    }

    private String format(boolean says, String key) {
        return says ? "yyyy-mm-dd\" " + words.text(key).replace("\"", "") + "\"" : "";
    }

    private String word(String kind, String id) {
        return DueWord.quoted(words.value(kind, id));
    }

    /** First and last column of each range. */
    private static String[] with(String column, String... others) {
        String[] all = new String[2 + others.length * 2];
        for (int i = 0; i <= others.length; i++) {
            all[2 * i] = i == 0 ? column : others[i - 1];
            all[2 * i + 1] = all[2 * i];
        }
        return all;
    }

    private void rule(String formula, String colours, boolean bold, String format, String... ranges) {
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(formula);
        String fill = colours.substring(0, colours.indexOf(' '));
        FontFormatting font = rule.createFontFormatting();
        font.setFontColor(Styles.colour(colours.substring(colours.indexOf(' ') + 1)));
        font.setFontStyle(false, bold);
        if (!fill.isEmpty()) {
            PatternFormatting pattern = rule.createPatternFormatting();
            pattern.setFillBackgroundColor(Styles.colour(fill));
            pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        }
        CellRangeAddress[] where = new CellRangeAddress[ranges.length / 2];
        for (int i = 0; i < where.length; i++) {
            where[i] = CellRangeAddress.valueOf(ranges[2 * i] + first + ":" + ranges[2 * i + 1] + last);
        }
        formats.addConditionalFormatting(where, rule);
        CTWorksheet all = sheet.getCTWorksheet();
        CTCfRule made = all.getConditionalFormattingArray(all.sizeOfConditionalFormattingArray() - 1).getCfRuleArray(0);
        made.setStopIfTrue(true);
        StylesTable styles = sheet.getWorkbook().getStylesSource();
        Styles.opaque(styles.getDxfAt(Math.toIntExact(made.getDxfId())).getFont().getColorArray(0));
        if (!format.isEmpty()) {
            CTNumFmt number = styles.getDxfAt(Math.toIntExact(made.getDxfId())).addNewNumFmt();
            number.setFormatCode(format);
            number.setNumFmtId(styles.putNumberFormat(format));
        }
    }
}
