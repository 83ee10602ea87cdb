package org.genjin.daemon.reading.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words and beginnings of words that phrases are made of, each with a number. Filled once, then only read;
 * thread-safe.
 */
final class Vocabulary {

    static final int FIGURE = 0;

    private static final int[] NONE = {};
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST = 40;

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> stems = new HashMap<>();
    private final Map<String, Integer> exact = new HashMap<>();
    /** Most texts are made of few words: what was found of each is kept, up to a limit. */
    private final Map<String, int[]> found = new ConcurrentHashMap<>();
    private int numbers = FIGURE + 1;

    int number(Phrase.Element element) {
        return switch (element) {
            case Phrase.Element.Word word -> words.computeIfAbsent(word.folded(), _ -> numbers++);
            case Phrase.Element.Stem stem -> stems.computeIfAbsent(stem.folded(), _ -> numbers++);
            // Signs and small letters are compared alike.
            case Phrase.Element.Exact same -> same.text().equals(Letters.fold(same.text()))
                    ? words.computeIfAbsent(same.text(), _ -> numbers++)
                    : exact.computeIfAbsent(same.text(), _ -> numbers++);
            case Phrase.Element.Figure _ -> FIGURE;
            case Phrase.Element.Gap _ -> throw new IllegalArgumentException("a gap is no word");
        };
    }

    /** How many numbers there are. */
    int size() {
        return numbers;
    }

    /** The numbers of all that the token can be. */
    int[] of(Tokens tokens, int token) {
        String folded = tokens.folded(token);
        int[] numbersOf = known(folded);
        // What is written in exact letters has a great one first.
        boolean great = !folded.isEmpty() && tokens.text().charAt(tokens.start(token)) != folded.charAt(0);
        Integer same = great ? exact.get(tokens.words(token, token + 1)) : null;
        boolean figure = tokens.kind(token) == Tokens.Kind.NUMBER;
        if (same == null && !figure) {
            return numbersOf;
        }
        int[] more = Arrays.copyOf(numbersOf, numbersOf.length + (same == null ? 0 : 1) + (figure ? 1 : 0));
        if (same != null) {
            more[numbersOf.length] = same;
        }
        if (figure) {
            more[more.length - 1] = FIGURE;
        }
        return more;
    }

    private int[] known(String folded) {
        int[] known = found.get(folded);
        if (known == null) {
            known = look(folded);
            if (found.size() < REMEMBERED && folded.length() <= LONGEST) {
                found.put(folded, known);
            }
        }
        return known;
    }

    private int[] look(String folded) {
        Set<Integer> numbersOf = new LinkedHashSet<>();
        for (String form : forms(folded)) {
            Integer word = words.get(form);
            if (word != null) {
                numbersOf.add(word);
            }
            for (int length = 1; length <= Math.min(form.length(), LONGEST); length++) {
                Integer stem = stems.get(form.substring(0, length));
                if (stem != null) {
                    numbersOf.add(stem);
                }
            }
        }
        return numbersOf.isEmpty() ? NONE : numbersOf.stream().mapToInt(Integer::intValue).toArray();
    }

    /** An Arabic word with and without the conjunction, the preposition and the article that are written onto it. */
    private static List<String> forms(String folded) {
        if (folded.isEmpty() || folded.charAt(0) < '\u0600' || folded.charAt(0) > '\u06FF') {
            return List.of(folded);
        }
        List<String> forms = new ArrayList<>(List.of(folded));
        for (String form : List.copyOf(forms)) {
            if (form.length() > 3 && "وف".indexOf(form.charAt(0)) >= 0) {
                forms.add(form.substring(1));
            }
        }
        for (String form : List.copyOf(forms)) {
            if (form.startsWith("لل") && form.length() > 3) {
                forms.add(form.substring(2));
                forms.add(form.substring(1));
            } else if (form.length() > 3 && "بلك".indexOf(form.charAt(0)) >= 0) {
                forms.add(form.substring(1));
            }
        }
        for (String form : List.copyOf(forms)) {
            if (form.startsWith("ال") && form.length() > 3) {
                forms.add(form.substring(2));
            }
        }
        return forms;
    }
}
