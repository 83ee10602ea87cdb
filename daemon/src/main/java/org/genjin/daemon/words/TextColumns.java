package org.genjin.daemon.words;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns that line up where letters are of one width, also with Chinese in them. One thread. */
public final class TextColumns {

    private final int widest;
    private final List<String[]> rows = new ArrayList<>();

    /** @param widest what is wider is cut, but in the last column */
    public TextColumns(int widest) {
        this.widest = widest;
    }

    public void row(Object... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = String.valueOf(cells[i]).replaceAll("\\p{Cntrl}+", " ");
        }
        rows.add(row);
    }

    public List<String> lines() {
        int[] widths = new int[rows.stream().mapToInt(it -> it.length).max().orElse(0)];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.min(widest, Math.max(widths[i], Text.columns(row[i])));
            }
        }
        return rows.stream().map(it -> line(it, widths)).toList();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String cell = i == row.length - 1 ? row[i] : Text.fitColumns(row[i], widths[i]);
            line.append(cell);
            if (i < row.length - 1) {
                line.repeat(' ', Math.max(0, widths[i] - Text.columns(cell)) + 2);
            }
        }
        return line.toString().stripTrailing();
    }
}
