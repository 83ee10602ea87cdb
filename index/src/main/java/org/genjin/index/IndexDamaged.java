package org.genjin.index;

import java.io.IOException;

/** The index's files cannot be read. Nothing is lost with them: it can be rebuilt from ledger and store. */
public final class IndexDamaged extends IOException {
    public IndexDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}
