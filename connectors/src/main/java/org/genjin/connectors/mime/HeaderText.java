package org.genjin.connectors.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header values as people read them: unfolded, encoded words decoded (RFC 2047, with what is sent in its name), bare 8-bit
 * bytes read as what they are. Values come in as ISO 8859-1, one char a byte.
 */
final class HeaderText {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?((?:[^?]|\\?(?!=))*+)\\?=");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]?");

    private HeaderText() {}

    static String decode(String raw) {
        return decode(raw, "");
    }

    /**
     * On one line, without control characters, stripped.
     *
     * @param charset in which bare 8-bit most likely is; "" if nothing tells
     */
    static String decode(String raw, String charset) {
        String value = unfold(raw);
        String text = value.contains("=?") ? words(value, charset) : bare(value, charset);
        return clean(text);
    }

    /** Folding taken out; a fold before a blank leaves that blank. */
    static String unfold(String raw) {
        return raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0
                ? raw
                : FOLD.matcher(raw).replaceAll(" ").replace('\r', ' ').replace('\n', ' ');
    }

    private static String words(String value, String charset) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String pendingCharset = "";
        Matcher matcher = WORD.matcher(value);
        int end = 0;
        while (matcher.find()) {
            String between = value.substring(end, matcher.start());
            boolean adjacent = end > 0 && between.isBlank();
            if (!adjacent) {
                flush(pending, pendingCharset, text);
                text.append(bare(between, charset));
            }
            Optional<byte[]> bytes = bytes(matcher.group(2), matcher.group(3));
            if (bytes.isEmpty()) {
                flush(pending, pendingCharset, text);
                text.append(matcher.group());
            } else {
                // A character may be split between two words, so their bytes are read together if the charset is one.
                if (!sameCharset(pendingCharset, matcher.group(1))) {
                    flush(pending, pendingCharset, text);
                }
                pendingCharset = matcher.group(1);
                pending.writeBytes(bytes.get());
            }
            end = matcher.end();
        }
        flush(pending, pendingCharset, text);
        return text.append(bare(value.substring(end), charset)).toString();
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder text) {
        if (pending.size() > 0) {
            text.append(Charsets.decode(pending.toByteArray(), charset, false));
            pending.reset();
        }
    }

    private static boolean sameCharset(String one, String other) {
        Optional<Charset> a = Charsets.named(one);
        return one.equalsIgnoreCase(other) || (a.isPresent() && a.equals(Charsets.named(other)));
    }

    private static Optional<byte[]> bytes(String encoding, String text) {
        if (encoding.equalsIgnoreCase("q")) {
            return Optional.of(quoted(text));
        }
        String base64 = text.replaceAll("[^A-Za-z0-9+/]", "");
        if (base64.length() % 4 == 1) {
            base64 = base64.substring(0, base64.length() - 1);
        }
        return base64.isEmpty() && !text.isBlank() ? Optional.empty() : Optional.of(Base64.getDecoder().decode(base64));
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '=' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    private static String bare(String latin1, String charset) {
        for (int i = 0; i < latin1.length(); i++) {
            if (latin1.charAt(i) >= 0x80 || latin1.charAt(i) == 0x1B) {
                return Charsets.decode(latin1.getBytes(StandardCharsets.ISO_8859_1), charset, false);
            }
        }
        return latin1;
    }

    private static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7F) {
                if (clean == null) {
                    clean = new StringBuilder(text.length()).append(text, 0, i);
                }
                clean.append(c == '\t' ? " " : "");
            } else if (clean != null) {
                clean.append(c);
            }
        }
        return (clean == null ? text : clean.toString()).strip();
    }
}
