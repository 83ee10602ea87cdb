package org.genjin.index.worker;

/**
 * Where in a sheet its words are: a line for each row, a tab before each cell but the first, so that the place of a word in the
 * text tells its cell. What is far from the cells before it begins a text of its own, so that gaps cost nothing.
 */
final class Grid {

    private static final int EMPTY_ROWS = 20;
    private static final int EMPTY_COLUMNS = 50;
    private static final int LETTERS = 26;

    private boolean begun;
    private int firstColumn;
    private int lastRow;
    private int lastColumn;
    private int row = -1;
    private int column = -1;

    /** Goes to a row, counted from 0. */
    void row(int number) {
        row = number;
        column = -1;
    }

    void nextRow() {
        row(row + 1);
    }

    /** Goes to the cell that is so many to the right. */
    void right(int cells) {
        column += cells;
    }

    /** Whether the cell is near enough to the last one to stand in the same text. */
    boolean isNear() {
        boolean onward = row > lastRow || column > lastColumn;
        return begun
                && onward
                && row >= lastRow
                && row - lastRow <= EMPTY_ROWS
                && column >= firstColumn
                && column - (row == lastRow ? lastColumn : firstColumn) <= EMPTY_COLUMNS;
    }

    /**
     * The cell begins a text.
     *
     * @return the cell at which that text begins, such as {@code A7}
     */
    String begin() {
        begun = true;
        firstColumn = column <= EMPTY_COLUMNS ? 0 : column;
        lastRow = row;
        lastColumn = firstColumn;
        return name(firstColumn) + (row + 1);
    }

    /** The next text does not go on from this one. */
    void end() {
        begun = false;
    }

    /** What stands between the last cell and this one; this one is the last then. */
    String between() {
        int lines = row - lastRow;
        int tabs = column - (lines == 0 ? lastColumn : firstColumn);
        lastRow = row;
        lastColumn = column;
        return "\n".repeat(lines) + "\t".repeat(tabs);
    }

    /** As workbooks name columns: A to Z, AA, AB … */
    private static String name(int column) {
        String name = "";
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            name = (char) ('A' + rest % LETTERS) + name;
        }
        return name;
    }
}
