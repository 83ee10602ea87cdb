package org.genjin.connectors.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Mails one after another in an mbox file (RFC 4155 and its relatives): a line {@code From } after an empty line begins a
 * mail; {@code >From } within one loses its mark. Reads a line at a time, so the file may be of any size.
 */
final class MboxFile implements Closeable {

    private static final long LARGEST = 200L * 1024 * 1024;
    private static final Pattern SEPARATOR = Pattern.compile("From .{0,300}\\d{1,2}:\\d{2}.{0,60}\\s*|From (?:- |MAILER-DAEMON|\\S+@).*\\s*");

    private final InputStream in;
    private long position;
    private boolean ended;

    /** @param from where a mail begins, as {@link #position} said it */
    MboxFile(InputStream in, long from) throws IOException {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.in.skipNBytes(from);
        this.position = from;
    }

    /** Where the next mail begins. */
    long position() {
        return position;
    }

    boolean isEnded() {
        return ended;
    }

    /** The next mail without its separator; empty at the end. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        boolean begun = false;
        boolean emptyBefore = true;
        while (true) {
            in.mark(1 << 16);
            byte[] line = line();
            if (line.length == 0) {
                ended = true;
                return begun ? Optional.of(mail.toByteArray()) : Optional.empty();
            }
            if (emptyBefore && isSeparator(line)) {
                if (begun) {
                    in.reset();
                    return Optional.of(mail.toByteArray());
                }
                begun = true;
                position += line.length;
                emptyBefore = false;
                continue;
            }
            emptyBefore = line[0] == '\n' || line[0] == '\r';
            begun |= !emptyBefore;
            position += line.length;
            if (mail.size() < LARGEST) {
                byte[] kept = unquoted(line);
                mail.write(kept, 0, kept.length);
            }
        }
    }

    private static boolean isSeparator(byte[] line) {
        return line.length > 5
                && line[0] == 'F'
                && SEPARATOR.matcher(new String(line, StandardCharsets.ISO_8859_1)).matches();
    }

    private static byte[] unquoted(byte[] line) {
        int marks = 0;
        while (marks < line.length && line[marks] == '>') {
            marks++;
        }
        boolean quoted = marks > 0 && new String(line, marks, Math.min(5, line.length - marks), StandardCharsets.ISO_8859_1)
                .equals("From ");
        return quoted ? java.util.Arrays.copyOfRange(line, 1, line.length) : line;
    }

    /** With its end; empty at the end of the file. A line longer than the buffer comes in pieces. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        while (line.size() < (1 << 16) - 1) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
