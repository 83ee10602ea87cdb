package org.genjin.connectors.files;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.genjin.connectors.Cursor;

/**
 * Which files of a folder have been read, in bounded space, written as {@code d=SUMS;at=SHARE.COUNT.SUM}. Files are shared out by
 * their names; of each share that has been read there is a sum of its names. Where a file comes or goes, wherever in the order of
 * names, its share alone is read again.
 *
 * @param sums one for each share; 0 for one that was not read
 * @param share that is being read, -1 if none is
 * @param count how many of its files have been read
 * @param sum of their names
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FolderCursor(int[] sums, int share, int count, int sum) {

    private static final int SMALL = 1000;
    private static final int SHARES = 256;

    /** A small folder is one share, so that its mails come in the order of their names. */
    static int shares(int files) {
        return files <= SMALL ? 1 : SHARES;
    }

    static FolderCursor start(int shares) {
        return new FolderCursor(new int[shares], -1, 0, 0);
    }

    static FolderCursor parse(Cursor cursor, int shares) {
        return read(cursor.value()).filter(it -> it.sums().length == shares).orElseGet(() -> start(shares));
    }

    private static Optional<FolderCursor> read(String value) {
        String[] parts = value.split(";at=", -1);
        if (parts.length != 2 || !parts[0].startsWith("d=") || !parts[1].matches("-?\\d{1,9}\\.\\d{1,9}\\.-?\\d{1,10}")) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(parts[0].substring(2));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // written by something else
        }
        int[] sums = new int[bytes.length / 4];
        java.nio.ByteBuffer.wrap(bytes).asIntBuffer().get(sums);
        String[] at = parts[1].split("\\.", -1);
        return Optional.of(new FolderCursor(sums, Integer.parseInt(at[0]), Integer.parseInt(at[1]), (int) Long.parseLong(at[2])));
    }

    Cursor toCursor() {
        byte[] bytes = new byte[sums.length * 4];
        java.nio.ByteBuffer.wrap(bytes).asIntBuffer().put(sums);
        return new Cursor("d=" + Base64.getEncoder().encodeToString(bytes) + ";at=" + share + "." + count + "." + sum);
    }

    static int shareOf(String name, int shares) {
        return Math.floorMod(mixed(name), shares);
    }

    /** Of names in their order; never 0, which stands for nothing read. */
    static int sum(List<String> names) {
        int sum = 1;
        for (String name : names) {
            sum = sum * 31 + mixed(name);
        }
        return sum == 0 ? 1 : sum;
    }

    /** Names that differ in a digit have hashes that differ in their last bits only. */
    private static int mixed(String name) {
        int hash = name.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15 ^ name.length() * 0x85EBCA6B;
    }
}
