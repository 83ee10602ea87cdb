package org.genjin.daemon.reading.text;

import java.text.Normalizer;

/** Letters as they are compared: small, without accents, in one form for each script. */
final class Letters {

    private static final int TABLE = 0x530;
    private static final char[] FOLDED = table();
    private static final char FIRST_HAN = 0x4E00;
    private static final char LAST_HAN = 0x9FFF;
    private static final char[] SIMPLE = simple();
    private static final int LETTERS_OF_WIDTH = 0xFEE0;

    private Letters() {}

    /** The character as it is compared; 0 if it is nothing but a mark on another or a sign of direction. */
    static char fold(char c) {
        if (c < TABLE) {
            return FOLDED[c];
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return FOLDED[c - LETTERS_OF_WIDTH];
        }
        if (c >= 0x600 && c <= 0x6FF) {
            return arabic(c);
        }
        if (c >= FIRST_HAN && c <= LAST_HAN) {
            return SIMPLE[c - FIRST_HAN];
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC', '\u2032', '\u00B4' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u300C', '\u300D', '\u2033' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u3002' -> '.';
            case '\u3001' -> ',';
            case '\u301C' -> '~';
            default -> isSilent(c) ? 0 : Character.toLowerCase(c);
        };
    }

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = fold(text.charAt(i));
            if (c != 0) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static boolean isSilent(char c) {
        return (c >= '\u200B' && c <= '\u200F') || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069')
                || c == '\uFEFF' || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char arabic(char c) {
        if ((c >= '\u0660' && c <= '\u0669') || (c >= '\u06F0' && c <= '\u06F9')) {
            return (char) ('0' + Character.digit(c, 10));
        }
        return switch (c) {
            case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627';
            case '\u0649' -> '\u064A';
            case '\u0629' -> '\u0647';
            case '\u0624' -> '\u0648';
            case '\u0640' -> 0;
            case '\u060C' -> ',';
            case '\u061B' -> ';';
            case '\u061F' -> '?';
            case '\u066A' -> '%';
            case '\u066B' -> '.';
            case '\u066C' -> ',';
            default -> Character.getType(c) == Character.NON_SPACING_MARK ? 0 : c;
        };
    }

    private static char[] simple() {
        char[] simple = new char[LAST_HAN - FIRST_HAN + 1];
        for (int i = 0; i < simple.length; i++) {
            simple[i] = (char) (FIRST_HAN + i);
        }
        for (String line : Lines.of("traditional.txt")) {
            for (String pair : line.split(" ", -1)) {
                simple[pair.charAt(0) - FIRST_HAN] = pair.charAt(1);
            }
        }
        return simple;
    }

    private static char[] table() {
        char[] table = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            boolean latinOrIo = c >= 'A' && c < 0x250 && Character.isLetter(c) || c == '\u0451' || c == '\u0401';
            char plain = latinOrIo ? parts.charAt(0) : c;
            table[c] = Character.getType(c) == Character.NON_SPACING_MARK ? 0 : Character.toLowerCase(plain);
        }
        table['\u00B4'] = '\'';
        table['\u00AB'] = '"';
        table['\u00BB'] = '"';
        table['\u00D7'] = 'x';
        table['\u00DF'] = 's';
        table['\u00A0'] = ' ';
        table['\u00AD'] = 0;
        return table;
    }
}
