package org.genjin.daemon.reading.text;

import java.util.ArrayList;
import java.util.List;
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
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> concepts = new ArrayList<>();

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
        gaps.add(gap);
        return gap.after;
    }

    void ends(String concept) {
        if (!concepts.contains(concept)) {
            concepts.add(concept);
        }
    }

    /** Makes this and all that follows quick to read; nothing can be added then. */
    void freeze() {
        words = growing.keySet().stream().mapToInt(Integer::intValue).toArray();
        nodes = growing.values().toArray(PhraseNode[]::new);
        growing = Map.of();
        for (PhraseNode node : nodes) {
            node.freeze();
        }
        gaps.forEach(it -> it.after.freeze());
    }

    @Nullable PhraseNode next(int word) {
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
        return growing.isEmpty() ? null : growing.get(word);
    }

    /** Whether nothing follows. */
    boolean isLast() {
        return words.length == 0 && gaps.isEmpty();
    }

    List<Gap> gaps() {
        return gaps;
    }

    List<String> concepts() {
        return concepts;
    }
}
