package org.genjin.daemon.reading;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * Many expressions looked for at once: the text is walked through one time, however many there are. Letters are compared in
 * lower case as the expressions are written; an expression that begins or ends with a letter does so at a word's border,
 * except among ideographs, which have none. Not changed once it is filled, and thread-safe from then on.
 *
 * @param <T> what an expression stands for
 */
public final class PhraseTree<T> {

    private static final int ASCII = 128;
    private static final int ROOT = 0;
    private static final int MOST_NODES = 0xFFFF;

    /** What follows a node by which letter: node and letter in one number, in a table with twice the room that is needed. */
    private int[] keys = new int[64];

    private int[] nodes = new int[64];
    private int steps;
    private int count = 1;
    private Object[] values = new Object[16];
    /** By node, a bit for each letter that may follow it, by the letter's last six bits: most letters end a walk here already. */
    private long[] below = new long[16];

    /** Called for each expression found. */
    @FunctionalInterface
    public interface Found<T> {
        void at(int start, int end, T value);
    }

    /** The first of two equal expressions counts. */
    public void put(String phrase, T value) {
        int node = ROOT;
        for (int i = 0; i < phrase.length(); i++) {
            int next = next(node, phrase.charAt(i));
            node = next == ROOT ? add(node, phrase.charAt(i)) : next;
        }
        if (values[node] == null) {
            values[node] = value;
        }
    }

    /** Whether any of the expressions stands in the text. */
    public boolean isIn(String text) {
        for (int start = 0; start < text.length(); start++) {
            boolean within = start > 0 && isWord(text.charAt(start)) && isWord(text.charAt(start - 1));
            if (!within && begins(text, start)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any of the expressions begins exactly there. */
    public boolean begins(String text, int start) {
        int node = ROOT;
        for (int i = start; i < text.length(); i++) {
            node = next(node, lower(text.charAt(i)));
            if (node == ROOT) {
                return false;
            }
            if (values[node] != null && endsWell(text, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Each longest expression, in order, the next one looked for behind it. */
    public void each(String text, Found<? super T> found) {
        int at = 0;
        while (at < text.length()) {
            int start = at++;
            char letter = lower(text.charAt(start));
            if (start > 0 && isWord(letter) && isWord(text.charAt(start - 1))) {
                continue;
            }
            int node = next(ROOT, letter);
            if (node == ROOT) {
                continue;
            }
            int best = ROOT;
            int end = start;
            int i = start + 1;
            while (node != ROOT) {
                if (values[node] != null && endsWell(text, i)) {
                    best = node;
                    end = i;
                }
                node = i < text.length() ? next(node, lower(text.charAt(i))) : ROOT;
                i++;
            }
            if (best != ROOT) {
                found.at(start, end, value(best));
                at = end;
            }
        }
    }

    /** The longest expression that begins exactly there, told with its end. */
    public void at(String text, int start, ObjIntConsumer<? super T> found) {
        int node = ROOT;
        int best = ROOT;
        int end = start;
        for (int i = start; i < text.length(); i++) {
            node = next(node, lower(text.charAt(i)));
            if (node == ROOT) {
                break;
            }
            if (values[node] != null && endsWell(text, i + 1)) {
                best = node;
                end = i + 1;
            }
        }
        if (best != ROOT) {
            found.accept(value(best), end);
        }
    }

    @SuppressWarnings("unchecked") // only what put() was given is in it
    private T value(int node) {
        return (T) values[node];
    }

    /** The node behind a letter; the root if none is. */
    private int next(int node, char letter) {
        if ((below[node] >>> letter & 1) == 0) {
            return ROOT;
        }
        int key = node << 16 | letter;
        int mask = keys.length - 1;
        for (int i = spread(key) & mask; nodes[i] != ROOT; i = (i + 1) & mask) {
            if (keys[i] == key) {
                return nodes[i];
            }
        }
        return ROOT;
    }

    private int add(int node, char letter) {
        if (count > MOST_NODES) {
            throw new IllegalStateException("too many expressions for one tree");
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
            below = Arrays.copyOf(below, 2 * count);
        }
        if (2 * ++steps > keys.length) {
            grow();
        }
        place(node << 16 | letter, count);
        below[node] |= 1L << letter;
        return count++;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldNodes = nodes;
        keys = new int[2 * oldKeys.length];
        nodes = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNodes[i] != ROOT) {
                place(oldKeys[i], oldNodes[i]);
            }
        }
    }

    private void place(int key, int node) {
        int mask = keys.length - 1;
        int i = spread(key) & mask;
        while (nodes[i] != ROOT) {
            i = (i + 1) & mask;
        }
        keys[i] = key;
        nodes[i] = node;
    }

    private static int spread(int key) {
        int mixed = key * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    private static boolean endsWell(String text, int end) {
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
}
