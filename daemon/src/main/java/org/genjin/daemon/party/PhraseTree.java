package org.genjin.daemon.party;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases to be found in texts, each for a sign. A word that ends in {@code *} stands for all that begin so, {@code ~} for up
 * to three words. Time grows with the text, not with the number of phrases. Immutable once filled.
 */
final class PhraseTree<S> {

    private static final int GAP = 3;
    private static final int SHORTEST_BEGINNING = 2;

    private final Node<S> root = new Node<>();

    private static final class Node<S> {
        private final Map<String, Node<S>> words = new HashMap<>();
        private final Map<String, Node<S>> beginnings = new HashMap<>();
        private final List<S> signs = new ArrayList<>();
        private boolean gap;
    }

    /**
     * A phrase found.
     *
     * @param length in words
     */
    record Found<S>(S sign, int begin, int length) {}

    void add(String phrase, S sign) {
        Node<S> node = root;
        for (String part : phrase.replace("~", " ~ ").strip().split("\\s+")) {
            if (part.equals("~")) {
                node.gap = true;
            } else if (part.endsWith("*")) {
                String beginning = String.join("", Tokens.of(part));
                node = node.beginnings.computeIfAbsent(beginning, _ -> new Node<>());
            } else {
                for (String word : Tokens.of(part)) {
                    node = node.words.computeIfAbsent(word, _ -> new Node<>());
                }
            }
        }
        node.signs.add(sign);
    }

    List<Found<S>> find(List<String> words) {
        List<Found<S>> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            walk(root, words, i, i, found);
        }
        return found;
    }

    private void walk(Node<S> node, List<String> words, int begin, int at, List<Found<S>> found) {
        for (S sign : node.signs) {
            found.add(new Found<>(sign, begin, at - begin));
        }
        int last = node.gap ? Math.min(at + GAP, words.size() - 1) : at;
        for (int i = at; i <= last && i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(Tokens.STOP)) {
                return;
            }
            Node<S> next = node.words.get(word);
            if (next != null) {
                walk(next, words, begin, i + 1, found);
            }
            if (!node.beginnings.isEmpty()) {
                for (int length = SHORTEST_BEGINNING; length <= word.length(); length++) {
                    Node<S> longer = node.beginnings.get(word.substring(0, length));
                    if (longer != null) {
                        walk(longer, words, begin, i + 1, found);
                    }
                }
            }
        }
    }
}
