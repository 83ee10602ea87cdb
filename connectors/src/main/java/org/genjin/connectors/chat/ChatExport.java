package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/**
 * One file of a chat export with what lies beside it.
 *
 * @param path as given, with {@code !/inner/path} for what lies in a zip; always {@code /} between its parts
 * @param zone of the device that wrote it, for times without one
 * @param writtenAt the file's own date; null if not known
 */
public record ChatExport(String path, Content content, ZoneId zone, @Nullable Instant writtenAt, Beside beside) {

    /** What lies with an export, in its folder or in its zip. */
    public interface Beside {

        /**
         * Another file of the export that its format knows of.
         *
         * @param relative from the export's own folder, such as {@code ../users.json}; never taken from what the export says
         */
        @Nullable Content part(String relative) throws IOException;

        /**
         * A file that the export says was sent: looked for by its path and by its name alone, whatever the form of its
         * letters; never outside the export's folder or zip.
         */
        @Nullable Content media(String name);
    }

    /** The whole text, in whatever charset it is. */
    public String text() throws IOException {
        try (InputStream in = content.open()) {
            return ChatText.decode(in.readAllBytes());
        }
    }

    /** The last part of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The last folder of the path; "" if there is none. */
    public String folderName() {
        String normal = path.replace("!/", "/");
        int slash = normal.lastIndexOf('/');
        String parent = slash < 0 ? "" : normal.substring(0, slash);
        return parent.substring(parent.lastIndexOf('/') + 1);
    }
}
