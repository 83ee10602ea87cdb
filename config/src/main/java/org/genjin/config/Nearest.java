package org.genjin.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which word somebody meant who wrote one that there is not. Pure. */
public final class Nearest {

    private Nearest() {}

    /** The one of {@code known} that differs least; empty if all differ much. */
    public static Optional<String> of(String written, Collection<String> known) {
        return known.stream()
                .filter(it -> distance(written, it) <= Math.max(2, it.length() / 3))
                .min(Comparator.comparingInt((String it) -> distance(written, it)).thenComparing(it -> it));
    }

    /** How many letters must be changed, added or taken away. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
