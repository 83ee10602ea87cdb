package org.genjin.connectors.imap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a server sends, taken apart as it comes (RFC 3501, section 9): nothing is kept but what is asked for, so neither a long
 * list nor a large mail fills the memory. Text is ISO-8859-1, a character for a byte. Not thread-safe.
 *
 * <p>What is not where the grammar has it is {@link Unclear}: one answer that cannot be used. What makes it doubtful where the
 * next answer begins is {@link ImapFailure.Garbled}.
 */
final class ImapInput {

    /** Longer words are cut: no server has so much to say that matters. */
    private static final int LONGEST_TEXT = 64 * 1024;

    /** No mail is so large; whoever announces more is not to be believed. */
    static final long LARGEST_LITERAL = 1L << 30;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int end;

    ImapInput(InputStream in) {
        this.in = in;
    }

    /** An answer that has not the form it should have; the next one can be read. */
    static final class Unclear extends Exception {
        Unclear(String what) {
            super(what);
        }
    }

    /** Takes what a literal brings; told beforehand how much that will be. */
    interface Sink {
        OutputStream open(long size) throws IOException;
    }

    /** What is next, without taking it. */
    int peek() throws IOException {
        if (position == end) {
            int got = in.read(buffer, 0, buffer.length);
            if (got <= 0) {
                throw new EOFException("the connection was closed");
            }
            position = 0;
            end = got;
        }
        return buffer[position];
    }

    int next() throws IOException {
        int next = peek();
        position++;
        return next;
    }

    /** Whether something has come that was not taken yet. */
    boolean hasMore() {
        return position < end;
    }

    void expect(char c) throws IOException, Unclear {
        if (peek() != c) {
            throw new Unclear("'" + c + "' expected");
        }
        position++;
    }

    void skipBlanks() throws IOException {
        while (peek() == ' ') {
            position++;
        }
    }

    boolean atLineEnd() throws IOException {
        return peek() == '\r' || peek() == '\n';
    }

    /** Up to a blank, bracket, quote or the end of the line; "" if there is one at once. Square brackets belong to it. */
    String word() throws IOException {
        StringBuilder word = new StringBuilder();
        boolean inSection = false;
        for (int c = peek(); c != '\r' && c != '\n'; c = peek()) {
            if (!inSection && (c == ' ' || c == '(' || c == ')' || c == '"')) {
                break;
            }
            inSection = c == '[' || inSection && c != ']';
            keep(word, c);
            position++;
        }
        return word.toString();
    }

    /** A number, 0 to 2^63; what is greater is taken for that. */
    long number() throws IOException, Unclear {
        int c = peek();
        if (c < '0' || c > '9') {
            throw new Unclear("a number expected");
        }
        long number = 0;
        for (; c >= '0' && c <= '9'; c = peek()) {
            number = number > Long.MAX_VALUE / 10 - 10 ? Long.MAX_VALUE / 10 - 10 : number * 10 + (c - '0');
            position++;
        }
        return number;
    }

    /** The rest of the line, without taking its end. */
    String restOfLine() throws IOException {
        StringBuilder rest = new StringBuilder();
        while (!atLineEnd()) {
            keep(rest, next());
        }
        return rest.toString();
    }

    /** A string or NIL, which is null. A word counts as a string, as servers forget the quotes. */
    @Nullable String string() throws IOException, Unclear {
        int c = peek();
        if (c == '"') {
            return quoted();
        }
        if (c == '{' || c == '~') {
            StringBuilder text = new StringBuilder();
            literal(_ -> new OutputStream() {
                @Override
                public void write(int b) {
                    keep(text, b);
                }
            });
            return text.toString();
        }
        String word = word();
        if (word.isEmpty()) {
            throw new Unclear("a string expected");
        }
        return word.equalsIgnoreCase("NIL") ? null : word;
    }

    /**
     * A string or NIL whose bytes may be many.
     *
     * @return false for NIL
     */
    boolean bytes(Sink sink) throws IOException, Unclear {
        int c = peek();
        if (c == '{' || c == '~') {
            literal(sink);
            return true;
        }
        String text = string();
        if (text == null) {
            return false;
        }
        try (OutputStream out = sink.open(text.length())) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return true;
    }

    /** Any value: a word, a string, or a list of values in brackets. */
    void skipValue() throws IOException, Unclear {
        int depth = 0;
        do {
            skipBlanks();
            int c = peek();
            if (c == '(') {
                depth++;
                position++;
            } else if (c == ')' && depth > 0) {
                depth--;
                position++;
            } else {
                skipString();
            }
        } while (depth > 0);
    }

    private void skipString() throws IOException, Unclear {
        bytes(_ -> OutputStream.nullOutputStream());
    }

    /** A list of strings, with the end of a line before and after each. */
    String values() throws IOException, Unclear {
        StringBuilder values = new StringBuilder("\n");
        expect('(');
        for (skipBlanks(); peek() != ')'; skipBlanks()) {
            String value = string();
            if (values.length() < LONGEST_TEXT) {
                values.append(value == null ? "" : value).append('\n');
            }
        }
        expect(')');
        return values.toString();
    }

    /** What is left of an answer, with the literals in it, and the end of its line. */
    void skipAnswer() throws IOException {
        StringBuilder tail = new StringBuilder();
        while (true) {
            int c = next();
            if (c == '\n') {
                long literal = announced(tail);
                if (literal < 0) {
                    return;
                }
                copy(literal, OutputStream.nullOutputStream());
                tail.setLength(0);
            } else if (c != '\r') {
                if (c == '{') {
                    tail.setLength(0);
                }
                if (tail.length() < 40) {
                    tail.append((char) (c & 0xff));
                }
            }
        }
    }

    private static long announced(CharSequence tail) {
        String text = tail.toString();
        return text.matches("\\{\\d{1,18}\\+?\\}") ? Long.parseLong(text.replaceAll("\\D", "")) : -1;
    }

    private String quoted() throws IOException, Unclear {
        StringBuilder text = new StringBuilder();
        position++;
        while (true) {
            int c = peek();
            if (c == '\r' || c == '\n') {
                throw new Unclear("a quotation is not ended");
            }
            position++;
            if (c == '"') {
                return text.toString();
            }
            keep(text, c == '\\' ? next() : c);
            if (text.length() == LONGEST_TEXT) {
                throw new ImapFailure.Garbled("a quotation has no end");
            }
        }
    }

    private void literal(Sink sink) throws IOException, Unclear {
        if (peek() == '~') {
            position++;
        }
        expect('{');
        long size = number();
        if (peek() == '+') {
            position++;
        }
        expect('}');
        if (peek() == '\r') {
            position++;
        }
        if (peek() != '\n') {
            throw new ImapFailure.Garbled("a literal is announced wrongly");
        }
        position++;
        if (size > LARGEST_LITERAL) {
            throw new ImapFailure.Garbled(String.format(Locale.ROOT, "it announces %,d bytes at once", size));
        }
        try (OutputStream out = sink.open(size)) {
            copy(size, out);
        }
    }

    private void copy(long size, OutputStream out) throws IOException {
        long left = size;
        while (left > 0) {
            peek();
            int some = (int) Math.min(left, end - position);
            out.write(buffer, position, some);
            position += some;
            left -= some;
        }
    }

    private static void keep(StringBuilder text, int c) {
        if (text.length() < LONGEST_TEXT) {
            text.append((char) (c & 0xff));
        }
    }
}
