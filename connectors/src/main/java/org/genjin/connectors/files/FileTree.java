package org.genjin.connectors.files;

import java.io.IOException;
import java.util.List;

/** Files below a folder, or in an archive, as they are looked through. */
interface FileTree {

    /** As it was given; {@code !} behind an archive's. */
    String name();

    /** From the top on, {@code /} between the parts, in a stable order. */
    List<String> files();

    Piece piece(String file) throws IOException;

    /** Whether a compound file is an Outlook item. */
    boolean isOutlookItem(Piece piece, byte[] head) throws IOException;
}
