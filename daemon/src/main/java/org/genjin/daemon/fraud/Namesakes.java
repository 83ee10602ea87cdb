package org.genjin.daemon.fraud;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.FirmNames;

/**
 * Finds the domains that have the name of another under a different ending, or with a word more that many firms have in theirs:
 * {@code acme.co} and {@code acme-ltd.com} beside {@code acme.com}. That may be a branch as well. Not thread-safe.
 */
public final class Namesakes {

    private final Map<String, Set<String>> byName = new HashMap<>();

    /** @param domains registered domains */
    public Namesakes(Collection<String> domains) {
        domains.forEach(this::add);
    }

    public void add(String domain) {
        names(domain).forEach(name -> byName.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(domain));
    }

    public Set<String> of(String domain) {
        Set<String> namesakes = new LinkedHashSet<>();
        names(domain).forEach(name -> namesakes.addAll(byName.getOrDefault(name, Set.of())));
        namesakes.remove(domain);
        return namesakes;
    }

    private static Collection<String> names(String domain) {
        int dot = domain.indexOf('.');
        return FirmNames.keys((dot < 0 ? domain : domain.substring(0, dot)).replace('-', ' '));
    }
}
