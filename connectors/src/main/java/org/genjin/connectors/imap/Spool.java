package org.genjin.connectors.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Files for large mails, until the next pull. Thread-safe, as closing may come from another thread. */
final class Spool {

    private final Set<Path> files = new HashSet<>();
    private boolean closed;

    synchronized Path newFile() throws IOException {
        if (closed) {
            throw new IOException("the connection was ended");
        }
        Path file = Files.createTempFile("genjin-large-mail", ".eml");
        files.add(file);
        return file;
    }

    synchronized void empty() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        files.clear();
    }

    synchronized void close() {
        closed = true;
        empty();
    }
}
