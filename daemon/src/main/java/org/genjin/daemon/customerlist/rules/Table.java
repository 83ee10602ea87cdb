package org.genjin.daemon.customerlist.rules;

import java.util.List;
import java.util.OptionalInt;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.customerlist.file.Sheet.Merge;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/**
 * A header with the rows below it.
 *
 * @param headers what each column is called, from the first; "" for a column without a name
 * @param groups what stands above several columns; "" where nothing does
 * @param body what is below, empty rows excepted
 * @param headed false if no header was found and the first row is data
 */
record Table(Sheet sheet, List<String> headers, List<String> groups, List<Row> body, boolean headed) {

    Table {
        headers = List.copyOf(headers);
        groups = List.copyOf(groups);
        body = List.copyOf(body);
    }

    /** Number of the first row of the merged cells that this one is in; empty if it stands for itself. */
    OptionalInt mergedFrom(Row row, int column) {
        for (Merge it : sheet.merges()) {
            if (it.firstColumn() <= column && column <= it.lastColumn() && it.firstRow() < row.number() && row.number() <= it.lastRow()) {
                return OptionalInt.of(it.firstRow());
            }
        }
        return OptionalInt.empty();
    }

    /** Over how many columns the row's only filled cell is shown. */
    int widthOf(Row row) {
        return sheet.merges().stream()
                .filter(it -> it.firstRow() <= row.number() && row.number() <= it.lastRow())
                .mapToInt(it -> it.lastColumn() - it.firstColumn() + 1)
                .max()
                .orElse(1);
    }
}
