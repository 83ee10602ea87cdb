package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.CustomerMatcher;
import org.genjin.daemon.customer.CustomerMatcher.Party;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.MessageTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.jspecify.annotations.Nullable;

/** Asks the ledger what is known of everybody named in some messages, and the matcher whose each is. */
final class Matching {

    private final OwnSide own;
    private final Phones phones;

    Matching(OwnSide own, Phones phones) {
        this.own = own;
        this.phones = phones;
    }

    /** A message and whose it is. */
    record Matched(Drafts.Loaded message, Match match) {}

    /** The answer for each of {@code messages}, in their order. */
    List<Matched> match(Transaction tx, List<Drafts.Loaded> messages) {
        Map<String, List<CustomerId>> conversations = tx.messages()
                .customersOf(collect(messages, it -> it.draft().references()));
        List<CustomerMatcher.Question> questions =
                messages.stream().map(it -> question(it.draft(), conversations)).toList();
        Map<String, CustomerMatcher> matchers = new HashMap<>();
        List<Matched> matched = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Drafts.Loaded message = messages.get(i);
            CustomerMatcher matcher =
                    matchers.computeIfAbsent(message.draft().owner(), owner -> matcher(tx, owner, questions));
            matched.add(new Matched(message, matcher.match(questions.get(i))));
        }
        return matched;
    }

    private CustomerMatcher matcher(Transaction tx, String owner, Collection<CustomerMatcher.Question> questions) {
        List<Party> parties = questions.stream().flatMap(it -> it.parties().stream()).toList();
        return new CustomerMatcher(new CustomerMatcher.Known(
                known(tx, Kind.ADDRESS, "", collect(parties, Party::addresses)),
                known(tx, Kind.PHONE, "", collect(parties, Party::phones)),
                known(tx, Kind.CHAT, owner, collect(questions, CustomerMatcher.Question::chat)),
                known(tx, Kind.DOMAIN, "", collect(parties, Party::domains)),
                known(tx, Kind.NAME, owner, collect(parties, Party::names))));
    }

    private static Map<String, Set<CustomerId>> known(Transaction tx, Kind kind, String owner, Set<String> values) {
        Map<String, Set<CustomerId>> known = new HashMap<>();
        for (Identity identity : tx.identities().find(kind, values)) {
            if (identity.owner().equals(owner)) {
                known.computeIfAbsent(identity.knownAs(), _ -> new LinkedHashSet<>()).add(identity.customer());
            }
        }
        return known;
    }

    private CustomerMatcher.Question question(Draft draft, Map<String, List<CustomerId>> conversations) {
        List<Party> parties = new ArrayList<>();
        for (Participant it : draft.others()) {
            parties.add(party(it, draft.chat() != null));
        }
        Set<CustomerId> conversation = new LinkedHashSet<>();
        if (!parties.isEmpty()) {
            draft.references().forEach(it -> conversation.addAll(conversations.getOrDefault(it, List.of())));
        }
        return new CustomerMatcher.Question(
                parties, draft.chat() == null ? List.of() : List.of(draft.chat()), conversation);
    }

    private Party party(Participant it, boolean chat) {
        String address = it.address();
        String name = it.name();
        if (!chat) {
            return new Party(
                    address == null ? List.of() : List.of(address),
                    List.of(),
                    address == null ? List.of() : own.companyDomain(address).stream().toList(),
                    List.of());
        }
        return new Party(List.of(), phonesOf(address, name), List.of(), namesOf(name));
    }

    private List<String> phonesOf(@Nullable String address, @Nullable String name) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : new String[] {address, name}) {
            if (text != null) {
                phones.whole(text).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static List<String> namesOf(@Nullable String name) {
        String folded = name == null ? "" : Names.folded(name);
        return Names.tells(folded) ? List.of(folded) : List.of();
    }

    private static <T> Set<String> collect(Collection<T> from, Function<T, List<String>> values) {
        Set<String> all = new HashSet<>();
        from.forEach(it -> all.addAll(values.apply(it)));
        return all;
    }

    /** What a party would be named as a customer: the company's domain made readable, else the name, else the address. */
    static String nameFor(String party, String personName) {
        if (party.indexOf('@') < 0 && party.indexOf(':') < 0) {
            return Domains.asName(party);
        }
        if (!personName.isBlank()) {
            return personName.strip();
        }
        return party.substring(party.indexOf(':') + 1);
    }
}
