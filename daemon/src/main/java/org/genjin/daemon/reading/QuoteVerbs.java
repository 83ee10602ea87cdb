package org.genjin.daemon.reading;

import java.util.Locale;
import java.util.Set;

/**
 * Recognises "On 3 May 2024, Kim wrote:" by its grammar: a date or an address, a verb of writing, a colon, and nothing else
 * of a sentence. Immutable.
 */
final class QuoteVerbs {

    static final int LONGEST = 400;
    private static final int MOST_NAME_WORDS = 6;
    private static final int SHORT = 24;
    private static final int FEWEST_DIGITS = 6;
    private static final int LONGEST_TIME = 40;
    private static final Set<String> PERSONS = Set.of(
            "i", "you", "he", "she", "we", "they", "who", "sie", "er", "ich", "wir", "ihr", "du", "il", "elle", "vous", "nous", "je", "tu",
            "usted", "él", "ella", "ellos", "ele", "ela", "você", "eu", "я", "вы", "он", "она", "мы", "они", "ты", "lui", "lei", "hij", "zij");

    private enum Verb {
        END,
        MIDDLE
    }

    /** How sure it is. */
    enum Kind {
        NONE,
        /** Only if marked lines follow: it may be a sentence. */
        WEAK,
        SURE
    }

    private final PhraseTree<Verb> verbs = new PhraseTree<>();
    private final PhraseTree<Boolean> begins = new PhraseTree<>();

    QuoteVerbs() {
        for (String line : Phrases.lines("quote-verbs.txt")) {
            Verb kind = line.startsWith("end:") ? Verb.END : Verb.MIDDLE;
            for (String verb : line.substring(line.indexOf(':') + 1).split(",", -1)) {
                verbs.put(verb, kind);
            }
        }
        for (String line : Phrases.lines("quote-begins.txt")) {
            for (String word : line.split(",", -1)) {
                begins.put(word, true);
            }
        }
    }

    /** Whether a line can be the first one of such a header that is broken into several. */
    boolean canBegin(String line) {
        for (int i = 0; i < line.length(); i++) {
            char it = line.charAt(i);
            if (it == '@' || Character.isDigit(it)) {
                return true;
            }
        }
        return false;
    }

    Kind kind(String raw) {
        String line = unruled(raw);
        boolean ruled = line.length() < raw.length();
        int end = line.length();
        boolean colon = false;
        while (end > 0 && (line.charAt(end - 1) == ':' || line.charAt(end - 1) == '：' || line.charAt(end - 1) == ' ')) {
            colon |= line.charAt(end - 1) != ' ';
            end--;
        }
        if (end < 8 || end > LONGEST) {
            return Kind.NONE;
        }
        boolean told = colon || ruled;
        Traits traits = Traits.of(line, end);
        Last last = new Last();
        verbs.each(line.substring(0, end), last);
        if (last.verb == null) {
            return told && traits.addressAtEnd() && (traits.timed() || traits.dated() && startsRight(line)) ? Kind.SURE : Kind.NONE;
        }
        if (!traits.dated() && !traits.timed() && !traits.addressed()) {
            return told && last.end >= end - 1 && end < 80 ? Kind.WEAK : Kind.NONE;
        }
        if (!fits(line, end, last, traits)) {
            return Kind.NONE;
        }
        if (!told) {
            return last.end == end && traits.dated() && startsRight(line) ? Kind.SURE : Kind.NONE;
        }
        // "On 3 May you wrote:" heads a quotation, "As for what you wrote on 3 May:" need not.
        boolean sentence = PERSONS.contains(wordBefore(line, last.start)) && last.start > SHORT;
        return !sentence && (startsRight(line) || traits.addressed()) ? Kind.SURE : Kind.WEAK;
    }

    /** Behind the verb stands nothing, or, where the language has it there, a name. */
    private static boolean fits(String line, int end, Last last, Traits traits) {
        String rest = line.substring(last.end, end).strip();
        if (rest.isEmpty() || rest.equals("(a)") || rest.equals("(la)") || rest.equals("/a")) {
            return true;
        }
        if (rest.startsWith("<") || rest.startsWith("(") || rest.startsWith("[")) {
            return rest.contains("@") || rest.contains("mailto") || rest.length() < 40;
        }
        if (isTime(rest)) {
            return true;
        }
        if (last.verb == Verb.END) {
            return false;
        }
        if (rest.indexOf('@') >= 0 && rest.length() <= 160) {
            return true;
        }
        return (traits.dated() || traits.timed()) && isName(rest);
    }

