package org.genjin.connectors.mime;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * How unlikely a text is to have been written by a person: wrong readings mix scripts within a word, put capitals behind
 * small letters, and are full of rare ideographs and signs.
 */
final class Plausibility {

    private static final IntPredicate EVERYDAY = everyday();

    private Plausibility() {}

    /** 0 for what looks sound; about one for each odd place. */
    static double cost(String text) {
        double cost = 0;
        int before = -1;
        int length = Math.min(text.length(), 4000);
        for (int i = 0; i < length; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c >= 0x80) {
                cost += alone(c);
                if (before >= 0 && Character.isLetter(c) && Character.isLetter(before)) {
                    cost += together(before, c);
                }
            }
            before = c;
        }
        return cost;
    }

    private static double alone(int c) {
        if (c >= 0x4E00 && c <= 0x9FFF) {
            // GB 2312 has the ideographs of everyday writing in its first level; in letters the others are rare.
            return EVERYDAY.test(c) ? 0.03 : 0.6;
        }
        if (Character.isLetter(c)) {
            return c >= 0xFF66 && c <= 0xFF9D ? 0.7 : 0.02; // half-width kana
        }
        return Character.isIdeographic(c) ? 0.8 : 0.35;
    }

    private static double together(int a, int b) {
        Character.UnicodeScript one = Character.UnicodeScript.of(a);
        Character.UnicodeScript other = Character.UnicodeScript.of(b);
        if (one != other && !eastAsian(one, other)) {
            return 1;
        }
        if (one == Character.UnicodeScript.LATIN && a >= 0x80) {
            return 0.4; // accents stand alone in nearly every word of nearly every language
        }
        return Character.isLowerCase(a) && Character.isUpperCase(b) ? 0.8 : 0;
    }

    private static boolean eastAsian(Character.UnicodeScript one, Character.UnicodeScript other) {
        return eastAsian(one) && eastAsian(other)
                || eastAsian(one) && other == Character.UnicodeScript.LATIN
                || one == Character.UnicodeScript.LATIN && eastAsian(other);
    }

    private static boolean eastAsian(Character.UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, COMMON -> true;
            default -> false;
        };
    }

    private static IntPredicate everyday() {
        BitSet known = new BitSet();
        Charset charset = Charset.forName("GB2312");
        byte[] pair = new byte[2];
        for (int row = 0xB0; row <= 0xD7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                pair[0] = (byte) row;
                pair[1] = (byte) cell;
                known.set(new String(pair, charset).codePointAt(0));
            }
        }
        return known::get;
    }
}
