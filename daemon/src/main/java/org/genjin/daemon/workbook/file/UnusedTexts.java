package org.genjin.daemon.workbook.file;

import java.util.BitSet;
import java.util.OptionalInt;
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

    /** @param shown the numbers of those that cells show which are not in the workbook for now */
    static void empty(XSSFWorkbook workbook, BitSet shown) {
        SharedStringsTable texts = workbook.getSharedStringSource();
        BitSet used = new BitSet(texts.getUniqueCount());
        used.or(shown);
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING && cell instanceof XSSFCell it) {
                        number(it.getCTCell().isSetV() ? it.getCTCell().getV() : "").ifPresent(used::set);
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

    /** By which a cell calls its text. */
    static OptionalInt number(String value) {
        boolean digits = !value.isEmpty() && value.length() < 10 && value.chars().allMatch(it -> it >= '0' && it <= '9');
        return digits ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }
}
