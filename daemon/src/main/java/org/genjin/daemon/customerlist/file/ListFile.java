package org.genjin.daemon.customerlist.file;

import java.util.List;

/**
 * What was found in a file.
 *
 * @param kind how it was read
 * @param sheets in the file's order
 */
public record ListFile(Kind kind, List<Sheet> sheets) {

    public ListFile {
        sheets = List.copyOf(sheets);
    }

    /** What kind of file it is. */
    public enum Kind {
        XLSX,
        XLS,
        ODS,
        TEXT,
        HTML,
        VCARD
    }
}
