package org.genjin.connectors.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** Base64 and quoted-printable (RFC 2045 section 6), also where padding or hexadecimal digits are missing. */
final class TransferEncoding {

    private static final int LONGEST_NAME = 100;
    private static final int[] VALUES = values();

    private TransferEncoding() {}

    /** @param text words are expected: what a list wrote below base64 is kept */
    static byte[] decode(byte[] body, String encoding, boolean text) {
        return switch (name(encoding)) {
            case "base64", "base-64", "b" -> text ? base64WithFooter(body) : base64(body);
            case "quoted-printable", "quotedprintable", "qp", "q" -> quotedPrintable(body);
            case "x-uuencode", "x-uue", "uuencode", "uue" -> Uuencoded.decode(body);
            default -> body;
        };
    }

    /** Without comments, quotes and what stands behind a semicolon, none of which belong there. */
    private static String name(String encoding) {
        String some = encoding.substring(0, Math.min(encoding.length(), LONGEST_NAME));
        String name = some.toLowerCase(Locale.ROOT).replaceAll("\\([^()]*\\)", "").replaceAll("[;,].*", "");
        return name.replaceAll("[\"']", "").strip().replaceAll("[\\s_]+", "-");
    }

    /** Lists append their lines to a mail without looking at its encoding. */
    private static byte[] base64WithFooter(byte[] body) {
        int footer = footer(body);
        byte[] decoded = base64(Arrays.copyOf(body, footer));
        if (footer == body.length) {
            return decoded;
        }
        byte[] both = Arrays.copyOf(decoded, decoded.length + 1 + body.length - footer);
        both[decoded.length] = '\n';
        System.arraycopy(body, footer, both, decoded.length + 1, body.length - footer);
        return both;
    }

    /** Where prose begins: the first line, not the very first, that has a blank between other signs or is a rule. */
    private static int footer(byte[] body) {
        int line = 0;
        boolean encoded = false;
        while (line < body.length) {
            int end = line;
            int signs = 0;
            boolean prose = false;
            while (end < body.length && body[end] != '\n') {
                int b = body[end++];
                boolean blank = b == ' ' || b == '\t' || b == '\r';
                prose |= b == '_' || b == '-' && signs == 0;
                prose |= !blank && signs > 0 && end > line + 1 && body[end - 2] == ' ';
                signs += blank ? 0 : 1;
            }
            if (prose && encoded) {
                return line;
            }
            encoded |= signs > 0 && !prose;
            line = end + 1;
        }
        return body.length;
    }

    static byte[] base64(byte[] body) {
        byte[] decoded = new byte[body.length / 4 * 3 + 3];
        int length = 0;
        int bits = 0;
        int count = 0;
        for (byte b : body) {
            int value = b < 0 ? -1 : VALUES[b];
            if (value >= 0) {
                bits = bits << 6 | value;
                if (++count == 4) {
                    decoded[length++] = (byte) (bits >> 16);
                    decoded[length++] = (byte) (bits >> 8);
                    decoded[length++] = (byte) bits;
                    count = 0;
                    bits = 0;
                }
            } else if (b == '=' && count > 0) {
                length = rest(decoded, length, bits, count);
                count = 0;
                bits = 0;
            }
        }
        length = rest(decoded, length, bits, count);
        return Arrays.copyOf(decoded, length);
    }

    /** What is left of a group that was not filled up. */
    private static int rest(byte[] decoded, int length, int bits, int count) {
        int end = length;
        if (count == 3) {
            decoded[end++] = (byte) (bits >> 10);
            decoded[end++] = (byte) (bits >> 2);
        } else if (count == 2) {
            decoded[end++] = (byte) (bits >> 4);
        }
        return end;
    }

    static byte[] quotedPrintable(byte[] body) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(body.length);
        for (int i = 0; i < body.length; i++) {
            int b = body[i];
            if (b != '=') {
                decoded.write(b);
                continue;
            }
            int next = softBreak(body, i + 1);
            if (next > 0) {
                i = next - 1;
                continue;
            }
            int high = i + 2 < body.length ? Character.digit(body[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(body[i + 2], 16) : -1;
            if (low >= 0) {
                decoded.write(high * 16 + low);
                i += 2;
            } else {
                decoded.write(b);
            }
        }
        return decoded.toByteArray();
    }

    /** Where the line after a soft line break begins; -1 if there is none. */
    private static int softBreak(byte[] body, int from) {
        int i = from;
        while (i < body.length && (body[i] == ' ' || body[i] == '\t')) {
            i++;
        }
        if (i >= body.length) {
            return body.length;
        }
        if (body[i] == '\n') {
            return i + 1;
        }
        if (body[i] == '\r') {
            return i + 1 < body.length && body[i + 1] == '\n' ? i + 2 : i + 1;
        }
        return -1;
    }

    private static int[] values() {
        int[] values = new int[128];
        Arrays.fill(values, -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = i;
        }
        return values;
    }
}
