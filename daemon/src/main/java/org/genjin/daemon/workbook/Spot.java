package org.genjin.daemon.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * Where a table is in the workbook that is being written.
 *
 * @param header its row, from 0
 * @param columns key → column, from 0
 * @param fresh whether it was made just now, so that nobody has given it widths and filters yet
 */
record Spot(Sheet sheet, int header, Map<String, Integer> columns, boolean fresh) {

    /** A new table, with its header. */
    static Spot fresh(Sheet sheet, int header, Cells cells, SheetWords words, List<String> keys) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        keys.forEach(it -> columns.put(it, columns.size()));
        Frame.head(Cells.row(sheet, header), cells, words, keys.toArray(String[]::new));
        keys.stream().filter(it -> it.startsWith("_")).forEach(it -> sheet.setColumnHidden(columns.getOrDefault(it, 0), true));
        return new Spot(sheet, header, columns, true);
    }

    /** One that was found. Hidden columns that a person deleted come back behind all others, those that were emptied where they were. */
    static Spot found(Sheet sheet, FoundTable table, Cells cells, List<String> keys) {
        Map<String, Integer> columns = new LinkedHashMap<>(table.columns());
        int header = table.header() - 1;
        int free = free(sheet, header, columns);
        for (String key : keys) {
            Integer place = columns.get(key);
            if (key.startsWith("_") && place != null) {
                cells.text(Cells.row(sheet, header), place, key, Look.HEAD);
            } else if (key.startsWith("_")) {
                cells.text(Cells.row(sheet, header), free, key, Look.HEAD);
                sheet.setColumnHidden(free, true);
                columns.put(key, free++);
            }
        }
        return new Spot(sheet, header, columns, false);
    }

    /** The first column behind all others, ours and people's. */
    static int free(Sheet sheet, int header, Map<String, Integer> columns) {
        return Math.max(Cells.row(sheet, header).getLastCellNum(), columns.values().stream().mapToInt(it -> it + 1).max().orElse(0));
    }

    /** The same in which some columns are not there. */
    Spot without(Set<String> keys) {
        if (keys.isEmpty()) {
            return this;
        }
        Map<String, Integer> rest = new LinkedHashMap<>(columns);
        rest.keySet().removeAll(keys);
        return new Spot(sheet, header, rest, fresh);
    }

    /** Below 0 if a person deleted it. */
    int column(String key) {
        return columns.getOrDefault(key, -1);
    }
}
