package org.genjin.daemon.party;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Platforms on which buyers and sellers meet: their domains, and how they are named. Immutable. */
public final class Platforms {

    private final Set<String> domains = new HashSet<>();
    private final PhraseTree<String> words = new PhraseTree<>();

    public Platforms() {
        SectionFile.read("/party/platforms.txt", (heading, line) -> {
            if (heading.equals("domains")) {
                domains.add(line);
            } else {
                words.add(line, line);
            }
        });
    }

    /** Whether {@code domain} is a platform's or below one. */
    public boolean isPlatform(String domain) {
        return domains.contains(domain) || domains.stream().anyMatch(it -> domain.endsWith("." + it));
    }

    /** The platforms that a text names, by the words of the data file. */
    public Set<String> namedIn(String text) {
        Set<String> named = new TreeSet<>();
        List<PhraseTree.Found<String>> found = words.find(Tokens.of(text));
        found.forEach(it -> named.add(it.sign()));
        return named;
    }
}
