package org.genjin.connectors.files;

import java.util.List;

/** What is read with one cursor. */
sealed interface Unit {

    /** The mailbox's name. */
    String name();

    /** Single mails in one folder, in the order of their names. */
    record MailFolder(String name, List<Piece> mails) implements Unit {
        public MailFolder {
            mails = List.copyOf(mails);
        }
    }

    /** One file that is read by its format. */
    record Single(Piece piece, Format format) implements Unit {
        @Override
        public String name() {
            return piece.name();
        }
    }

    /** What cannot be read at all. */
    record Bad(String name, String stamp, String reason) implements Unit {}
}
