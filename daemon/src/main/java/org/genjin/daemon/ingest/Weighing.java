package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.Match.Evidence;
import org.genjin.daemon.customer.Tie;
import org.genjin.daemon.ingest.Matching.Lesson;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.party.PartyVerdict;
import org.genjin.daemon.party.TradeSign;

/**
 * Weighs what ties unknown writers to customers against what they are to us: a strong tie gives the message to the customer, a
 * weak one asks a person, and whoever sells to us is set aside.
 */
final class Weighing {

    private static final String THROUGH_AGENT = "an agent's client";
    private static final Clue FRAUD = new Clue(Clue.Kind.SIGN, TradeSign.FRAUD.id());

    private final Ties ties;
    private final Verdicts verdicts = new Verdicts();
    private final Agents agents = new Agents();

    Weighing(Ties ties) {
        this.ties = ties;
    }

    /**
     * @param matched the answers, with what was weighed
     * @param buyers the parties of nobody's messages, and of {@code clients}, who buy from us or want to
     * @param clients messages of others than the agents who alone are known in them
     * @param verdicts what everybody was held for of whom that was asked
     */
    record Weighed(
            List<Matched> matched, Map<String, PartyVerdict.Buyer> buyers, List<Drafts.Loaded> clients,
            Map<String, PartyVerdict> verdicts) {}

    /** @param fresh the messages of this batch, whose words are at hand */
    Weighed weigh(Transaction tx, List<Matched> matched, Map<Long, Prepared> fresh, Instant now) {
        List<Drafts.Loaded> open = matched.stream().filter(Weighing::isOpen).map(Matched::message).toList();
        Map<Long, List<Ties.Bound>> bound = ties.of(
                tx, matched.stream().filter(it -> isOpen(it) || isInCopy(it)).map(Matched::message).filter(Weighing::mayTell).toList());
        Set<String> parties = new TreeSet<>();
        open.forEach(it -> it.draft().others().stream().limit(1).forEach(other -> parties.add(Objects.requireNonNull(other.party()))));
        List<Matched> inCopy = matched.stream().filter(it -> isBesideStranger(it) && isOfAnotherFirm(it)).toList();
        inCopy.forEach(it -> parties.add(party(it.message())));
        Map<String, PartyVerdict> known = verdicts.of(tx, parties, open);
        Map<String, Set<CustomerId>> asked = tx.undecided().askedAbout(parties);
        Set<String> untold = new TreeSet<>();
        known.forEach((party, verdict) -> {
            // Somebody handed the chat over, or writes from a firm: it is more than private.
            if (verdict instanceof PartyVerdict.Unknown && party.indexOf('@') < 0) {
                untold.add(party);
            }
        });
        Set<String> bothWays = Set.copyOf(tx.participants().twoWay(untold));
        Set<String> rooms = new TreeSet<>();
        open.stream().filter(it -> it.row().room() != null && it.row().chat() != null).forEach(it -> rooms.add(String.valueOf(it.row().chat())));
        Set<String> spoken = tx.conversations().chatsBothWays(rooms);
        Set<CustomerId> agency = agents.among(tx, matched.stream().filter(it -> isOpen(it) && isOfAnotherFirm(it)).toList(), matched);
        List<Matched> weighed = new ArrayList<>();
        Map<String, PartyVerdict.Buyer> buyers = new LinkedHashMap<>();
        List<Drafts.Loaded> brought = new ArrayList<>();
        for (Matched it : matched) {
            Matched answer = it;
            if (isInCopy(it)) {
                answer = introduced(it, bound.getOrDefault(it.id(), List.of()));
            } else if (isOpen(it)) {
                String party = party(it.message());
                PartyVerdict verdict = known.getOrDefault(party, new PartyVerdict.Unknown());
                answer = answer(it, bound.getOrDefault(it.id(), List.of()), verdict, agency);
                Set<CustomerId> candidates = asked.getOrDefault(party, Set.of());
                if (answer.match() instanceof Match.Nobody && it.message().draft().direction() == Direction.OUT && !candidates.isEmpty()) {
                    answer = it.with(new Match.Several(List.copyOf(candidates), Evidence.CONVERSATION, "written to somebody who is asked about"));
                }
                if (answer.match() instanceof Match.Nobody && it.match() instanceof Match.Nobody
                        && verdict instanceof PartyVerdict.Unknown && bothWays.contains(party)) {
                    answer = it.with(new Match.Several(List.of(), Evidence.NAME, "words went both ways, but nothing tells of a customer"));
                }
                if (answer.match() instanceof Match.Nobody && it.message().row().room() != null
                        && spoken.contains(String.valueOf(it.message().row().chat()))) {
                    answer = it.with(new Match.Several(List.of(), Evidence.NAME, "a group in which words went both ways"));
                }
                if (answer.match() instanceof Match.Nobody && verdict instanceof PartyVerdict.Buyer buyer) {
                    buyers.put(party, buyer);
                }
                if (answer.match() instanceof Match.Nobody && it.match() instanceof Match.One) {
                    brought.add(it.message());
                }
            }
            weighed.add(answer);
        }
        List<Drafts.Loaded> clients = new ArrayList<>(agents.clients(tx, inCopy, weighed, known));
        clients.addAll(brought);
        clients.forEach(it -> buyers.put(party(it),
                known.get(party(it)) instanceof PartyVerdict.Buyer buyer ? buyer : new PartyVerdict.Buyer(THROUGH_AGENT)));
        return new Weighed(agents.clientsFirst(tx, weighed, fresh, now), buyers, clients, known);
    }

