package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.genjin.connectors.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * Which mailbox of a source is read next: each once, in the order given, then always the one that has been read least far
 * back, so that after a while the last weeks of all are there. Going from one to another costs the source something, so a
 * turn is a few batches. One thread.
 */
final class Turns {

    /** @param reached about when the last messages read there were sent */
    private record Waiting(Mailbox mailbox, Instant reached) {}

    private final Deque<Mailbox> fresh;
    private final int firstTurn;
    private final int turn;
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparing(Waiting::reached).reversed().thenComparing(it -> it.mailbox().name()));
    private @Nullable Waiting current;
    private int room;

    private Turns(Collection<Mailbox> mailboxes, int firstTurn, int turn) {
        this.fresh = new ArrayDeque<>(mailboxes);
        this.firstTurn = firstTurn;
        this.turn = turn;
    }

    /**
     * For folders at a server: all are to be seen before any is read on.
     *
     * @param turn how many batches make one
     */
    static Turns ofFolders(Collection<Mailbox> mailboxes, int turn) {
        return new Turns(mailboxes, 1, turn);
    }

    /** For files: each is read to its end at once, as taking turns would open them again and again. */
    static Turns ofFiles(Collection<Mailbox> mailboxes) {
        return new Turns(mailboxes, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** The mailbox to read a batch of; empty if all are drained. */
    Optional<Mailbox> next() {
        Waiting it = current;
        if (it != null && room > 0) {
            room--;
            return Optional.of(it.mailbox());
        }
        if (it != null) {
            waiting.add(it);
            current = null;
        }
        Mailbox first = fresh.poll();
        Waiting next = first == null ? waiting.poll() : new Waiting(first, Instant.MAX);
        current = next;
        room = (first == null ? turn : firstTurn) - 1;
        return Optional.ofNullable(next).map(Waiting::mailbox);
    }

    /**
     * What the batch brought that {@link #next} was asked for last.
     *
     * @param sent when its messages were sent, as far as they say so
     */
    void came(List<Instant> sent, boolean drained) {
        Waiting it = current;
        if (it == null) {
            throw new IllegalStateException("no batch was asked for");
        }
        current = drained ? null : new Waiting(it.mailbox(), reached(it, sent));
    }

    /** The middle of them: one date that is far off must not hold a mailbox back. */
    private static Instant reached(Waiting before, List<Instant> sent) {
        if (!sent.isEmpty()) {
            return sent.stream().sorted().toList().get(sent.size() / 2);
        }
        return before.reached().equals(Instant.MAX) ? Instant.MIN : before.reached();
    }
}
