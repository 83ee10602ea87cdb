package org.genjin.daemon.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.words.Text;

/** Rows in columns that line up, also with Chinese in them. One thread. */
final class Table {

    private static final int WIDEST = 48;

    private final List<String[]> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(head);
    }

    void row(Object... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = String.valueOf(cells[i]).replaceAll("\\p{Cntrl}+", " ");
        }
        rows.add(row);
    }

    void print(PrintStream out) {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.min(WIDEST, Math.max(widths[i], Text.columns(row[i])));
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String cell = i == row.length - 1 ? row[i] : Text.fitColumns(row[i], widths[i]);
                line.append(cell);
                if (i < row.length - 1) {
                    line.repeat(' ', Math.max(0, widths[i] - Text.columns(cell)) + 2);
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
