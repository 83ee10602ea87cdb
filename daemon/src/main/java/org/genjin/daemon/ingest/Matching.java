package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.CustomerMatcher;
import org.genjin.daemon.customer.CustomerMatcher.Party;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.SetAsideTable;
import org.genjin.daemon.ledger.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Asks the ledger what is known of everybody named in some messages, and the matcher whose each is. Whom a person has set
 * aside counts as not named.
 */
final class Matching {

    private final OwnSide own;
    private final Phones phones;

    Matching(OwnSide own, Phones phones) {
        this.own = own;
        this.phones = phones;
    }

    /**
     * A message and whose it is.
     *
     * @param lesson what the customer may be known by from now on
     * @param stranger true if nothing is known of whoever counts most in it
     */
    record Matched(Drafts.Loaded message, Match match, Lesson lesson, boolean stranger) {

        Matched with(Match other) {
            return new Matched(message, other, Lesson.NONE, stranger);
        }

        Matched with(Drafts.Loaded more) {
            return new Matched(more, match, lesson, stranger);
        }

        Matched teaching(Match other, Lesson taught) {
            return new Matched(message, other, taught, stranger);
        }

        long id() {
            return message.row().id();
        }
    }

    /** What a message teaches of the customer it was given to. */
    enum Lesson {
        NONE,
        /** Those in it who are known to be theirs. */
        KNOWN,
        /** Whoever wrote it is theirs, which was not known. */
        WRITER,
        /** The address it came from is theirs, but not the house, from which many firms write. */
        ADDRESS,
        /** The whole room it was said in is theirs. */
        ROOM
    }

