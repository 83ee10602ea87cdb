package org.genjin.daemon.customerlist.file;

import java.util.List;

/**
 * One sheet of a list, or all of a file that has none.
 *
 * @param rows those that hold anything, from the top
 * @param merges cells that are shown as one
 */
public record Sheet(String name, boolean hidden, List<Row> rows, List<Merge> merges) {

    public Sheet {
        rows = List.copyOf(rows);
        merges = List.copyOf(merges);
    }

    /**
     * @param number as the spreadsheet counts, from 1
     * @param hidden whether a filter or somebody hid it
     */
    public record Row(int number, boolean hidden, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** The cell in that column, from 0; an empty one beyond the row's end. */
        public Cell cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }

        public boolean isEmpty() {
            return cells.stream().allMatch(Cell::isEmpty);
        }

        /** How many of its cells hold something. */
        public int filled() {
            return (int) cells.stream().filter(it -> !it.isEmpty()).count();
        }
    }

    /** Cells shown as one: rows as the spreadsheet counts, columns from 0, all inclusive. */
    public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}
}
