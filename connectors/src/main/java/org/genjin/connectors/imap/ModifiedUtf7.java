package org.genjin.connectors.imap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How IMAP writes folder names (RFC 3501, section 5.1.3): ASCII, and all else as UTF-16 in a base64 of its own. */
final class ModifiedUtf7 {

    private ModifiedUtf7() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        StringBuilder shifted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                shift(encoded, shifted);
                encoded.append(c == '&' ? "&-" : c);
            } else {
                shifted.append(c);
            }
        }
        shift(encoded, shifted);
        return encoded.toString();
    }

    /** Empty if {@code text} is not what {@link #encode} writes: servers that do not know of it hand out names as they are. */
    static Optional<String> decode(String text) {
        StringBuilder decoded = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int shift = text.indexOf('&', i);
            decoded.append(text, i, shift < 0 ? text.length() : shift);
            if (shift < 0) {
                break;
            }
            int end = text.indexOf('-', shift);
            if (end < 0) {
                return Optional.empty();
            }
            decoded.append(end == shift + 1 ? "&" : unshifted(text.substring(shift + 1, end)));
            i = end + 1;
        }
        return Optional.of(decoded.toString()).filter(it -> encode(it).equals(text));
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~';
    }

    private static void shift(StringBuilder encoded, StringBuilder shifted) {
        if (!shifted.isEmpty()) {
            byte[] utf16 = shifted.toString().getBytes(StandardCharsets.UTF_16BE);
            encoded.append('&')
                    .append(Base64.getEncoder().withoutPadding().encodeToString(utf16).replace('/', ','))
                    .append('-');
            shifted.setLength(0);
        }
    }

    private static String unshifted(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.replace(',', '/')), StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException e) {
            return ""; // whatever it is, it is not this
        }
    }
}
