package org.genjin.connectors.files;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.genjin.connectors.Content;
import org.genjin.connectors.outlook.MsgFile;

/** What lies in an archive. */
final class ArchiveTree implements FileTree {

    private final Archive archive;
    private final Piece packed;

    /** @param packed the archive as a file, or as what lies in another archive */
    ArchiveTree(Archive archive, Piece packed) {
        this.archive = archive;
        this.packed = packed;
    }

    @Override
    public String name() {
        return packed.name() + "!";
    }

    @Override
    public List<String> files() {
        return archive.names().stream().filter(ArchiveTree::isShown).toList();
    }

    private static boolean isShown(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return !name.startsWith("__MACOSX/") && !file.startsWith("._") && !file.equals(".DS_Store") && !file.equals("Thumbs.db");
    }

    @Override
    public Piece piece(String file) throws IOException {
        Content content = archive.content(file);
        if (content == null) {
            throw new IOException("It is not in the archive any more.");
        }
        return new Piece(
                name() + "/" + file, packed.origin(), content, packed.stamp() + "-" + archive.stamp(file), archive.writtenAt(file), archive);
    }

    @Override
    public boolean isOutlookItem(Piece piece, byte[] head) {
        return MsgFile.looksLike(head) || piece.fileName().toLowerCase(Locale.ROOT).endsWith(".msg");
    }
}
