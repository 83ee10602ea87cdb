package org.genjin.daemon.reading.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.reading.PhraseTree;
import org.genjin.daemon.reading.Phrases;

/** Recognises the words that end a letter, whatever is said around them. Immutable. */
final class Closings {

    private static final int LONGEST = 110;
    private static final int LONGEST_SENTENCE = 220;
    private static final int MOST_WORDS = 6;
    private static final int MOST_THANKS = 4;
    private static final int LONGEST_THANKS = 32;
    /** "Regards from sunny Valencia", "Grüße aus Augsburg", "Saludos y feliz año". */
    private static final Set<String> JOINING = Set.of(
            "from", "and", "&", "und", "aus", "von", "vom", "an", "nach", "desde", "de", "del", "da", "do", "y", "e", "et", "à", "a", "para",
            "из", "от", "и", "of", "with", "mit", "con", "com", "avec", "to", "all", "again", "in", "for", "der", "ins", "in's", "fin", "journée", "soirée", "semaine", "tag", "day", "week", "weekend", "día", "semana", "dia");

    private enum Kind {
        START,
        ALONE,
        WITHIN,
        THANKS,
        AFTER
    }

    /** What a line is. */
    enum Closing {
        NONE,
        /** A closing only if a name follows: "Thanks," */
        THANKS,
        CLOSING
    }

    /**
     * A line that ends a letter.
     *
     * @param rest what stands behind the closing words: a name, or words that go with them; "" if nothing
     */
    record Found(Closing closing, String rest) {
        static final Found NONE = new Found(Closing.NONE, "");
    }

    private final PhraseTree<Kind> phrases = new PhraseTree<>();
    private final PhraseTree<Kind> within = new PhraseTree<>();
    private final java.util.List<String> after = new java.util.ArrayList<>();

    Closings() {
        Phrases.each("signature/closings.txt", (kind, it) -> {
            Kind known = Kind.valueOf(kind.toUpperCase(Locale.ROOT));
            switch (known) {
                case WITHIN -> within.put(it, known);
                case AFTER -> after.add(it);
                case START, ALONE, THANKS -> phrases.put(it, known);
            }
        });
    }

    Found of(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.length() > LONGEST_SENTENCE || text.indexOf('?') >= 0) {
            return Found.NONE;
        }
        int from = 0;
        while (from < text.length() && !Character.isLetter(text.charAt(from))) {
            from++;
        }
        if (from > 3 || from == text.length()) {
            return Found.NONE;
        }
        Kind[] kind = new Kind[1];
        int[] end = new int[1];
        phrases.at(text, from, (it, to) -> {
            kind[0] = it;
            end[0] = to;
        });
        if (kind[0] != null && text.length() <= LONGEST) {
            String rest = rest(text, end[0]);
            boolean fits =
                    switch (kind[0]) {
                        case ALONE -> rest.isEmpty() || isName(rest);
                        case THANKS -> rest.isEmpty() || isName(rest) && rest.indexOf(' ') < 0 || thanksFor(text, rest);
                        default -> rest.isEmpty() || fits(rest);
                    };
            if (fits) {
                return new Found(kind[0] == Kind.THANKS ? Closing.THANKS : Closing.CLOSING, rest);
            }
        }
        if (signed(text)) {
            return new Found(Closing.CLOSING, text);
        }
        return within.isIn(text) ? new Found(Closing.CLOSING, "") : Found.NONE;
    }

    /** "Gracias por su atención," on a line of its own; with a full stop it is said to the reader. */
    private static boolean thanksFor(String text, String rest) {
        char last = text.charAt(text.length() - 1);
        return (Character.isLetter(last) || last == ',' || last == '،') && rest.split("\\s+", -1).length <= MOST_THANKS && rest.length() <= LONGEST_THANKS
                && !Chars.hasDigit(rest) && !Character.isIdeographic(rest.charAt(0));
    }

    private static String rest(String text, int from) {
        int start = from;
        while (start < text.length() && isBetween(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        while (end > start && isBetween(text.charAt(end - 1)) && text.charAt(end - 1) != '.') {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBetween(char it) {
        return !Character.isLetterOrDigit(it) && it != '(';
    }

    /** A name, or a few words that belong to the wish. */
    private static boolean fits(String rest) {
        String[] words = rest.split("\\s+", -1);
        if (words.length > MOST_WORDS) {
            return false;
        }
        if (isName(rest)) {
            return true;
        }
        char first = words[0].charAt(0);
        boolean cased = Character.isUpperCase(first) || Character.isLowerCase(first);
        boolean sentence = rest.indexOf(". ") > 0 || rest.indexOf(':') >= 0 || rest.indexOf(", ") > 0 && Character.isLowerCase(first);
        boolean numbers = Chars.hasDigit(rest);
        return !sentence && !numbers && (!cased || JOINING.contains(words[0].toLowerCase(Locale.ROOT)) || words.length <= 2);
    }

    private static boolean isName(String rest) {
        for (String it : rest.split("[\\s,.]+", -1)) {
            if (!it.isEmpty() && !Character.isUpperCase(it.charAt(0)) && !Character.isIdeographic(it.charAt(0))
                    && !SignatureWords.all().nameParts.contains(it)) {
                return false;
            }
        }
        return rest.length() <= 45;
    }

    /** "婷婷 敬上" */
    private boolean signed(String text) {
        if (text.length() > 10 || !Character.isLetter(text.charAt(text.length() - 1)) || text.charAt(0) < 128) {
            return false;
        }
        for (String it : after) {
            if (text.endsWith(it) && text.length() > it.length() + 1) {
                String name = text.substring(0, text.length() - it.length()).strip();
                return name.length() <= 4 && (it.length() > 1 || text.length() <= 4 && SignatureWords.all().surnames.contains(name.substring(0, 1)))
                        && name.codePoints().allMatch(Character::isLetter);
            }
        }
        return false;
    }
}
