package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.Reader;

/** Mends JSON on its way to a parser: Telegram writes control characters as {@code \x1F}, which is none of JSON's escapes. */
final class JsonText extends Reader {

    private static final String ZEROS = "00";

    private final Reader in;
    private final char[] read = new char[8192];
    private int position;
    private int end;
    private boolean escaped;
    private int zeros = ZEROS.length();

    JsonText(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            if (zeros < ZEROS.length()) {
                buffer[from + count++] = ZEROS.charAt(zeros++);
                continue;
            }
            if (position == end) {
                if (count > 0) {
                    break;
                }
                end = in.read(read, 0, read.length);
                position = 0;
                if (end < 0) {
                    end = 0;
                    return -1;
                }
            }
            buffer[from + count++] = mended(read[position++]);
        }
        return count;
    }

    private char mended(char next) {
        boolean wasEscaped = escaped;
        escaped = next == '\\' && !wasEscaped;
        if (wasEscaped && next == 'x') {
            zeros = 0;
            return 'u';
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
