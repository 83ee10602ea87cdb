package org.genjin.connectors.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genjin.connectors.Content;

/** What lies packed, unpacked to where it can be read at any place. Gone when it is closed. */
final class TemporaryFile implements Closeable {

    private static final int BLOCK = 1 << 16;

    private final Path path;
    private boolean cut;

    private TemporaryFile(Path path) {
        this.path = path;
    }

    /** @throws IOException if it cannot be unpacked, or not within {@code most} bytes */
    static TemporaryFile of(Content content, long most) throws IOException {
        try (InputStream in = content.open()) {
            TemporaryFile file = beginning(in, most);
            if (file.isCut()) {
                file.close();
                throw new IOException("It is damaged and cannot be unpacked.");
            }
            return file;
        }
    }

    /**
     * As far as it goes.
     *
     * @param in not closed
     * @return with {@link #isCut} if it broke off
     */
    static TemporaryFile beginning(InputStream in, long most) throws IOException {
        TemporaryFile file = new TemporaryFile(Files.createTempFile("genjin", ".unpacked"));
        try (OutputStream out = Files.newOutputStream(file.path)) {
            byte[] block = new byte[BLOCK];
            long bytes = 0;
            for (int count = file.next(in, block); count >= 0; count = file.next(in, block)) {
                bytes += count;
                if (bytes > most) {
                    throw new IOException("It unpacks to more than is read from an archive.");
                }
                out.write(block, 0, count);
            }
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private int next(InputStream in, byte[] block) {
        try {
            return in.read(block);
        } catch (IOException e) {
            cut = true;
            return -1;
        }
    }

    boolean isCut() {
        return cut;
    }

    Path path() {
        return path;
    }

    /**
     * Takes the name off an opened file: even if the process is killed nothing is left of it. Where a system does not allow that it
     * goes when this is closed.
     */
    void hide() {
        try {
            Files.deleteIfExists(path);
        } catch (FileSystemException e) {
            return; // Windows: not before it is closed
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
