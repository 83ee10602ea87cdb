package org.genjin.daemon.reading;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Many expressions looked for at once: the text is walked through one time, however many there are. Letters are compared in
 * lower case as the expressions are written; an expression that begins or ends with a letter does so at a word's border,
 * except among ideographs, which have none. Not changed once it is filled, and thread-safe from then on.
 *
 * @param <T> what an expression stands for
 */
public final class PhraseTree<T> {

    private static final int ASCII = 128;

    private final Node<T> root = new Node<>();
    private final @Nullable Node<T>[] first;

    @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
    public PhraseTree() {
        this.first = (Node<T>[]) new Node<?>[ASCII];
    }

    /** Called for each expression found. */
    @FunctionalInterface
    public interface Found<T> {
        void at(int start, int end, T value);
    }

    /** The last of two equal expressions counts. */
    public void put(String phrase, T value) {
        Node<T> node = root;
        for (int i = 0; i < phrase.length(); i++) {
            node = node.child(phrase.charAt(i));
            if (i == 0 && phrase.charAt(0) < ASCII) {
                first[phrase.charAt(0)] = node;
            }
        }
        node.value = value;
    }

    /** Each longest expression, in order, the next one looked for behind it. */
    public void each(CharSequence text, Found<? super T> found) {
        int at = 0;
        while (at < text.length()) {
            int start = at++;
            char letter = lower(text.charAt(start));
            if (start > 0 && isWord(letter) && isWord(text.charAt(start - 1))) {
                continue;
            }
            Node<T> node = letter < ASCII ? first[letter] : root.next(letter);
            if (node == null) {
                continue;
            }
            T best = null;
            int end = start;
            int i = start + 1;
            while (node != null) {
                if (node.value != null && endsWell(text, i)) {
                    best = node.value;
                    end = i;
                }
                node = i < text.length() ? node.next(lower(text.charAt(i))) : null;
                i++;
            }
            if (best != null) {
                found.at(start, end, best);
                at = end;
            }
        }
    }

    /** The longest expression that begins exactly there, told with its end. */
    public void at(CharSequence text, int start, ObjIntConsumer<? super T> found) {
        Node<T> node = root;
        T best = null;
        int end = start;
        for (int i = start; i < text.length() && node != null; i++) {
            node = node.next(lower(text.charAt(i)));
            if (node != null && node.value != null && endsWell(text, i + 1)) {
                best = node.value;
                end = i + 1;
            }
        }
        if (best != null) {
            found.accept(best, end);
        }
    }

    private static boolean endsWell(CharSequence text, int end) {
        return end == text.length() || !isWord(text.charAt(end - 1)) || !isWord(text.charAt(end));
    }

    /** A letter of a script that parts its words. */
    private static boolean isWord(char it) {
        if (it < ASCII) {
            return (it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z');
        }
        return Character.isLetter(it) && !(it >= '\u2e80' && it <= '\ud7ff') && !(it >= '\uf900' && it <= '\ufaff');
    }

    private static char lower(char it) {
        if (it < ASCII) {
            return it >= 'A' && it <= 'Z' ? (char) (it + 32) : it == '\t' ? ' ' : it;
        }
        return switch (it) {
            case '\u00a0', '\u3000', '\u202f' -> ' ';
            case '\u2019', '\u00b4' -> '\'';
            case '\u0130' -> 'i';
            default -> Character.toLowerCase(it);
        };
    }

    private static final class Node<T> {

        private char[] letters = new char[0];

        @SuppressWarnings("unchecked")
        private Node<T>[] nodes = (Node<T>[]) new Node<?>[0];

        private @Nullable T value;

        @Nullable Node<T> next(char letter) {
            char[] all = letters;
            if (all.length <= 4) {
                for (int i = 0; i < all.length; i++) {
                    if (all[i] == letter) {
                        return nodes[i];
                    }
                }
                return null;
            }
            int at = Arrays.binarySearch(all, letter);
            return at < 0 ? null : nodes[at];
        }

        Node<T> child(char letter) {
            Node<T> known = next(letter);
            if (known != null) {
                return known;
            }
            int place = -1 - Arrays.binarySearch(letters, letter);
            Node<T> child = new Node<>();
            letters = Arrays.copyOf(letters, letters.length + 1);
            nodes = Arrays.copyOf(nodes, nodes.length + 1);
            System.arraycopy(letters, place, letters, place + 1, letters.length - 1 - place);
            System.arraycopy(nodes, place, nodes, place + 1, nodes.length - 1 - place);
            letters[place] = letter;
            nodes[place] = child;
            return child;
        }
    }
}