    /** The answer for each of {@code messages}, in their order. */
    List<Matched> match(Transaction tx, List<Drafts.Loaded> messages) {
        Map<String, List<CustomerId>> conversations = tx.conversations()
                .customersOf(collect(messages, it -> it.draft().references()));
        Map<String, SetAsideTable.Entry> setAside = tx.setAside().find(named(messages));
        List<CustomerMatcher.Question> questions =
                messages.stream().map(it -> question(it.draft(), conversations, setAside)).toList();
        Map<String, CustomerMatcher> matchers = new HashMap<>();
        List<Matched> matched = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Drafts.Loaded message = messages.get(i);
            CustomerMatcher matcher =
                    matchers.computeIfAbsent(message.draft().owner(), owner -> matcher(tx, owner, questions));
            Match all = matcher.match(questions.get(i));
            Match match = ofThatTime(tx, all, message);
            SetAsideTable.Entry decided = decided(message.draft(), setAside);
            matched.add(new Matched(
                    message,
                    decided != null && !(match instanceof Match.One one && one.evidence() != Match.Evidence.CONVERSATION)
                            ? new Match.SetAside("not a customer" + (decided.reason().isEmpty() ? "" : ": " + decided.reason()))
                            : match,
                    isSure(match) && match.equals(all) ? Lesson.KNOWN : Lesson.NONE,
                    questions.get(i).parties().isEmpty() || !matcher.knows(questions.get(i).parties().getFirst())));
        }
        return matched;
    }

    /** People change firms: what was said before somebody was heard of at the second belongs to the first. */
    private static Match ofThatTime(Transaction tx, Match match, Drafts.Loaded message) {
        if (!(match instanceof Match.Several several) || several.detail().isEmpty()) {
            return match;
        }
        Kind kind = switch (several.evidence()) {
            case NAME -> Kind.NAME;
            case PHONE -> Kind.PHONE;
            case ADDRESS -> Kind.ADDRESS;
            case CHAT, CONVERSATION, FORWARD, SUBJECT, DOCUMENT, DOMAIN, SIGNATURE -> Kind.CHAT;
        };
        if (kind == Kind.CHAT) {
            return match;
        }
        Set<CustomerId> then = new LinkedHashSet<>();
        for (Identity it : tx.identities().find(kind, List.of(several.detail()))) {
            Instant first = it.firstSeen();
            if (several.candidates().contains(it.customer()) && (first == null || !first.isAfter(message.row().sentAt()))) {
                then.add(it.customer());
            }
        }
        return then.size() == 1
                ? new Match.One(then.iterator().next(), several.evidence(), several.detail() + ", as it was then")
                : match;
    }

    private static boolean isSure(Match match) {
        return match instanceof Match.One one && switch (one.evidence()) {
            case ADDRESS, PHONE, CHAT, DOMAIN, NAME -> true;
            case CONVERSATION, FORWARD, SUBJECT, DOCUMENT, SIGNATURE -> false;
        };
    }

    private CustomerMatcher matcher(Transaction tx, String owner, Collection<CustomerMatcher.Question> questions) {
        List<Party> parties = new ArrayList<>();
        questions.forEach(it -> {
            parties.addAll(it.parties());
            parties.addAll(it.forwarded());
        });
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

    private CustomerMatcher.Question question(
            Draft draft, Map<String, List<CustomerId>> conversations, Map<String, SetAsideTable.Entry> setAside) {
        List<Party> parties = new ArrayList<>();
        for (Participant it : draft.others()) {
            if (decided(it, setAside) == null) {
                parties.add(party(it, draft.chat() != null));
            }
        }
        Set<CustomerId> conversation = new LinkedHashSet<>();
        if (!parties.isEmpty()) {
            draft.references().forEach(it -> conversation.addAll(conversations.getOrDefault(it, List.of())));
        }
        List<Party> forwarded = new ArrayList<>();
        if (draft.direction() != Direction.IN) {
            draft.clues(Clue.Kind.FORWARDED).stream()
                    .filter(it -> !own.isOurs(it))
                    .forEach(it -> forwarded.add(new Party(List.of(it), List.of(), own.companyDomain(it).stream().toList(), List.of())));
        }
        return new CustomerMatcher.Question(
                parties, draft.chat() == null ? List.of() : List.of(draft.chat()), conversation, forwarded, draft.human() || !draft.clues(Clue.Kind.DOCUMENT).isEmpty());
    }

    private Party party(Participant it, boolean chat) {
        String address = it.address();
        String name = it.name();
        if (!chat) {
            return new Party(
                    address == null ? List.of() : Stream.of(address, Domains.mailbox(address)).distinct().toList(),
                    List.of(),
                    address == null ? List.of() : own.companyDomain(address).stream().toList(),
                    List.of());
        }
        return new Party(List.of(), phonesOf(address, name), List.of(), namesOf(name));
    }

    private static Set<String> named(List<Drafts.Loaded> messages) {
        Set<String> named = new HashSet<>();
        for (Drafts.Loaded message : messages) {
            for (Participant it : message.draft().participants()) {
                named.addAll(knownAs(it));
            }
        }
        return named;
    }

    private static List<String> knownAs(Participant it) {
        List<String> values = new ArrayList<>();
        String party = it.party();
        String address = it.address();
        if (party != null) {
            values.add(party);
        }
        if (party != null && address != null) {
            values.add(address);
            Domains.ofAddress(address).ifPresent(values::add);
        }
        return values;
    }

    private static SetAsideTable.@Nullable Entry decided(Participant it, Map<String, SetAsideTable.Entry> setAside) {
        return knownAs(it).stream().filter(setAside::containsKey).map(setAside::get).findFirst().orElse(null);
    }

    /** The decision about whoever counts most in a message; null if there is none. */
    private static SetAsideTable.@Nullable Entry decided(Draft draft, Map<String, SetAsideTable.Entry> setAside) {
        List<Participant> others = draft.others();
        return others.isEmpty() || setAside.isEmpty() ? null : decided(others.getFirst(), setAside);
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

    /** All values of all, each once. */
    static <T> Set<String> collect(Collection<T> from, Function<T, List<String>> values) {
        Set<String> all = new TreeSet<>();
        from.forEach(it -> all.addAll(values.apply(it)));
        return all;
    }
}
