package org.genjin.connectors.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** UTF-7 (RFC 2152), which the JDK does not have. */
final class Utf7 {

    private Utf7() {}

    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder decoded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '+') {
                decoded.append(c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length() && isBase64(text.charAt(end))) {
                end++;
            }
            if (end == i + 1) {
                decoded.append('+');
            } else {
                decoded.append(shifted(text.substring(i + 1, end)));
            }
            i = end < text.length() && text.charAt(end) == '-' ? end + 1 : end;
        }
        return decoded.toString();
    }

    private static boolean isBase64(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '+' || c == '/';
    }

    private static String shifted(String base64) {
        // Whole characters only: what is left over at the end is padding. One sign too many decodes to nothing.
        String whole = base64.length() % 4 == 1 ? base64.substring(0, base64.length() - 1) : base64;
        byte[] utf16 = Base64.getDecoder().decode(whole);
        return new String(utf16, 0, utf16.length - utf16.length % 2, StandardCharsets.UTF_16BE);
    }
}
