package org.genjin.daemon.workbook.keeping;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What opens and locks an owner's workbooks.
 *
 * @param lock with which they are written; empty: they are not locked
 * @param unlock with which they may be locked now
 */
record Keys(Optional<String> lock, List<String> unlock) {

    /** There is a password and it cannot be had: no workbook is read or written, least of all in the clear. */
    static final class NoPassword extends Exception {
        private NoPassword(IOException cause) {
            super(cause);
        }

        String sentence() {
            return "The workbook's password cannot be had: " + String.valueOf(getCause()).replaceFirst("^[\\w.]+: ", "")
                    + ". Until then it is neither read nor written.";
        }
    }

    /** @param unlock the password that they may have now, if it is another than is configured */
    static Keys of(SheetPasswords passwords, String owner, Optional<String> unlock) throws NoPassword {
        try {
            Optional<String> lock = passwords.of(owner);
            return new Keys(lock, Stream.of(lock, unlock).flatMap(Optional::stream).toList());
        } catch (IOException e) {
            throw new NoPassword(e);
        }
    }
}
