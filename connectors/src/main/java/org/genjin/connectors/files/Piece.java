package org.genjin.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.nio.file.Path;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be read: a file, or what lies in a zip.
 *
 * @param name as given, {@code !/inner/path} for what lies in a zip
 * @param origin the file it is, or the zip it lies in
 * @param stamp changes when the bytes do
 * @param writtenAt the file's own date; null if not known
 */
record Piece(String name, Path origin, Content content, String stamp, @Nullable Instant writtenAt) {

    byte[] head() throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(Detection.HEAD);
        }
    }

    /** The last part of the path. */
    String fileName() {
        String path = name.replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
