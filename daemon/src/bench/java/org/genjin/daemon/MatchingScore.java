package org.genjin.daemon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How right the answers are. A customer of ours stands for the one that most of its messages belong to; of several that
 * stand for one only the largest does, and what the others were given counts as asked. Pure.
 */
final class MatchingScore {

    /**
     * What was made of a message.
     *
     * @param customers to whom it was given, the one it belongs to before all first; empty if to nobody
     * @param asked a person is asked
     */
    record Answer(List<Long> customers, boolean asked, String why) {}

    enum Mark {
        RIGHT,
        WRONG,
        ASKED,
        MISSED
    }

    /** One message's mark, and who its customer of ours stands for. */
    record Marked(MatchingTruth.Line line, Answer answer, Mark mark, List<String> given) {}

    private final Map<Long, String> standsFor = new HashMap<>();
    private final Set<Long> smaller = new HashSet<>();

    /** @param answers by where the message lies */
    MatchingScore(MatchingTruth truth, Map<String, Answer> answers) {
        Map<Long, Map<String, Integer>> counts = new TreeMap<>();
        for (MatchingTruth.Line line : truth.lines()) {
            Answer answer = answers.get(line.where());
            if (answer != null && !answer.customers().isEmpty()) {
                counts.computeIfAbsent(answer.customers().getFirst(), _ -> new TreeMap<>())
                        .merge(line.main().orElse(""), 1, Integer::sum);
            }
        }
        Map<String, Long> largest = new HashMap<>();
        Map<Long, Integer> size = new HashMap<>();
        counts.forEach((id, belongs) -> {
            Optional<Map.Entry<String, Integer>> most = belongs.entrySet().stream()
                    .filter(it -> !it.getKey().isEmpty())
                    .max(Map.Entry.comparingByValue());
            most.ifPresent(it -> {
                standsFor.put(id, it.getKey());
                size.put(id, it.getValue());
                largest.merge(it.getKey(), id, (a, b) -> size.getOrDefault(a, 0) >= size.getOrDefault(b, 0) ? a : b);
            });
        });
        standsFor.forEach((id, name) -> {
            if (!id.equals(largest.get(name))) {
                smaller.add(id);
            }
        });
    }

    /** Whom of the right list a customer of ours stands for; empty if it is nobody of them, or a smaller part. */
    Optional<String> standsFor(long customer) {
        return smaller.contains(customer) ? Optional.empty() : Optional.ofNullable(standsFor.get(customer));
    }

    Marked mark(MatchingTruth.Line line, Answer answer) {
        List<String> given = answer.customers().stream().map(it -> standsFor.getOrDefault(it, "nobody's")).toList();
        return new Marked(line, answer, mark(line, answer, given), given);
    }

    private Mark mark(MatchingTruth.Line line, Answer answer, List<String> given) {
        if (answer.asked()) {
            return line.doubtful() ? Mark.RIGHT : Mark.ASKED;
        }
        if (given.isEmpty()) {
            return line.nobodyToo() ? Mark.RIGHT : Mark.MISSED;
        }
        if (!line.right().containsAll(given)) {
            return Mark.WRONG;
        }
        return smaller.contains(answer.customers().getFirst()) ? Mark.ASKED : Mark.RIGHT;
    }

    /** Whether two names are one but for case, marks and legal forms being left out. */
    static boolean sameName(MatchingTruth.Firm firm, String name) {
        String mine = plain(name);
        return firm.names().stream().map(MatchingScore::plain).anyMatch(it -> it.equals(mine) || it.contains(mine) || mine.contains(it));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
