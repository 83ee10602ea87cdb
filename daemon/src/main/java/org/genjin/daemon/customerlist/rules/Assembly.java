package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.rules.Entry.CountryBy;
import org.genjin.daemon.customerlist.rules.Entry.Somebody;
import org.jspecify.annotations.Nullable;

/**
 * Joins entries to customers: one a company, however often it comes. The same name, the same person, or one company alone
 * having the address's domain joins; like names in different places or with different domains stay apart. Used once.
 */
final class Assembly {

    private static final int SHORTEST_SHEET_NAME = 6;

    private final Us us;
    private final Asked asked;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, List<Draft>> byName = new HashMap<>();
    private final Map<String, Draft> byAddress = new HashMap<>();
    private final Map<String, Draft> byPersonAndPhone = new HashMap<>();
    private final Map<String, Set<Draft>> byDomain = new HashMap<>();
    private final Map<String, List<String>> keysOf = new HashMap<>();
    private final Map<String, Draft> byNumber = new HashMap<>();
    private final IdentityHashMap<Entry, Draft> of = new IdentityHashMap<>();

    Assembly(Us us, Asked asked) {
        this.us = us;
        this.asked = asked;
    }

    /** @param entries in the order of the list; the drafts come in the order of first appearance */
    List<Draft> join(List<Entry> entries) {
        List<Entry> customers = entries.stream().filter(it -> it.deal == null).toList();
        customers.stream().filter(it -> !it.company.isEmpty() && !it.card).forEach(this::company);
        Entry above = null;
        for (Entry it : customers) {
            if (it.company.isEmpty() && !it.card) {
                nameless(it, above);
            }
            above = it;
        }
        customers.stream().filter(it -> it.card).forEach(this::card);
        entries.stream().filter(it -> it.deal != null).forEach(this::deal);
        IdentityHashMap<Entry, Integer> order = new IdentityHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            order.put(entries.get(i), i);
        }
        drafts.sort(Comparator.comparingInt(it -> it.entries.stream().mapToInt(order::get).min().orElse(0)));
        drafts.forEach(it -> it.entries.sort(Comparator.comparingInt(order::get)));
        return drafts;
    }

    private void company(Entry entry) {
        List<Draft> named = named(entry);
        Optional<Draft> found = named.stream().filter(it -> fits(it, entry)).findFirst();
        if (found.isPresent()) {
            boolean otherwise = !found.get().name.equals(entry.company)
                    || entry.addresses().stream().anyMatch(it -> byAddress.get(it) == found.get());
            if (otherwise && !entry.log) {
                asked.ask(Question.Kind.SAME_COMPANY, entry, entry.company);
            }
        } else if (!named.isEmpty()) {
            asked.ask(Question.Kind.LIKE_NAMES, entry, entry.company);
        }
        boolean person = entry.people.stream().anyMatch(it -> Names.folded(it.name).equals(Names.folded(entry.company)));
        if (person && !CompanyNames.hasLegalForm(entry.company)) {
            asked.ask(Question.Kind.OWN_NAME, entry, entry.company);
        }
        Optional<Draft> draft = found.or(() -> samePerson(entry)).or(() -> sameDomainAndCore(entry));
        put(entry, draft.orElseGet(() -> start(entry, entry.company)));
    }

    private List<Draft> named(Entry entry) {
        Set<Draft> found = new LinkedHashSet<>();
        for (String key : keys(entry.company)) {
            found.addAll(byName.getOrDefault(key, List.of()));
        }
        for (String other : entry.otherNames) {
            if (CompanyNames.hasLegalForm(other)) {
                found.addAll(byName.getOrDefault(CompanyNames.key(other), List.of()));
            }
        }
        return List.copyOf(found);
    }

    /** In one place, as far as both say, and with one domain, as far as both have any. */
    private boolean fits(Draft draft, Entry entry) {
        Set<String> domains = domains(entry);
        boolean shared = domains.stream().anyMatch(draft.domains::contains);
        boolean sameAddress = entry.addresses().stream().anyMatch(it -> byAddress.get(it) == draft);
        boolean elsewhere = entry.country != null && draft.country != null && !entry.country.equals(draft.country)
                && entry.countryBy != CountryBy.SHEET && draft.countryBy != CountryBy.SHEET;
        boolean otherDomain = !domains.isEmpty() && !draft.domains.isEmpty() && !shared;
        return sameAddress || shared || !elsewhere && !otherDomain;
    }

    private Set<String> domains(Entry entry) {
        Set<String> domains = new LinkedHashSet<>();
        entry.addresses().stream().map(us::companyDomain).filter(it -> !it.isEmpty()).forEach(domains::add);
        return domains;
    }

    private Optional<Draft> samePerson(Entry entry) {
        for (String address : entry.addresses()) {
            Draft draft = byAddress.get(address);
            if (draft != null) {
                return Optional.of(draft);
            }
        }
        for (Somebody it : entry.people) {
            for (String phone : it.phones) {
                Draft draft = byPersonAndPhone.get(personAndPhone(it, phone));
                if (draft != null && !it.name.isEmpty()) {
                    return Optional.of(draft);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Draft> sameDomainAndCore(Entry entry) {
        String core = CompanyNames.core(entry.company);
        return core.isEmpty()
                ? Optional.empty()
                : domains(entry).stream()
                        .flatMap(it -> byDomain.getOrDefault(it, Set.of()).stream())
                        .filter(it -> CompanyNames.core(it.name).equals(core))
                        .findFirst();
    }

    private void nameless(Entry entry, @Nullable Entry above) {
        Draft numbered = entry.number.isEmpty() ? null : byNumber.get(entry.number);
        if (numbered != null && !numbered.first.sheet.equals(entry.sheet)) {
            put(entry, numbered);
            return;
        }
        Draft upper = above == null ? null : of.get(above);
        Set<String> domains = domains(entry);
        if (entry.bare && upper != null && (domains.isEmpty() || upper.domains.isEmpty()
                || domains.stream().anyMatch(upper.domains::contains))) {
            asked.ask(Question.Kind.ROW_ABOVE, entry, name(entry) + " – " + upper.name);
            put(entry, upper);
            return;
        }
        Optional<Draft> known = samePerson(entry).or(() -> byDomain(entry, domains));
        if (known.isPresent()) {
            put(entry, known.get());
            return;
        }
        String person = name(entry);
        if (!person.isEmpty()) {
            asked.ask(Question.Kind.OWN_NAME, entry, person);
            Draft draft = start(entry, person);
            draft.unnamed = true;
            put(entry, draft);
        } else if (!entry.addresses().isEmpty()) {
            String address = entry.addresses().getFirst();
            String domain = us.companyDomain(address);
            asked.ask(Question.Kind.BARE_ADDRESS, entry, address);
            Draft draft = start(entry, domain.isEmpty() ? address : domain);
            put(entry, draft);
        }
    }

    /** Whose business it is: by number, else by name, person or domain; else of somebody whom the list does not hold. */
    private void deal(Entry entry) {
        Optional<Draft> numbered = Optional.ofNullable(byNumber.get(entry.number))
                .filter(it -> entry.company.isEmpty() || named(entry).contains(it));
        Optional<Draft> found = numbered.or(() -> named(entry).stream().filter(it -> fits(it, entry)).findFirst())
                .or(() -> samePerson(entry))
                .or(() -> domains(entry).stream().map(it -> byDomain.getOrDefault(it, Set.of())).filter(it -> it.size() == 1)
                        .map(it -> it.iterator().next()).findFirst());
        String name = !entry.company.isEmpty() ? entry.company : entry.addresses().stream().findFirst().orElse("");
        put(entry, found.orElseGet(() -> start(entry, name)));
    }

    private Optional<Draft> byDomain(Entry entry, Set<String> domains) {
        for (String domain : domains) {
            Set<Draft> drafts = byDomain.getOrDefault(domain, Set.of());
            if (drafts.size() == 1) {
                Draft only = drafts.iterator().next();
                asked.ask(Question.Kind.BY_DOMAIN, entry, name(entry).isEmpty() ? domain : name(entry) + " – " + only.name);
                return Optional.of(only);
            }
        }
        return Optional.empty();
    }

    private static String name(Entry entry) {
        return entry.people.stream().map(it -> it.name).filter(it -> !it.isEmpty()).findFirst().orElse("");
    }

    /** A sheet of a customer's own: the list's customer of that name, address or sheet name, else one that only has a sheet. */
    private void card(Entry entry) {
        boolean listed = !drafts.isEmpty();
        Optional<Draft> found = named(entry).stream().filter(it -> fits(it, entry)).findFirst()
                .or(() -> samePerson(entry))
                .or(() -> bySheet(entry.sheet))
                .or(() -> byDomain(entry, domains(entry)));
        if (found.isEmpty() && entry.people.isEmpty() && entry.firm.isEmpty() && entry.notes.isEmpty()) {
            return;
        }
        if (found.isEmpty() && listed) {
            asked.ask(Question.Kind.ONLY_SHEET, entry.sheet, entry.company);
        }
        put(entry, found.orElseGet(() -> start(entry, entry.company)));
    }

    /** Names of sheets are cut off after 31 characters. */
    private Optional<Draft> bySheet(String sheet) {
        String key = CompanyNames.key(CardReader.sheetName(sheet));
        List<Draft> fitting = drafts.stream()
                .filter(it -> key.length() >= SHORTEST_SHEET_NAME && CompanyNames.key(it.name).startsWith(key)
                        || CompanyNames.key(it.name).length() >= SHORTEST_SHEET_NAME && key.startsWith(CompanyNames.key(it.name)))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private Draft start(Entry entry, String name) {
        Draft draft = new Draft(entry, name);
        drafts.add(draft);
        return draft;
    }

    private void put(Entry entry, Draft draft) {
        draft.add(entry, us);
        of.put(entry, draft);
        Set<String> keys = new LinkedHashSet<>(keys(draft.name));
        if (!entry.company.isEmpty()) {
            keys.addAll(keys(entry.company));
        }
        entry.otherNames.stream().filter(CompanyNames::hasLegalForm).map(CompanyNames::key).forEach(keys::add);
        for (String key : keys) {
            List<Draft> same = byName.computeIfAbsent(key, _ -> new ArrayList<>());
            if (!same.contains(draft)) {
                same.add(draft);
            }
        }
        entry.addresses().forEach(it -> byAddress.putIfAbsent(it, draft));
        if (!draft.unnamed) {
            draft.domains.forEach(it -> byDomain.computeIfAbsent(it, _ -> new LinkedHashSet<>()).add(draft));
        }
        entry.people.forEach(it -> it.phones.forEach(phone -> byPersonAndPhone.putIfAbsent(personAndPhone(it, phone), draft)));
        if (!entry.number.isEmpty() && !entry.company.isEmpty()) {
            byNumber.putIfAbsent(entry.number, draft);
        }
    }

    /** Under what a name is found: all of it, and each of its forms. */
    private List<String> keys(String name) {
        return keysOf.computeIfAbsent(name, it -> CompanyNames.forms(it).stream().map(CompanyNames::key).distinct().toList());
    }

    private static String personAndPhone(Somebody somebody, String phone) {
        String digits = PhoneNumbers.digits(phone);
        return Names.folded(somebody.name) + " " + digits.substring(Math.max(0, digits.length() - 8));
    }
}