    /** "wrote on 18.03.2024 22:12:33" */
    private static boolean isTime(String rest) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < rest.length(); i++) {
            digits += Character.isDigit(rest.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(rest.charAt(i)) ? 1 : 0;
        }
        return digits >= FEWEST_DIGITS && letters <= 2 * digits && rest.length() <= LONGEST_TIME && Character.isDigit(rest.charAt(rest.length() - 1));
    }

    private static boolean isName(String rest) {
        String[] words = rest.split("[\\s,]+", -1);
        if (words.length > MOST_NAME_WORDS) {
            return false;
        }
        for (String it : words) {
            int letter = it.isEmpty() ? 0 : it.codePointAt(it.charAt(0) == '"' || it.charAt(0) == '\'' ? Math.min(1, it.length() - 1) : 0);
            if (Character.isLowerCase(letter) && it.length() > 3) {
                return Character.isDigit(rest.charAt(rest.length() - 1)); // "schrieb am 3. Mai um 12:30"
            }
        }
        return true;
    }

    private static String wordBefore(String line, int verb) {
        int end = verb;
        while (end > 0 && !Character.isLetter(line.charAt(end - 1))) {
            if (line.charAt(end - 1) != ' ') {
                return "";
            }
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetter(line.charAt(start - 1))) {
            start--;
        }
        return line.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** With a word of time, a date, or a name. */
    private boolean startsRight(String line) {
        char it = line.charAt(0);
        if (!Character.isLetter(it) || Character.isUpperCase(it) || Character.isIdeographic(it)) {
            return true;
        }
        return !Character.isLowerCase(it) || begins(line);
    }

    /** Whether it has a word as such lines begin with, and is no whole sentence. */
    boolean begins(String line) {
        boolean[] found = new boolean[1];
        begins.at(line, 0, (_, _) -> found[0] = true);
        return found[0] && ".!?。".indexOf(line.charAt(line.length() - 1)) < 0;
    }

    /** Without the dashes that some programs put around such a line. */
    static String unruled(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isRule(line.charAt(start))) {
            start++;
        }
        while (end > start && isRule(line.charAt(end - 1))) {
            end--;
        }
        return start >= 2 || line.length() - end >= 2 ? line.substring(start, end).strip() : line;
    }

    static boolean isRule(char it) {
        return it == '-' || it == '_' || it == '*' || it == '=' || it == '–' || it == '—' || it == '─' || it == ' ' || it == '>';
    }

    /** The last verb that stands in a line. */
    private static final class Last implements PhraseTree.Found<Verb> {
        private int start;
        private int end;
        private @org.jspecify.annotations.Nullable Verb verb;

        @Override
        public void at(int from, int to, Verb value) {
            start = from;
            end = to;
            verb = value;
        }
    }

    /** What numbers and addresses a line has. */
    private record Traits(boolean dated, boolean timed, boolean addressed, boolean addressAtEnd) {

        static Traits of(String line, int end) {
            int digits = 0;
            int groups = 0;
            boolean timed = false;
            boolean year = false;
            int run = 0;
            for (int i = 0; i <= end; i++) {
                char it = i < end ? line.charAt(i) : ' ';
                if (Character.isDigit(it)) {
                    digits++;
                    run++;
                } else {
                    groups += run > 0 ? 1 : 0;
                    year |= run == 4;
                    if (run > 0 && run <= 2 && (it == ':' || it == '.' || it == '时' || it == '時') && i + 2 < end
                            && Character.isDigit(line.charAt(i + 1)) && Character.isDigit(line.charAt(i + 2))) {
                        timed = true;
                    }
                    run = 0;
                }
            }
            int at = line.lastIndexOf('@', end - 1);
            boolean addressed = at > 0 && at + 1 < end && line.charAt(at - 1) != ' ' && line.charAt(at + 1) != ' '
                    || line.contains("[hidden email]") || line.contains("<mailto:");
            char last = line.charAt(end - 1);
            boolean atEnd = addressed && (last == '>' || last == '》' || last == ')' || last == ']' || last == '\u202c');
            return new Traits(year || groups >= 2 || digits >= 3 || groups == 1 && digits <= 2 && timed, timed, addressed, atEnd);
        }
    }
}
