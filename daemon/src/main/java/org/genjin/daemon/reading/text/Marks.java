package org.genjin.daemon.reading.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known words and phrases of one text, by what they stand for; of one family the longest where several lie in each other. */
public final class Marks {

    private static final Comparator<Mark> ORDER = Comparator.comparingInt(Mark::from).thenComparing(Mark::length, Comparator.reverseOrder());

    private final Map<String, List<Mark>> families = new HashMap<>();
    private final Map<String, List<Mark>> concepts = new HashMap<>();

    Marks(List<Mark> found, String idiom) {
        Map<String, List<Mark>> all = new HashMap<>();
        for (Mark mark : found) {
            all.computeIfAbsent(mark.family(), _ -> new ArrayList<>()).add(mark);
        }
        List<Mark> idioms = longest(all.getOrDefault(idiom, List.of()));
        all.forEach((family, marks) -> {
            List<Mark> kept = longest(marks);
            if (!family.equals(idiom) && !idioms.isEmpty()) {
                kept.removeIf(mark -> idioms.stream().anyMatch(it -> it.covers(mark)));
            }
            kept.removeIf(Mark::isNone);
            families.put(family, kept);
            kept.forEach(it -> concepts.computeIfAbsent(it.concept(), _ -> new ArrayList<>()).add(it));
        });
    }

    private static List<Mark> longest(List<Mark> marks) {
        List<Mark> sorted = new ArrayList<>(marks);
        sorted.sort(ORDER);
        List<Mark> kept = new ArrayList<>();
        for (Mark mark : sorted) {
            Mark last = kept.isEmpty() ? null : kept.getLast();
            boolean inside = last != null && last.covers(mark) && (last.length() > mark.length() || last.equals(mark));
            if (!inside) {
                kept.add(mark);
            }
        }
        return kept;
    }

    /** In the order of the text. */
    public List<Mark> of(String concept) {
        return concepts.getOrDefault(concept, List.of());
    }

    /** In the order of the text. */
    public List<Mark> family(String family) {
        return families.getOrDefault(family, List.of());
    }

    public Optional<Mark> startingAt(int token, String family) {
        List<Mark> marks = family(family);
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).from() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < marks.size() && marks.get(low).from() == token ? Optional.of(marks.get(low)) : Optional.empty();
    }

    /** The longest that ends just before the token. */
    public Optional<Mark> endingAt(int token, String family) {
        for (Mark mark : family(family)) {
            if (mark.to() == token) {
                return Optional.of(mark);
            }
            if (mark.from() >= token) {
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
