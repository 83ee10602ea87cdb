package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.customer.Tie;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;

/** Looks up what ties the writers of messages, who are not known, to customers. */
final class Ties {

    private static final Set<Tie> NAMES_ONLY = EnumSet.of(Tie.FIRM, Tie.LIKE_DOMAIN, Tie.ANSWERED, Tie.SUBJECT);

    private final OwnSide own;
    private final Phones phones;
    private final ChatTies chats = new ChatTies();
    private final ConversationTies conversations = new ConversationTies();

    Ties(OwnSide own, Phones phones) {
        this.own = own;
        this.phones = phones;
    }

    /**
     * A customer and what ties to it.
     *
     * @param words what the ties are, for people
     */
    record Bound(CustomerId customer, Set<Tie> ties, Tie.Strength strength, String words) {}

    /** What was found of one message so far. */
    private static final class Found {
        final Map<CustomerId, EnumMap<Tie, String>> ties = new LinkedHashMap<>();

        void add(CustomerId customer, Tie tie, String word) {
            ties.computeIfAbsent(customer, _ -> new EnumMap<>(Tie.class)).putIfAbsent(tie, word);
        }

        Set<Tie> of(CustomerId customer) {
            EnumMap<Tie, String> of = ties.get(customer);
            return of == null ? Set.of() : of.keySet();
        }
    }

    /** Row of the message → the customers that anything ties it to, the surest first. */
    Map<Long, List<Bound>> of(Transaction tx, List<Drafts.Loaded> messages) {
        Map<Long, List<Bound>> bound = new HashMap<>();
        if (messages.isEmpty()) {
            return bound;
        }
        Map<Long, Found> found = new LinkedHashMap<>();
        messages.forEach(it -> found.put(it.row().id(), new Found()));
        byWords(tx, messages, found);
        byPhone(tx, messages, found);
        ChatTies.Sink sink = (message, customer, tie, word) -> found(found, message).add(customer, tie, word);
        conversations.find(tx, messages, message -> found(found, message).ties.keySet(), sink);
        chats.find(tx, messages, sink);
        byHost(tx, messages, found);
        byChat(messages, found);
        Map<CustomerId, List<Identity>> known = tx.identities()
                .of(found.values().stream().flatMap(it -> it.ties.keySet().stream()).distinct().toList());
        Set<CustomerId> naming = new HashSet<>(tx.clues().namingPlatforms(
                messages.stream().anyMatch(Meeting::isOnPlatform) ? known.keySet() : Set.of()));
        for (Drafts.Loaded it : messages) {
            Found of = found(found, it.row().id());
            List<String> domains = sender(it).stream()
                    .flatMap(sender -> sender.address() == null ? Stream.empty() : own.companyDomain(sender.address()).stream())
                    .toList();
            List.copyOf(of.ties.keySet()).forEach(customer -> {
                if (Meeting.isOnPlatform(it) && has(of, customer, Tie.NAMES_ADDRESS)) {
                    of.add(customer, Tie.PLATFORM, "gave it on the platform");
                } else if (Meeting.isOnPlatform(it) && naming.contains(customer) && has(of, customer, Tie.PERSON)) {
                    of.add(customer, Tie.PLATFORM, "named the platform");
                }
                bySite(it, domains, customer, known.getOrDefault(customer, List.of()), of);
            });
            byNamesake(tx, it, of);
            bound.put(it.row().id(), sorted(it, of, known));
        }
        return bound;
    }

    private static boolean has(Found of, CustomerId customer, Tie tie) {
        return of.of(customer).contains(tie);
    }

    private static Found found(Map<Long, Found> found, long message) {
        return found.computeIfAbsent(message, _ -> new Found());
    }

    private void byWords(Transaction tx, List<Drafts.Loaded> messages, Map<Long, Found> found) {
        Map<String, List<Identity>> persons = known(tx, Kind.NAME, messages, Clue.Kind.PERSON);
        Map<String, List<Identity>> firms = known(tx, Kind.FIRM, messages, Clue.Kind.FIRM);
        Map<String, List<Identity>> addresses = known(tx, Kind.ADDRESS, messages, Clue.Kind.ADDRESS);
        for (Drafts.Loaded it : messages) {
            Found of = found(found, it.row().id());
            each(it, Clue.Kind.PERSON, persons, (known, name) -> of.add(known.customer(), Tie.PERSON, "the name " + known.person()));
            Set<String> telling = longest(it.draft().clues(Clue.Kind.FIRM).stream().filter(firms::containsKey).toList());
            telling.forEach(name -> firms.getOrDefault(name, List.of())
                    .forEach(known -> of.add(known.customer(), Tie.FIRM, "the firm's name " + name)));
            each(it, Clue.Kind.ADDRESS, addresses, (known, _) -> of.add(known.customer(), Tie.NAMES_ADDRESS, "names " + known.knownAs()));
        }
    }

