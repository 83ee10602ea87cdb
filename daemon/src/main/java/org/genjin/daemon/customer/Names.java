package org.genjin.daemon.customer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of people, folded so that they meet however they were typed. */
public final class Names {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {}

    /** Without accents, width, case, marks and double blanks; "" if nothing is left. */
    public static String folded(String name) {
        String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Whether a folded name is enough of a name to tell people apart: two words, or two characters of Chinese. */
    public static boolean tells(String folded) {
        boolean ideographs = folded.codePoints().anyMatch(Character::isIdeographic);
        return ideographs ? folded.codePointCount(0, folded.length()) >= 2 : folded.indexOf(' ') > 0 && folded.length() >= 5;
    }
}
