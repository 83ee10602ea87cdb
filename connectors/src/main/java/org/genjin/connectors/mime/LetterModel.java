package org.genjin.connectors.mime;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a language uses its letters, counted on a sample or by rank. Immutable; thread-safe. */
final class LetterModel {

    /** Signs that stand in everybody's text: what programs make of quotation marks, dashes, degrees, currencies. */
    private static final String SIGNS = "–—‘’“”„…•·°«»¿¡€£©®™§±²³½×¥№₽、。，：；！？（）《》「」【】～￥　";
    private static final double SIGN = Math.log(3e-3);
    private static final double ASCII = Math.log(0.02);
    private static final double UNSEEN_SIGN = Math.log(3e-5);
    private static final double LETTER_OF_OTHERS = Math.log(2e-6);
    private static final double OTHER_SIGN = Math.log(1e-6);
    private static final double RARE_IDEOGRAPH = Math.log(3e-7);
    private static final double NO_TEXT = Math.log(1e-10);
    private static final double UNSEEN_PAIR = -2;
    private static final double CAPITAL_BEHIND_SMALL = -3;
    /** Among our users' mails; the others are as likely as each other. */
    private static final Map<String, Double> PRIORS =
            Map.of("zh", 2.0, "en", 1.0, "de", 1.0, "es", 1.0, "fr", 1.0, "ru", 1.0, "ar", 1.0, "pt", 1.0);

    private final String language;
    private final List<Charset> charsets;
    private final Map<Character, Double> single = new HashMap<>();
    private final Map<String, Double> pairs = new HashMap<>();
    private final BitSet everyday = new BitSet();

    private LetterModel(String language, String charsets) {
        this.language = language;
        this.charsets = Arrays.stream(charsets.strip().split(" ", -1)).map(Charset::forName).toList();
    }

    static List<LetterModel> all() {
        List<LetterModel> models = new ArrayList<>();
        for (String line : Phrases.lines("letters.txt")) {
            String[] parts = line.split(":", 3);
            LetterModel model = new LetterModel(parts[0], parts[1]);
            model.count(parts[2].strip());
            models.add(model);
        }
        for (String line : Phrases.lines("ideographs.txt")) {
            String[] parts = line.split(":", 4);
            LetterModel model = new LetterModel(parts[0], parts[1]);
            model.everyday(parts[2].strip());
            model.rank(parts[3].strip());
            models.add(model);
        }
        return models;
    }

    List<Charset> charsets() {
        return charsets;
    }

    double prior() {
        return PRIORS.getOrDefault(language, 0.0);
    }

    /** The logarithm of how likely the words of {@code text} are that are not all ASCII. */
    double likelihood(String text) {
        double sum = 0;
        int from = 0;
        while (from < text.length()) {
            int end = from;
            boolean telling = false;
            while (end < text.length() && text.charAt(end) > ' ') {
                telling |= text.charAt(end++) >= 0x80;
            }
            if (telling) {
                sum += word(text, from, end);
            }
            from = end + 1;
        }
        return sum;
    }

    private double word(String text, int from, int end) {
        double sum = 0;
        char before = ' ';
        boolean small = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            char lower = Character.toLowerCase(c);
            Double one = single.get(lower);
            if (one == null) {
                sum += unknown(c);
                before = ' ';
                small = false;
                continue;
            }
            Double pair = pairs.get(before + String.valueOf(lower));
            sum += pair == null ? one + (pairs.isEmpty() ? 0 : UNSEEN_PAIR) : pair;
            // Capitals behind small letters are a sign of a wrong reading.
            sum += small && Character.isUpperCase(c) ? CAPITAL_BEHIND_SMALL : 0;
            small = Character.isLowerCase(c);
            before = lower;
        }
        return sum;
    }

    private double unknown(char c) {
        if (c < 0x80) {
            return ASCII;
        }
        if (SIGNS.indexOf(c) >= 0) {
            return SIGN;
        }
        if (c < 0xA0 || c == '\uFFFD' || Character.isSurrogate(c) || (c >= 0xE000 && c < 0xF900)) {
            return NO_TEXT;
        }
        if (everyday.get(c)) {
            return UNSEEN_SIGN;
        }
        return Character.isIdeographic(c) ? RARE_IDEOGRAPH : Character.isLetter(c) ? LETTER_OF_OTHERS : OTHER_SIGN;
    }

    /** @param rows of the first charset, as two bytes' lead, such as {@code B0-D7} */
    private void everyday(String rows) {
        byte[] pair = new byte[2];
        for (int row = Integer.parseInt(rows.substring(0, 2), 16); row <= Integer.parseInt(rows.substring(3), 16); row++) {
            for (int cell = 0x40; cell <= 0xFE; cell++) {
                pair[0] = (byte) row;
                pair[1] = (byte) cell;
                String sign = new String(pair, charsets.getFirst());
                if (sign.length() == 1 && Character.isLetter(sign.charAt(0))) {
                    everyday.set(sign.charAt(0));
                }
            }
        }
    }

    /** Chances of one letter behind another, of which the sample shows only some. */
    private void count(String sample) {
        Map<Character, Integer> ones = new HashMap<>();
        Map<String, Integer> twos = new HashMap<>();
        Map<Character, Integer> firsts = new HashMap<>();
        String text = " " + sample.toLowerCase(Locale.ROOT) + " ";
        for (int i = 1; i < text.length(); i++) {
            ones.merge(text.charAt(i), 1, Integer::sum);
            twos.merge(text.substring(i - 1, i + 1), 1, Integer::sum);
            firsts.merge(text.charAt(i - 1), 1, Integer::sum);
        }
        double all = text.length() - 1.0;
        ones.forEach((letter, count) -> {
            if (letter != ' ') {
                single.put(letter, Math.log(count / all));
            }
        });
        twos.forEach((pair, count) -> {
            double alone = ones.getOrDefault(pair.charAt(1), 0) / all;
            double behind = count / (double) firsts.getOrDefault(pair.charAt(0), 1);
            pairs.put(pair, Math.log(0.6 * behind + 0.4 * alone));
        });
    }

    /** Chances as Zipf has them: the tenth is a tenth as frequent as the first. */
    private void rank(String signs) {
        int rank = 0;
        for (int i = 0; i < signs.length(); i++) {
            if (single.putIfAbsent(signs.charAt(i), Math.log(0.11 / (rank + 4))) == null) {
                rank++;
            }
        }
    }
}
