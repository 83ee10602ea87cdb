package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Remark;

/** What was written over earlier is said until somebody deletes the comment on it, or for two weeks. */
final class SaidBefore {

    private SaidBefore() {}

    /** @param fresh what is said just now; it takes the place of what was said of the same cell */
    static List<Remark> in(FoundTable overview, List<Remark> fresh, LocalDate today) {
        Set<String> again = new HashSet<>();
        fresh.forEach(it -> again.add(it.line() + " " + it.key()));
        List<Remark> said = new ArrayList<>();
        for (Sheet.Row row : overview.rows()) {
            for (String key : Columns.OURS) {
                if (!again.contains(row.number() + " " + key)) {
                    AnswerWords.said(overview.cell(row, key).comment(), today)
                            .ifPresent(words -> said.add(new Remark.Said(row.number(), key, words)));
                }
            }
        }
        return said;
    }
}
