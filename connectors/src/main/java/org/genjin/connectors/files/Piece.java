package org.genjin.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import org.genjin.connectors.Content;

/**
 * One thing to be read: a file, or what lies in a zip.
 *
 * @param name as given, {@code !/inner/path} for what lies in a zip
 * @param stamp changes when the bytes do
 */
record Piece(String name, Content content, String stamp) {

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
