package org.genjin.connectors.files;

import java.io.IOException;
import java.util.Optional;
import java.util.zip.CRC32;
import org.genjin.connectors.Cursor;

/**
 * How far an mbox has been read, written as {@code m=SUM;at=POSITION}: as long as the bytes before are as they were, a file that
 * grew is read on from there.
 *
 * @param sum of what comes before: of its first bytes and of its last
 * @param position in bytes
 */
record MboxCursor(String sum, long position) {

    private static final int LOOKED_AT = 4096;

    static Optional<MboxCursor> parse(Cursor cursor) {
        String[] parts = cursor.value().split(";at=", -1);
        return parts.length == 2 && parts[0].startsWith("m=") && parts[1].matches("\\d{1,18}")
                ? Optional.of(new MboxCursor(parts[0].substring(2), Long.parseLong(parts[1])))
                : Optional.empty();
    }

    static MboxCursor at(long position, MboxFile.Elsewhere file) throws IOException {
        return new MboxCursor(sum(position, file), position);
    }

    /** Whether what was read is still there as it was. */
    boolean holds(MboxFile.Elsewhere file) throws IOException {
        return sum.equals(sum(position, file));
    }

    Cursor toCursor() {
        return new Cursor("m=" + sum + ";at=" + position);
    }

    private static String sum(long position, MboxFile.Elsewhere file) throws IOException {
        CRC32 sum = new CRC32();
        int count = (int) Math.min(LOOKED_AT, position);
        byte[] first = file.at(0, count);
        byte[] last = file.at(position - count, count);
        if (first.length < count || last.length < count) {
            return "short"; // it is no longer as long as it was
        }
        sum.update(first);
        sum.update(last);
        return Long.toHexString(sum.getValue());
    }
}
