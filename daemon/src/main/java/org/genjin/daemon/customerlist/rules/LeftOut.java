package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Firms that a list calls something else than customers, or ourselves: their people go with them. One thread. */
final class LeftOut {

    private static final int SHORTEST_NAME = 4;

    private final Us us;
    private final Map<String, List<Entry>> byName = new HashMap<>();

    LeftOut(Us us) {
        this.us = us;
    }

    void add(Entry entry) {
        String key = CompanyNames.key(entry.company);
        if (!entry.company.isEmpty() && key.length() >= SHORTEST_NAME) {
            byName.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry);
        }
    }

    /** Whether a row is of such a firm: of the same name, and not of another place or domain. */
    boolean holds(Entry entry) {
        return !byName.isEmpty() && !entry.company.isEmpty() && !NotCustomers.isCalled(entry, "customer")
                && byName.getOrDefault(CompanyNames.key(entry.company), List.of()).stream().anyMatch(it -> isSame(it, entry));
    }

    private boolean isSame(Entry out, Entry other) {
        boolean elsewhere = out.country != null && other.country != null && !out.country.equals(other.country);
        Set<String> domains = domains(out);
        Set<String> others = domains(other);
        boolean apart = !domains.isEmpty() && !others.isEmpty() && others.stream().noneMatch(domains::contains);
        return !elsewhere && !apart;
    }

    private Set<String> domains(Entry entry) {
        Set<String> domains = new HashSet<>();
        entry.addresses().stream().map(us::companyDomain).filter(it -> !it.isEmpty()).forEach(domains::add);
        return domains;
    }
}
