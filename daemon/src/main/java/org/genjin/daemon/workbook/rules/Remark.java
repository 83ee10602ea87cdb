package org.genjin.daemon.workbook.rules;

import java.util.List;

/** What in a workbook a person has to look at again; nothing was done about it. */
public sealed interface Remark {

    /** @param line as the spreadsheet counts */
    record NotValid(int line, long customer, String key, String text, String expected) implements Remark {}

    /** A row without a number may be a customer that is there already. */
    record WhoIsIt(int line, String name, List<Long> candidates) implements Remark {
        public WhoIsIt {
            candidates = List.copyOf(candidates);
        }
    }

    /** A row was copied; the first one counts. */
    record Twice(int line, long customer) implements Remark {}

    /** So many rows are gone at once that it is no person's doing. */
    record Emptied(int missing, int rows) implements Remark {}

    /** A copy of the file says something else than what has been set meanwhile, which stands. */
    record Differs(long customer, String key, String text, String stands) implements Remark {}
}
