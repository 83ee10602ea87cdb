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
        return name.chars().allMatch(it -> it < 0x80) ? ascii(name) : anyScript(name);
    }

    /** The same, sooner: of tens of thousands of names most are of this kind. */
    private static String ascii(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.append((char) (c + ('a' - 'A')));
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                folded.append(c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }

    private static String anyScript(String name) {
        String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.matcher(plain(bare.toLowerCase(Locale.ROOT))).replaceAll(" ").strip();
    }

    /** Letters that are no others with a mark, as people without that keyboard type them. */
    private static String plain(String lower) {
        StringBuilder plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            switch (c) {
                case 'ı' -> plain.append('i');
                case 'ł' -> plain.append('l');
                case 'ø' -> plain.append('o');
                case 'đ', 'ð' -> plain.append('d');
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'þ' -> plain.append("th");
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Whether a folded name is enough of a name to tell people apart: two words, or two characters of Chinese. */
    public static boolean tells(String folded) {
        boolean ideographs = folded.codePoints().anyMatch(Character::isIdeographic);
        return ideographs ? folded.codePointCount(0, folded.length()) >= 2 : folded.indexOf(' ') > 0 && folded.length() >= 5;
    }
}
