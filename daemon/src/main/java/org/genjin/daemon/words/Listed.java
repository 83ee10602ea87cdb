package org.genjin.daemon.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Language;

/**
 * What kinds of customers there are and where they come from: codes, with their words in each language. Other words are allowed
 * beside them. Immutable.
 */
public final class Listed {

    /** What kind of customer, such as {@code importer}. */
    public static final String TYPE = "type";
    /** Where the first contact came from, such as {@code trade-fair}. */
    public static final String SOURCE = "source";

    private static final Map<String, List<String>> CODES = Map.of(TYPE, codes(TYPE), SOURCE, codes(SOURCE));
    private static final Map<String, Map<String, String>> BY_WORD = Map.of(TYPE, byWord(TYPE), SOURCE, byWord(SOURCE));

    private Listed() {}

    /** @param kind {@link #TYPE} or {@link #SOURCE} */
    public static Optional<String> code(String kind, String text) {
        return Optional.ofNullable(of(BY_WORD, kind).get(folded(text)));
    }

    /** The word for a code; what is no code is its own word. */
    public static String shown(String kind, String code, Language language) {
        int place = of(CODES, kind).indexOf(code);
        List<String> labels = labels(kind, language);
        return place >= 0 && place < labels.size() ? labels.get(place) : code;
    }

    private static <T> T of(Map<String, T> all, String kind) {
        T found = all.get(kind);
        if (found == null) {
            throw new IllegalArgumentException("there is no list of " + kind);
        }
        return found;
    }

    private static List<String> codes(String kind) {
        return labels(kind, Language.EN).stream().map(it -> it.toLowerCase(Locale.ROOT).replace(' ', '-')).toList();
    }

    private static Map<String, String> byWord(String kind) {
        List<String> codes = codes(kind);
        Map<String, String> byWord = new HashMap<>();
        codes.forEach(it -> byWord.put(folded(it), it));
        for (Language language : Language.values()) {
            List<String> labels = labels(kind, language);
            for (int i = 0; i < Math.min(codes.size(), labels.size()); i++) {
                byWord.putIfAbsent(folded(labels.get(i)), codes.get(i));
            }
        }
        return Map.copyOf(byWord);
    }

    private static List<String> labels(String kind, Language language) {
        return List.of(Words.of("workbook", language).text(kind + "s").split("\\|"));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }
}
