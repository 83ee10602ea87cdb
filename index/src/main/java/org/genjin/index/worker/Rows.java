package org.genjin.index.worker;

/** Is told by those who read sheets what Tika's tables leave out: which row it is that comes. */
interface Rows {

    /** From here to the end of the document each cell of a row is told, the empty ones before others too, and each row. */
    void complete();

    /** The next row of the table has this number, counted from 0. */
    void row(int number);
}
