package org.genjin.daemon.customerlist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.SameName;
import org.genjin.daemon.customerlist.rules.Us;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.Transaction;

/**
 * Which customer of the ledger one of a list is: by an address, else by its domain, else by its name, else by a number with
 * a name. Where these name several, none: a person is asked before two become one.
 */
final class KnownCustomers {

    private static final int AT_ONCE = 500;

    private final Map<String, Set<CustomerId>> byAddress = new HashMap<>();
    private final Map<String, Set<CustomerId>> byDomain = new HashMap<>();
    private final Map<String, Set<CustomerId>> byPhone = new HashMap<>();
    private final Map<String, List<CustomerTable.Row>> byName = new HashMap<>();

    private KnownCustomers() {}

    static KnownCustomers of(Transaction tx, Us us, List<Proposal.Customer> customers) {
        KnownCustomers known = new KnownCustomers();
        Set<String> addresses = new LinkedHashSet<>();
        Set<String> phones = new LinkedHashSet<>();
        Set<String> domains = new LinkedHashSet<>();
        for (Proposal.Customer it : customers) {
            it.contacts().forEach(person -> {
                addresses.addAll(person.addresses());
                phones.addAll(person.phones());
            });
            domains.addAll(it.domains());
        }
        load(tx, Kind.ADDRESS, addresses, known.byAddress);
        load(tx, Kind.PHONE, phones, known.byPhone);
        load(tx, Kind.DOMAIN, domains, known.byDomain);
        for (CustomerTable.Row row : tx.customers().all(Optional.empty())) {
            known.byName.computeIfAbsent(SameName.key(row.name()), _ -> new ArrayList<>()).add(row);
        }
        return known;
    }

    private static void load(Transaction tx, Kind kind, Collection<String> values, Map<String, Set<CustomerId>> into) {
        List<String> all = new ArrayList<>(values);
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            for (Identity it : tx.identities().find(kind, all.subList(i, Math.min(all.size(), i + AT_ONCE)))) {
                into.computeIfAbsent(it.knownAs(), _ -> new LinkedHashSet<>()).add(it.customer());
            }
        }
    }

    Optional<CustomerId> find(Proposal.Customer it) {
        Set<CustomerId> addressed = new LinkedHashSet<>();
        Set<CustomerId> dialled = new LinkedHashSet<>();
        for (Proposal.Person person : it.contacts()) {
            person.addresses().forEach(address -> addressed.addAll(byAddress.getOrDefault(address, Set.of())));
            person.phones().forEach(phone -> dialled.addAll(byPhone.getOrDefault(phone, Set.of())));
        }
        Set<CustomerId> domain = new LinkedHashSet<>();
        it.domains().forEach(name -> domain.addAll(byDomain.getOrDefault(name, Set.of())));
        Set<CustomerId> named = new LinkedHashSet<>();
        byName.getOrDefault(SameName.key(it.name()), List.of()).stream()
                .filter(row -> row.country() == null || it.country() == null || row.country().equals(it.country()))
                .forEach(row -> named.add(row.id()));
        for (Set<CustomerId> candidates : List.of(addressed, domain, named, dialled)) {
            if (candidates.size() == 1) {
                return Optional.of(candidates.iterator().next());
            }
            if (!candidates.isEmpty()) {
                Set<CustomerId> both = new LinkedHashSet<>(candidates);
                both.retainAll(named);
                return both.size() == 1 ? Optional.of(both.iterator().next()) : Optional.of(candidates.iterator().next());
            }
        }
        return Optional.empty();
    }
}
