package org.genjin.daemon.reading;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one form of a mail says and the other does not: most programs write the same twice, some put a mere hint into the
 * plain part or leave a table out of it. Pure.
 */
final class Unsaid {

    private static final int LONGEST = 200_000;
    /** Links and names of pictures are written out in one form and hidden in the other. */
    private static final Pattern LINKS = Pattern.compile("(?:https?://|www\\.|mailto:|tel:|cid:)[^\\s<>\\]\\)]+|\\[image:[^\\]]{0,200}\\]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");

    private Unsaid() {}

    /** The lines of {@code other} in which a word stands that {@code said} has not. */
    static String of(String said, String other) {
        Set<String> known = new HashSet<>();
        String bounded = other.length() > LONGEST ? other.substring(0, LONGEST) : other;
        words(said, known);
        StringBuilder unsaid = new StringBuilder();
        for (String line : LINKS.matcher(bounded).replaceAll(" ").split("\n", -1)) {
            Set<String> words = new HashSet<>();
            words(line, words);
            if (!known.containsAll(words)) {
                unsaid.append(line.strip()).append('\n');
            }
        }
        return unsaid.toString().strip();
    }

    private static void words(String text, Set<String> words) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT);
            if (word.chars().anyMatch(Character::isIdeographic)) {
                // No blanks part these: each two that stand together are what is looked for.
                for (int i = 0; i + 2 <= word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else if (word.length() > 1) {
                words.add(word);
            }
        }
    }
}
