package org.genjin.index;

/**
 * What of a query was not understood, or not looked for as it was asked.
 *
 * @param word the part of the query that it is about; "" if it is about all
 */
public record Hint(Kind kind, String word) {

    public enum Kind {
        /** What stands before the colon is no operator; it was looked for as words. */
        NO_OPERATOR,
        /** No date; it was looked for as words. */
        NO_DATE,
        /** A value that its operator does not know, as in {@code grade:X}; it was looked for as words. */
        NO_VALUE,
        /** Nothing in it can be looked for, as in {@code ---}. */
        NOTHING_TO_LOOK_FOR,
        /** Words beyond the bound were left out. */
        TOO_LONG,
        /** More words with an asterisk than are looked up: the others were looked for as they are. */
        TOO_MANY_BEGINNINGS,
        /** The search took too long: there may be more than is shown and counted. */
        CUT_SHORT
    }
}
