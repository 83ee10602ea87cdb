package org.genjin.connectors.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.genjin.connectors.outlook.MsgFile;
import org.jspecify.annotations.Nullable;

/** A folder on disk, with all below it but what programs and systems hide there. */
final class FolderTree implements FileTree {

    private static final Set<String> SYSTEM = Set.of("__MACOSX", "Thumbs.db", "desktop.ini", "$RECYCLE.BIN");

    private final Path folder;
    private final String name;
    private final List<String> files;

    /**
     * @param ready which files are whole already
     * @param settled where all are known to be; learns where they are
     */
    FolderTree(Path folder, String name, Predicate<BasicFileAttributes> ready, SettledFolders settled) throws IOException {
        this.folder = folder;
        this.name = name;
        this.files = list(ready, settled);
    }

    static Piece piece(Path file, String name) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Piece(
                name, file, new FileContent(file, attributes.size()),
                attributes.size() + "-" + attributes.lastModifiedTime().toMillis(), attributes.lastModifiedTime().toInstant(), null);
    }

    private List<String> list(Predicate<BasicFileAttributes> ready, SettledFolders settled) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Walk(found, ready, settled));
        Collections.sort(found);
        return found;
    }

    /** Goes through all below the folder. */
    private final class Walk extends SimpleFileVisitor<Path> {

        private final List<String> found;
        private final Predicate<BasicFileAttributes> ready;
        private final SettledFolders settled;
        /** The Maildir's folder that is gone through, as long as each file in it is whole. */
        private @Nullable Path whole;
        private @Nullable FileTime changed;

        Walk(List<String> found, Predicate<BasicFileAttributes> ready, SettledFolders settled) {
            this.found = found;
            this.ready = ready;
            this.settled = settled;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
            whole = null; // also that which this one lies in: it is no Maildir's
            if (!dir.equals(folder) && !isShown(dir) && !isMaildir(dir)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (dir.endsWith("cur")) {
                if (settled.holds(dir, attributes.lastModifiedTime())) {
                    names(dir);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                changed = attributes.lastModifiedTime();
                whole = ready.test(attributes) ? dir : null;
            }
            return FileVisitResult.CONTINUE;
        }

        private void names(Path dir) throws IOException {
            String before = name(dir) + "/";
            try (DirectoryStream<Path> files = Files.newDirectoryStream(dir)) {
                for (Path file : files) {
                    if (isShown(file)) {
                        found.add(before + file.getFileName());
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isShown(file)) {
                if (attributes.isRegularFile() && ready.test(attributes)) {
                    found.add(name(file));
                } else {
                    whole = null;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            whole = null;
            return FileVisitResult.CONTINUE; // gone meanwhile, not ours to read, or a link that leads round in a circle
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
            FileTime time = changed;
            if (e == null && time != null && dir.equals(whole)) {
                settled.note(dir, time);
            }
            whole = null;
            return super.postVisitDirectory(dir, e);
        }

        private String name(Path path) {
            return folder.relativize(path).toString().replace('\\', '/');
        }
    }

    private static boolean isShown(Path path) {
        String name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && !name.startsWith("~$") && !SYSTEM.contains(name);
    }

    /** A folder of a Maildir++ begins with a full stop. */
    private static boolean isMaildir(Path path) {
        return Files.isDirectory(path.resolve("cur")) || Files.isDirectory(path.resolve("new"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> files() {
        return files;
    }

    @Override
    public Piece piece(String file) throws IOException {
        return piece(folder.resolve(file), name + "/" + file);
    }

    @Override
    public boolean isOutlookItem(Piece piece, byte[] head) {
        return MsgFile.looksLike(head) || MsgFile.isOne(piece.origin().toFile());
    }
}
