package org.genjin.connectors.files;

import org.genjin.connectors.outlook.PstFile;

/** What is read with one cursor. */
sealed interface Unit {

    /** The mailbox's name. */
    String name();

    /** Single mails in one folder. */
    record Mails(MailFolder folder) implements Unit {
        @Override
        public String name() {
            return folder.name();
        }
    }

    /** One file that is read by its format. */
    record Single(Piece piece, Format format) implements Unit {
        @Override
        public String name() {
            return piece.name();
        }
    }

    /** A folder of an Outlook mail store. */
    record StoreFolder(String name, String stamp, PstFile store, PstFile.Folder folder) implements Unit {}

    /**
     * What is left out, or cannot be read at all.
     *
     * @param problem false if that is as it should be
     */
    record Bad(String name, String stamp, String reason, boolean problem) implements Unit {
        Bad(String name, String stamp, String reason) {
            this(name, stamp, reason, true);
        }
    }
}
