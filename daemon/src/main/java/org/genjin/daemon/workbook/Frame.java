package org.genjin.daemon.workbook;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** What all sheets have in common: widths, headers, A4. */
final class Frame {

    static final float LINE_POINTS = 15.5f;
    private static final int MOST_LINES = 12;

    private Frame() {}

    static void widths(Sheet sheet, int... characters) {
        for (int i = 0; i < characters.length; i++) {
            sheet.setColumnWidth(i, characters[i] * 256);
        }
    }

    /** @param columns keys of {@code column.…} */
    static void head(Row row, Cells cells, SheetWords words, String... columns) {
        for (int i = 0; i < columns.length; i++) {
            cells.text(row, i, columns[i].startsWith("_") ? columns[i] : words.text("column." + columns[i]), Look.HEAD);
        }
        row.setHeightInPoints(30);
    }

    /** Rows of wrapped text are as high as their longest cell; nobody does that for a file that was never opened. */
    static void height(Row row, int... textAndWidth) {
        int lines = 1;
        for (int i = 0; i < textAndWidth.length; i += 2) {
            lines = Math.max(lines, lines(textAndWidth[i], textAndWidth[i + 1]));
        }
        row.setHeightInPoints(LINE_POINTS * Math.min(MOST_LINES, lines));
    }

    /** How many lines a text of so many columns takes. */
    static int lines(int text, int width) {
        return Math.max(1, (text + width - 1) / Math.max(1, width));
    }

    static void print(Sheet sheet, boolean landscape, String footer) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(landscape);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.getFooter().setCenter(footer);
    }
}
