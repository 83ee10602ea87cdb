package org.genjin.daemon.reading;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a text's language by its script and, among Latin letters, by its small words. Immutable. */
final class Languages {

    private static final int LOOK_AT = 4000;
    private static final int FEWEST = 2;
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’]\\p{L}+)?");

    private final Map<String, Map<String, Double>> small = new HashMap<>();

    Languages() {
        Map<String, Integer> shared = new HashMap<>();
        for (String line : Phrases.lines("stop-words.txt")) {
            for (String word : line.substring(line.indexOf(':') + 1).split(" ", -1)) {
                shared.merge(word, 1, Integer::sum);
            }
        }
        for (String line : Phrases.lines("stop-words.txt")) {
            String language = line.substring(0, line.indexOf(':'));
            for (String word : line.substring(line.indexOf(':') + 1).split(" ", -1)) {
                // A word of several languages tells less.
                small.computeIfAbsent(word, _ -> new HashMap<>()).put(language, 1.0 / shared.getOrDefault(word, 1));
            }
        }
    }

    /** ISO 639-1, or "" if the words do not tell. */
    String of(String text) {
        String head = text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text;
        Map<UnicodeScript, Integer> letters = letters(head);
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = letters.getOrDefault(UnicodeScript.HAN, 0);
        int latin = letters.getOrDefault(UnicodeScript.LATIN, 0);
        // One ideograph says about as much as three letters do.
        if (3 * (han + kana) > latin && han + kana > 0) {
            return kana * 5 > han ? "ja" : "zh";
        }
        String script = script(letters, latin);
        return script.isEmpty() ? latin(head) : script;
    }

    private static Map<UnicodeScript, Integer> letters(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        int basic = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            // Most letters are these, and finding a script takes a search.
            if ((point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z')) {
                basic++;
            } else if (point > 127 && Character.isLetter(point)) {
                letters.merge(UnicodeScript.of(point), 1, Integer::sum);
            }
        }
        if (basic > 0) {
            letters.merge(UnicodeScript.LATIN, basic, Integer::sum);
        }
        return letters;
    }

    private static String script(Map<UnicodeScript, Integer> letters, int latin) {
        String best = "";
        int most = latin;
        for (Map.Entry<UnicodeScript, Integer> it : letters.entrySet()) {
            String language =
                    switch (it.getKey()) {
                        case CYRILLIC -> "ru";
                        case ARABIC -> "ar";
                        case HANGUL -> "ko";
                        case HEBREW -> "he";
                        case GREEK -> "el";
                        case THAI -> "th";
                        case DEVANAGARI -> "hi";
                        default -> "";
                    };
            if (!language.isEmpty() && it.getValue() > most) {
                most = it.getValue();
                best = language;
            }
        }
        return best;
    }

    private String latin(String text) {
        Map<String, Double> scores = new HashMap<>();
        int told = 0;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            Map<String, Double> languages = small.getOrDefault(words.group().toLowerCase(Locale.ROOT), Map.of());
            told += languages.isEmpty() ? 0 : 1;
            languages.forEach((language, weight) -> scores.merge(language, weight, Double::sum));
        }
        if (told < FEWEST) {
            return "";
        }
        return scores.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
