package org.genjin.daemon.reading.when;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Phrases and what they stand for, looked up word by word. Built first, then only read: after that safe for threads.
 *
 * @param <T> what a phrase stands for
 */
public final class Lexicon<T> {

    private static final class Node<T> {
        private final Map<String, Node<T>> exact = new HashMap<>();
        /** By words without accents, for phrases that are known without regard to them. */
        private final Map<String, Node<T>> loose = new HashMap<>();
        private @Nullable T value;
    }

    /**
     * A phrase that stands somewhere in a text.
     *
     * @param to the first token after it
     */
    public record Found<T>(int to, T value) {}

    /** In words as short as Spanish 'dé' and 'de' an accent is all that tells them apart. */
    private static final int SHORT = 3;

    private final Node<T> root = new Node<>();
    private final BinaryOperator<T> both;

    /** @param both what a phrase stands for that was given twice */
    public Lexicon(BinaryOperator<T> both) {
        this.both = both;
    }

    /** A phrase; accents may be left off by who writes it in capitals or in a hurry, but not be wrong. */
    public void put(String phrase, T value) {
        Tokens words = Tokens.of(phrase);
        Node<T> node = root;
        Node<T> bare = root;
        for (int i = 0; i < words.size(); i++) {
            Node<T> next = node.exact.computeIfAbsent(words.get(i).form(), _ -> new Node<>());
            bare = bare == node && words.get(i).plain().equals(words.get(i).form())
                    ? next
                    : bare.exact.computeIfAbsent(words.get(i).plain(), _ -> new Node<>());
            node = next;
        }
        set(node, value);
        boolean telling = words.size() > 1 || phrase.length() > SHORT;
        if (bare != node && bare.value == null && telling) {
            bare.value = value;
        }
    }

    /** A phrase that is known whatever its accents, as Spanish verbs are whose stress moves when a pronoun is joined. */
    public void putLoose(String phrase, T value) {
        Tokens words = Tokens.of(phrase);
        Node<T> node = root;
        for (int i = 0; i < words.size(); i++) {
            node = node.loose.computeIfAbsent(words.get(i).plain(), _ -> new Node<>());
        }
        set(node, value);
    }

    private void set(Node<T> node, T value) {
        node.value = node.value == null ? value : both.apply(node.value, value);
    }

    /** The longest phrase that begins there; null if none does. */
    public @Nullable Found<T> longest(Tokens tokens, int at) {
        return longest(root, tokens, at);
    }

    private @Nullable Found<T> longest(Node<T> node, Tokens tokens, int at) {
        Found<T> best = node.value == null || node == root ? null : new Found<>(at, node.value);
        if (at >= tokens.size()) {
            return best;
        }
        Token token = tokens.get(at);
        for (int i = 0; i < token.forms().size(); i++) {
            Node<T> next = node.exact.get(token.forms().get(i));
            best = next == null ? best : longer(best, longest(next, tokens, at + 1));
        }
        Node<T> loose = node.loose.isEmpty() ? null : node.loose.get(token.plain());
        return loose == null ? best : longer(best, longest(loose, tokens, at + 1));
    }

    private static <T> @Nullable Found<T> longer(@Nullable Found<T> one, @Nullable Found<T> other) {
        return other == null || (one != null && one.to() >= other.to()) ? one : other;
    }
}
