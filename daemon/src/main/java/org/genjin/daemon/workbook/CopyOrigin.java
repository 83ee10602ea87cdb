package org.genjin.daemon.workbook;

import java.util.Map;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.ledger.SheetBook;

/** Of which of an owner's workbooks a file is a copy, however it is called now: the newest revision that its rows name tells it. */
public final class CopyOrigin {

    private CopyOrigin() {}

    /** @param revisions of all of the owner's workbooks → the number of the workbook; of one that names none of them, it is the first */
    public static SheetBook of(String owner, ListFile copy, SheetValues values, Map<Long, Integer> revisions) {
        return BookReader.read(copy, Map.of(), values.headers()).overview().stream()
                .flatMap(table -> table.rows().stream().map(row -> RowReader.revision(table, row)))
                .filter(revisions::containsKey)
                .max(Long::compare)
                .map(it -> new SheetBook(owner, revisions.getOrDefault(it, 1)))
                .orElse(SheetBook.first(owner));
    }
}
