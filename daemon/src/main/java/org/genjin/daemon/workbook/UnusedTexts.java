package org.genjin.daemon.workbook;

import java.util.BitSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Empties the texts of a workbook that no cell shows any more: what was replaced or deleted is not to stay in the file. */
final class UnusedTexts {

    private UnusedTexts() {}

    static void empty(XSSFWorkbook workbook) {
        SharedStringsTable texts = workbook.getSharedStringSource();
        BitSet used = new BitSet(texts.getUniqueCount());
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING && cell instanceof XSSFCell it) {
                        String value = it.getCTCell().isSetV() ? it.getCTCell().getV() : "";
                        if (value.matches("\\d{1,9}")) {
                            used.set(Integer.parseInt(value));
                        }
                    }
                }
            }
        }
        for (int i = used.nextClearBit(0); i < texts.getUniqueCount(); i = used.nextClearBit(i + 1)) {
            if (texts.getItemAt(i) instanceof XSSFRichTextString text && !text.getString().isEmpty()) {
                text.getCTRst().setRArray(null);
                text.getCTRst().setT("");
            }
        }
    }
}
