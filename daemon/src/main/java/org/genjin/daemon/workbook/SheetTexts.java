package org.genjin.daemon.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customerlist.file.Sheet;

/** The texts of a sheet, whether it was read or is about to be written. */
interface SheetTexts {

    /**
     * Column → text, both from 0; what is empty or no text is not in it.
     *
     * @param line from 0
     */
    SortedMap<Integer, String> line(int line);

    static SheetTexts of(XSSFSheet sheet) {
        return line -> {
            SortedMap<Integer, String> texts = new TreeMap<>();
            Row row = sheet.getRow(line);
            if (row != null) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().isEmpty()) {
                        texts.put(cell.getColumnIndex(), cell.getStringCellValue());
                    }
                }
            }
            return texts;
        };
    }

    static SheetTexts of(Sheet sheet) {
        Map<Integer, Sheet.Row> rows = new HashMap<>();
        sheet.rows().forEach(it -> rows.put(it.number() - 1, it));
        return line -> {
            SortedMap<Integer, String> texts = new TreeMap<>();
            Sheet.Row row = rows.get(line);
            for (int i = 0; row != null && i < row.cells().size(); i++) {
                if (!row.cell(i).text().isEmpty()) {
                    texts.put(i, row.cell(i).text());
                }
            }
            return texts;
        };
    }
}
