package org.genjin.daemon.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet;

/**
 * One of our tables as it was found.
 *
 * @param sheet its sheet's place in the workbook, from 0
 * @param header the line of its header, as the spreadsheet counts
 * @param columns key → column, from 0; in the order in which they stand
 * @param rows those below the header
 */
public record FoundTable(int sheet, int header, Map<String, Integer> columns, List<Sheet.Row> rows) {

    public FoundTable {
        columns = new LinkedHashMap<>(columns);
        rows = List.copyOf(rows);
    }

    Cell cell(Sheet.Row row, String key) {
        Integer column = columns.get(key);
        return column == null ? Cell.EMPTY : row.cell(column);
    }

    String text(Sheet.Row row, String key) {
        return SheetValues.bare(cell(row, key).text());
    }
}