    /** What one entry of a chat between two tells is true of all. */
    private static void byChat(List<Drafts.Loaded> messages, Map<Long, Found> found) {
        Map<String, Found> chats = new HashMap<>();
        for (Drafts.Loaded it : messages) {
            String chat = it.draft().chat();
            if (chat != null && it.row().room() == null) {
                Found whole = chats.computeIfAbsent(it.draft().owner() + " " + chat, _ -> new Found());
                Found of = found(found, it.row().id());
                of.ties.forEach((customer, ties) -> ties.forEach((tie, word) -> whole.add(customer, tie, word)));
                found.put(it.row().id(), whole);
            }
        }
    }

    private void byPhone(Transaction tx, List<Drafts.Loaded> messages, Map<Long, Found> found) {
        Set<String> dialled = messages.stream()
                .flatMap(it -> it.draft().clues(Clue.Kind.PHONE).stream())
                .filter(it -> !it.startsWith("+"))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> countries = dialled.isEmpty() ? List.of() : tx.customers().countries();
        Map<String, Set<String>> meant = new HashMap<>();
        for (String number : dialled) {
            Set<String> may = new TreeSet<>();
            countries.forEach(country -> phones.in(country, number).ifPresent(may::add));
            meant.put(number, may);
        }
        Set<String> asked = new TreeSet<>();
        messages.forEach(it -> it.draft().clues(Clue.Kind.PHONE).forEach(number -> asked.addAll(meant.getOrDefault(number, Set.of(number)))));
        Map<String, List<Identity>> known = byValue(tx.identities().find(Kind.PHONE, asked));
        for (Drafts.Loaded it : messages) {
            for (String number : it.draft().clues(Clue.Kind.PHONE)) {
                for (String e164 : meant.getOrDefault(number, Set.of(number))) {
                    known.getOrDefault(e164, List.of()).forEach(
                            of -> found(found, it.row().id()).add(of.customer(), Tie.PHONE, "the telephone number " + e164));
                }
            }
        }
    }

    /** @param domains of the senders' firms */
    private static void bySite(Drafts.Loaded it, List<String> domains, CustomerId customer, List<Identity> known, Found of) {
        Set<Tie> ties = of.of(customer);
        if (ties.contains(Tie.PERSON) && !it.draft().clues(Clue.Kind.PLATFORM).isEmpty()
                && known.stream().anyMatch(identity -> Meeting.isOnPlatform(identity))) {
            of.add(customer, Tie.PLATFORM, "says where we met");
        }
        String chat = it.draft().chat();
        if (chat != null && ties.contains(Tie.FIRM)) {
            String called = Names.folded(chat.substring(chat.indexOf(':') + 1)) + " ";
            known.stream()
                    .map(identity -> Names.folded(identity.person()))
                    .filter(person -> person.indexOf(' ') > 2 && called.startsWith(person.substring(0, person.indexOf(' ') + 1)))
                    .findFirst()
                    .ifPresent(person -> of.add(customer, Tie.FIRST_NAME, "called by the first name of " + person));
        }
        domains.forEach(domain -> known.stream()
                .filter(identity -> identity.kind() == Kind.DOMAIN && Meeting.isLike(domain, identity.knownAs()))
                .findFirst()
                .ifPresent(identity -> of.add(customer, Tie.LIKE_DOMAIN, "a domain like " + identity.knownAs())));
    }

    private void byHost(Transaction tx, List<Drafts.Loaded> messages, Map<Long, Found> found) {
        Map<Long, Set<String>> named = new HashMap<>();
        Set<Long> desks = new HashSet<>();
        Set<String> labels = new TreeSet<>();
        for (Drafts.Loaded it : messages) {
            if (from(it) == Tie.From.OTHER_DOMAIN) {
                Set<String> of = new TreeSet<>();
                sender(it).forEach(sender -> of.addAll(Hosts.firmsIn(sender)));
                named.put(it.row().id(), of);
                if (sender(it).stream().anyMatch(Hosts::isDesk)) {
                    desks.add(it.row().id());
                }
                labels.addAll(of);
            }
        }
        Map<String, List<Identity>> called = tx.identities().domainsCalled(labels);
        named.forEach((message, of) -> of.forEach(label -> {
            Found tied = found(found, message);
            called.getOrDefault(label, List.of())
                    .forEach(known -> tied.add(known.customer(), Tie.HOSTED, "writes as " + label + " from another house"));
            if (desks.contains(message)) {
                List.copyOf(tied.ties.keySet()).stream()
                        .filter(customer -> has(tied, customer, Tie.DOCUMENT))
                        .forEach(customer -> tied.add(customer, Tie.HOST_LIKE, "from a desk that deals with cases"));
            }
            if (!tied.ties.isEmpty() && !called.containsKey(label)) {
                tx.identities().firmsCalled(label).stream()
                        .filter(known -> tied.ties.containsKey(known.customer()))
                        .forEach(known -> tied.add(known.customer(), Tie.HOST_LIKE, "writes as " + label + " from another house"));
            }
        }));
    }

