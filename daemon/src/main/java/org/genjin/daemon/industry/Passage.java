package org.genjin.daemon.industry;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * A place in a text and the sentence around it.
 *
 * @param text the whole
 * @param from where the words begin that were found
 * @param to behind them
 */
record Passage(String text, int from, int to) {

    /** Farther than this nobody looks for a sentence's end. */
    private static final int FAR = 300;
    private static final String ENDS = "\n。！？!?؟；;";
    private static final String ASKS = "?？؟";
    private static final List<String> ABBREVIATED = List.of("no", "nr", "ref", "num", "n");
    private static final int QUOTE = 160;

    /** What stands behind the words, to the sentence's end. */
    String behind() {
        return text.substring(to, end());
    }

    /** What stands before them in the same clause. */
    String before() {
        int start = start(it -> it == ',' || it == '，' || it == '،' || it == '、' || it == '(' || it == '（' || it == ':' || it == '：');
        return text.substring(start, from);
    }

    boolean isAsked() {
        int end = end();
        return end < text.length() && ASKS.indexOf(text.charAt(end)) >= 0
                || end > from && (text.charAt(end - 1) == '吗' || text.charAt(end - 1) == '么' || text.charAt(end - 1) == '呢');
    }

    /** The sentence, for a person to read. */
    String quote() {
        int start = start(it -> false);
        String sentence = text.substring(start, end()).strip();
        return sentence.length() <= QUOTE ? sentence : text.substring(from, Math.min(end(), from + QUOTE)).strip();
    }

    private int start(IntPredicate earlier) {
        int least = Math.max(0, from - FAR);
        for (int i = from; i > least; i--) {
            char c = text.charAt(i - 1);
            if (earlier.test(c) || ends(i - 1)) {
                return i;
            }
        }
        return least;
    }

    private int end() {
        int most = Math.min(text.length(), to + FAR);
        for (int i = to; i < most; i++) {
            if (ends(i) && !(i == to && isAbbreviated())) {
                return i;
            }
        }
        return most;
    }

    /** "Batch no. 17": the point belongs to the words. */
    private boolean isAbbreviated() {
        String words = text.substring(from, to).toLowerCase(Locale.ROOT);
        return ABBREVIATED.stream().anyMatch(words::endsWith);
    }

    private boolean ends(int at) {
        char c = text.charAt(at);
        return ENDS.indexOf(c) >= 0 || c == '.' && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }
}
