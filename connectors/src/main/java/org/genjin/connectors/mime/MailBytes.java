package org.genjin.connectors.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Clears up what comes before the header and lines ended by CR alone. */
final class MailBytes {

    private MailBytes() {}

    static byte[] clean(byte[] bytes) {
        int from = 0;
        if (bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF) {
            from = 3;
        }
        while (from < bytes.length && (bytes[from] == '\r' || bytes[from] == '\n')) {
            from++;
        }
        String head = new String(bytes, from, Math.min(6, bytes.length - from), StandardCharsets.ISO_8859_1);
        if (head.startsWith("From ") || head.startsWith(">From ")) {
            while (from < bytes.length && bytes[from] != '\n' && bytes[from] != '\r') {
                from++;
            }
            while (from < bytes.length && (bytes[from] == '\r' || bytes[from] == '\n')) {
                from++;
            }
        }
        byte[] mail = from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
        return endsLinesWithCr(mail) ? withLineFeeds(mail) : mail;
    }

    private static boolean endsLinesWithCr(byte[] mail) {
        int returns = 0;
        for (int i = 0; i < Math.min(mail.length, 4000); i++) {
            if (mail[i] == '\n') {
                return false;
            }
            returns += mail[i] == '\r' ? 1 : 0;
        }
        return returns > 0;
    }

    private static byte[] withLineFeeds(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        return text.replaceAll("\\r(?!\\n)", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
