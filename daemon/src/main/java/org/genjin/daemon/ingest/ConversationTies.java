package org.genjin.daemon.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Tie;
import org.genjin.daemon.ledger.ClueTable.Dated;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.ParticipantTable.Dealing;
import org.genjin.daemon.ledger.ParticipantTable.Introduced;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.jspecify.annotations.Nullable;

/** What ties the writer of a mail to a customer by what was written before: to whom, with whom and about what. */
final class ConversationTies {

    private static final Duration SAME_CONVERSATION = Duration.ofDays(180);
    /** The number of an order or an invoice comes back until that is paid and delivered. */
    private static final Duration SAME_NUMBER = Duration.ofDays(360);
    private static final Pattern NUMBER = Pattern.compile("\\d{4}");

    /** @param tied the customers that a message's writer is tied to so far */
    void find(Transaction tx, List<Drafts.Loaded> messages, LongFunction<Set<CustomerId>> tied, ChatTies.Sink sink) {
        Set<String> senders = Matching.collect(messages, it -> Ties.sender(it).stream().map(Participant::party).toList());
        Map<String, List<CustomerId>> conversations = tx.conversations().customersOf(Matching.collect(messages, it -> it.draft().references()));
        Map<String, List<Dated>> subjects = dated(tx, Clue.Kind.SUBJECT, messages);
        Map<String, List<Dated>> papers = dated(tx, Clue.Kind.DOCUMENT, messages);
        List<Dealing> dealings = tx.participants().dealings(senders);
        // Whom a customer's own message named as a reader, and whose own messages belong to a customer.
        Map<String, List<Introduced>> introduced = ofCustomers(dealings, it -> it.direction() == Direction.IN && !wrote(it));
        Map<String, List<Introduced>> wroteFor = ofCustomers(dealings, it -> it.direction() == Direction.IN && wrote(it));
        Map<String, List<Introduced>> copied = byParty(tx.participants().copied(
                ofCustomers(dealings, it -> it.direction() == Direction.OUT && !wrote(it)).keySet()));
        Map<String, List<Dated>> named = tx.clues()
                .dated(Clue.Kind.ADDRESS, Matching.collect(messages, it -> Ties.sender(it).stream().map(sender -> String.valueOf(sender.address())).toList()))
                .stream()
                .collect(Collectors.groupingBy(Dated::value));
        Set<String> answered = new HashSet<>();
        dealings.stream()
                .filter(it -> it.direction() == Direction.OUT && it.role().equals("to") && it.touched())
                .forEach(it -> answered.add(it.party()));
        Map<String, List<Identity>> readers = Ties.byValue(
                tx.identities().find(Kind.ADDRESS, Matching.collect(messages, ConversationTies::readers)));
        for (Drafts.Loaded it : messages) {
            ToCustomer to = (customer, tie, word) -> sink.tie(it.row().id(), customer, tie, word);
            Set<CustomerId> talked = new LinkedHashSet<>();
            it.draft().references().forEach(id -> talked.addAll(conversations.getOrDefault(id, List.of())));
            if (talked.size() == 1) {
                to.tie(talked.iterator().next(), Tie.CONVERSATION, "the conversation");
            }
            readers(it).forEach(address -> readers.getOrDefault(address, List.of())
                    .forEach(known -> to.tie(known.customer(), Tie.IN_COMPANY, "written to " + address + " too")));
            byPaper(it, papers, to);
            for (Participant sender : Ties.sender(it)) {
                String party = String.valueOf(sender.party());
                // Who wrote to us first, and was made known to the customer then, came by themselves.
                before(it, introduced.get(party)).forEach(known -> to.tie(known, Tie.INTRODUCED, "named by the customer"));
                before(it, copied.get(party)).forEach(known -> to.tie(known, Tie.COPIED, "we wrote to both"));
                Set<CustomerId> whose = before(it, wroteFor.get(party));
                if (whose.size() == 1) {
                    to.tie(whose.iterator().next(), Tie.WROTE_FOR, "wrote about the customer before");
                }
                named.getOrDefault(String.valueOf(sender.address()), List.of())
                        .forEach(known -> to.tie(known.customer(), Tie.GIVEN, "the customer gave this address"));
                if (it.draft().chat() == null && answered.contains(party)) {
                    List.copyOf(tied.apply(it.row().id())).forEach(known -> to.tie(known, Tie.ANSWERED, "we wrote back"));
                }
            }
            bySubject(it, subjects, Set.copyOf(tied.apply(it.row().id())), to);
        }
    }

    private interface ToCustomer {
        void tie(CustomerId customer, Tie tie, String word);
    }

    private static Map<String, List<Dated>> dated(Transaction tx, Clue.Kind kind, List<Drafts.Loaded> messages) {
        return tx.clues().dated(kind, Matching.collect(messages, it -> it.draft().clues(kind))).stream().collect(Collectors.groupingBy(Dated::value));
    }

    private static boolean wrote(Dealing it) {
        return it.role().equals("from");
    }

    private static Map<String, List<Introduced>> ofCustomers(List<Dealing> dealings, Predicate<Dealing> which) {
        List<Introduced> some = new ArrayList<>();
        for (Dealing it : dealings) {
            if (it.customer() != null && which.test(it)) {
                some.add(new Introduced(it.party(), it.customer(), it.since()));
            }
        }
        return byParty(some);
    }

    private static Map<String, List<Introduced>> byParty(List<Introduced> introduced) {
        return introduced.stream().collect(Collectors.groupingBy(Introduced::party));
    }

    private static Set<CustomerId> before(Drafts.Loaded it, @Nullable List<Introduced> introduced) {
        Set<CustomerId> before = new LinkedHashSet<>();
        if (introduced != null) {
            introduced.stream().filter(known -> known.since().isBefore(it.row().sentAt())).forEach(known -> before.add(known.customer()));
        }
        return before;
    }

    /** A number that stands in the papers of two customers is nobody's. */
    private static void byPaper(Drafts.Loaded it, Map<String, List<Dated>> papers, ToCustomer to) {
        for (String number : it.draft().clues(Clue.Kind.DOCUMENT)) {
            Set<CustomerId> whose = new HashSet<>();
            papers.getOrDefault(number, List.of()).stream()
                    .filter(known -> apart(known.sentAt(), it.row().sentAt()).compareTo(SAME_NUMBER) <= 0)
                    .forEach(known -> whose.add(known.customer()));
            if (whose.size() == 1) {
                to.tie(whose.iterator().next(), Tie.DOCUMENT, "the number " + number);
            }
        }
    }

    /** The same subject proves nothing by itself: many ask for a price list. */
    private static void bySubject(Drafts.Loaded it, Map<String, List<Dated>> subjects, Set<CustomerId> tied, ToCustomer to) {
        for (String subject : it.draft().clues(Clue.Kind.SUBJECT)) {
            Duration near = NUMBER.matcher(subject).find() ? SAME_NUMBER : SAME_CONVERSATION;
            subjects.getOrDefault(subject, List.of()).stream()
                    .filter(known -> tied.contains(known.customer()) && apart(known.sentAt(), it.row().sentAt()).compareTo(near) <= 0)
                    .forEach(known -> to.tie(known.customer(), Tie.SUBJECT, "the same subject"));
        }
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    private static List<String> readers(Drafts.Loaded it) {
        List<String> readers = new ArrayList<>();
        for (Participant named : it.draft().participants()) {
            String address = named.address();
            if (!named.role().equals("from") && named.party() != null && address != null) {
                readers.add(address);
            }
        }
        return readers;
    }
}
