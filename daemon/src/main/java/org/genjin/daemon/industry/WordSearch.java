package org.genjin.daemon.industry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.genjin.daemon.reading.PhraseTree;

/** Words looked for as people write them, with their accents or without. Not changed once it is filled, and thread-safe from then on. */
final class WordSearch<T> {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    private final PhraseTree<T> tree = new PhraseTree<>();

    void put(String words, T value) {
        String lower = words.toLowerCase(Locale.ROOT);
        tree.put(lower, value);
        tree.put(Normalizer.normalize(ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll(""), Normalizer.Form.NFC), value);
    }

    boolean isIn(String text) {
        return tree.isIn(text);
    }

    boolean begins(String text) {
        return tree.begins(text, 0);
    }

    void each(String text, PhraseTree.Found<? super T> found) {
        tree.each(text, found);
    }
}
