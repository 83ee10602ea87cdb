package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.Match.Evidence;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.ClueTable.Dated;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.ProposalTable;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.party.PartyVerdict;
import org.genjin.daemon.party.TradeSign;
import org.jspecify.annotations.Nullable;

/**
 * Recognises customers who write for others: they speak of their clients and their commission. What such an agent writes with a
 * client among the readers, in a client's conversation, or of a client's papers or name, belongs to the client before all, and
 * to the agent too. Whoever buys from us with an agent among the readers is a customer of their own.
 */
final class Agents {

    private static final String WHY = "speaks of clients or a commission, and writes to us of another customer";
    private static final Clue ACTS = new Clue(Clue.Kind.SIGN, TradeSign.ACTS_FOR_OTHERS.id());
    private static final int READ = 4_000;

    /** The same answers, with the client put before the agent; of each agent a person is asked once. */
    List<Matched> clientsFirst(Transaction tx, List<Matched> matched, Map<Long, Prepared> fresh, Instant now) {
        Map<CustomerId, Set<CustomerId>> shared = tx.further().sharing(customers(matched));
        for (Matched it : matched) {
            if (it.match() instanceof Match.One one && !one.further().isEmpty()) {
                one.further().forEach(other -> {
                    shared.computeIfAbsent(one.customer(), _ -> new LinkedHashSet<>()).add(other);
                    shared.computeIfAbsent(other, _ -> new LinkedHashSet<>()).add(one.customer());
                });
            }
        }
        Set<CustomerId> agents = saying(tx, shared.keySet(), matched);
        if (agents.isEmpty()) {
            return matched;
        }
        Clients clients = new Clients(tx, agents, shared, matched);
        List<Matched> ordered = new ArrayList<>();
        for (Matched it : matched) {
            Matched other = it.match() instanceof Match.One one && agents.contains(one.customer())
                    ? clients.first(it, one, fresh.get(it.id())) : it;
            if (!other.equals(it) && it.match() instanceof Match.One one) {
                tx.proposals().propose(tx, ProposalTable.Kind.AGENT, one.customer(), null, "", WHY, it.id(), now);
            }
            ordered.add(other);
        }
        return ordered;
    }

    /** Messages of firms that write or are written to about business of their own, though an agent is the only one known in them. */
    List<Drafts.Loaded> clients(Transaction tx, List<Matched> inCopy, List<Matched> matched, Map<String, PartyVerdict> verdicts) {
        List<Matched> buyers = inCopy.stream()
                .filter(it -> isClient(it, verdicts.get(Weighing.party(it.message()))))
                .toList();
        Set<CustomerId> agents = saying(tx, customers(buyers), matched);
        return buyers.stream()
                .filter(it -> it.match() instanceof Match.One one && agents.contains(one.customer()))
                .map(Matched::message)
                .toList();
    }

    /** Whoever answers an agent's letter to us, and sells us nothing, buys through them. */
    static boolean isClient(Matched it, @Nullable PartyVerdict verdict) {
        return verdict instanceof PartyVerdict.Buyer
                || (it.message().draft().direction() == Direction.IN
                        && (verdict instanceof PartyVerdict.Unknown || verdict instanceof PartyVerdict.Unclear));
    }

    /** Those of the customers that some messages are given to who write for others. */
    Set<CustomerId> among(Transaction tx, List<Matched> some, List<Matched> matched) {
        return saying(tx, customers(some), matched);
    }

    /** @param matched what may not be in the ledger yet */
    private static Set<CustomerId> saying(Transaction tx, Collection<CustomerId> customers, List<Matched> matched) {
        Set<CustomerId> saying = new LinkedHashSet<>(tx.clues().saying(customers, TradeSign.ACTS_FOR_OTHERS.id()));
        for (Matched it : matched) {
            if (it.match() instanceof Match.One one && customers.contains(one.customer()) && !it.stranger()
                    && it.message().draft().direction() == Direction.IN && it.message().draft().has(ACTS)) {
                saying.add(one.customer());
            }
        }
        return saying;
    }

    private static Set<CustomerId> customers(List<Matched> matched) {
        Set<CustomerId> customers = new LinkedHashSet<>();
        matched.forEach(it -> {
            if (it.match() instanceof Match.One one) {
                customers.add(one.customer());
            }
        });
        return customers;
    }

    /** Whose business the agents' messages of one batch are. */
    private static final class Clients {

        private final Transaction tx;
        private final Set<CustomerId> agents;
        private final Map<CustomerId, Set<CustomerId>> shared;
        private final Map<String, List<CustomerId>> conversations;
        private final Map<String, Set<CustomerId>> papers = new HashMap<>();
        private final Map<String, Set<CustomerId>> writers = new HashMap<>();
        private final Map<String, CustomerId> names = new LinkedHashMap<>();

