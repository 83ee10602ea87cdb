package org.genjin.connectors.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/**
 * An archive that has to be read from front to back: tar, gzip, and a zip that was cut off and has lost its list of contents. Its
 * files are unpacked once into temporary ones; of a damaged archive what comes before the damage is there.
 */
final class StreamArchive implements Archive {

    private static final int MOST_ENTRIES = 300_000;
    private static final long MOST_BYTES = 200L << 30;
    /** So much may come of an archive whatever its size; then its size counts. */
    private static final long HARMLESS = 200L << 20;
    private static final long MOST_TIMES = 100;

    private final Map<String, TemporaryFile> files = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final long most;
    private long bytes;

    private StreamArchive(long packed) {
        this.most = Math.min(MOST_BYTES, Math.max(HARMLESS, packed * MOST_TIMES));
    }

    /** The beginning of a zip. */
    static StreamArchive cutZip(Content zip) throws IOException {
        StreamArchive archive = new StreamArchive(zip.size());
        try (InputStream in = new BufferedInputStream(zip.open());
                ZipArchiveInputStream entries = new ZipArchiveInputStream(in, "UTF-8", true, true)) {
            archive.unpack(entries);
        }
        archive.problems.add("The zip is cut off or damaged; what could be unpacked of it is read. Copy or download it again.");
        return archive;
    }

    static StreamArchive tar(Content tar) throws IOException {
        StreamArchive archive = new StreamArchive(tar.size());
        try (InputStream in = new BufferedInputStream(tar.open())) {
            archive.tar(in);
        }
        return archive;
    }

    /** @param name of the file in it, where it is a single one */
    static StreamArchive gzip(Content gzip, String name) throws IOException {
        StreamArchive archive = new StreamArchive(gzip.size());
        try (InputStream in = new BufferedInputStream(
                GzipCompressorInputStream.builder().setInputStream(new BufferedInputStream(gzip.open())).setDecompressConcatenated(true).get())) {
            in.mark(1024);
            byte[] head = in.readNBytes(512);
            in.reset();
            if (Detection.isTar(head)) {
                archive.tar(in);
            } else {
                archive.keep(name, in);
            }
        } catch (IOException e) {
            archive.damaged();
        }
        return archive;
    }

    private void tar(InputStream in) throws IOException {
        try (TarArchiveInputStream entries = new TarArchiveInputStream(in, "UTF-8")) {
            if (!unpack(entries)) {
                damaged();
            }
        }
    }

    private void damaged() {
        problems.add("The archive is cut off or damaged; what could be unpacked of it is read. Copy or download it again.");
    }

    /** @return whether it came to its end */
    private boolean unpack(ArchiveInputStream<? extends ArchiveEntry> entries) {
        try {
            for (ArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory() && entries.canReadEntryData(entry)) {
                    keep(entry.getName().replace('\\', '/').replaceAll("\\p{Cntrl}", ""), entries);
                }
                if (files.size() > MOST_ENTRIES) {
                    return false;
                }
            }
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private void keep(String name, InputStream in) throws IOException {
        TemporaryFile file = TemporaryFile.beginning(in, most - bytes);
        bytes += java.nio.file.Files.size(file.path());
        TemporaryFile before = files.put(name, file);
        if (before != null) {
            before.close();
        }
        if (file.isCut()) {
            throw new IOException("It breaks off.");
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public @Nullable Content content(String name) {
        TemporaryFile file = files.get(name);
        return file == null ? null : new FileContent(file.path());
    }

    /** Where it is read at all, it is read as a whole. */
    @Override
    public String stamp(String name) {
        TemporaryFile file = files.get(name);
        return file == null ? "" : String.valueOf(new FileContent(file.path()).size());
    }

    @Override
    public @Nullable Instant writtenAt(String name) {
        return null;
    }

    /** Where a file was unpacked to. */
    @Nullable Path path(String name) {
        TemporaryFile file = files.get(name);
        return file == null ? null : file.path();
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    @Override
    public void close() throws IOException {
        for (TemporaryFile file : files.values()) {
            file.close();
        }
    }
}
