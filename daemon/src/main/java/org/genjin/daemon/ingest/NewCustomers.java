package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;
import org.genjin.daemon.party.PartyVerdict;
import org.genjin.daemon.party.TradeSign;

/**
 * Makes a customer of every buyer with whom words went both ways, written by people, or who asks us by name for a price. Of
 * parties that may be one firm only one becomes a customer at a time: what ties the others to it is looked at first.
 */
final class NewCustomers {

    private static final Clue ASKS = new Clue(Clue.Kind.SIGN, TradeSign.ASKS_PRICE.id());
    private static final Clue WANTS = new Clue(Clue.Kind.SIGN, TradeSign.WANTS.id());
    private static final Clue NEEDS = new Clue(Clue.Kind.SIGN, TradeSign.NEEDS.id());
    private static final Clue QUANTITY = new Clue(Clue.Kind.SIGN, TradeSign.QUANTITY.id());
    private static final Clue SAMPLE = new Clue(Clue.Kind.SIGN, TradeSign.ASKS_SAMPLE.id());
    private static final Clue FRAUD = new Clue(Clue.Kind.SIGN, TradeSign.FRAUD.id());

    private final Naming naming;
    private final Learning learning;

    NewCustomers(Naming naming, Learning learning) {
        this.naming = naming;
        this.learning = learning;
    }

