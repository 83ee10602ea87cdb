package org.genjin.daemon.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** What there is to say when a file cannot be written where {@code --out} wants it. */
final class CannotWrite {

    private CannotWrite() {}

    static Trouble because(FileSystemException e) {
        return Trouble.failed("Cannot write to " + e.getFile() + ": " + reason(e)
                + ". Choose another place with --out, or close the file.");
    }

    private static String reason(FileSystemException e) {
        return Optional.ofNullable(e.getReason()).orElse(switch (e) {
            case AccessDeniedException _ -> "there is no right to";
            case FileAlreadyExistsException _ -> "there is a file of that name";
            case NoSuchFileException _ -> "there is no such folder";
            default -> "the file system refuses";
        });
    }
}
