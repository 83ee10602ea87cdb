package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.Tie;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.Transaction;

/**
 * Joins a customer that was made of a chat or of free mail, before it could be known whose people these are, to the customer
 * that a strong tie shows it to be. Only one that rules made and nobody has touched: what a person has seen to, a person joins.
 * Each joining is a decision of the daemon's, which a person can take back and which is not made again then.
 */
final class Reunion {

    private final Ties ties;

    Reunion(Ties ties) {
        this.ties = ties;
    }

    /**
     * @param thin customers that rules made of a chat or of free mail
     * @return the rows of the messages that changed hands or may now be somebody's
     */
    Set<Long> join(Transaction tx, List<Matched> matched, Set<CustomerId> thin, Instant now) {
        if (thin.isEmpty()) {
            return Set.of();
        }
        Map<CustomerId, List<Drafts.Loaded>> sure = matched.stream()
                .filter(it -> it.match() instanceof Match.One one && isKnownSender(one.evidence()))
                .filter(it -> it.message().draft().human() && it.message().draft().direction() == Direction.IN)
                .collect(Collectors.groupingBy(
                        it -> ((Match.One) it.match()).customer(), LinkedHashMap::new, Collectors.mapping(Matched::message, Collectors.toList())));
        List<Drafts.Loaded> asked = sure.entrySet().stream()
                .filter(it -> thin.contains(it.getKey()))
                .flatMap(it -> it.getValue().stream())
                .toList();
        Map<Long, List<Ties.Bound>> bound = ties.of(tx, asked);
        Map<CustomerId, Ties.Bound> joins = new LinkedHashMap<>();
        sure.forEach((part, messages) -> {
            if (thin.contains(part)) {
                messages.stream()
                        .flatMap(it -> bound.getOrDefault(it.row().id(), List.of()).stream())
                        .filter(it -> !it.customer().equals(part) && it.strength() == Tie.Strength.STRONG && isOfThemselves(it))
                        .findFirst()
                        .ifPresent(it -> joins.put(part, it));
            }
        });
        Set<Long> moved = new HashSet<>(shared(tx, matched, thin, now));
        Set<CustomerId> done = new HashSet<>();
        joins.forEach((part, tie) -> {
            CustomerId other = tie.customer();
            if (!done.contains(part) && !done.contains(other)) {
                boolean otherIsNewer = other.number() > part.number() && !tx.customers().thin(List.of(other)).isEmpty();
                CustomerId whole = otherIsNewer ? part : other;
                moved.addAll(join(tx, otherIsNewer ? other : part, whole, tie.words(), now));
                done.add(part);
                done.add(other);
            }
        });
        return moved;
    }

    /** What two customers share by which one of them was made is the sign that they are one. */
    private static Set<Long> shared(Transaction tx, List<Matched> matched, Set<CustomerId> thin, Instant now) {
        Set<Long> moved = new HashSet<>();
        for (Matched it : matched) {
            if (it.match() instanceof Match.Several several && isKnownSender(several.evidence()) && several.candidates().size() == 2) {
                CustomerId one = several.candidates().getFirst();
                CustomerId other = several.candidates().getLast();
                if (thin.contains(one) || thin.contains(other)) {
                    boolean otherGoes = thin.contains(other) && (!thin.contains(one) || other.number() > one.number());
                    moved.addAll(join(tx, otherGoes ? other : one, otherGoes ? one : other, several.evidence().id() + ": " + several.detail(), now));
                }
                moved.add(it.id());
            }
        }
        return moved;
    }

    private static boolean isKnownSender(Match.Evidence evidence) {
        return evidence == Match.Evidence.CHAT || evidence == Match.Evidence.ADDRESS || evidence == Match.Evidence.PHONE;
    }

    /** That they were written to together, or one after the other, makes two customers no one. */
    private static boolean isOfThemselves(Ties.Bound it) {
        return it.ties().contains(Tie.PHONE) || it.ties().contains(Tie.FIRM) || it.ties().contains(Tie.PLATFORM)
                || it.ties().contains(Tie.CHAT_TITLE) || it.ties().contains(Tie.NAMES_ADDRESS);
    }

    private static Set<Long> join(Transaction tx, CustomerId part, CustomerId whole, String why, Instant now) {
        Optional<CustomerTable.Row> gone = tx.customers().find(part);
        Optional<CustomerTable.Row> kept = tx.customers().find(whole);
        if (gone.isEmpty() || kept.isEmpty()) {
            return Set.of();
        }
        Set<Long> touched = Joining.join(tx, kept.get(), gone.get(), Joining.DAEMON, why, now).touched();
        tx.customers().refresh(List.of(whole, part));
        return touched;
    }
}
