package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Places;
import org.genjin.daemon.customer.Tie;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.Transaction;

/** What ties a chat to a customer as a whole: what it is called, and who speaks in it. */
final class ChatTies {

    private static final int LONGEST_NAME = 4;
    private static final int TELLING = 4;


    /** Hears of a tie. */
    @FunctionalInterface
    interface Sink {
        void tie(long message, CustomerId customer, Tie tie, String word);
    }

    void find(Transaction tx, List<Drafts.Loaded> messages, Sink sink) {
        Map<String, List<Drafts.Loaded>> chats = messages.stream()
                .filter(it -> it.draft().chat() != null)
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.draft().chat())));
        if (chats.isEmpty()) {
            return;
        }
        Map<String, List<String>> speakers = tx.participants().speakers(chats.keySet());
        chats.forEach((chat, said) -> {
            String title = chat.substring(chat.indexOf(':') + 1);
            Drafts.Loaded first = said.getFirst();
            OfChat ofChat = (customer, tie, word) -> said.forEach(it -> sink.tie(it.row().id(), customer, tie, word));
            byTitle(tx, title, first, ofChat);
            byWords(tx, title, speakers.getOrDefault(chat, List.of()), first, ofChat);
            if (first.row().room() != null) {
                bySpeakers(
                        tx, speakers.getOrDefault(chat, List.of()), first.draft().owner(),
                        (customer, tie, word) -> said.forEach(it -> sink.tie(it.row().id(), customer, tie, word)));
            }
        });
    }

    private interface OfChat {
        void tie(CustomerId customer, Tie tie, String word);
    }

    private void byTitle(Transaction tx, String title, Drafts.Loaded of, OfChat sink) {
        String folded = Names.folded(title);
        Set<String> keys = new TreeSet<>();
        parts(folded).forEach(it -> keys.addAll(FirmNames.keys(it)));
        List<Identity> firms = tx.identities().find(Kind.FIRM, keys);
        Set<String> longest = Ties.longest(firms.stream().map(Identity::knownAs).collect(Collectors.toSet()));
        firms.stream()
                .filter(it -> longest.contains(it.knownAs()))
                .forEach(it -> sink.tie(it.customer(), Tie.CHAT_TITLE, "the chat is called after the firm"));
        String[] words = folded.split(" ");
        Set<String> countries = new TreeSet<>();
        parts(folded).forEach(it -> Places.KNOWN.country(it).ifPresent(countries::add));
        if (words.length > 1 && !countries.isEmpty()) {
            tx.identities().firstNames(words[0], of.draft().owner()).stream()
                    .filter(it -> tx.customers()
                            .find(it.customer())
                            .filter(customer -> customer.country() != null && countries.contains(customer.country()))
                            .isPresent())
                    .forEach(it -> sink.tie(it.customer(), Tie.FIRST_NAME, "called after " + it.person() + " and the country"));
        }
    }

    /**
     * "Ahmed Acme", "Acme project": the title, or what people are called in it, says a firm by the first word of its name, and
     * somebody by the first name.
     */
    private static void byWords(Transaction tx, String title, List<String> speakers, Drafts.Loaded of, OfChat sink) {
        Set<String> words = new TreeSet<>();
        words.addAll(List.of(Names.folded(title).split(" ")));
        speakers.forEach(it -> words.addAll(List.of(Names.folded(it).split(" "))));
        words.removeIf(it -> it.length() < TELLING || FirmNames.isGeneral(it));
        Set<CustomerId> called = new LinkedHashSet<>();
        for (String word : words) {
            Set<CustomerId> firms = new LinkedHashSet<>();
            tx.identities().firmsCalled(word).forEach(it -> firms.add(it.customer()));
            if (firms.size() == 1 && called.add(firms.iterator().next())) {
                sink.tie(firms.iterator().next(), Tie.FIRM, "the firm's name " + word);
            }
        }
        Map<CustomerId, Identity> people = new HashMap<>();
        for (String word : words) {
            tx.identities().firstNames(word, of.draft().owner()).forEach(it -> people.putIfAbsent(it.customer(), it));
        }
        tx.identities().of(people.keySet()).forEach((customer, known) -> {
            Identity person = people.get(customer);
            Set<String> firm = new TreeSet<>();
            known.stream().filter(it -> it.kind() == Kind.FIRM).forEach(it -> firm.addAll(List.of(it.knownAs().split(" "))));
            firm.retainAll(words);
            firm.stream().findFirst().ifPresent(word -> sink.tie(customer, Tie.FIRM, "the firm's name " + word));
            if (person != null && (called.contains(customer) || !firm.isEmpty())) {
                sink.tie(customer, Tie.FIRST_NAME, "called by the first name of " + person.person());
            }
        });
    }

    /** Two people of one customer in a room make it that customer's. */
    private static void bySpeakers(Transaction tx, List<String> speakers, String owner, OfChat sink) {
        Map<String, String> names = new HashMap<>();
        speakers.forEach(it -> {
            String folded = Names.folded(it);
            if (Names.tells(folded)) {
                names.put(folded, it);
            }
        });
        Map<CustomerId, Set<String>> known = new HashMap<>();
        for (Identity it : tx.identities().find(Kind.NAME, names.keySet())) {
            if (it.owner().equals(owner)) {
                known.computeIfAbsent(it.customer(), _ -> new LinkedHashSet<>()).add(it.knownAs());
            }
        }
        known.forEach((customer, people) -> {
            sink.tie(customer, Tie.PERSON, "in the room: " + String.join(", ", people));
            if (people.size() > 1) {
                sink.tie(customer, Tie.INTRODUCED, "several of them are in the room");
            }
        });
    }

    /** One to four words in a row. */
    private static List<String> parts(String folded) {
        String[] words = folded.split(" ");
        List<String> parts = new ArrayList<>();
        for (int begin = 0; begin < words.length; begin++) {
            for (int end = begin + 1; end <= Math.min(words.length, begin + LONGEST_NAME); end++) {
                parts.add(String.join(" ", Arrays.copyOfRange(words, begin, end)));
            }
        }
        return parts;
    }
}
