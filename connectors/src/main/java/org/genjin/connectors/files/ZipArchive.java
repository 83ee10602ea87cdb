package org.genjin.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/** A zip with its list of contents; the files in it are unpacked while they are read. */
final class ZipArchive implements Archive {

    private static final int MOST_ENTRIES = 300_000;
    /** More is unpacked of no archive whose files are packed this well: mail packs to a tenth, pictures not at all. */
    private static final long HARMLESS = 200L << 20;
    private static final long MOST_TIMES = 100;

    private final Path file;
    private @Nullable ZipFile opened;
    private final Map<String, ZipArchiveEntry> entries = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private ZipArchive(Path file) {
        this.file = file;
    }

    /** @throws IOException if the file has no list of contents, as one that was cut off */
    static ZipArchive open(Path file) throws IOException {
        ZipArchive archive = new ZipArchive(file);
        try {
            archive.list(Files.size(file));
        } catch (IOException | RuntimeException e) {
            archive.rest();
            throw e;
        }
        return archive;
    }

    private ZipFile zip() throws IOException {
        ZipFile zip = opened;
        if (zip == null) {
            zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get();
            opened = zip;
        }
        return zip;
    }

    private void list(long packed) throws IOException {
        int encrypted = 0;
        long bytes = 0;
        for (ZipArchiveEntry entry : Collections.list(zip().getEntries())) {
            if (entry.isDirectory()) {
                continue;
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                encrypted++;
            } else {
                entries.putIfAbsent(name(entry), entry);
            }
            bytes += Math.max(0, entry.getSize());
        }
        if (encrypted > 0) {
            problems.add("The zip is protected with a password"
                    + (entries.isEmpty() ? "" : " in part")
                    + ": unpack it with the password and give Genjin the folder.");
        }
        if (entries.size() > MOST_ENTRIES || bytes > HARMLESS && bytes / MOST_TIMES > packed) {
            entries.clear();
            problems.add("The zip holds far more than a mailbox does and may be made to do harm; it is not unpacked.");
        }
    }

    private static String name(ZipArchiveEntry entry) {
        String name = entry.getGeneralPurposeBit().usesUTF8ForNames() || entry.getRawName() == null
                ? entry.getName()
                : EntryNames.decode(entry.getRawName());
        return name.replace('\\', '/').replaceAll("\\p{Cntrl}", "");
    }

    @Override
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public @Nullable Content content(String name) {
        ZipArchiveEntry entry = entries.get(name);
        return entry == null ? null : new Packed(entry);
    }

    @Override
    public String stamp(String name) {
        ZipArchiveEntry entry = entries.get(name);
        return entry == null ? "" : entry.getSize() + "-" + Long.toHexString(entry.getCrc());
    }

    @Override
    public @Nullable Instant writtenAt(String name) {
        ZipArchiveEntry entry = entries.get(name);
        return entry == null || entry.getTime() <= 0 ? null : Instant.ofEpochMilli(entry.getTime());
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    @Override
    public void rest() throws IOException {
        ZipFile zip = opened;
        opened = null;
        if (zip != null) {
            zip.close();
        }
    }

    @Override
    public void close() throws IOException {
        rest();
    }

    private final class Packed implements Content {

        private final ZipArchiveEntry entry;

        Packed(ZipArchiveEntry entry) {
            this.entry = entry;
        }

        @Override
        public long size() {
            return Math.max(0, entry.getSize());
        }

        @Override
        public InputStream open() throws IOException {
            ZipFile zip = zip();
            if (!zip.canReadEntryData(entry)) {
                throw new IOException("It is packed in a way that is not read: unpack the zip and give Genjin the folder.");
            }
            // What a zip says of its sizes is believed above; here it is held to it.
            return new LimitedInput(zip.getInputStream(entry), Math.max(entry.getSize(), 0) + HARMLESS);
        }
    }
}
