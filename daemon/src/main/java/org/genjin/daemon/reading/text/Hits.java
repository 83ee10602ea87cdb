package org.genjin.daemon.reading.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The known words and phrases of one text, by what they stand for; of one family the longest where several lie
 * in each other.
 */
public final class Hits {

    private static final Comparator<Hit> ORDER = Comparator.comparingInt(Hit::from).thenComparing(Hit::length, Comparator.reverseOrder());

    private final Map<String, List<Hit>> families = new HashMap<>();
    private final Map<String, List<Hit>> concepts = new HashMap<>();

    Hits(List<Hit> found, String idiom) {
        Map<String, List<Hit>> all = new HashMap<>();
        for (Hit hit : found) {
            all.computeIfAbsent(hit.family(), _ -> new ArrayList<>()).add(hit);
        }
        List<Hit> idioms = longest(all.getOrDefault(idiom, List.of()));
        all.forEach((family, hits) -> {
            List<Hit> kept = longest(hits);
            if (!family.equals(idiom) && !idioms.isEmpty()) {
                kept.removeIf(hit -> idioms.stream().anyMatch(it -> it.covers(hit)));
            }
            List<Hit> none = kept.stream().filter(Hit::isNone).toList();
            kept.removeIf(hit -> none.stream().anyMatch(it -> it.covers(hit)));
            families.put(family, kept);
            kept.forEach(it -> concepts.computeIfAbsent(it.concept(), _ -> new ArrayList<>()).add(it));
        });
    }

    private static List<Hit> longest(List<Hit> hits) {
        List<Hit> sorted = new ArrayList<>(hits);
        sorted.sort(ORDER);
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : sorted) {
            Hit last = kept.isEmpty() ? null : kept.getLast();
            boolean inside = last != null && last.covers(hit) && (last.length() > hit.length() || last.equals(hit));
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
        return family(family).stream().anyMatch(it -> it.from() <= token && token < it.to());
    }

    /** Whether one lies within the tokens, wholly. */
    public boolean within(int from, int to, String family) {
        return family(family).stream().anyMatch(it -> from <= it.from() && it.to() <= to);
    }
}
