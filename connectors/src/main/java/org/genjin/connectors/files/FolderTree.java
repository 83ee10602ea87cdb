package org.genjin.connectors.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.genjin.connectors.outlook.MsgFile;

/** A folder on disk, with all below it but what programs and systems hide there. */
final class FolderTree implements FileTree {

    private static final Set<String> SYSTEM = Set.of("__MACOSX", "Thumbs.db", "desktop.ini", "$RECYCLE.BIN");

    private final Path folder;
    private final String name;
    private final List<String> files;

    /** @param ready which files are whole already */
    FolderTree(Path folder, String name, Predicate<BasicFileAttributes> ready) throws IOException {
        this.folder = folder;
        this.name = name;
        this.files = list(ready);
    }

    static Piece piece(Path file, String name) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Piece(
                name, file, new FileContent(file, attributes.size()),
                attributes.size() + "-" + attributes.lastModifiedTime().toMillis(), attributes.lastModifiedTime().toInstant(), null);
    }

    private List<String> list(Predicate<BasicFileAttributes> ready) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return dir.equals(folder) || isShown(dir) || isMaildir(dir) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isShown(file) && ready.test(attributes)) {
                    found.add(folder.relativize(file).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // gone meanwhile, not ours to read, or a link that leads round in a circle
            }
        });
        Collections.sort(found);
        return found;
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
