package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.rules.Entry.CountryBy;
import org.genjin.daemon.customerlist.rules.Entry.Somebody;
import org.jspecify.annotations.Nullable;

/** A customer while entries are joined to it. One thread. */
final class Draft {

    final Entry first;
    String name;
    final Set<String> aliases = new LinkedHashSet<>();
    @Nullable String country;
    CountryBy countryBy = CountryBy.NOTHING;
    final List<Entry> entries = new ArrayList<>();
    final List<Somebody> people = new ArrayList<>();
    final Somebody firm = new Somebody("");
    final Set<String> notes = new LinkedHashSet<>();
    final Set<String> domains = new LinkedHashSet<>();
    final Set<Deal> deals = new LinkedHashSet<>();
    /** Whether it stands under a person's name or domain, because the list names no company. */
    boolean unnamed;

    Draft(Entry first, String name) {
        this.first = first;
        this.name = name;
    }

    /** Whether nothing but business is told of it. */
    boolean onlyDeals() {
        return entries.stream().allMatch(it -> it.deal != null);
    }

    void add(Entry entry, Us us) {
        entries.add(entry);
        if (entry.deal != null) {
            deals.add(entry.deal);
            if (!onlyDeals()) {
                return; // the row says whose it is, and nothing of them
            }
        }
        entry.otherNames.stream().filter(it -> !it.isEmpty() && !it.equals(name)).forEach(aliases::add);
        if (!entry.company.isEmpty() && !entry.company.equals(name)) {
            aliases.add(entry.company);
        }
        if (entry.country != null && (country == null || entry.countryBy.compareTo(countryBy) < 0)) {
            country = entry.country;
            countryBy = entry.countryBy;
        }
        entry.people.forEach(this::person);
        merge(firm, entry.firm);
        entry.notes.stream().map(String::strip).filter(it -> !it.isEmpty()).forEach(notes::add);
        for (String address : entry.addresses()) {
            String domain = us.companyDomain(address);
            if (!domain.isEmpty()) {
                domains.add(domain);
            }
        }
    }

    private void person(Somebody somebody) {
        if (somebody.name.isEmpty()) {
            Somebody known = people.stream().filter(it -> shares(it, somebody)).findFirst().orElse(firm);
            merge(known, somebody);
            return;
        }
        for (Somebody it : people) {
            if (samePerson(it, somebody)) {
                merge(it, somebody);
                return;
            }
        }
        Somebody copy = new Somebody(somebody.name);
        merge(copy, somebody);
        people.add(copy);
    }

    private static boolean samePerson(Somebody a, Somebody b) {
        if (Names.folded(a.name).equals(Names.folded(b.name)) || a.others.contains(b.name) || b.others.contains(a.name)) {
            return true;
        }
        return b.addresses.stream().anyMatch(a.addresses::contains) && alike(a.name, b.name);
    }

    /** Of one address, an initial or a missing middle name makes no other person. */
    private static boolean alike(String a, String b) {
        Set<String> words = new LinkedHashSet<>(List.of(Names.folded(a).split(" ", -1)));
        return List.of(Names.folded(b).split(" ", -1)).stream().anyMatch(words::contains);
    }

    private static boolean shares(Somebody a, Somebody b) {
        return b.addresses.stream().anyMatch(a.addresses::contains);
    }

    private static void merge(Somebody into, Somebody from) {
        from.addresses.stream().filter(it -> !into.addresses.contains(it)).forEach(into.addresses::add);
        from.phones.stream().filter(it -> !into.phones.contains(it)).forEach(into.phones::add);
        from.others.stream().filter(it -> !into.others.contains(it)).forEach(into.others::add);
        if (!from.name.isEmpty() && !from.name.equals(into.name) && !Names.folded(from.name).equals(Names.folded(into.name))
                && !into.name.isEmpty() && !into.others.contains(from.name)) {
            into.others.add(from.name);
        }
        into.title = into.title.isEmpty() ? from.title : into.title;
    }
}
