package org.genjin.connectors.files;

import java.util.Optional;
import org.genjin.connectors.Cursor;

/**
 * How far a file has been read, written as {@code f=STAMP;at=POSITION}.
 *
 * @param stamp what the file looked like
 * @param position in the format's own measure; -1 when all is read
 */
record FileCursor(String stamp, long position) {

    private static final long END = -1;

    static Optional<FileCursor> parse(Cursor cursor) {
        String[] parts = cursor.value().split(";at=", -1);
        if (parts.length != 2 || !parts[0].startsWith("f=") || !parts[1].matches("-?\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new FileCursor(parts[0].substring(2), Long.parseLong(parts[1])));
    }

    static Cursor end(String stamp) {
        return new FileCursor(stamp, END).toCursor();
    }

    Cursor toCursor() {
        return new Cursor("f=" + stamp + ";at=" + position);
    }

    boolean isEnd() {
        return position == END;
    }
}
