package org.genjin.daemon.customerlist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Us;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.DealTable;
import org.genjin.daemon.ledger.DecisionTable.WasValue;
import org.genjin.daemon.ledger.IdentityTable.By;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.ListImportTable.Change;
import org.genjin.daemon.ledger.ListImportTable.NewCustomer;
import org.genjin.daemon.ledger.OwnColumnTable;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;
import org.jspecify.annotations.Nullable;

/** Holds the customers of a list against those of the ledger and writes down what is new. One transaction, used once. */
final class Ledgering {

    private static final int AT_ONCE = 500;

    private final Transaction tx;
    private final Us us;
    private final String owner;
    private final String file;
    private final Instant now;
    private final Differences differences;
    private final Map<CustomerId, CustomerTable.Row> rows = new HashMap<>();
    private final Map<CustomerId, List<Identity>> identities = new HashMap<>();
    private final List<Plan> plans = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private final List<DealTable.Owned> deals = new ArrayList<>();
    private Map<CustomerId, List<Deal>> dealt = Map.of();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, String> ownFields = new HashMap<>();
    private final List<OwnColumnTable.Typed> beside = new ArrayList<>();

    /** @param file as people call it, for the reason beside each value */
    Ledgering(Transaction tx, Us us, String owner, String file, Instant now) {
        this.tx = tx;
        this.us = us;
        this.owner = owner;
        this.file = file;
        this.now = now;
        this.differences = new Differences(tx);
    }

    /**
     * What is to be done for one customer of the list.
     *
     * @param known the ledger's customer that it is; null if it is new
     * @param fresh what it is not known by yet
     * @param values what is to be set: field → value
     * @param deals business that is new
     */
    private record Plan(
            Proposal.Customer customer, @Nullable CustomerId known, List<Told> fresh, Map<String, String> values, List<Deal> deals) {

        boolean changes() {
            return known == null || !fresh.isEmpty() || !values.isEmpty() || !deals.isEmpty();
        }
    }

    /** By what a customer is to be known. */
    private record Told(Kind kind, String knownAs, String owner, String person, String title) {}

    /**
     * Says for each customer of the list who it is and what is new of it.
     *
     * @param dealing those of whom only business is told: who is not known stays so
     */
    void compare(List<Proposal.Customer> customers, List<Proposal.Customer> dealing) {
        List<Proposal.Customer> both = new ArrayList<>(customers);
        both.addAll(dealing);
        KnownCustomers known = KnownCustomers.of(tx, us, both);
        Map<Proposal.Customer, CustomerId> found = new LinkedHashMap<>();
        for (Proposal.Customer it : both) {
            known.find(it).ifPresent(id -> found.put(it, id));
        }
        load(found.values());
        for (Proposal.Customer it : dealing) {
            CustomerId id = found.get(it);
            CustomerTable.Row row = id == null ? null : rows.get(id);
            if (row == null) {
                strangers.add(it.name());
            } else if (!row.owner().equals(owner)) {
                elsewhere.add(it.name());
            } else {
                plans.add(new Plan(it, row.id(), List.of(), differences.ofDeals(it, row.id()), freshDeals(it, row.id())));
            }
        }
        Set<String> shared = shared(customers);
        for (Proposal.Customer it : customers) {
            CustomerId id = found.get(it);
            CustomerTable.Row row = id == null ? null : rows.get(id);
            if (row != null && !row.owner().equals(owner)) {
                elsewhere.add(it.name());
            } else {
                plans.add(plan(it, row, shared));
            }
        }
    }

