package org.genjin.daemon.fraud;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the domains that another pretends to be: the same at a glance, or but one letter more, less, other or swapped. A
 * branch's domain, which has another ending or a word more, is no disguise. Looking one up takes the same time however many
 * there are. Not thread-safe.
 */
public final class LookAlikes {

    /** Of shorter names many differ by one letter without any harm meant. */
    private static final int SHORTEST = 6;

    private final Set<String> all = new HashSet<>();
    private final Map<String, List<String>> bySkeleton = new HashMap<>();
    private final Map<String, List<String>> byHalf = new HashMap<>();

    /** @param domains registered domains */
    public LookAlikes(Collection<String> domains) {
        domains.forEach(this::add);
    }

    /** One more domain to look among; the same again changes nothing. */
    public void add(String domain) {
        if (all.add(domain)) {
            String skeleton = Skeleton.of(label(domain));
            bySkeleton.computeIfAbsent(skeleton, _ -> new ArrayList<>()).add(domain);
            if (skeleton.length() >= SHORTEST) {
                halves(skeleton).forEach(half -> byHalf.computeIfAbsent(half, _ -> new ArrayList<>()).add(domain));
            }
        }
    }

    /** Those that {@code domain} looks like without being the same but for its ending; the most alike first. */
    public Set<String> of(String domain) {
        String label = label(domain);
        String skeleton = Skeleton.of(label);
        Set<String> alike = new LinkedHashSet<>();
        for (String it : bySkeleton.getOrDefault(skeleton, List.of())) {
            // Only another ending: a branch, or somebody else of that name.
            if (!label(it).equals(label)) {
                alike.add(it);
            }
        }
        if (skeleton.length() >= SHORTEST - 1) {
            Set<String> near = new LinkedHashSet<>();
            halves(skeleton).forEach(half -> near.addAll(byHalf.getOrDefault(half, List.of())));
            near.stream()
                    .filter(it -> isOneStep(skeleton, Skeleton.of(label(it))) || isOneStep(label, label(it)))
                    .forEach(alike::add);
        }
        return alike;
    }

    /** Of two names that differ in one place, the first or the second half is the same. */
    private static Set<String> halves(String name) {
        Set<String> halves = new HashSet<>();
        int middle = name.length() / 2;
        for (int i = Math.max(1, middle - 1); i <= Math.min(name.length() - 1, middle + 1); i++) {
            halves.add("<" + name.substring(0, i));
            halves.add(">" + name.substring(i));
        }
        return halves;
    }

    private static String label(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }

    /** One letter added, left out, changed or two swapped. */
    static boolean isOneStep(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (longer - Math.min(a.length(), b.length()) > 1 || a.equals(b)) {
            return false;
        }
        int begin = 0;
        while (begin < Math.min(a.length(), b.length()) && a.charAt(begin) == b.charAt(begin)) {
            begin++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > begin && endB > begin && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int left = endA - begin;
        int right = endB - begin;
        boolean swapped = left == 2 && right == 2
                && a.charAt(begin) == b.charAt(begin + 1) && a.charAt(begin + 1) == b.charAt(begin);
        boolean digits = left == 1 && right == 1 && Character.isDigit(a.charAt(begin)) && Character.isDigit(b.charAt(begin));
        return swapped || (left <= 1 && right <= 1 && !digits);
    }
}
