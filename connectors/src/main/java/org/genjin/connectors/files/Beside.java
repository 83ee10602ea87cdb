package org.genjin.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/** Finds what was sent in a chat: in the zip the chat lies in, or in its folder. */
final class Beside {

    private Beside() {}

    /**
     * @param name of the file; never a path
     */
    static @Nullable Content find(Piece chat, String name) {
        if (name.isBlank() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            return null;
        }
        int inside = chat.name().indexOf("!/");
        try {
            return inside < 0 ? inFolder(chat.origin(), name) : inZip(chat.origin(), chat.name().substring(inside + 2), name);
        } catch (IOException | InvalidPathException e) {
            return null; // as if it were not there: the message says its name all the same
        }
    }

    private static @Nullable Content inFolder(Path chat, String name) throws IOException {
        Path file = chat.resolveSibling(name);
        return Files.isRegularFile(file) ? Pieces.file(file, name).content() : null;
    }

    private static @Nullable Content inZip(Path zip, String chat, String name) throws IOException {
        String folder = chat.substring(0, chat.lastIndexOf('/') + 1);
        try (ZipFile entries = new ZipFile(zip.toFile())) {
            ZipEntry entry = entries.getEntry(folder + name);
            if (entry == null) {
                return null;
            }
            try (InputStream in = entries.getInputStream(entry)) {
                return Content.of(in.readAllBytes());
            }
        }
    }
}
