package org.genjin.daemon.workbook;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.genjin.daemon.workbook.Cells.Look;

/** What all sheets have in common: widths, headers, A4. */
final class Frame {

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
