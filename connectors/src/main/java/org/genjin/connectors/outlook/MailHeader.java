package org.genjin.connectors.outlook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Header fields in the form of RFC 5322, with encoded words (RFC 2047) where they are needed. */
final class MailHeader {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    /** In bytes, so that an encoded word stays below the 75 characters it may have. */
    private static final int LONGEST_WORD = 42;

    private final StringBuilder text = new StringBuilder();

    /** @param value as it stands, ASCII */
    void raw(String name, String value) {
        String line = value.replaceAll("[\\r\\n]+", " ").strip();
        if (!line.isEmpty()) {
            text.append(name).append(": ").append(line).append("\r\n");
        }
    }

    void words(String name, String value) {
        raw(name, encoded(value));
    }

    void date(Instant at) {
        raw("Date", DATE.format(at));
    }

    /** Field by field as it was received. */
    void received(String lines) {
        text.append(lines);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A person of an address list; {@code address} may be "". */
    static String person(String name, String address) {
        boolean same = name.isEmpty() || name.equalsIgnoreCase(address);
        if (address.isEmpty()) {
            return name.isEmpty() ? "" : phrase(name) + " <>";
        }
        return same ? "<" + address + ">" : phrase(name) + " <" + address + ">";
    }

    private static String phrase(String name) {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return isPlain(line) ? '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : encoded(line);
    }

    static String encoded(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ").strip();
        if (isPlain(line) && !line.contains("=?")) {
            return line;
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int length = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            int bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > LONGEST_WORD) {
                words.add(word(word.toString()));
                word.setLength(0);
                length = 0;
            }
            word.appendCodePoint(c);
            length += bytes;
        }
        words.add(word(word.toString()));
        return String.join(" ", words);
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= 32 && c < 127);
    }

    /** A parameter such as {@code filename}, in the extended form of RFC 2231 where it is needed. */
    static String parameter(String name, String value) {
        String clean = value.replaceAll("\\p{Cntrl}+", " ");
        if (isPlain(clean)) {
            return name + "=\"" + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        StringBuilder percent = new StringBuilder();
        for (byte b : clean.getBytes(StandardCharsets.UTF_8)) {
            boolean safe = b > 0 && (Character.isLetterOrDigit(b) || b == '.' || b == '-' || b == '_');
            percent.append(safe ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
        }
        return name + "*=UTF-8''" + percent;
    }
}
