package org.genjin.daemon.privacy;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.ledger.KeyedHash;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.ledger.Transaction.Counter;

/**
 * Drops the content of messages that are no customer's, so long after they were stored as the operator wants. Counted is from
 * when they were stored, not from when they were sent: a first reading brings years of mail, and who of them is a customer
 * shows when lists are imported and answers come.
 */
final class Dropping {

    private static final int SLICE = 200;
    /** The rest waits for the next round, so that a first one after years does not keep all else waiting. */
    private static final int A_ROUND = 20_000;

    /** What words told of their writer that a customer may be known by. */
    private static final Set<Clue.Kind> TELLING = Set.of(Clue.Kind.PHONE, Clue.Kind.ADDRESS, Clue.Kind.FORWARDED);

    private final Ledger ledger;
    private final KeyedHash hashes;
    private final Optional<Period> keep;

    Dropping(Ledger ledger, KeyedHash hashes, Optional<Period> keep) {
        this.ledger = ledger;
        this.hashes = hashes;
        this.keep = keep;
    }

    /** @return how many were dropped */
    int run(Instant now, BooleanSupplier stop) {
        if (keep.isEmpty()) {
            return 0;
        }
        Instant before = now.atOffset(ZoneOffset.UTC).minus(keep.get()).toInstant();
        int dropped = 0;
        int slice;
        do {
            slice = stop.getAsBoolean() || dropped >= A_ROUND ? 0 : slice(before, now);
            dropped += slice;
        } while (slice == SLICE);
        return dropped;
    }

    private int slice(Instant before, Instant now) {
        if (ledger.read(tx -> tx.dropped().due(before, 1)).isEmpty()) {
            return 0;
        }
        return ledger.transact(tx -> {
            List<Long> due = tx.dropped().due(before, SLICE);
            List<MessageRow> rows = tx.messages().find(due);
            tx.dropped().keepParties(parties(tx, rows));
            tx.dropped().drop(rows, now, tx.take(Counter.REVISION, rows.size()));
            return rows.size();
        });
    }

    /**
     * By whom a message would be known again. Who is a customer's already is left out: with that known it was nobody's all the
     * same.
     */
    private Map<Long, Set<String>> parties(Transaction tx, List<MessageRow> rows) {
        Map<Long, Set<String>> names = new HashMap<>();
        for (MessageRow row : rows) {
            String chat = row.chat();
            if (chat != null) {
                names.computeIfAbsent(row.id(), _ -> new TreeSet<>()).add(row.channel().id() + ":" + chat);
            }
        }
        for (Participant it : tx.participants().participants(rows.stream().map(MessageRow::id).toList())) {
            for (String name : new String[] {it.address(), it.party()}) {
                // Who is one of us has no party, and is in nearly all of them.
                if (name != null && it.party() != null) {
                    names.computeIfAbsent(it.message(), _ -> new TreeSet<>()).add(name);
                }
            }
        }
        tx.clues().of(rows.stream().map(MessageRow::id).toList()).forEach((message, clues) -> clues.stream()
                .filter(it -> TELLING.contains(it.kind()))
                .forEach(it -> names.computeIfAbsent(message, _ -> new TreeSet<>()).add(it.value())));
        Set<String> all = new TreeSet<>();
        names.values().forEach(all::addAll);
        Set<String> known = tx.dropped().known(all);
        Map<Long, Set<String>> hashed = new HashMap<>();
        names.forEach((message, them) -> them.stream().filter(it -> !known.contains(it)).forEach(
                it -> hashed.computeIfAbsent(message, _ -> new TreeSet<>()).add(hashes.of(it))));
        return hashed;
    }
}
