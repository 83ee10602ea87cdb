package org.genjin.connectors.chat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tags of an XML file (UTF-8) one after another, with no document, no DTD and no entities but the five and
 * numbers. Made for backups of messages, which are often not well-formed: emoji come as two halves ({@code
 * &#55357;&#56397;}), files break off. Of a long value only its place in the file is kept. The caller closes the stream.
 */
final class XmlTags {

    private static final int LONGEST = 1_000_000;

    private final InputStream in;
    private long position;

    XmlTags(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * A tag.
     *
     * @param name with {@code /} before it if it ends an element
     * @param values of its attributes by name
     * @param places of values that are too long to be kept
     */
    record Tag(String name, Map<String, String> values, Map<String, Place> places) {

        /** "" if there is none, or if it is the word null, which stands for nothing. */
        String get(String attribute) {
            String value = values.getOrDefault(attribute, "");
            return value.equals("null") ? "" : value;
        }
    }

    /** Bytes of the file. */
    record Place(long offset, long length) {}

    /** The next tag; null at the end of the file, also if that is in the middle of a tag. */
    @Nullable Tag next() throws IOException {
        int next = read();
        while (next >= 0) {
            if (next != '<') {
                next = read();
                continue;
            }
            next = read();
            if (next == '!' || next == '?') {
                next = skipped(next);
                continue;
            }
            return tag(next);
        }
        return null;
    }

    /** What is no element: a comment, a declaration. */
    private int skipped(int kind) throws IOException {
        int before = 0;
        int beforeThat = 0;
        int next = read();
        boolean comment = kind == '!' && next == '-';
        while (next >= 0 && !(next == '>' && (!comment || before == '-' && beforeThat == '-'))) {
            beforeThat = before;
            before = next;
            next = read();
        }
        return next < 0 ? next : read();
    }

    private @Nullable Tag tag(int first) throws IOException {
        StringBuilder name = new StringBuilder();
        int next = first;
        while (next > ' ' && next != '>' && name.length() < 100) {
            if (next == '/' && !name.isEmpty()) {
                break;
            }
            name.append((char) next);
            next = read();
        }
        Map<String, String> values = new HashMap<>();
        Map<String, Place> places = new HashMap<>();
        while (next >= 0 && next != '>') {
            StringBuilder attribute = new StringBuilder();
            while (next >= 0 && next != '=' && next != '>') {
                if (next > ' ' && next != '/' && attribute.length() < 100) {
                    attribute.append((char) next);
                }
                next = read();
            }
            if (next == '=') {
                next = read();
                while (next >= 0 && next <= ' ') {
                    next = read();
                }
                if (next == '"' || next == '\'') {
                    if (!value(attribute.toString(), next, values, places)) {
                        return null;
                    }
                    next = read();
                }
            }
        }
        return next < 0 ? null : new Tag(name.toString(), values, places);
    }

    /** @return false if the file ends in it */
    private boolean value(String name, int quote, Map<String, String> values, Map<String, Place> places) throws IOException {
        long begin = position;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = read();
        while (next >= 0 && next != quote) {
            if (bytes.size() <= LONGEST) {
                bytes.write(next);
            }
            next = read();
        }
        if (next < 0) {
            return false;
        }
        long length = position - 1 - begin;
        if (name.equals("data") || length > LONGEST) {
            places.put(name, new Place(begin, length));
        } else {
            values.put(name, decoded(bytes.toString(StandardCharsets.UTF_8)));
        }
        return true;
    }

    private int read() throws IOException {
        int next = in.read();
        position += next < 0 ? 0 : 1;
        return next;
    }

    /** Numbers of UTF-16's halves are joined by standing side by side. */
    static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char it = text.charAt(at);
            int end = it == '&' ? text.indexOf(';', at) : -1;
            String entity = end < 0 || end - at > 12 ? "" : text.substring(at + 1, end);
            String value = entity(entity);
            decoded.append(value == null ? String.valueOf(it) : value);
            at = value == null ? at + 1 : end + 1;
        }
        return decoded.toString();
    }

    private static @Nullable String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> number(name);
        };
    }

    private static @Nullable String number(String name) {
        boolean hex = name.matches("#[xX][0-9a-fA-F]{1,6}");
        if (!hex && !name.matches("#\\d{1,7}")) {
            return null;
        }
        int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? new String(Character.toChars(code)) : null;
    }
}
