package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which known word somebody meant who left out, added or changed one letter, or wrote two in the wrong order.
 * Short words are not looked for: too many others are like them. Immutable.
 */
final class Misspelt {

    private static final int SHORTEST = 6;

    private final Map<Character, List<String>> byFirst = new HashMap<>();

    Misspelt(Collection<String> known) {
        known.stream().filter(it -> it.length() >= SHORTEST - 1)
                .forEach(it -> byFirst.computeIfAbsent(it.charAt(0), _ -> new ArrayList<>()).add(it));
    }

    /** The known words that {@code folded} may be meant for, those with two letters in the wrong order first; none if it is too short. */
    Set<String> meant(String folded) {
        Set<String> meant = new HashSet<>();
        if (folded.length() < SHORTEST || folded.chars().anyMatch(Character::isDigit)) {
            return meant;
        }
        List<String> known = byFirst.getOrDefault(folded.charAt(0), List.of());
        known.stream().filter(it -> isSwapped(it, folded)).forEach(meant::add);
        if (meant.isEmpty()) {
            known.stream().filter(it -> isOneApart(it, folded)).forEach(meant::add);
        }
        return meant;
    }

    /** What all of the words stand for that it may be meant for; empty if they differ or there are none. */
    <T> Optional<T> only(String folded, Map<String, T> values) {
        Set<T> found = new HashSet<>();
        meant(folded).forEach(it -> found.add(values.get(it)));
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static boolean isSwapped(String known, String written) {
        int same = same(known, written);
        return known.length() == written.length() && same + 1 < known.length()
                && known.charAt(same) == written.charAt(same + 1) && known.charAt(same + 1) == written.charAt(same)
                && known.substring(same + 2).equals(written.substring(same + 2));
    }

    private static boolean isOneApart(String known, String written) {
        if (known.equals(written) || Math.abs(known.length() - written.length()) > 1) {
            return false;
        }
        int same = same(known, written);
        String left = known.substring(same);
        String right = written.substring(same);
        return left.length() == right.length()
                ? left.substring(1).equals(right.substring(1))
                : left.length() > right.length() ? left.substring(1).equals(right) : right.substring(1).equals(left);
    }

    /** How many letters both begin with. */
    private static int same(String known, String written) {
        int same = 0;
        while (same < Math.min(known.length(), written.length()) && known.charAt(same) == written.charAt(same)) {
            same++;
        }
        return same;
    }
}
