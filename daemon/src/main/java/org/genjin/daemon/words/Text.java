package org.genjin.daemon.words;

/** Small cares for text that people see and columns hold. */
public final class Text {

    private Text() {}

    /** Cuts {@code text} to {@code length} chars, never through a surrogate pair, and drops NUL, which PostgreSQL refuses. */
    public static String fit(String text, int length) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        if (clean.length() <= length) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(length - 1)) ? length - 1 : length);
    }

    /** Names and numbers of either direction keep their order, and that of the line around them (U+2068, U+2069). */
    public static String isolated(String text) {
        return text.isEmpty() ? text : "\u2068" + text + "\u2069";
    }

    /** How many columns of a terminal a text takes: Chinese, Japanese, Korean and full-width characters take two. */
    public static int columns(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            columns += columns(point);
            i += Character.charCount(point);
        }
        return columns;
    }

    /** The beginning of a text as one line: whitespace is one blank, none at its ends. A little more than so many chars if there are more. */
    public static String line(String text, int most) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), most + 2));
        boolean blank = false;
        for (int i = 0; i < text.length() && line.length() <= most; i++) {
            char it = text.charAt(i);
            if (Character.isWhitespace(it)) {
                blank = true;
            } else {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                blank = false;
                line.append(it);
            }
        }
        return line.toString();
    }

    /** Cuts to so many columns, with an ellipsis if something is gone. */
    public static String fitColumns(String text, int most) {
        if (columns(text) <= most) {
            return text;
        }
        StringBuilder fit = new StringBuilder();
        int taken = 1;
        for (int point : text.codePoints().toArray()) {
            taken += columns(point);
            if (taken > most) {
                break;
            }
            fit.appendCodePoint(point);
        }
        return fit.append('…').toString();
    }

    private static int columns(int point) {
        if (point < 0x80) { // nearly all, and the questions below are slow ones
            return 1;
        }
        if (Character.getType(point) == Character.NON_SPACING_MARK || Character.getType(point) == Character.FORMAT) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF01 && point <= 0xFF60)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
