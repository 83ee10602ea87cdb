package org.genjin.daemon.workbook.rules;

/** What a cell tells in one column. */
public sealed interface Told {

    /** @param code as the ledger keeps it: a stage's id, a date in ISO form, text without blanks around; "" for nothing */
    record Value(String code) implements Told {}

    /**
     * What cannot be taken for a value of that column; it stays as it was typed.
     *
     * @param expected what would be accepted, to be said to a person
     */
    record NotValid(String text, String expected) implements Told {}
}
