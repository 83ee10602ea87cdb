package org.genjin.connectors.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A structured header's value and its parameters, with continuations and charsets as RFC 2231 has them, and with encoded
 * words and bare 8-bit where it does not.
 *
 * @param value in lower case, such as {@code text/html} or {@code attachment}; "" if missing
 * @param parameters by name in lower case, decoded
 */
record Parameters(String value, Map<String, String> parameters) {

    static final Parameters NONE = new Parameters("", Map.of());

    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** @param charset in which bare 8-bit most likely is; "" if nothing tells */
    static Parameters parse(String raw, String charset) {
        String text = HeaderText.unfold(raw).strip();
        int end = end(text, 0);
        String value = text.substring(0, end).strip().toLowerCase(Locale.ROOT);
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, String>> pieces = new LinkedHashMap<>();
        while (end < text.length()) {
            int next = end(text, end + 1);
            parameter(text.substring(end + 1, next), charset, plain, pieces);
            end = next;
        }
        // The extended form goes before the plain one, which is there for old readers.
        pieces.forEach((name, parts) -> plain.put(name, join(parts)));
        return new Parameters(value, Map.copyOf(plain));
    }

    private static void parameter(
            String text, String charset, Map<String, String> plain, Map<String, TreeMap<Integer, String>> pieces) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            return;
        }
        String name = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String value = unquote(text.substring(equals + 1).strip());
        int star = name.indexOf('*');
        if (star <= 0) {
            plain.putIfAbsent(name, HeaderText.decode(value, charset));
            return;
        }
        String number = name.substring(star + 1).replace("*", "");
        boolean extended = name.endsWith("*");
        int position = number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
        pieces.computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>())
                .put(position, (extended ? "*" : "-") + value);
    }

    /** Each piece begins with {@code *} if it is percent-encoded. */
    private static String join(TreeMap<Integer, String> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        boolean encoded = false;
        for (Map.Entry<Integer, String> piece : pieces.entrySet()) {
            String text = piece.getValue().substring(1);
            if (piece.getValue().charAt(0) == '*') {
                encoded = true;
                String[] parts = text.split("'", 3);
                if (charset.isEmpty() && parts.length == 3 && piece.getKey().equals(pieces.firstKey())) {
                    charset = parts[0];
                    text = parts[2];
                }
                bytes.writeBytes(percent(text));
            } else {
                bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        String joined = bytes.toString(StandardCharsets.ISO_8859_1);
        return encoded ? Charsets.decode(bytes.toByteArray(), charset, false) : HeaderText.decode(joined);
    }

    private static byte[] percent(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }

    private static String unquote(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        int end = text.length() > 1 && text.endsWith("\"") ? text.length() - 1 : text.length();
        return text.substring(1, end).replaceAll("\\\\([\"\\\\])", "$1");
    }

    /** Where the next semicolon outside quotes is, or the end. */
    private static int end(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return text.length();
    }
}
