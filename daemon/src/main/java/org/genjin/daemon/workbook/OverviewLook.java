package org.genjin.daemon.workbook;

import java.util.Arrays;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.genjin.daemon.customer.Stage;

/**
 * How a new overview looks: widths, filter, dropdowns, colours, A4. From then on all of it is a person's and never written again,
 * so it reaches over rows that are yet to come. Colour means urgency, and each colour has a word in the same row.
 */
final class OverviewLook {

    private static final int[] WIDTHS = {
        10, 30, 20, 14, 7, 12, 12, 17, 26, 12, 12, 12, 8, 20, 32, 22, 12, 14, 18, 26, 12, 26, 30, 8, 8, 8
    };
    private static final int HIDDEN_FROM = 23;
    /** Up to the phone numbers: all that fits on paper. */
    private static final int LAST_PRINTED = 15;
    /** So many customers nobody has in one sheet. */
    static final int ROWS = 20_000;

    private OverviewLook() {}

    static void give(Spot spot, SheetWords words, int last) {
        Sheet sheet = spot.sheet();
        widths(sheet, words);
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, last), 0, HIDDEN_FROM - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        choices(sheet);
        colours(sheet, words);
        Frame.print(sheet, true, words.text("footer", words.text("sheet.overview")));
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, LAST_PRINTED, 0, Math.max(1, last));
    }

    private static void widths(Sheet sheet, SheetWords words) {
        Widths.of(sheet, WIDTHS)
                .values(1, 40)
                .values(2, 34)
                .fitting(5, Arrays.stream(Stage.values()).map(it -> words.value("stage", it.id())).toList())
                .fitting(6, words.turns())
                .fitting(7, UrgencyColours.longestDays(words))
                .fitting(8, words.sentence().actions())
                .fitting(11, UrgencyColours.longestSilence(words))
                .values(13, 28)
                .values(14, 44)
                .values(15, 24)
                .fitting(16, words.list("types"))
                .fitting(17, words.list("sources"))
                .header(0)
                .give();
    }

    private static void choices(Sheet sheet) {
        Choices.list(sheet, 4, 1, ROWS, "Grades");
        Choices.list(sheet, 5, 1, ROWS, "Stages");
        Choices.list(sheet, 16, 1, ROWS, "CustomerTypes");
        Choices.list(sheet, 17, 1, ROWS, "Sources");
    }

    private static void colours(Sheet sheet, SheetWords words) {
        new UrgencyColours(sheet, words, 2, ROWS)
                .closed("F", "A", "W")
                .due("H", true)
                .turn("G")
                .silent("L", "Z");
    }
}
