package org.genjin.daemon.workbook;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Takes rows out and puts rows in, with all that stands below them, colours and comments too. Lines from 0. */
final class MovedRows {

    private MovedRows() {}

    static void remove(Sheet sheet, int line) {
        Row row = sheet.getRow(line);
        if (row != null) {
            sheet.removeRow(row);
        }
        if (line < sheet.getLastRowNum()) {
            sheet.shiftRows(line + 1, sheet.getLastRowNum(), -1, true, false);
        }
    }

    /** Makes room for {@code count} rows, the first at {@code line}. */
    static void insert(Sheet sheet, int line, int count) {
        if (line <= sheet.getLastRowNum()) {
            sheet.shiftRows(line, sheet.getLastRowNum(), count, true, false);
        }
    }
}