        Clients(Transaction tx, Set<CustomerId> agents, Map<CustomerId, Set<CustomerId>> shared, List<Matched> matched) {
            this.tx = tx;
            this.agents = agents;
            this.shared = shared;
            List<Drafts.Loaded> theirs = matched.stream()
                    .filter(it -> it.match() instanceof Match.One one && agents.contains(one.customer()))
                    .map(Matched::message)
                    .toList();
            this.conversations = tx.conversations()
                    .customersOf(theirs.stream().flatMap(it -> it.draft().references().stream()).distinct().toList());
            for (Dated it : tx.clues().dated(
                    Clue.Kind.DOCUMENT,
                    theirs.stream().flatMap(it -> it.draft().clues(Clue.Kind.DOCUMENT).stream()).distinct().toList())) {
                papers.computeIfAbsent(it.value(), _ -> new LinkedHashSet<>()).add(it.customer());
            }
            List<String> passed = theirs.stream().flatMap(it -> it.draft().clues(Clue.Kind.FORWARDED).stream()).distinct().toList();
            Map<String, List<String>> domains = new HashMap<>();
            for (String address : passed) {
                Domains.ofAddress(address).ifPresent(domain -> domains.computeIfAbsent(domain, _ -> new ArrayList<>()).add(address));
            }
            tx.identities().find(IdentityTable.Kind.ADDRESS, passed).forEach(
                    it -> writers.computeIfAbsent(it.knownAs(), _ -> new LinkedHashSet<>()).add(it.customer()));
            tx.identities().find(IdentityTable.Kind.DOMAIN, domains.keySet()).forEach(known -> domains.getOrDefault(known.knownAs(), List.of())
                    .forEach(address -> writers.computeIfAbsent(address, _ -> new LinkedHashSet<>()).add(known.customer())));
            Set<CustomerId> clients = new LinkedHashSet<>();
            agents.forEach(it -> clients.addAll(shared.getOrDefault(it, Set.of())));
            clients.removeAll(agents);
            tx.identities().of(clients).forEach((client, known) -> known.stream()
                    .filter(it -> it.kind() == IdentityTable.Kind.FIRM)
                    .map(Identity::knownAs)
                    .forEach(name -> names.put(name, client)));
            tx.customers().rows(clients).forEach(it -> FirmNames.keys(it.name()).forEach(name -> names.putIfAbsent(name, it.id())));
        }

        Matched first(Matched it, Match.One one, @Nullable Prepared prepared) {
            List<CustomerId> read = one.further().stream().filter(customer -> !agents.contains(customer)).toList();
            if (!read.isEmpty()) {
                return given(it, one, read.getFirst(), one.evidence(), one.detail());
            }
            Set<CustomerId> clients = shared.getOrDefault(one.customer(), Set.of());
            Set<CustomerId> talked = new LinkedHashSet<>();
            it.message().draft().references().forEach(id -> talked.addAll(conversations.getOrDefault(id, List.of())));
            Set<CustomerId> written = new LinkedHashSet<>();
            it.message().draft().clues(Clue.Kind.DOCUMENT).forEach(number -> written.addAll(papers.getOrDefault(number, Set.of())));
            Set<CustomerId> passed = new LinkedHashSet<>();
            it.message().draft().clues(Clue.Kind.FORWARDED).forEach(address -> passed.addAll(writers.getOrDefault(address, Set.of())));
            passed.removeAll(agents);
            return only(passed, clients).map(client -> given(it, one, client, Evidence.FORWARD, ""))
                    .or(() -> only(talked, clients).map(client -> given(it, one, client, Evidence.CONVERSATION, "")))
                    .or(() -> only(written, clients).map(client -> given(it, one, client, Evidence.DOCUMENT, "")))
                    .or(() -> only(named(it, prepared), clients).map(client -> given(it, one, client, Evidence.NAME, "")))
                    .orElse(it);
        }

        private static Optional<CustomerId> only(Set<CustomerId> some, Set<CustomerId> clients) {
            List<CustomerId> theirs = some.stream().filter(clients::contains).toList();
            return theirs.size() == 1 ? Optional.of(theirs.getFirst()) : Optional.empty();
        }

        /** Clients whose names the message says; noted with it, so that it can be said again without its words. */
        private Set<CustomerId> named(Matched it, @Nullable Prepared prepared) {
            Set<String> said = new LinkedHashSet<>(it.message().draft().clues(Clue.Kind.FIRM));
            if (prepared != null && it.message().draft().direction() != Direction.INTERNAL) {
                String text = prepared.reading().text();
                Set<String> found = FirmNames.namedIn(
                        prepared.message().subject() + "\n" + text.substring(0, Math.min(READ, text.length())), names.keySet());
                found.removeAll(said);
                tx.clues().add(Map.of(it.id(), found.stream().map(name -> new Clue(Clue.Kind.FIRM, name)).toList()));
                said.addAll(found);
            }
            Set<CustomerId> named = new LinkedHashSet<>();
            said.stream().filter(names::containsKey).forEach(name -> named.add(Objects.requireNonNull(names.get(name))));
            return named;
        }

        private static Matched given(Matched it, Match.One one, CustomerId client, Evidence evidence, String detail) {
            List<CustomerId> further = new ArrayList<>(one.further());
            further.remove(client);
            further.add(one.customer());
            String words = detail.isEmpty() ? "an agent writes for them" : detail + " writes for them";
            return new Matched(it.message(), new Match.One(client, evidence, words, further), Matching.Lesson.NONE, it.stranger());
        }
    }
}