    private static boolean mayTell(Drafts.Loaded it) {
        return it.draft().direction() == Direction.IN || it.draft().chat() != null;
    }

    /** A customer is named, but somebody else wrote, of whom nothing is known. */
    private static boolean isInCopy(Matched it) {
        return isBesideStranger(it) && it.message().draft().direction() == Direction.IN;
    }

    /** The same, or it was written to somebody of whom nothing is known. */
    private static boolean isBesideStranger(Matched it) {
        return it.match() instanceof Match.One one
                && one.evidence() != Evidence.CONVERSATION
                && it.stranger()
                && it.message().draft().human()
                && it.message().draft().direction() != Direction.INTERNAL
                && it.message().draft().chat() == null;
    }

    /** A colleague of the customer's is theirs from now on; anybody else who writes with them in copy is not. */
    private static Matched introduced(Matched it, List<Ties.Bound> bound) {
        Match.One one = (Match.One) it.match();
        boolean colleague = bound.stream().anyMatch(tie -> tie.customer().equals(one.customer())
                && tie.strength() == Tie.Strength.STRONG
                && (isPersonal(tie) || isNamedColleague(it, tie)));
        return colleague ? it.teaching(one, Lesson.WRITER) : it;
    }

    /** Somebody on free mail whom the customer named to us and who answers in the same conversation. */
    private static boolean isNamedColleague(Matched it, Ties.Bound tie) {
        return !isOfAnotherFirm(it) && tie.ties().contains(Tie.INTRODUCED) && tie.ties().contains(Tie.CONVERSATION);
    }

    private static boolean isOpen(Matched it) {
        boolean unsure = it.match() instanceof Match.Nobody
                || (it.match() instanceof Match.One one && one.evidence() == Evidence.CONVERSATION);
        return unsure && it.message().draft().human() && it.message().draft().direction() != Direction.INTERNAL;
    }

    static String party(Drafts.Loaded message) {
        List<Participant> others = message.draft().others();
        return others.isEmpty() ? "" : Objects.requireNonNull(others.getFirst().party());
    }

