package org.genjin.daemon.workbook.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.genjin.daemon.customer.CustomerId;

/**
 * In which of an owner's workbooks each customer's sheet is, where each is to have one. A customer stays where it is, as people write
 * there and know the place; a new one comes into the last workbook, where that is full into another in which one has gone, and only
 * then into one more. Pure.
 */
public final class Placing {

    private Placing() {}

    /**
     * @param before customer → number of the workbook
     * @param inFirst customers whose sheets were found in the first
     * @param there all of the owner's customers; whoever is none any more loses the place
     * @param wanted those that are to have a sheet, the most valuable first
     * @param most sheets in one workbook
     */
    public static Map<CustomerId, Integer> of(
            Map<CustomerId, Integer> before, Set<CustomerId> inFirst, Collection<CustomerId> there, List<CustomerId> wanted, int most) {
        Map<CustomerId, Integer> places = new HashMap<>(before);
        inFirst.forEach(it -> places.putIfAbsent(it, 1));
        places.keySet().retainAll(Set.copyOf(there));
        Map<Integer, Integer> sheets = new HashMap<>();
        places.values().forEach(it -> sheets.merge(it, 1, Integer::sum));
        int last = before.values().stream().reduce(1, Math::max);
        for (CustomerId it : wanted) {
            if (!places.containsKey(it)) {
                int number = room(sheets, last, most).orElse(last + 1);
                last = Math.max(last, number);
                places.put(it, number);
                sheets.merge(number, 1, Integer::sum);
            }
        }
        return Map.copyOf(places);
    }

    private static Optional<Integer> room(Map<Integer, Integer> sheets, int last, int most) {
        return IntStream.concat(IntStream.of(last), IntStream.range(1, last))
                .filter(it -> sheets.getOrDefault(it, 0) < most)
                .boxed()
                .findFirst();
    }
}
