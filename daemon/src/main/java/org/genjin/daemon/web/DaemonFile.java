package org.genjin.daemon.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The file in a home by which commands find the running daemon; only its owner can read it. */
public final class DaemonFile {

    private static final JsonMapper JSON = JsonMapper.shared();

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
        Files.write(temporary, JSON.writeValueAsBytes(daemon));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty if there is none or it cannot be understood. */
    public static Optional<Daemon> read(Path file) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Daemon.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // half of a file from a machine that lost power: as if it were not there
        }
    }
}
