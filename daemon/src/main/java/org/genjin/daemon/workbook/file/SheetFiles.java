package org.genjin.daemon.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genjin.daemon.ledger.Disk;
import org.genjin.daemon.ledger.Store;

/**
 * How a file that people have open, sync and copy is replaced: as a whole, never while it is open, and with the last versions kept
 * in a folder beside it.
 */
public final class SheetFiles {

    public static final String VERSIONS = "versions";

    private static final String FRESH = ".new";
    private static final int KEPT = 10;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HHmmss", Locale.ROOT);
    /**
     * What sync programs add to the name of the one of two copies that lost: a word in the computer's language (Dropbox, Nextcloud,
     * Syncthing, Seafile, Synology, 坚果云, 百度网盘), a number in brackets (Google Drive), or the computer's own name (OneDrive).
     */
    private static final Pattern CONFLICT = Pattern.compile(
            "(?iu).*(?:conflict|konflik|conflit|конфликт|تعارض|冲突|衝突|競合|충돌|çakış).*"
                    + "| ?\\(\\d{1,2}\\)|(?-iu:-(?:PC|LAPTOP|DESKTOP|(?=[A-Z0-9]*[A-Z])[A-Z0-9]{2,})-[A-Z0-9]{3,}|-(?:PC|LAPTOP|DESKTOP)\\w*)"
                    + "|-[^.]*(?:MacBook|iMac|Mac mini|iPad|iPhone)[^.]*");

    /** What follows upon the first workbook's name in that of a further one. */
    private static final Pattern FURTHER = Pattern.compile(" ([2-9]|[1-9]\\d{1,3})(\\D.*)?\\.xlsx", Pattern.CASE_INSENSITIVE);

    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final Pattern OTHER_KIND = Pattern.compile("(?i)[^.].*\\.(xlsm|xlsb|xls|et|ods|csv|numbers)");

    private SheetFiles() {}

