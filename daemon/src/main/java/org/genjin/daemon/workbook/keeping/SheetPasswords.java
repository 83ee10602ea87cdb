package org.genjin.daemon.workbook.keeping;

import java.io.IOException;
import java.util.Optional;

/** With what owners' workbooks are locked. Thread-safe. */
@FunctionalInterface
public interface SheetPasswords {

    SheetPasswords NONE = _ -> Optional.empty();

    /**
     * Looked up each time it is needed; empty: the workbook is not locked.
     *
     * @throws IOException if there is one and it cannot be had; the message says why
     */
    Optional<String> of(String owner) throws IOException;
}