    private static Matched answer(Matched it, List<Ties.Bound> bound, PartyVerdict verdict, Set<CustomerId> agency) {
        List<Ties.Bound> strong = bound.stream().filter(tie -> tie.strength() == Tie.Strength.STRONG).toList();
        boolean fraud = it.message().draft().has(FRAUD);
        if (fraud && !bound.isEmpty()) {
            return it.with(new Match.SetAside("borrowed name: writes of money to another account, " + bound.getFirst().words()));
        }
        boolean sells = verdict instanceof PartyVerdict.Other;
        if (strong.size() == 1 && (!sells || isPersonal(strong.getFirst()))) {
            Ties.Bound tie = strong.getFirst();
            Lesson lesson = tie.ties().contains(Tie.HOSTED) || tie.ties().contains(Tie.HOST_LIKE)
                    ? Lesson.ADDRESS
                    : it.message().row().room() == null ? Lesson.WRITER : Lesson.ROOM;
            return it.teaching(new Match.One(tie.customer(), evidence(tie), tie.words()), lesson);
        }
        List<Ties.Bound> theirs = bound.stream()
                .filter(tie -> tie.strength() == Tie.Strength.MESSAGE && (!sells || tie.ties().contains(Tie.DOCUMENT)))
                .toList();
        if (theirs.size() == 1 && strong.isEmpty()) {
            return it.with(new Match.One(theirs.getFirst().customer(), evidence(theirs.getFirst()), theirs.getFirst().words()));
        }
        if (verdict instanceof PartyVerdict.Other other && bound.stream().noneMatch(Weighing::isPersonal)) {
            return it.with(new Match.SetAside(other.kind().id() + ": " + other.why()));
        }
        if (it.match() instanceof Match.One one) {
            // Another firm in the customer's conversation that buys itself is somebody new, above all in an agent's.
            boolean agent = agency.contains(one.customer());
            boolean own = bound.stream().noneMatch(tie -> isPersonal(tie) || (!agent && isAmongThem(tie)));
            return (agent || mayTell(it.message())) && it.message().draft().chat() == null && isOfAnotherFirm(it)
                            && (agent ? Agents.isClient(it, verdict) : verdict instanceof PartyVerdict.Buyer) && own
                    ? it.with(new Match.Nobody())
                    : it;
        }
        if (verdict instanceof PartyVerdict.Buyer && isOfAnotherFirm(it) && bound.stream().allMatch(Weighing::isOnlyTheSamePerson)) {
            return it; // somebody we know buys for another firm now
        }
        if (!bound.isEmpty()) {
            return it.with(new Match.Several(
                    bound.stream().map(Ties.Bound::customer).toList(), evidence(bound.getFirst()), bound.getFirst().words()));
        }
        if (verdict instanceof PartyVerdict.Unclear unclear) {
            return it.with(new Match.Several(List.of(), Evidence.NAME, "perhaps a customer: " + unclear.why()));
        }
        return it;
    }

    /** The customer named them to us, or reads what they write. */
    private static boolean isAmongThem(Ties.Bound tie) {
        return tie.ties().contains(Tie.INTRODUCED) || tie.ties().contains(Tie.IN_COMPANY);
    }

    private static boolean isOnlyTheSamePerson(Ties.Bound tie) {
        return tie.ties().contains(Tie.PERSON) && EnumSet.of(Tie.PERSON, Tie.PHONE, Tie.ANSWERED).containsAll(tie.ties());
    }

    private static boolean isOfAnotherFirm(Matched it) {
        String party = party(it.message());
        return party.indexOf('@') < 0 && party.indexOf(':') < 0;
    }

    /** A tie by what somebody is, not by whom they write with. */
    private static boolean isPersonal(Ties.Bound tie) {
        return tie.ties().stream().anyMatch(it -> switch (it) {
            case PHONE, FIRM, NAMES_ADDRESS, PLATFORM, CHAT_TITLE, LIKE_DOMAIN, HOSTED, HOST_LIKE, GIVEN -> true;
            case PERSON, FIRST_NAME, CONVERSATION, INTRODUCED, IN_COMPANY, COPIED, WROTE_FOR, DOCUMENT, SUBJECT, ANSWERED -> false;
        });
    }

    private static Evidence evidence(Ties.Bound tie) {
        return tie.ties().stream().map(Tie::evidence).min(Evidence::compareTo).orElse(Evidence.NAME);
    }
}
