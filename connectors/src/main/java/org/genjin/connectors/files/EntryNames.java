package org.genjin.connectors.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The names in a zip that does not say which charset they are in: UTF-8, as newer programs write; GBK, as programs on Chinese
 * machines do; else code page 437, as the format has it. Pure.
 */
final class EntryNames {

    private static final Charset GBK = Charset.forName("GB18030");
    private static final Charset DOS = Charset.forName("IBM437");

    private EntryNames() {}

    static String decode(byte[] raw) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
            return new String(raw, isChinese(raw) ? GBK : DOS);
        }
    }

    /** Pairs of everyday Chinese have both bytes above 0xA0; accented letters of Western names stand alone among ASCII. */
    private static boolean isChinese(byte[] raw) {
        int everyday = 0;
        int other = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] >= 0) {
                continue;
            }
            int first = raw[i] & 0xFF;
            int second = i + 1 < raw.length ? raw[i + 1] & 0xFF : 0;
            if (first > 0xA0 && second > 0xA0) {
                everyday++;
            } else {
                other++;
            }
            i += second >= 0x40 ? 1 : 0;
        }
        return everyday > other;
    }
}
