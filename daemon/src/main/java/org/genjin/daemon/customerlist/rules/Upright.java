package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/** Turns sheets that have a customer in each column. */
final class Upright {

    /** More rows than a sheet with labels down its side has. */
    private static final int MOST_LABELS = 80;

    private final HeaderWords words;
    private final TableFinder finder;

    Upright(HeaderWords words) {
        this.words = words;
        this.finder = new TableFinder(words);
    }

    /** A sheet with labels down its first column and a customer in each of the others is turned. */
    Sheet of(Sheet sheet) {
        if (sheet.rows().size() > MOST_LABELS) {
            return sheet;
        }
        int at = labels(sheet, 0) >= labels(sheet, 1) ? 0 : 1; // the first may only count
        long lines = sheet.rows().stream().filter(it -> it.filled() > 1).count(); // not a title above, not a remark below
        long known = sheet.rows().stream().filter(it -> it.filled() > 1 && words.find(it.cell(at).text().strip()).isPresent()).count();
        boolean across = finder.find(sheet).tables().stream().noneMatch(it -> it.body().size() > 1);
        return labels(sheet, at) >= 4 && known >= 0.6 * lines && across ? turned(sheet, at) : sheet;
    }

    private long labels(Sheet sheet, int column) {
        return sheet.rows().stream().filter(row -> row.filled() > 2 + column
                && words.find(row.cell(column).text().strip()).filter(HeaderWords.Hit::whole).isPresent()
                && words.find(row.cell(column + 2).text().strip()).isEmpty()).count();
    }

    private static Sheet turned(Sheet sheet, int from) {
        int width = sheet.rows().stream().mapToInt(it -> it.cells().size()).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        for (int column = from; column < width; column++) {
            int at = column;
            rows.add(new Row(column + 1, false, sheet.rows().stream().map(it -> it.cell(at)).toList()));
        }
        return new Sheet(sheet.name(), false, rows.stream().filter(it -> !it.isEmpty()).toList(), List.of());
    }
}
