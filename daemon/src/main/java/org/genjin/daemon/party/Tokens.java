package org.genjin.daemon.party;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A text's words, folded: no case, no accents; each Chinese character by itself, in its simplified form. */
final class Tokens {

    /** Of a longer text the beginning tells. */
    private static final int LONGEST = 20_000;

    /** What stands where a sentence ends: no phrase reaches over it. */
    static final String STOP = ".";

    private static final Map<Integer, Integer> SIMPLIFIED = simplified();

    private Tokens() {}

    private static Map<Integer, Integer> simplified() {
        Map<Integer, Integer> simplified = new HashMap<>();
        SectionFile.read("/party/simplified.txt", (_, line) -> {
            for (int i = 0; i + 1 < line.length(); i += 2) {
                simplified.put((int) line.charAt(i), (int) line.charAt(i + 1));
            }
        });
        return simplified;
    }

    static List<String> of(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String folded = Normalizer.normalize(bounded, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isIdeographic(c)) {
                end(word, tokens);
                tokens.add(Character.toString(SIMPLIFIED.getOrDefault(c, c)));
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && Character.getType(c) != Character.FORMAT) {
                end(word, tokens);
                if (isStop(folded, c, i) && !tokens.isEmpty() && !tokens.getLast().equals(STOP)) {
                    tokens.add(STOP);
                }
            }
        }
        end(word, tokens);
        return tokens;
    }

    /** A point within a number, a name or an abbreviation ends nothing. */
    private static boolean isStop(String text, int c, int next) {
        return c == '!' || c == '?' || c == '。' || c == '؟'
                || (c == '.' && next + 1 < text.length() && Character.isWhitespace(text.charAt(next)) && next > 4
                        && Character.isLetter(text.charAt(next - 2)) && Character.isLetter(text.charAt(next - 3))
                        && Character.isLetter(text.charAt(next - 4)));
    }

    private static void end(StringBuilder word, List<String> tokens) {
        if (!word.isEmpty()) {
            tokens.add(word.toString());
            word.setLength(0);
        }
    }
}
