package org.genjin.connectors.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.genjin.connectors.outlook.OutlookException;
import org.genjin.connectors.outlook.PstFile;
import org.jspecify.annotations.Nullable;

/** Finds what there is to read below paths, and as what. What was opened for that stays open; the caller closes it. */
final class Units {

    private static final int DEEPEST = 4;
    /** If more files of an archive are none of ours, some of them stand for all. */
    private static final int MOST_NAMED = 20;
    private static final int SOME_NAMED = 5;

    private final Optional<Format> given;
    private final @Nullable KnownKinds kinds;
    private final SettledFolders settled;
    private final List<Unit> units = new ArrayList<>();
    private final List<Closeable> opened = new ArrayList<>();

    private Units(Optional<Format> given, @Nullable KnownKinds kinds, SettledFolders settled) {
        this.given = given;
        this.kinds = kinds;
        this.settled = settled;
    }

    /** @param names each path and how it was given; a folder is read with all below it */
    static Units of(Map<Path, String> names, Optional<Format> given) throws IOException {
        return new Units(given, null, new SettledFolders()).look(names, _ -> true);
    }

    /** A folder that is looked through again and again: what has to be unpacked before it can be read is left to a person. */
    static Units ofDropFolder(Path folder, KnownKinds kinds, SettledFolders settled, Predicate<BasicFileAttributes> ready)
            throws IOException {
        return new Units(Optional.empty(), kinds, settled).look(Map.of(folder, folder.toString()), ready);
    }

    private Units look(Map<Path, String> names, Predicate<BasicFileAttributes> ready) throws IOException {
        try {
            for (Map.Entry<Path, String> it : names.entrySet()) {
                path(it.getKey(), it.getValue(), ready);
            }
            return this;
        } catch (IOException | RuntimeException e) {
            for (Closeable it : opened()) {
                it.close();
            }
            throw e;
        }
    }

    List<Unit> all() {
        return units;
    }

    /** To be closed, the last opened first. */
    List<Closeable> opened() {
        return new ArrayList<>(opened.reversed());
    }

    private void path(Path path, String name, Predicate<BasicFileAttributes> ready) throws IOException {
        if (!Files.exists(path)) {
            units.add(new Unit.Bad(name, "", "There is no such file or folder."));
        } else if (Files.isDirectory(path)) {
            tree(new FolderTree(path, name, ready, settled), 0);
        } else {
            Piece piece = FolderTree.piece(path, name);
            byte[] head = piece.head(Detection.HEAD);
            file(piece, found(piece, head), MsgKind.of(path, head), 0);
        }
    }

    /** Whether a compound file is an Outlook item, asked only where it counts. */
    private interface MsgKind {
        boolean isOutlookItem() throws IOException;

        static MsgKind of(Path path, byte[] head) {
            return () -> org.genjin.connectors.outlook.MsgFile.looksLike(head)
                    || org.genjin.connectors.outlook.MsgFile.isOne(path.toFile());
        }
    }

    private void tree(FileTree tree, int depth) {
        new Looking(tree, depth).through();
    }

    /** One file, by what was found in it. */
    private void file(Piece piece, Detection.Found found, MsgKind kind, int depth) throws IOException {
        switch (found) {
            case Detection.Found.Is(Format format) when format == Format.Mail.ZIP -> archive(piece, depth);
            case Detection.Found.Is(Format format) when format == Format.Mail.PST -> store(piece);
            case Detection.Found.Is(Format format) when format == Format.Mail.MSG && !kind.isOutlookItem() -> bad(piece, NO_ITEM);
            case Detection.Found.Is(Format format) -> units.add(new Unit.Single(piece, format));
            case Detection.Found.Companion _ -> {}
            case Detection.Found.Unknown(String sentence) -> bad(piece, sentence);
        }
    }

    private static final String NO_ITEM =
            ((Detection.Found.Unknown) Detection.unknown("an Office document or another file of that make")).sentence();

    private void bad(Piece piece, String sentence) {
        units.add(new Unit.Bad(piece.name(), piece.stamp(), sentence));
    }

