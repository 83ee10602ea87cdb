package org.genjin.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/** Lists what there is to read below paths: files in a stable order, and the entries of zips within bounds. */
final class Pieces {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 2L << 30;
    private static final Set<String> NOT_READ = Set.of("tmp");

    private Pieces() {}

    /** What a listing came to. */
    record Listing(List<Piece> pieces, List<Refused> refused) {}

    /** @param reason one sentence */
    record Refused(String name, String reason) {}

    /** The regular files at or below {@code path}, hidden ones and Maildir's {@code tmp} left out. */
    static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        boolean maildir = isMaildir(path);
        try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(path.relativize(file), maildir))
                    .sorted()
                    .toList();
        }
    }

    static boolean isMaildir(Path path) {
        return Files.isDirectory(path.resolve("cur")) && Files.isDirectory(path.resolve("new"));
    }

    private static boolean isHidden(Path relative, boolean maildir) {
        for (Path part : relative) {
            String name = part.toString();
            boolean skipped = name.startsWith(".") && !maildir || name.equals("__MACOSX") || name.startsWith("~$");
            if (skipped || maildir && NOT_READ.contains(name) || name.startsWith("dovecot")) {
                return true;
            }
        }
        return false;
    }

    static Piece file(Path file, String name) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Piece(
                name, file, new FileContent(file, attributes.size()), attributes.size() + "-" + attributes.lastModifiedTime().toMillis(),
                attributes.lastModifiedTime().toInstant());
    }

    /** The entries of a zip, named {@code zip!/entry}. */
    static Listing zip(Path file, Piece zip) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        try (ZipFile entries = new ZipFile(file.toFile())) {
            long bytes = 0;
            for (ZipEntry entry : entries.stream().filter(it -> !it.isDirectory()).sorted(
                            java.util.Comparator.comparing(ZipEntry::getName)).toList()) {
                String name = entry.getName().replace('\\', '/');
                bytes += Math.max(0, entry.getSize());
                if (pieces.size() >= MOST_ENTRIES || bytes > MOST_BYTES) {
                    refused.add(new Refused(zip.name(), "The zip holds more than is read from one: unpack it into a folder."));
                    break;
                }
                if (!name.startsWith("__MACOSX/") && !name.contains("/.")) {
                    pieces.add(new Piece(
                            zip.name() + "!/" + name, file, new ZipContent(file, entry.getName(), entry.getSize()),
                            zip.stamp() + "-" + entry.getCrc(), writtenAt(entry)));
                }
            }
        } catch (ZipException e) {
            refused.add(new Refused(zip.name(), "The zip is damaged: " + e.getMessage() + "."));
        }
        return new Listing(pieces, refused);
    }

    private static @Nullable Instant writtenAt(ZipEntry entry) {
        FileTime time = entry.getLastModifiedTime();
        return time == null ? null : time.toInstant();
    }

    private record FileContent(Path file, long size) implements Content {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    private record ZipContent(Path file, String entry, long size) implements Content {
        @Override
        public InputStream open() throws IOException {
            ZipFile zip = new ZipFile(file.toFile());
            ZipEntry found = zip.getEntry(entry);
            InputStream in;
            try {
                in = found == null ? null : zip.getInputStream(found);
            } catch (ZipException e) {
                zip.close();
                throw new IOException("the entry is encrypted or damaged: " + e.getMessage(), e);
            }
            if (in == null) {
                zip.close();
                throw new IOException("the entry is gone");
            }
            return new java.io.FilterInputStream(in) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        }
    }
}
