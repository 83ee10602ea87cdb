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
}
