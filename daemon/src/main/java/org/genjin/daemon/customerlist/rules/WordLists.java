package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.words.WordFile;
import org.genjin.index.Chinese;

/** The words of this package's resource files: {@code key: word, word …} a line. */
final class WordLists {

    private static final Map<String, Set<String>> WORDS = words();

    private WordLists() {}

    /** Key → what stands behind it, as it is written. */
    static Map<String, List<String>> read(String file) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (String line : WordFile.lines("/customerlist/" + file)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                words.computeIfAbsent(line.substring(0, colon).strip(), _ -> new ArrayList<>())
                        .addAll(Arrays.asList(line.substring(colon + 1).strip().split("\\s*,\\s*", -1)));
            }
        }
        return words;
    }

    /** The words of one key of {@code words.txt}, folded. */
    static Set<String> of(String key) {
        Set<String> words = WORDS.get(key);
        if (words == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return words;
    }

    /** Whether all of {@code text} is one of the words. */
    static boolean is(String key, String text) {
        String folded = Names.folded(text);
        return !folded.isEmpty() && of(key).contains(Chinese.simplified(folded));
    }

    private static Map<String, Set<String>> words() {
        Map<String, Set<String>> folded = new HashMap<>();
        read("words.txt").forEach((key, words) -> {
            Set<String> set = new LinkedHashSet<>();
            words.forEach(it -> {
                String word = it.contains("=") ? it : Names.folded(it);
                if (!word.isEmpty()) {
                    set.add(word);
                    set.add(Chinese.simplified(word));
                }
            });
            folded.put(key, set);
        });
        return folded;
    }
}
