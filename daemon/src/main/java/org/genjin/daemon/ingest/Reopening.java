package org.genjin.daemon.ingest;

import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.UndecidedTable;
import org.genjin.daemon.ledger.UndecidedTable.Undecided;
import org.genjin.daemon.party.PartyVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Which earlier messages are to be looked at again once more is known: only those that what is new can concern. Used within the
 * ledger's transactions alone, of which there is one at a time.
 */
final class Reopening {

    private static final Set<Clue.Kind> NAMES = EnumSet.of(Clue.Kind.PERSON, Clue.Kind.FIRM, Clue.Kind.ADDRESS, Clue.Kind.PHONE);

    /** Of so many strangers it is remembered what they were held for; of others their messages are looked at again. */
    private static final int REMEMBERED = 5_000;

    private final Phones phones;
    private final Map<String, Judged> judged = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Judged> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param held what it was judged to be, whatever the reasons
     * @param message the first of those that came when it was judged
     * @param answers every answer that an undecided message with them has, and perhaps some that none has any more; null if not known
     */
    private record Judged(String held, long message, @Nullable Set<String> answers) {}

    Reopening(Phones phones) {
        this.phones = phones;
    }

    /**
     * @param news messages whose customer has changed
     * @param learned what customers have become known by
     */
    Set<Long> after(Transaction tx, List<Matched> news, List<Identity> learned, NewCustomers.Made made) {
        Set<String> parties = new TreeSet<>(made.parties());
        Set<String> values = new TreeSet<>(made.firms());
        for (Identity it : learned) {
            switch (it.kind()) {
                case ADDRESS -> {
                    parties.add(it.knownAs());
                    values.add(it.knownAs());
                }
                case DOMAIN, CHAT -> parties.add(it.knownAs());
                case PHONE -> {
                    values.add(it.knownAs());
                    values.addAll(phones.dialledForms(it.knownAs()));
                }
                case NAME, FIRM -> values.add(it.knownAs());
            }
        }
        parties.addAll(given(news));
        Set<Long> open = new HashSet<>(tx.undecided().unmatchedNaming(parties));
        open.addAll(tx.participants().concerning(made.parties()));
        open.addAll(tx.clues().passingOn(made.parties()));
        open.addAll(tx.clues().openWith(NAMES, values));
        open.addAll(tx.clues().openWith(EnumSet.of(Clue.Kind.FORWARDED), values));
        open.addAll(tx.clues().openWith(EnumSet.of(Clue.Kind.DOCUMENT), papers(news)));
        open.addAll(tx.clues().ofThinCustomers(NAMES, values));
        open.addAll(tx.undecided().unmatchedAnswering(answered(news)));
        open.addAll(tx.undecided().askedOf(learned.stream().map(Identity::customer).distinct().toList()));
        open.addAll(tx.undecided().undecidedInChats(tx.conversations().chatsOf(open)));
        return open;
    }

    private static Set<String> papers(List<Matched> news) {
        return clues(news, Clue.Kind.DOCUMENT);
    }

    /** Addresses that customers have written down. */
    private static Set<String> given(List<Matched> news) {
        return clues(news, Clue.Kind.ADDRESS);
    }

    private static Set<String> clues(List<Matched> news, Clue.Kind kind) {
        Set<String> clues = new TreeSet<>();
        for (Matched it : news) {
            if (it.match() instanceof Match.One one && !one.customer().equals(it.message().row().customer())) {
                clues.addAll(it.message().draft().clues(kind));
            }
        }
        return clues;
    }

    private static Set<String> answered(List<Matched> news) {
        Set<String> answered = new TreeSet<>();
        for (Matched it : news) {
            MessageRow row = it.message().row();
            if (it.match() instanceof Match.One one
                    && row.direction() != Direction.INTERNAL
                    && !one.customer().equals(row.customer())) {
                answered.add(row.messageId() == null ? row.key() : row.messageId());
            }
        }
        return answered;
    }

