package org.genjin.connectors.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/**
 * Takes the mails of one batch: what is small in memory, what is large, or too much together, in files. What a server announces
 * takes no room before it has come.
 */
final class MailBytes {

    private static final int LARGE = 8 * 1024 * 1024;
    private static final int FIRST_ROOM = 1024 * 1024;

    private final Spool spool;
    private long room;

    /** @param room how many bytes may be kept in memory */
    MailBytes(Spool spool, long room) {
        this.spool = spool;
        this.room = room;
    }

    /** The next mail's bytes; used for one mail. */
    Mail mail() {
        return new Mail();
    }

    final class Mail implements ImapInput.Sink {

        private @Nullable Content content;

        @Override
        public OutputStream open(long size) throws IOException {
            if (size > LARGE || size > room) {
                return new ToFile(spool.newFile());
            }
            room -= size;
            return new ToMemory((int) size);
        }

        /** What came; null if nothing did. */
        @Nullable Content content() {
            return content;
        }

        /** The bytes come in few pieces, mostly one. */
        private final class ToMemory extends OutputStream {
            private final int size;
            private byte[] bytes;
            private int filled;

            ToMemory(int size) {
                this.size = size;
                this.bytes = new byte[Math.min(size, FIRST_ROOM)];
            }

            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] some, int from, int length) {
                if (filled + length > bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.min(size, Math.max(filled + length, 2 * bytes.length)));
                }
                System.arraycopy(some, from, bytes, filled, length);
                filled += length;
            }

            @Override
            public void close() {
                if (filled == size && size > 0) {
                    content = Content.of(bytes);
                }
            }
        }

        private final class ToFile extends OutputStream {
            private final Path file;
            private final OutputStream out;

            ToFile(Path file) throws IOException {
                this.file = file;
                this.out = Files.newOutputStream(file);
            }

            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                out.write(some, from, length);
            }

            @Override
            public void close() throws IOException {
                out.close();
                content = new InFile(file, Files.size(file));
            }
        }
    }

    /** On disk; see {@link Spool}. */
    private record InFile(Path file, long size) implements Content {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
