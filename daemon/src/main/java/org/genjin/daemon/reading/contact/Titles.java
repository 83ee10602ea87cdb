package org.genjin.daemon.reading.contact;

import java.util.List;
import java.util.Locale;

/** Knows what people are in a firm by the words for it. Pure. */
final class Titles {

    private static final int LONGEST_HAN = 12;
    private static final int SHORTEST_COMPOUND = 8;
    private static final List<String> HAN =
            List.of("经理", "經理", "主管", "总监", "總監", "专员", "專員", "主任", "工程师", "代表", "助理", "員", "经办", "长", "長", "总", "總");

    private Titles() {}

    /** "Vertriebsingenieurin": long German words, in which the title is the end. */
    private static boolean hasEnding(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetter(text.charAt(i))) {
                continue;
            }
            if (i - start >= SHORTEST_COMPOUND) {
                String word = text.substring(start, i).toLowerCase(Locale.ROOT);
                for (int length : SignatureWords.all().titleEndingLengths) {
                    if (length < word.length() && SignatureWords.all().titleEndings.contains(word.substring(word.length() - length))) {
                        return true;
                    }
                }
            }
            start = i + 1;
        }
        return false;
    }

    /** Whether a Chinese word ends like the name of a post, whatever it begins with. */
    static boolean endsWithHan(String signs) {
        for (String it : HAN) {
            if (signs.endsWith(it)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word in it says what somebody is in a firm. */
    static boolean isIn(String text) {
        return SignatureWords.all().titles.isIn(text) || hasEnding(text) || PersonName.isHan(text) && text.length() > 2 && text.length() <= LONGEST_HAN && endsWithHan(text);
    }
}
