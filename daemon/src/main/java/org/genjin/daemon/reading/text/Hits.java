package org.genjin.daemon.reading.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The known words and phrases of one text, by what they stand for; of one family the longest where several lie
 * in each other.
 */
public final class Hits {

    private final Map<String, List<Hit>> families = new HashMap<>();
    private final Map<String, List<Hit>> concepts = new HashMap<>();

    Hits(List<Hit> found, String idiom) {
        Map<String, List<Hit>> all = new HashMap<>();
        for (Hit hit : found) {
            all.computeIfAbsent(hit.family(), _ -> new ArrayList<>()).add(hit);
        }
        List<Hit> idioms = longest(all.getOrDefault(idiom, List.of()));
        for (Map.Entry<String, List<Hit>> family : all.entrySet()) {
            List<Hit> longest = longest(family.getValue());
            List<Hit> trade = family.getKey().equals(idiom) ? longest : uncovered(longest, idioms);
            List<Hit> kept = uncovered(trade, nones(trade));
            families.put(family.getKey(), kept);
            for (Hit it : kept) {
                concepts.computeIfAbsent(it.concept(), _ -> new ArrayList<>()).add(it);
            }
        }
    }

    private static List<Hit> nones(List<Hit> hits) {
        List<Hit> nones = List.of();
        for (Hit it : hits) {
            if (it.isNone()) {
                nones = nones.isEmpty() ? new ArrayList<>() : nones;
                nones.add(it);
            }
        }
        return nones;
    }

    private static List<Hit> uncovered(List<Hit> hits, List<Hit> covers) {
        if (covers.isEmpty()) {
            return hits;
        }
        List<Hit> kept = new ArrayList<>(hits);
        kept.removeIf(hit -> covers.stream().anyMatch(it -> it.covers(hit)));
        return kept;
    }

    /** Earlier ones first, and of those that begin together the longest. */
    private static int inOrder(Hit one, Hit other) {
        return one.from() != other.from() ? Integer.compare(one.from(), other.from()) : Integer.compare(other.length(), one.length());
    }

    private static List<Hit> longest(List<Hit> hits) {
        if (hits.size() < 2) {
            return hits;
        }
        List<Hit> sorted = new ArrayList<>(hits);
        sorted.sort(Hits::inOrder);
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : sorted) {
            Hit last = kept.isEmpty() ? null : kept.getLast();
            boolean inside = last != null && last.covers(hit) && (last.length() > hit.length() || last.isSame(hit));
            if (!inside) {
                kept.add(hit);
            }
        }
        return kept;
    }

    /** In the order of the text. */
    public List<Hit> of(String concept) {
        return concepts.getOrDefault(concept, List.of());
    }

    /** In the order of the text. */
    public List<Hit> family(String family) {
        return families.getOrDefault(family, List.of());
    }

    public Optional<Hit> startingAt(int token, String family) {
        List<Hit> hits = family(family);
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).from() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < hits.size() && hits.get(low).from() == token ? Optional.of(hits.get(low)) : Optional.empty();
    }

    /** The longest that ends just before the token. */
    public Optional<Hit> endingAt(int token, String family) {
        for (Hit hit : family(family)) {
            if (hit.to() == token) {
                return Optional.of(hit);
            }
            if (hit.from() >= token) {
                break;
            }
        }
        return Optional.empty();
    }

    public boolean covers(int token, String family) {
        for (Hit it : family(family)) {
            if (it.from() <= token && token < it.to()) {
                return true;
            }
        }
        return false;
    }

    /** Whether one lies within the tokens, wholly. */
    public boolean within(int from, int to, String family) {
        for (Hit it : family(family)) {
            if (from <= it.from() && it.to() <= to) {
                return true;
            }
        }
        return false;
    }
}
