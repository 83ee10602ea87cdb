package org.genjin.daemon.workbook;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Takes rows out and puts rows in, with all that stands below them, colours and comments too. Lines from 0. */
final class MovedRows {

    private MovedRows() {}

    static void remove(Sheet sheet, int line) {
        remove(sheet, line, 1);
    }

    /** @param line the first of {@code count} */
    static void remove(Sheet sheet, int line, int count) {
        for (int i = line; i < line + count; i++) {
            Row row = sheet.getRow(i);
            if (row != null) {
                sheet.removeRow(row);
            }
        }
        if (line + count <= sheet.getLastRowNum()) {
            sheet.shiftRows(line + count, sheet.getLastRowNum(), -count, true, false);
        }
    }

    /** Makes room for {@code count} rows, the first at {@code line}. */
    static void insert(Sheet sheet, int line, int count) {
        if (line <= sheet.getLastRowNum()) {
            sheet.shiftRows(line, sheet.getLastRowNum(), count, true, false);
        }
    }
}
