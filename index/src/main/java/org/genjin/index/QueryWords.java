package org.genjin.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How people write the operators of the query language and what stands behind them, in all languages at once. Immutable. */
final class QueryWords {

    static final QueryWords KNOWN = new QueryWords();

    /** The most words that one way of writing has. */
    static final int LONGEST = 4;

    private final Map<String, String> meanings = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();

    private QueryWords() {
        try (InputStream file = Objects.requireNonNull(QueryWords.class.getResourceAsStream("query-words.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    read(line.split("\\s+"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String[] words) {
        meanings.put(key(words[0], words[1]), words[1]);
        for (int i = 3; i < words.length; i++) {
            String spelling = words[i].length() > 1 && !words[0].equals("operator") && words[i].indexOf('_') > 0
                    ? words[i].replace('_', ' ')
                    : words[i];
            meanings.putIfAbsent(key(words[0], spelling), words[1]);
            spellings.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(spelling);
        }
    }

    /** What {@code word} means among the words of {@code kind}, such as {@code operator} or {@code date}. */
    Optional<String> meaning(String kind, String word) {
        return Optional.ofNullable(meanings.get(key(kind, word)));
    }

    /** All ways of writing words of a kind. */
    List<String> spellings(String kind) {
        return spellings.getOrDefault(kind, List.of());
    }

    private static String key(String kind, String word) {
        return kind + ' ' + Folding.of(word.strip()).replaceAll("[\\s'’]+", " ");
    }
}
