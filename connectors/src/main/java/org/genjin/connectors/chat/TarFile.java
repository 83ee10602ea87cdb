package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/** The files of a tar archive (POSIX.1-1988, ustar), found by their names and read in place. Immutable. */
final class TarFile implements ChatExport.Beside {

    private static final int BLOCK = 512;
    private static final int MOST_ENTRIES = 100_000;

    private final Content archive;
    private final Map<String, Entry> entries;

    private record Entry(long offset, long size) {}

    private TarFile(Content archive, Map<String, Entry> entries) {
        this.archive = archive;
        this.entries = entries;
    }

    /** Whether a beginning, read as text, has the mark of a tar archive. */
    static boolean looksLike(String head) {
        return head.length() > BLOCK && head.startsWith("ustar", 257);
    }

    /** Empty if it is no such archive. */
    static Optional<TarFile> of(Content archive) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (InputStream in = archive.open()) {
            long position = 0;
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || !text(header, 257, 5).equals("ustar")) {
                return Optional.empty();
            }
            while (header.length == BLOCK && header[0] != 0 && entries.size() < MOST_ENTRIES) {
                position += BLOCK;
                long size = octal(header);
                boolean file = header[156] == '0' || header[156] == 0;
                if (file) {
                    String prefix = text(header, 345, 155);
                    String name = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
                    entries.putIfAbsent(name.replaceFirst("^(?:\\./)+", ""), new Entry(position, size));
                }
                long padded = (size + BLOCK - 1) / BLOCK * BLOCK;
                try {
                    in.skipNBytes(padded);
                } catch (java.io.EOFException e) {
                    break; // the last file is cut off: what there is of it is read
                }
                position += padded;
                header = in.readNBytes(BLOCK);
            }
        }
        return Optional.of(new TarFile(archive, entries));
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header) {
        String digits = text(header, 124, 12).strip();
        return digits.matches("[0-7]{1,11}") ? Long.parseLong(digits, 8) : 0;
    }

    /** By the last part of its path. */
    @Nullable Content find(String name) {
        for (Map.Entry<String, Entry> it : entries.entrySet()) {
            if (it.getKey().equals(name) || it.getKey().endsWith("/" + name)) {
                return new Part(archive, it.getValue().offset(), it.getValue().size());
            }
        }
        return null;
    }

    @Override
    public @Nullable Content part(String relative) {
        Entry entry = entries.get(relative);
        return entry == null ? null : new Part(archive, entry.offset(), entry.size());
    }

    @Override
    public @Nullable Content media(String name) {
        return find(name);
    }

    private record Part(Content archive, long offset, long size) implements Content {
        @Override
        public InputStream open() throws IOException {
            return ContentRange.open(archive, offset, size);
        }
    }
}
