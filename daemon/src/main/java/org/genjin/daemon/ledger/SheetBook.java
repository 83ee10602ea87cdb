package org.genjin.daemon.ledger;

/**
 * One of an owner's workbooks.
 *
 * @param number from 1; the first has today, overview, log and figures, further ones customers' sheets only
 */
public record SheetBook(String owner, int number) {

    public static SheetBook first(String owner) {
        return new SheetBook(owner, 1);
    }

    public boolean isFirst() {
        return number == 1;
    }
}
