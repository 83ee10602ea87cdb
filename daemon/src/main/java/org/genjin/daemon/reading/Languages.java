package org.genjin.daemon.reading;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells a text's language by its script and, among Latin letters, by its small words. More languages are known than are read
 * further, so that none of these is mistaken for one of those. Immutable.
 */
final class Languages {

    private static final int LOOK_AT = 4000;
    private static final int LONGEST_WORD = 24;
    private static final String LETTERS = "letters.";
    /** A single word that no other language has is enough; two that several share are, if they agree. */
    private static final double ENOUGH = 0.95;
    private static final double AHEAD = 1.2;
    private static final float LETTER = 0.4f;
    private static final float MOST_LETTERS = 1.2f;

    private static final int NONE = -1;
    private static final int LATIN = 0;
    private static final int HAN = 1;
    private static final int KANA = 2;
    private static final int CYRILLIC = 3;
    private static final int ARABIC = 4;
    private static final int HANGUL = 5;
    private static final int HEBREW = 6;
    private static final int GREEK = 7;
    private static final int THAI = 8;
    private static final int DEVANAGARI = 9;
    private static final int SCRIPTS = 10;

    private final List<String> names = new ArrayList<>();
    /** By word, how much it tells for each language. */
    private final Map<String, float[]> small = new HashMap<>();

    private final Map<Character, List<Integer>> letters = new HashMap<>();

    Languages() {
        List<String> lines = Phrases.lines("stop-words.txt");
        Map<String, Integer> shared = new HashMap<>();
        for (String line : lines) {
            if (!line.startsWith(LETTERS)) {
                names.add(line.substring(0, line.indexOf(':')));
                Arrays.stream(words(line)).distinct().forEach(word -> shared.merge(word, 1, Integer::sum));
            }
        }
        for (String line : lines) {
            String name = line.substring(0, line.indexOf(':'));
            if (name.startsWith(LETTERS)) {
                int language = names.indexOf(name.substring(LETTERS.length()));
                line.substring(line.indexOf(':') + 1).chars().forEach(it ->
                        letters.computeIfAbsent((char) it, _ -> new ArrayList<>()).add(language));
            } else {
                for (String word : words(line)) {
                    small.computeIfAbsent(word, _ -> new float[names.size()])[names.indexOf(name)] = 1f / shared.getOrDefault(word, 1);
                }
            }
        }
    }

    private static String[] words(String line) {
        return line.substring(line.indexOf(':') + 1).split(" ", -1);
    }

    /** ISO 639-1, or "" if the words do not tell. */
    String of(String text) {
        String head = text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text;
        int[] scripts = new int[SCRIPTS];
        for (int i = 0; i < head.length(); i++) {
            int script = script(head.charAt(i));
            if (script != NONE) {
                scripts[script]++;
            }
        }
        int latin = scripts[LATIN];
        int kana = scripts[KANA];
        int han = scripts[HAN];
        // One ideograph says about as much as three letters do.
        if (3 * (han + kana) > latin && han + kana > 0 && scripts[HANGUL] < han + kana) {
            return kana * 5 > han ? "ja" : "zh";
        }
        int most = LATIN;
        for (int it = CYRILLIC; it < SCRIPTS; it++) {
            if (scripts[it] > scripts[most]) {
                most = it;
            }
        }
        return switch (most) {
            case CYRILLIC -> head.chars().anyMatch(it -> it == 'ї' || it == 'є' || it == 'ґ') ? "uk" : "ru";
            case ARABIC -> head.chars().anyMatch(it -> it == 'پ' || it == 'چ' || it == 'ژ' || it == 'گ') ? "fa" : "ar";
            case HANGUL -> "ko";
            case HEBREW -> "he";
            case GREEK -> "el";
            case THAI -> "th";
            case DEVANAGARI -> "hi";
            default -> latin == 0 ? "" : latin(head);
        };
    }

    private static int script(char it) {
        // Most letters are these, and finding a script takes a search.
        if (it < 128) {
            return it >= 'a' && it <= 'z' || it >= 'A' && it <= 'Z' ? LATIN : NONE;
        }
        if (it >= '\u0400' && it <= '\u04ff') {
            return CYRILLIC;
        }
        if (it >= '\u4e00' && it <= '\u9fff') {
            return HAN;
        }
        if (!Character.isLetter(it)) {
            return NONE;
        }
        return switch (UnicodeScript.of(it)) {
            case LATIN -> LATIN;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> KANA;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            case HANGUL -> HANGUL;
            case HEBREW -> HEBREW;
            case GREEK -> GREEK;
            case THAI -> THAI;
            case DEVANAGARI -> DEVANAGARI;
            default -> NONE;
        };
    }

    private String latin(String text) {
        float[] scores = new float[names.size()];
        float[] odd = new float[names.size()];
        String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            char it = i < lower.length() ? lower.charAt(i) : ' ';
            boolean letter = Character.isLetter(it) || it == '\'' && start >= 0;
            if (letter && it > 127) {
                for (int language : letters.getOrDefault(it, List.of())) {
                    odd[language] += LETTER;
                }
            }
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                word(lower, start, i, scores);
                start = -1;
            }
        }
        int best = -1;
        double second = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] += Math.min(odd[i], MOST_LETTERS);
            if (best < 0 || scores[i] > scores[best]) {
                second = best < 0 ? 0 : scores[best];
                best = i;
            } else {
                second = Math.max(second, scores[i]);
            }
        }
        return scores[best] >= ENOUGH && scores[best] >= AHEAD * second ? names.get(best) : "";
    }

    private void word(String lower, int start, int end, float[] scores) {
        if (end - start > LONGEST_WORD) {
            return;
        }
        String word = lower.substring(start, end);
        float[] tells = small.get(word);
        // "l'offre", "dell'ordine": what stands behind the apostrophe is a word of its own.
        if (tells == null && word.indexOf('\'') > 0) {
            tells = small.get(word.substring(word.indexOf('\'') + 1));
        }
        if (tells != null) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] += tells[i];
            }
        }
    }
}
