package org.genjin.daemon.workbook.rules;

import java.util.Map;

/** What a person did in a workbook that is to be written into the ledger. */
public sealed interface SheetEdit {

    /**
     * A value was written into a cell.
     *
     * @param instead what the ledger has, which gives way
     * @param both whether that had changed too since the workbook was written
     */
    record Set(long customer, String key, String value, String instead, boolean both) implements SheetEdit {}

    /** A row was written for somebody who was no customer yet. */
    record Add(int line, Map<String, String> values) implements SheetEdit {
        public Add {
            values = Map.copyOf(values);
        }
    }

    /** A row was deleted: whether they are a customer still is asked, nothing is deleted. */
    record Missing(long customer) implements SheetEdit {}
}
