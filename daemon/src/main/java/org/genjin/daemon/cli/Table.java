package org.genjin.daemon.cli;

import java.io.PrintStream;
import org.genjin.daemon.words.TextColumns;

/** Rows in columns on a terminal. One thread. */
final class Table {

    private static final int WIDEST = 48;

    private final TextColumns columns = new TextColumns(WIDEST);

    Table(Object... head) {
        columns.row(head);
    }

    void row(Object... cells) {
        columns.row(cells);
    }

    void print(PrintStream out) {
        columns.lines().forEach(out::println);
    }
}