    /**
     * @param nobodys messages that are nobody's, whose parties buy from us
     * @param clients those of them whose parties buy through an agent with whom we have written already
     * @param heard all messages that are looked at, for what parties have in common
     * @return what the new customers are known by: parties and their firms' names
     */
    Made of(
            Transaction tx, String owner, List<Drafts.Loaded> nobodys, List<Drafts.Loaded> clients, List<Drafts.Loaded> heard,
            Map<String, PartyVerdict.Buyer> buyers, Map<Long, Prepared> fresh, Instant now) {
        Map<String, List<Drafts.Loaded>> byParty = new LinkedHashMap<>();
        for (Drafts.Loaded it : new LinkedHashSet<>(nobodys)) {
            String party = Weighing.party(it);
            if (buyers.containsKey(party) && counts(it)) {
                byParty.computeIfAbsent(party, _ -> new ArrayList<>()).add(it);
            }
        }
        Set<String> ready = new TreeSet<>(tx.participants().twoWay(byParty.keySet()));
        byParty.forEach((party, messages) -> {
            if (messages.stream().anyMatch(NewCustomers::isInquiry)) {
                ready.add(party);
            }
        });
        ready.addAll(tx.clues().passedOnByUs(byParty.keySet()));
        clients.stream().filter(it -> it.draft().direction() == Direction.IN).forEach(it -> ready.add(Weighing.party(it)));
        byParty.keySet().retainAll(ready);
        byParty.keySet().removeAll(tx.undecided().askedAbout(byParty.keySet()).keySet());
        Made made = new Made(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        Map<String, Set<String>> marks = new HashMap<>();
        heard.forEach(it -> {
            String party = Weighing.party(it);
            if (byParty.containsKey(party)) {
                marks.computeIfAbsent(party, _ -> new TreeSet<>()).addAll(marks(List.of(it)));
            }
        });
        // An agent's clients have the agent in common, and are firms of their own.
        Set<String> brought = new TreeSet<>();
        clients.stream().map(Weighing::party).filter(byParty::containsKey).forEach(brought::add);
        Map<String, List<Drafts.Loaded>> others = new LinkedHashMap<>(byParty);
        others.keySet().removeAll(brought);
        List<String> chosen = new ArrayList<>(brought);
        chosen.addAll(oneOfEach(others, marks));
        for (String party : chosen) {
            List<Drafts.Loaded> messages = byParty.getOrDefault(party, List.of());
            CustomerId id = new CustomerId(tx.take(Counter.CUSTOMER, 1));
            Naming.Named named = naming.of(tx, party, messages, fresh);
            tx.customers().insert(id, named.name().value(), owner, now);
            tx.customers().improveName(id, named.name().value(), named.name().why(), named.name().message());
            named.country().ifPresent(it -> tx.customers().fill(id, it.field(), it.value(), it.why(), it.message()));
            made.identities().add(learning.party(tx, id, party, owner));
            made.parties().add(party);
            for (String key : FirmNames.keys(named.name().value())) {
                made.firms().add(key);
                if (named.name().message() != null) {
                    Identity firm = new Identity(Kind.FIRM, key, "", id, "", null).inMessage(named.name().message());
                    tx.identities().put(firm);
                    made.identities().add(firm);
                }
            }
        }
        return made;
    }

    /** What new customers are known by. */
    record Made(Set<String> parties, Set<String> firms, List<Identity> identities) {}

    /** Only who writes and who is written to; somebody in copy is no customer yet. */
    private static boolean counts(Drafts.Loaded it) {
        List<Participant> others = it.draft().others();
        return it.draft().human()
                && it.draft().direction() != Direction.INTERNAL
                && !others.isEmpty()
                && others.getFirst().role().equals(it.draft().direction() == Direction.IN ? "from" : "to");
    }

    /** Asks us for a price, us and not everybody. */
    private static boolean isInquiry(Drafts.Loaded it) {
        boolean toUs = it.draft().chat() != null
                || it.draft().participants().stream().anyMatch(named -> !named.role().equals("from") && named.party() == null);
        // What answers something is no inquiry: it waits for what we wrote.
        return it.draft().direction() == Direction.IN && it.row().room() == null && toUs && it.draft().references().isEmpty()
                && (it.draft().has(ASKS) || it.draft().has(WANTS) || saysWhat(it))
                && !it.draft().has(FRAUD);
    }

    /** Needs so many of something, or samples: an inquiry without the word. */
    private static boolean saysWhat(Drafts.Loaded it) {
        return it.draft().has(SAMPLE) || (it.draft().has(NEEDS) && it.draft().has(QUANTITY));
    }

    /** Of parties that have anything in common only the first: a firm before a person, then who wrote first. */
    private static List<String> oneOfEach(Map<String, List<Drafts.Loaded>> byParty, Map<String, Set<String>> marks) {
        Map<String, String> leads = new HashMap<>();
        Map<String, String> holders = new TreeMap<>();
        byParty.keySet().forEach(it -> leads.put(it, it));
        byParty.forEach((party, messages) -> {
            Set<String> all = new TreeSet<>(marks(messages));
            all.addAll(marks.getOrDefault(party, Set.of()));
            for (String mark : all) {
                String other = holders.putIfAbsent(mark, party);
                if (other != null) {
                    leads.put(lead(leads, party), lead(leads, other));
                }
            }
        });
        Comparator<String> order = Comparator.comparingInt((String it) -> rank(it))
                .thenComparing(it -> first(byParty.getOrDefault(it, List.of())))
                .thenComparing(Comparator.naturalOrder());
        Map<String, String> chosen = new LinkedHashMap<>();
        byParty.keySet().stream().sorted(order).forEach(it -> chosen.putIfAbsent(lead(leads, it), it));
        return List.copyOf(chosen.values());
    }

    private static String lead(Map<String, String> leads, String party) {
        String lead = party;
        while (!lead.equals(leads.getOrDefault(lead, lead))) {
            lead = leads.getOrDefault(lead, lead);
        }
        return lead;
    }

    private static int rank(String party) {
        return party.indexOf(':') >= 0 ? 2 : party.indexOf('@') >= 0 ? 1 : 0;
    }

    private static Instant first(List<Drafts.Loaded> messages) {
        return messages.stream().map(it -> it.row().sentAt()).min(Instant::compareTo).orElse(Instant.MAX);
    }

    /** What two parties of one firm would have in common. */
    private static Collection<String> marks(List<Drafts.Loaded> messages) {
        Set<String> marks = new TreeSet<>();
        for (Drafts.Loaded it : messages) {
            it.draft().references().forEach(id -> marks.add("message " + id));
            if (it.row().messageId() != null) {
                marks.add("message " + Objects.requireNonNull(it.row().messageId()));
            }
            it.draft().others().forEach(other -> marks.add("party " + other.party()));
            for (Clue clue : it.draft().clues()) {
                switch (clue.kind()) {
                    case PHONE, PERSON, FIRM, ADDRESS, SUBJECT -> marks.add(clue.kind() + " " + clue.value());
                    case FORWARDED, PLATFORM, DOCUMENT, SIGN -> {}
                }
            }
        }
        return marks;
    }
}
