package org.genjin.connectors.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Files for large mails, until the pull after the next: while one batch is stored the next is fetched. Thread-safe, as closing
 * may come from another thread.
 */
final class Spool {

    private Set<Path> files = new HashSet<>();
    private Set<Path> before = new HashSet<>();
    private boolean closed;

    synchronized Path newFile() throws IOException {
        if (closed) {
            throw new IOException("the connection was ended");
        }
        Path file = Files.createTempFile("genjin-large-mail", ".eml");
        files.add(file);
        return file;
    }

    /** A pull begins. */
    synchronized void turn() {
        delete(before);
        before = files;
        files = new HashSet<>();
    }

    synchronized void close() {
        closed = true;
        delete(before);
        delete(files);
    }

    private static void delete(Set<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        files.clear();
    }
}