    private Detection.Found found(Piece piece, byte[] head) {
        Detection.Found found = Detection.of(head, piece.name());
        if (given.isEmpty() || given.get() == Format.Mail.ZIP || given.get() == Format.Mail.MAILDIR) {
            return found;
        }
        boolean packed = found instanceof Detection.Found.Is(Format format) && format == Format.Mail.ZIP;
        return packed && given.get() != Format.Mail.BODY ? found : new Detection.Found.Is(given.get());
    }

    private void archive(Piece piece, int depth) {
        if (depth >= DEEPEST) {
            bad(piece, "It is packed too many times over: unpack it and give Genjin the folder.");
            return;
        }
        Archive archive;
        try {
            archive = open(piece);
        } catch (IOException e) {
            bad(piece, "It cannot be unpacked: " + SingleMail.reason(e));
            return;
        }
        opened.add(archive);
        int before = units.size();
        tree(new ArchiveTree(archive, piece), depth + 1);
        rest(archive, piece);
        if (!archive.problems().isEmpty()) {
            bad(piece, String.join(" ", archive.problems()));
        }
        if (units.size() == before) {
            bad(piece, "There is nothing in it that could be read.");
        }
    }

    private void rest(Archive archive, Piece piece) {
        try {
            archive.rest();
        } catch (IOException e) {
            bad(piece, "It cannot be unpacked: " + SingleMail.reason(e));
        }
    }

    private void mayBeUnpacked() throws IOException {
        if (kinds != null) {
            throw new IOException("Unpack it into the folder, or name it to 'import', which does that.");
        }
    }

    private Archive open(Piece piece) throws IOException {
        byte[] head = piece.head(Detection.HEAD);
        if (!Detection.isZip(head)) {
            mayBeUnpacked();
        }
        if (head.length > 1 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return StreamArchive.gzip(piece.content(), piece.fileName().replaceFirst("(?i)\\.gz$", ""));
        }
        if (Detection.isTar(head)) {
            return StreamArchive.tar(piece.content());
        }
        try {
            return ZipArchive.open(onDisk(piece));
        } catch (IOException e) {
            mayBeUnpacked();
            return StreamArchive.cutZip(piece.content());
        }
    }

    /** What is read at any place has to lie in a file. */
    private Path onDisk(Piece piece) throws IOException {
        Path path = piece.path();
        if (path != null) {
            return path;
        }
        mayBeUnpacked();
        TemporaryFile file = TemporaryFile.of(piece.content(), Long.MAX_VALUE);
        opened.add(file);
        return file.path();
    }

    private void store(Piece piece) {
        List<String> problems = new ArrayList<>();
        try {
            PstFile store = PstFile.open(onDisk(piece));
            opened.add(store);
            List<PstFile.Folder> folders = store.folders(problems);
            if (folders.isEmpty()) {
                problems.add("There is no mail in the Outlook file; contacts, calendars and tasks are left out.");
            }
            for (PstFile.Folder folder : folders) {
                String name = piece.name() + (folder.path().isEmpty() ? "!" : "!/" + folder.path());
                if (folder.leftOut() || LeftOut.byFolder(folder.path())) {
                    leftOut(name, piece.stamp(), folder.items().size());
                } else {
                    units.add(new Unit.StoreFolder(name, piece.stamp() + "-" + folder.items().size(), store, folder));
                }
            }
        } catch (OutlookException e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            problems.add("It cannot be unpacked: " + SingleMail.reason(e));
        }
        if (!problems.isEmpty()) {
            bad(piece, String.join(" ", problems));
        }
    }

    private void leftOut(String name, String stamp, int count) {
        units.add(new Unit.Bad(
                name, stamp,
                "Left out, as its name says that it holds junk, drafts or what was thrown away: " + count
                        + (count == 1 ? " message." : " messages."),
                false));
    }

    /** One tree while it is looked through. */
    private final class Looking {

        private final FileTree tree;
        private final int depth;
        private final Sorting sorting;
        private final Map<String, List<String>> mails = new TreeMap<>();
        private final Map<String, Integer> leftOut = new TreeMap<>();
        private final Map<String, Boolean> out = new HashMap<>();
        private final Map<Piece, String> unknown = new LinkedHashMap<>();
        private final TreeSet<String> chats = new TreeSet<>();

