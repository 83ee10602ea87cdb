package org.genjin.daemon.ingest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Whether two texts say the same although programs have handled them: wrapped lines anew, written links out, left out marks,
 * added a footer. Pure.
 */
final class Likeness {

    /** So many letters in a row are compared: a word or so. */
    private static final int RUN = 5;
    private static final int LEAST_RUNS = 20;
    private static final double ENOUGH = 0.9;

    private Likeness() {}

    /** True if one contains the other, or nearly all of the shorter is found in the longer. */
    static boolean sameWords(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        if (longer.contains(shorter)) {
            return true;
        }
        Set<String> there = runs(longer);
        Set<String> wanted = runs(shorter);
        long found = wanted.stream().filter(there::contains).count();
        return wanted.size() >= LEAST_RUNS && found >= wanted.size() * ENOUGH;
    }

    private static Set<String> runs(String letters) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= letters.length(); i++) {
            runs.add(letters.substring(i, i + RUN));
        }
        return runs;
    }

    static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