    private void load(Collection<CustomerId> ids) {
        List<CustomerId> all = ids.stream().distinct().toList();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<CustomerId> some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
            tx.customers().rows(some).forEach(it -> rows.put(it.id(), it));
            identities.putAll(tx.identities().of(some));
        }
        dealt = tx.deals().of(all);
        differences.load(all);
    }

    /** Domains that two customers of the list have tell of neither. */
    private static Set<String> shared(List<Proposal.Customer> customers) {
        Set<String> once = new HashSet<>();
        Set<String> shared = new HashSet<>();
        customers.forEach(it -> it.domains().stream().filter(domain -> !once.add(domain)).forEach(shared::add));
        return shared;
    }

    private Plan plan(Proposal.Customer it, CustomerTable.@Nullable Row row, Set<String> shared) {
        Set<String> have = new HashSet<>();
        if (row != null) {
            identities.getOrDefault(row.id(), List.of()).forEach(id -> have.add(id.kind() + " " + id.knownAs() + " " + id.owner()));
        }
        List<Told> fresh = told(it, shared).stream()
                .filter(told -> have.add(told.kind() + " " + told.knownAs() + " " + told.owner()))
                .toList();
        return new Plan(it, row == null ? null : row.id(), fresh, differences.of(it, row), row == null ? it.deals() : freshDeals(it, row.id()));
    }

    /** What is not there as it is. */
    private List<Deal> freshDeals(Proposal.Customer it, CustomerId known) {
        List<Deal> there = dealt.getOrDefault(known, List.of());
        return it.deals().stream().filter(deal -> !there.contains(deal)).toList();
    }

    private List<Told> told(Proposal.Customer it, Set<String> shared) {
        List<Told> told = new ArrayList<>();
        for (Proposal.Person person : it.contacts()) {
            person.addresses().forEach(address -> told.add(new Told(Kind.ADDRESS, address, "", person.name(), person.title())));
            person.phones().forEach(phone -> told.add(new Told(Kind.PHONE, phone, "", person.name(), person.title())));
            names(told, person.name(), person.name(), person.title());
            person.aliases().forEach(alias -> names(told, alias, person.name(), person.title()));
        }
        it.domains().stream().filter(domain -> !shared.contains(domain))
                .forEach(domain -> told.add(new Told(Kind.DOMAIN, domain, "", "", "")));
        names(told, it.name(), "", "");
        it.aliases().forEach(alias -> names(told, alias, "", ""));
        return told;
    }

    /** A name in a chat tells of somebody only if it is enough of a name. */
    private void names(List<Told> told, String name, String person, String title) {
        String folded = Names.folded(name);
        if (Names.tells(folded)) {
            told.add(new Told(Kind.NAME, folded, owner, person, title));
        }
    }

    List<Change> write() {
        List<Plan> made = plans.stream().filter(it -> it.known() == null).toList();
        long first = made.isEmpty() ? 0 : tx.take(Counter.CUSTOMER, made.size());
        List<Identity> all = new ArrayList<>();
        List<NewCustomer> fresh = new ArrayList<>();
        List<Placed> placed = new ArrayList<>();
        for (Plan plan : plans) {
            CustomerId known = plan.known();
            CustomerId id = known == null ? new CustomerId(first++) : known;
            placed.add(new Placed(id, plan));
            if (known == null) {
                fresh.add(new NewCustomer(id, plan.customer().name(), plan.values(), plan.customer().nextAction()));
            }
            plan.fresh().forEach(it -> all.add(
                    new Identity(it.kind(), it.knownAs(), it.owner(), id, it.person(), it.title(), null, null, null, By.LIST)));
            plan.deals().forEach(deal -> deals.add(new DealTable.Owned(id, deal)));
        }
        tx.listImports().insertCustomers(fresh, owner, why(), now);
        tx.listImports().insertIdentities(all);
        for (Placed it : placed) {
            if (it.plan().known() == null) {
                changes.add(new Change.Made(it.id())); // what it is known by goes with it
            } else {
                it.plan().fresh().forEach(told -> changes.add(new Change.Known(it.id(), told.kind(), told.knownAs(), told.owner())));
            }
            it.plan().values().forEach((field, value) -> set(it.id(), field, value, it.plan()));
        }
        tx.ownColumns().insert(beside);
        return changes;
    }

    /** A plan, and whom it is about. */
    private record Placed(CustomerId id, Plan plan) {}

    /** What {@link #write} leaves to be written once the import has a number. */
    List<DealTable.Owned> deals() {
        return deals;
    }

    private String why() {
        return Differences.LISTED + file;
    }

    private void set(CustomerId id, String key, String value, Plan plan) {
        boolean isBeside = key.startsWith(":");
        String field = isBeside ? ownFields.computeIfAbsent(key, it -> tx.ownColumns().field(tx, it)) : key;
        if (plan.known() != null) {
            changes.add(new Change.Value(tx.customers().value(id, field), value));
            if (isBeside) {
                tx.ownColumns().set(id, field, value);
            } else {
                change(id, field, value, plan.customer().nextAction());
            }
        } else if (isBeside || field.equals(CustomerTable.NEXT) || field.equals("notes")) {
            changes.add(new Change.Value(new WasValue(id, field, "", "", "", null), value));
            if (isBeside) {
                beside.add(new OwnColumnTable.Typed(id, field, value));
            }
        }
    }

    private void change(CustomerId id, String field, String value, String action) {
        switch (field) {
            case "notes" -> tx.customers().setNotes(id, value);
            case CustomerTable.NEXT -> tx.customers().setNext(id, LocalDate.parse(value), action, now);
            case "stage" -> {
                if (value.equals(Stage.BLOCKED.name())) {
                    tx.customers().setByList(id, Field.STAGE, value, why());
                } else {
                    tx.customers().propose(id, Field.STAGE, value, why(), null);
                }
            }
            default -> tx.customers().setByList(id, field(field), value, why());
        }
    }

    static Field field(String column) {
        for (Field it : Field.values()) {
            if (it.column().equals(column)) {
                return it;
            }
        }
        throw new IllegalArgumentException("no value is called " + column);
    }

    ListOutcome outcome(String named, Proposal proposal, boolean written) {
        int created = (int) plans.stream().filter(it -> it.known() == null).count();
        int changed = (int) plans.stream().filter(Plan::changes).count();
        int business = plans.stream().mapToInt(it -> it.deals().size()).sum();
        return new ListOutcome(named, proposal, created, changed - created, plans.size() - changed, business, elsewhere, strangers, written);
    }

    /** Nobody's messages in which somebody is named who is known from now on. */
    Set<Long> nobodysMessages() {
        Set<String> named = new LinkedHashSet<>();
        plans.forEach(plan -> plan.fresh().forEach(it -> named.add(it.knownAs())));
        List<String> all = new ArrayList<>(named);
        Set<Long> messages = new TreeSet<>();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            messages.addAll(tx.undecided().unmatchedOf(all.subList(i, Math.min(all.size(), i + AT_ONCE))));
        }
        return messages;
    }
}
