package org.genjin.daemon.workbook;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.workbook.rules.Snapshot;

/**
 * The marks of notes that were read in copies of a workbook. A copy stays as it is and may be read again, so that they are handed
 * on from revision to revision.
 */
public final class CopiedMarks {

    private static final String COPIED = "copied ";

    private CopiedMarks() {}

    /** Those of the newest revision. */
    public static Set<String> in(Map<Long, SheetTable.Said> said) {
        long newest = said.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        SheetTable.Said last = said.get(newest);
        return last == null ? Set.of() : in(Snapshot.of(last.seen()));
    }

    static Set<String> in(Snapshot seen) {
        Set<String> marks = new TreeSet<>();
        Map<String, String> row = seen.row(0);
        if (row != null) {
            row.keySet().stream().filter(it -> it.startsWith(COPIED)).forEach(it -> marks.add(it.substring(COPIED.length())));
        }
        return marks;
    }

    public static void put(Snapshot seen, String mark) {
        seen.put(0, COPIED + mark, "1");
    }
}
