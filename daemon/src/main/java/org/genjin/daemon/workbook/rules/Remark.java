package org.genjin.daemon.workbook.rules;

import java.util.List;

/** What in a workbook a person has to look at again; nothing was done about it. */
public sealed interface Remark {

    /** In which line it is, as the spreadsheet counts; 0 if it is of no one line. */
    default int line() {
        return 0;
    }

    /** The column in which the cell is that it is said of. */
    default String key() {
        return "name";
    }

    record NotValid(int line, long customer, String key, String text, String expected) implements Remark {}

    /** A row without a number may be a customer that is there already. */
    record WhoIsIt(int line, String name, List<Long> candidates) implements Remark {
        public WhoIsIt {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * In two places different things were typed for the same; neither was taken.
     *
     * @param code what was typed here
     * @param others what was typed elsewhere
     */
    record Disagree(int line, long customer, String key, String code, List<String> others) implements Remark {
        public Disagree {
            others = List.copyOf(others);
        }
    }

    /** A row was typed where none is taken. */
    record NotHere(int line, String text) implements Remark {}

    /** A row was copied; the first one counts. */
    record Twice(int line, long customer) implements Remark {}

    /** Something was typed into a column that Genjin fills; it is written over. */
    record Overtyped(int line, long customer, String key, String text) implements Remark {}

    /** What was said of a cell before and is to be read there still: the words of its comment. */
    record Said(int line, String key, String words) implements Remark {}

    /**
     * A row typed into a table of history is nobody's, or several customers'.
     *
     * @param matches how many
     */
    record Whose(int line, String name, int matches) implements Remark {
        @Override
        public String key() {
            return "customer";
        }
    }

    /**
     * A row typed into a table of history has a day that is none.
     *
     * @param sheet the customer whose sheet it stands in; 0 for the log
     */
    record NoDay(long sheet, int line, String key, String text, String expected) implements Remark {}

    /** So many rows are gone at once that it is no person's doing. */
    record Emptied(int missing, int rows) implements Remark {}

    /** A copy of the file says something else than what has been set meanwhile, which stands. */
    record Differs(long customer, String key, String text, String stands) implements Remark {}
}
