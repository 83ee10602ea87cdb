package org.genjin.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be read: a file, or what lies in an archive.
 *
 * @param name as given, {@code !/inner/path} for what lies in an archive
 * @param origin the file it is, or the archive it lies in
 * @param stamp changes when the bytes do
 * @param writtenAt the file's own date; null if not known
 * @param archive what it lies in; null for a file
 */
record Piece(String name, Path origin, Content content, String stamp, @Nullable Instant writtenAt, @Nullable Archive archive) {

    byte[] head(int count) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(count);
        }
    }

    /** Of a file that can be read at any place; null for what lies in an archive. */
    @Nullable Path path() {
        return archive == null ? origin : null;
    }

    /** The last part of the path. */
    String fileName() {
        String path = name.replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
