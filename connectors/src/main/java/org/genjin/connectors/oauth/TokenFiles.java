package org.genjin.connectors.oauth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens of each mailbox in a file of its own, which only the home's owner can read. A file is replaced as a whole and is
 * on disk when {@link #write} returns. One thread a mailbox.
 */
final class TokenFiles {

    private final Path folder;

    TokenFiles(Path folder) {
        this.folder = folder;
    }

    /** Empty if there are none, or what is there cannot be understood: both are mended by signing in. */
    Optional<Tokens> read(String address) throws IOException {
        try {
            return Optional.ofNullable(JsonMapper.shared().readValue(Files.readAllBytes(file(address)), Tokens.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    void write(String address, Tokens tokens) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, rights(posix, "rwx------"));
        Path file = file(address);
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        // The rights are there before the content is.
        try (FileChannel channel = FileChannel.open(
                temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights(posix, "rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(JsonMapper.shared().writeValueAsBytes(tokens));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (posix) {
            try (FileChannel directory = FileChannel.open(folder)) {
                directory.force(true);
            }
        }
    }

    private static FileAttribute<?>[] rights(boolean posix, String rights) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /** An address may hold what a file's name may not. */
    private Path file(String address) {
        StringBuilder name = new StringBuilder();
        for (byte it : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (it & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "@._+-".indexOf(c) >= 0;
            name.append(plain && !(c == '.' && name.isEmpty()) ? String.valueOf(c) : "%" + Integer.toHexString(it & 0xFF));
        }
        return folder.resolve(name + ".json");
    }
}
