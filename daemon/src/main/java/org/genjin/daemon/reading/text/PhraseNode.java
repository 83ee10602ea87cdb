package org.genjin.daemon.reading.text;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where phrases that begin alike go on. Filled, then frozen and only read. */
final class PhraseNode {

    /** What follows after up to so many tokens. */
    record Gap(int most, PhraseNode after) {}

    private Map<Integer, PhraseNode> growing = new TreeMap<>();
    private int[] words = {};
    private PhraseNode[] nodes = {};
    /** A bit for each word, by its number's last six bits: most words that do not follow are known by it. */
    private long mask;
    private Gap[] gaps = {};
    private Concept[] concepts = {};

    PhraseNode go(int word) {
        return growing.computeIfAbsent(word, _ -> new PhraseNode());
    }

    PhraseNode gap(int most) {
        for (Gap gap : gaps) {
            if (gap.most == most) {
                return gap.after;
            }
        }
        Gap gap = new Gap(most, new PhraseNode());
        gaps = Arrays.copyOf(gaps, gaps.length + 1);
        gaps[gaps.length - 1] = gap;
        return gap.after;
    }

    void ends(Concept concept) {
        if (!Arrays.asList(concepts).contains(concept)) {
            concepts = Arrays.copyOf(concepts, concepts.length + 1);
            concepts[concepts.length - 1] = concept;
        }
    }

    /** Makes this and all that follows quick to read; nothing can be added then. */
    void freeze() {
        words = growing.keySet().stream().mapToInt(Integer::intValue).toArray();
        nodes = growing.values().toArray(PhraseNode[]::new);
        growing = Map.of();
        for (int word : words) {
            mask |= 1L << word;
        }
        for (PhraseNode node : nodes) {
            node.freeze();
        }
        for (Gap gap : gaps) {
            gap.after.freeze();
        }
    }

    /** Of a frozen node only. */
    @Nullable PhraseNode next(int word) {
        if ((mask >>> word & 1) == 0) {
            return null;
        }
        int low = 0;
        int high = words.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (words[middle] == word) {
                return nodes[middle];
            }
            if (words[middle] < word) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** Whether nothing follows. */
    boolean isLast() {
        return words.length == 0 && gaps.length == 0;
    }

    /** Not to be changed. */
    Gap[] gaps() {
        return gaps;
    }

    /** Not to be changed. */
    Concept[] concepts() {
        return concepts;
    }
}