    /** What an owner's folder is called, on whatever system: Windows knows no folder that begins as its devices are called. */
    public static String folder(String owner) {
        String name = owner.replaceAll("[^\\p{L}\\p{N}@._+-]", "_").replaceFirst("\\.+$", "");
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    /** How an owner's workbook of that number is called, beside the first. */
    public static Path numbered(Path first, int number) {
        return number == 1 ? first : first.resolveSibling(stem(first) + " " + number + ".xlsx");
    }

    public static boolean isOpen(Path file) {
        return mark(file).isPresent() || isHeld(file);
    }

    /**
     * What a program lays beside a file that it has open: Excel and WPS ~$name (long names without their first two letters),
     * LibreOffice .~lock.name#.
     */
    static Optional<Path> mark(Path file) {
        String name = String.valueOf(file.getFileName());
        return Stream.of("~$" + name, name.length() > 8 ? "~$" + name.substring(2) : "~$" + name, ".~lock." + name + "#", ".~" + name)
                .map(file::resolveSibling)
                .filter(Files::exists)
                .findFirst();
    }

    /** What there is to say of one that is open: why it is taken for that, as a program that crashed leaves its mark behind. */
    public static String openSentence(Path file) {
        String sentence = "It is open in a spreadsheet program; Genjin writes it when it is closed.";
        return mark(file)
                .map(it -> sentence + " If it is not, delete " + it.getFileName() + " beside it: a program that crashed leaves that there.")
                .orElse(sentence);
    }

    /** Whether another program has locked it, as LibreOffice does, or lets nobody open it, as Excel does on Windows. */
    private static boolean isHeld(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (AccessDeniedException e) {
            return false; // not to be written into; whether it can be replaced, the replacing shows
        } catch (FileSystemException e) {
            return Files.exists(file);
        } catch (IOException e) {
            return false; // a file system that knows no locks
        }
    }

    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Store.sha256().digest(bytes));
    }

    /** Writes the bytes beside the file, on the disk itself. */
    public static Path writeBeside(Path file, Writing writing) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + FRESH);
        try (OutputStream out = Files.newOutputStream(fresh)) {
            writing.to(out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        Disk.syncFile(fresh);
        return fresh;
    }

    /** What is written. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** @param fresh as {@link #writeBeside} left it */
    public static void replace(Path file, Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(fresh); // nobody else knows of it
            throw e;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Disk.syncFolder(folder);
        }
    }

    /** Takes away what a process left beside the file and its versions that died while it wrote. */
    public static void sweep(Path file) throws IOException {
        for (Path folder : List.of(file.resolveSibling(""), file.resolveSibling(VERSIONS))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    for (Path it : all.filter(SheetFiles::isRest).toList()) {
                        Files.deleteIfExists(it);
                    }
                }
            }
        }
    }

    private static boolean isRest(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(".xlsx" + FRESH);
    }

    /** Keeps a copy of a file before it is replaced, the newest few. */
    public static Path keep(Path file, Instant at, ZoneId zone) throws IOException {
        Path kept = version(file, "", at, zone);
        replace(kept, writeBeside(kept, out -> Files.copy(file, out)));
        Files.setLastModifiedTime(kept, Files.getLastModifiedTime(file));
        List<Path> all = versions(file);
        for (Path it : all.subList(0, Math.max(0, all.size() - KEPT))) {
            Files.deleteIfExists(it);
        }
        return kept;
    }

    /** Moves a file that cannot be used, or is done with, to the kept versions. */
    public static Path setAside(Path file, Path of, String why, Instant at, ZoneId zone) throws IOException {
        Path aside = version(of, " " + why, at, zone);
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        return aside;
    }

    /** When the newest version was kept; empty if there is none. */
    static Optional<String> newest(Path file) throws IOException {
        List<Path> all = versions(file);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.valueOf(all.getLast().getFileName()));
    }

    /** How the version of that moment is called. */
    static String stamp(Instant at, ZoneId zone) {
        return STAMP.format(at.atZone(zone));
    }

    private static Path version(Path file, String why, Instant at, ZoneId zone) throws IOException {
        Path folder = Files.createDirectories(file.resolveSibling(VERSIONS));
        return folder.resolve(stamp(at, zone) + " " + stem(file) + why + ".xlsx");
    }

    /** All that lies among the versions, of whatever kind. */
    public static List<Path> aside(Path file) throws IOException {
        Path folder = file.resolveSibling(VERSIONS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(it -> String.valueOf(it.getFileName()).endsWith(".xlsx")).sorted().toList();
        }
    }

    /** Whether it begins as a locked workbook does. */
    public static boolean isContainer(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Locked.isContainer(in.readNBytes(8));
        }
    }

    private static List<Path> versions(Path file) throws IOException {
        return aside(file).stream().filter(it -> String.valueOf(it.getFileName()).endsWith(" " + stem(file) + ".xlsx")).toList();
    }

    /** Copies that a sync program made when two people saved at once; not those of a further workbook, whose name begins with this one's. */
    public static List<Path> conflicts(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(it -> isConflict(String.valueOf(it.getFileName()), stem(file)) && !isOfFurther(it, file)).sorted().toList();
        }
    }

    /** The same name with the ending of another kind of workbook. */
    public static List<Path> otherKinds(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(it -> OTHER_KIND.matcher(String.valueOf(it.getFileName())).matches()
                            && String.valueOf(it.getFileName()).startsWith(stem(file) + "."))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isConflict(String name, String stem) {
        boolean sheet = name.endsWith(".xlsx") && name.length() > stem.length() + 5 && name.startsWith(stem);
        return sheet && CONFLICT.matcher(name.substring(stem.length(), name.length() - 5)).matches();
    }

    private static boolean isOfFurther(Path copy, Path file) {
        Matcher rest = FURTHER.matcher(String.valueOf(copy.getFileName()).substring(stem(file).length()));
        return rest.matches() && Files.exists(numbered(file, Integer.parseInt(rest.group(1))));
    }

    /** The name without the kind. */
    public static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.xlsx$", "");
    }
}
