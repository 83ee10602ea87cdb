package org.genjin.connectors.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** HZ (RFC 1843), Chinese in seven bits: {@code ~{} begins pairs and {@code ~}} ends them. */
final class HzGb2312 {

    private HzGb2312() {}

    static String decode(byte[] bytes) {
        ByteArrayOutputStream gb = new ByteArrayOutputStream(bytes.length);
        boolean pairs = false;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            int next = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : -1;
            if (b == '~' && (next == '{' || next == '}')) {
                pairs = next == '{';
                i++;
            } else if (b == '~' && (next == '~' || next == '\n')) {
                if (next == '~') {
                    gb.write('~');
                }
                i++;
            } else if (pairs && b > 0x20 && next > 0x20) {
                gb.write(b | 0x80);
                gb.write(next | 0x80);
                i++;
            } else {
                gb.write(b);
            }
        }
        return gb.toString(Charset.forName("GB18030"));
    }
}