        Looking(FileTree tree, int depth) {
            this.tree = tree;
            this.depth = depth;
            this.sorting = new Sorting(tree.files());
        }

        void through() {
            for (String file : tree.files()) {
                Sorting.Place place = sorting.place(file);
                boolean named = given.isEmpty() && file.regionMatches(true, file.length() - 4, ".eml", 0, 4);
                String folder = Sorting.folder(file, place);
                if (place == Sorting.Place.NOTHING) {
                    continue;
                }
                if (out.computeIfAbsent(folder, Sorting::isLeftOut)) {
                    leftOut.merge(folder, 1, Integer::sum);
                } else if (place == Sorting.Place.MAILDIR || named) {
                    mail(folder, file); // what it really is shows when it is read: there may be hundreds of thousands
                } else {
                    look(file, folder);
                }
            }
            mails.forEach((folder, files) -> units.add(new Unit.Mails(new Lying(tree, folder, files))));
            leftOut.forEach((folder, count) -> leftOut(tree.name() + "/" + Sorting.shown(folder), "out" + count, count));
            unknown.keySet().removeIf(this::isBesideChat);
            boolean many = depth > 0 && unknown.size() > MOST_NAMED;
            unknown.entrySet().stream().limit(many ? SOME_NAMED : unknown.size()).forEach(it -> bad(it.getKey(), it.getValue()));
            if (many) {
                int more = unknown.size() - SOME_NAMED;
                units.add(new Unit.Bad(tree.name() + "/*", "more" + more, more + " more files in it are neither mails nor chat exports."));
            }
        }

        private void mail(String folder, String file) {
            mails.computeIfAbsent(folder, _ -> new ArrayList<>()).add(folder.isEmpty() ? file : file.substring(folder.length() + 1));
        }

        private void look(String file, String folder) {
            Piece piece = null;
            try {
                piece = tree.piece(file);
                Piece looked = piece;
                KnownKinds known = kinds;
                KnownKinds.Look look = () -> look(looked);
                found(file, folder, piece, known == null ? look.into() : known.of(piece, look));
            } catch (IOException e) {
                String name = tree.name() + "/" + file;
                units.add(new Unit.Bad(name, piece == null ? "" : piece.stamp(), "It cannot be unpacked or opened: " + SingleMail.reason(e)));
            }
        }

        private Detection.Found look(Piece piece) throws IOException {
            byte[] head = piece.head(Detection.HEAD);
            Detection.Found found = Units.this.found(piece, head);
            boolean compound = found instanceof Detection.Found.Is(Format format) && format == Format.Mail.MSG;
            return compound && !tree.isOutlookItem(piece, head) ? new Detection.Found.Unknown(NO_ITEM) : found;
        }

        private void found(String file, String folder, Piece piece, Detection.Found found) throws IOException {
            switch (found) {
                case Detection.Found.Is(Format.Mail format)
                        when format == Format.Mail.EML || format == Format.Mail.TNEF || format == Format.Mail.MSG -> mail(folder, file);
                case Detection.Found.Is(Format.Mail format) when format == Format.Mail.MBOX && LeftOut.byFolder(piece.fileName()) ->
                        leftOut.merge(file, 1, Integer::sum);
                case Detection.Found.Is(Format.Chat format) -> {
                    chats.add(folder);
                    units.add(new Unit.Single(piece, format));
                }
                case Detection.Found.Unknown(String sentence) -> unknown.put(piece, sentence);
                case Detection.Found it -> file(piece, it, () -> true, depth);
            }
        }

        /** What was sent in a chat lies in its folder or below. */
        private boolean isBesideChat(Piece piece) {
            String folder = Sorting.parent(piece.name().substring(tree.name().length() + 1));
            return chats.stream().anyMatch(it -> it.isEmpty() || folder.equals(it) || folder.startsWith(it + "/"));
        }
    }

    /** Some files of a tree that lie in one folder. */
    private record Lying(FileTree tree, String folder, List<String> files) implements MailFolder {
        @Override
        public String name() {
            return folder.isEmpty() ? tree.name() : tree.name() + "/" + Sorting.shown(folder);
        }

        @Override
        public Piece piece(String file) throws IOException {
            return tree.piece(folder.isEmpty() ? file : folder + "/" + file);
        }
    }
}