    /**
     * Earlier messages with those who wrote or were written to now: what they are to us may be clearer. Where somebody is held for
     * what they were held for before, and an earlier message has the answer that one of now got, it would get no other.
     *
     * @param verdicts what they are held for now
     * @param fresh the messages of this transaction
     */
    Collection<Long> ofParties(
            Transaction tx, List<Matched> matched, Map<String, PartyVerdict> verdicts, Collection<Long> fresh) {
        Map<String, Set<String>> answers = answers(matched);
        Set<String> same = heldForTheSame(answers.keySet(), verdicts, fresh);
        // A party's history is long, and mostly nothing of now has an answer that none had before.
        Set<String> asked = answers.entrySet().stream()
                .filter(it -> !same.contains(it.getKey()) || isNews(it.getKey(), it.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Undecided> earlier = tx.undecided().undecidedWith(asked);
        note(asked, earlier, answers);
        return earlier.stream()
                .filter(it -> !same.contains(it.party())
                        || !answers.getOrDefault(it.party(), Set.of()).contains(answer(it.direction(), it.state())))
                .map(Undecided::message)
                .toList();
    }

    /** What was looked at again has perhaps other answers than before. */
    void decidedAgain(List<Matched> matched) {
        note(Set.of(), List.of(), answers(matched));
    }

    private static Map<String, Set<String>> answers(List<Matched> matched) {
        Map<String, Set<String>> answers = new TreeMap<>();
        for (Matched it : matched) {
            if (it.message().draft().human() && (it.stranger() || !(it.match() instanceof Match.One))) {
                String answer = answer(it.message().draft().direction(), Changes.assigned(it).state());
                for (Participant other : it.message().draft().others()) {
                    answers.computeIfAbsent(String.valueOf(other.party()), _ -> new HashSet<>()).add(answer);
                }
            }
        }
        return answers;
    }

    /** When an answer came first, what had others was looked at again. */
    private boolean isNews(String party, Set<String> answers) {
        Judged before = judged.get(party);
        Set<String> known = before == null ? null : before.answers();
        return known == null || !known.containsAll(answers);
    }

    /** @param asked those whose earlier messages are {@code earlier}, unless there are more than are looked at */
    private void note(Set<String> asked, List<Undecided> earlier, Map<String, Set<String>> now) {
        boolean complete = earlier.size() < UndecidedTable.MOST_UNDECIDED;
        Map<String, Set<String>> had = new HashMap<>();
        earlier.forEach(it -> had.computeIfAbsent(it.party(), _ -> new HashSet<>()).add(answer(it.direction(), it.state())));
        now.forEach((party, answers) -> {
            Judged known = judged.get(party);
            if (known != null) {
                Set<String> before = complete && asked.contains(party) ? had.getOrDefault(party, Set.of()) : known.answers();
                Set<String> together = before == null ? null : Sets.union(before, answers).immutableCopy();
                judged.put(party, new Judged(known.held(), known.message(), together));
            }
        });
    }

    /** What was looked at outside of what comes in may have other answers now. */
    void forget() {
        judged.clear();
    }

    private Set<String> heldForTheSame(Collection<String> parties, Map<String, PartyVerdict> verdicts, Collection<Long> fresh) {
        long first = fresh.stream().mapToLong(Long::longValue).min().orElse(0);
        Set<String> same = new HashSet<>();
        for (String party : parties) {
            PartyVerdict verdict = verdicts.get(party);
            Judged before = judged.get(party);
            // What a transaction noted that failed does not count: its numbers are given again.
            if (verdict != null && before != null && before.message() < first && before.held().equals(held(verdict))) {
                same.add(party);
            }
            if (verdict != null) {
                judged.put(party, new Judged(held(verdict), first, before == null ? null : before.answers()));
            } else {
                judged.remove(party);
            }
        }
        return same;
    }

    private static String held(PartyVerdict verdict) {
        return verdict instanceof PartyVerdict.Other other ? other.kind().name() : verdict.getClass().getSimpleName();
    }

    private static String answer(Direction direction, MatchState state) {
        return direction + " " + state;
    }
}
