package org.genjin.daemon.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file in a home by which commands find the running daemon; only its owner can read it. */
public final class DaemonFile {

    // Three values that are never quoted inside: read without a JSON library, which takes longer to load than all else.
    private static final Pattern FORM =
            Pattern.compile("\\{\"address\":\"([^\"]+)\",\"token\":\"([^\"]+)\",\"process\":(\\d{1,18})}");

    private DaemonFile() {}

    /**
     * @param address such as {@code http://127.0.0.1:8025}
     * @param token to be sent with each command
     * @param process the daemon's process id
     */
    public record Daemon(String address, String token, long process) {}

    public static void write(Path file, Daemon daemon) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(temporary, "{\"address\":\"" + daemon.address() + "\",\"token\":\"" + daemon.token()
                + "\",\"process\":" + daemon.process() + "}");
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The daemon that the file names, if its process is there. */
    public static Optional<Daemon> running(Path file) throws IOException {
        return read(file).filter(it -> ProcessHandle.of(it.process()).isPresent());
    }

    /** Empty if there is none or it cannot be understood. */
    public static Optional<Daemon> read(Path file) throws IOException {
        try {
            // Half of a file from a machine that lost power: as if it were not there.
            Matcher it = FORM.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip());
            return it.matches()
                    ? Optional.of(new Daemon(it.group(1), it.group(2), Long.parseLong(it.group(3))))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
