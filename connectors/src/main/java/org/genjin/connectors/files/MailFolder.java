package org.genjin.connectors.files;

import java.io.IOException;
import java.util.List;

/**
 * Single mails that lie together: the files of a folder, of a Maildir's, or of a folder in an archive. Holds their names only, for
 * there may be hundreds of thousands.
 */
interface MailFolder {

    /** Of the folder; becomes the mailbox's. */
    String name();

    /** From the folder on, in any order. */
    List<String> files();

    Piece piece(String file) throws IOException;
}
