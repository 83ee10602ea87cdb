package org.genjin.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Traditional Chinese characters as the simplified ones, so that words of one script find those of the other. Any thread. */
public final class Chinese {

    private static final char[] SIMPLIFIED = simplified();

    private Chinese() {}

    /** The text with each character in its simplified form; all others stay as they are. */
    public static String simplified(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (SIMPLIFIED[text.charAt(i)] != 0) {
                return changed(text, i);
            }
        }
        return text;
    }

    /** The simplified form of a traditional character; 0 for any other. */
    static char simplified(char traditional) {
        return SIMPLIFIED[traditional];
    }

    private static String changed(String text, int from) {
        StringBuilder simplified = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            char known = SIMPLIFIED[text.charAt(i)];
            simplified.setCharAt(i, known == 0 ? text.charAt(i) : known);
        }
        return simplified.toString();
    }

    private static char[] simplified() {
        char[] simplified = new char[Character.MAX_VALUE + 1];
        try (InputStream file = Objects.requireNonNull(Chinese.class.getResourceAsStream("traditional.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (int i = 0; !line.startsWith("#") && i + 1 < line.length(); i += 2) {
                    simplified[line.charAt(i)] = line.charAt(i + 1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return simplified;
    }
}