    /** In another country a firm of the same name is another firm, if nothing but the name ties it. */
    private void byNamesake(Transaction tx, Drafts.Loaded it, Found of) {
        Set<CustomerId> named = new LinkedHashSet<>();
        of.ties.forEach((customer, ties) -> {
            if (NAMES_ONLY.containsAll(ties.keySet())) {
                named.add(customer);
            }
        });
        Set<String> countries = named.isEmpty() ? Set.of() : countries(it);
        if (!countries.isEmpty()) {
            tx.customers().rows(named).stream()
                    .filter(row -> row.country() != null && !countries.contains(row.country()))
                    .forEach(row -> of.ties.remove(row.id()));
        }
    }

    /** Where the writer's telephones and domain are. */
    private Set<String> countries(Drafts.Loaded it) {
        Set<String> countries = new TreeSet<>();
        it.draft().clues(Clue.Kind.PHONE).stream()
                .filter(number -> number.startsWith("+"))
                .forEach(number -> phones.country(number).ifPresent(countries::add));
        sender(it).forEach(sender -> own.companyDomain(String.valueOf(sender.address())).flatMap(Countries::ofDomain).ifPresent(countries::add));
        return countries;
    }

    private List<Bound> sorted(Drafts.Loaded it, Found found, Map<CustomerId, List<Identity>> known) {
        Tie.From where = from(it);
        List<Bound> bound = new ArrayList<>();
        found.ties.forEach((customer, ties) -> {
            // Of whom only chats are known, no other firm is known that they could have left.
            boolean chatsOnly = known.getOrDefault(customer, List.of()).stream()
                    .noneMatch(identity -> identity.kind() == Kind.DOMAIN || identity.kind() == Kind.ADDRESS);
            Tie.From from = chatsOnly ? Tie.From.CHAT : where;
            Tie.Strength strength = Tie.strength(ties.keySet(), from);
            if (strength != Tie.Strength.NONE) {
                bound.add(new Bound(customer, Set.copyOf(ties.keySet()), strength, String.join(", ", ties.values())));
            }
        });
        bound.sort(Comparator.comparing(Bound::strength).reversed());
        return bound;
    }

    private Tie.From from(Drafts.Loaded it) {
        // A platform knows its members: what they are called there is not anybody's to choose.
        if (it.draft().chat() != null || Meeting.isOnPlatform(it)) {
            return Tie.From.CHAT;
        }
        return sender(it).stream().anyMatch(sender -> own.companyDomain(String.valueOf(sender.address())).isPresent())
                ? Tie.From.OTHER_DOMAIN
                : Tie.From.FREE_MAIL;
    }

    /** The one other who wrote, if one did. */
    static List<Participant> sender(Drafts.Loaded it) {
        return it.draft().participants().stream()
                .filter(named -> named.role().equals("from") && named.party() != null)
                .toList();
    }

    /** Names that are no part of a longer one among them: who is from Noor Al Bahr is not from Al Bahr. */
    static Set<String> longest(Collection<String> names) {
        return names.stream()
                .filter(it -> names.stream().noneMatch(other -> other.length() > it.length() && (" " + other + " ").contains(" " + it + " ")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, List<Identity>> known(
            Transaction tx, Kind kind, List<Drafts.Loaded> messages, Clue.Kind clue) {
        return byValue(tx.identities().find(kind, Matching.collect(messages, it -> it.draft().clues(clue))));
    }

    static Map<String, List<Identity>> byValue(List<Identity> identities) {
        return identities.stream().collect(Collectors.groupingBy(Identity::knownAs));
    }

    private static void each(
            Drafts.Loaded it,
            Clue.Kind kind,
            Map<String, List<Identity>> known,
            BiConsumer<Identity, String> found) {
        for (String value : it.draft().clues(kind)) {
            known.getOrDefault(value, List.of()).forEach(identity -> found.accept(identity, value));
        }
    }
}
