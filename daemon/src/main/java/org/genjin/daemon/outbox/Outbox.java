package org.genjin.daemon.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.genjin.daemon.ledger.Backoff;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.OutboxTable.Kind;
import org.genjin.daemon.ledger.OutboxTable.Row;
import org.genjin.daemon.ledger.OutboxTable.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends Genjin's mails, each once across any crash: the exact bytes and the intent are in the ledger before a mail leaves.
 * When it is not known whether it left, the owner's mailbox is asked, as the mail comes back there; only if it was read
 * since and the mail is not in it are the same bytes sent again (RFC 1047 says why SMTP can do no better). Thread-safe; one
 * mail at a time.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST_ATTEMPTS = 6;
    /** A mail may take so long from the server's acceptance to the mailbox. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final OwnMail writing;
    private final Mailer mailer;
    private final InstantSource clock;
    private final ReentrantLock one = new ReentrantLock();

    public Outbox(Ledger ledger, Mailer mailer, InstantSource clock) {
        this.ledger = ledger;
        this.writing = new OwnMail(ledger.hashKey());
        this.mailer = mailer;
        this.clock = clock;
    }

    /** What came of one mail. */
    public sealed interface Outcome {
        record Sent() implements Outcome {}

        /** The same occasion was told of, or given up, before. */
        record DoneBefore(State state) implements Outcome {}

        record NotSent(String why) implements Outcome {}
    }

    /**
     * A mail to be sent.
     *
     * @param occasion what calls for it: the same owner, kind and occasion never get a second mail
     * @param uselessAt from then on it is not sent any more
     * @param reminders how many customers it reminds of
     * @param items what its numbers stand for
     */
    public record Draft(
            String owner,
            Kind kind,
            String occasion,
            OwnMail.Letter letter,
            Instant uselessAt,
            int reminders,
            List<OutboxTable.Item> items) {

        public Draft {
            items = List.copyOf(items);
        }
    }

    /** What became of the mail of an occasion; empty if there has been none. */
    public Optional<State> before(String owner, Kind kind, String occasion) {
        return ledger.read(tx -> tx.outbox().find(owner, kind, occasion)).map(Row::state);
    }

    /** Notes that an occasion called for no mail. */
    public void skip(String owner, Kind kind, String occasion) {
        one.lock();
        try {
            if (before(owner, kind, occasion).isEmpty()) {
                Instant now = clock.instant();
                Row row = new Row(
                        0, owner, kind, occasion, State.EMPTY, writing.messageId(owner, kind, occasion), 0, 0, now, null, now, "");
                ledger.transact(tx -> tx.outbox().insert(tx, row, null, List.of()));
            }
        } finally {
            one.unlock();
        }
    }

    public Outcome post(Draft draft) {
        one.lock();
        try {
            Optional<State> before = before(draft.owner(), draft.kind(), draft.occasion());
            if (before.isPresent()) {
                return new Outcome.DoneBefore(before.get());
            }
            Instant now = clock.instant();
            String id = writing.messageId(draft.owner(), draft.kind(), draft.occasion());
            byte[] mail = writing.write(draft.owner(), id, now, draft.letter());
            Row row = new Row(
                    0, draft.owner(), draft.kind(), draft.occasion(), State.INTENT, id, draft.reminders(), 1, now, null,
                    draft.uselessAt(), "");
            long number = ledger.transact(tx -> tx.outbox().insert(tx, row, mail, draft.items()));
            return settle(number, draft.kind(), 1, mailer.send(draft.owner(), mail));
        } finally {
            one.unlock();
        }
    }

    /** Sends again what is known or found not to have left. */
    public void retry() {
        one.lock();
        try {
            Instant now = clock.instant();
            for (Row row : ledger.read(tx -> tx.outbox().open())) {
                again(row, now);
            }
        } finally {
            one.unlock();
        }
    }

    private void again(Row row, Instant now) {
        if (!now.isBefore(row.uselessAt()) || row.attempts() >= MOST_ATTEMPTS) {
            settle(row.id(), State.REJECTED, null, "given up: " + row.note());
            return;
        }
        Instant next = row.nextAttempt();
        boolean due = switch (row.state()) {
            case DEFERRED -> next == null || !now.isBefore(next);
            case INTENT -> mailboxHasNone(row);
            case SENT, REJECTED, EMPTY -> false;
        };
        if (!due) {
            return;
        }
        byte[] mail = ledger.read(tx -> tx.outbox().frozen(row.id()))
                .orElseThrow(() -> new IllegalStateException("mail " + row.id() + " is open and has no bytes"));
        ledger.transact(tx -> {
            tx.outbox().attempt(row.id(), now);
            return null;
        });
        settle(row.id(), row.kind(), row.attempts() + 1, mailer.send(row.owner(), mail));
    }

    /** The poll settles a mail that it sees; one that it should have seen by now did not leave. */
    private boolean mailboxHasNone(Row row) {
        Optional<Instant> read = ledger.read(tx -> tx.sources().completeSince(row.owner()));
        return read.isPresent() && read.get().isAfter(row.attemptedAt().plus(ON_ITS_WAY));
    }

    private Outcome settle(long id, Kind kind, int attempts, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent _ -> {
                settle(id, State.SENT, null, "");
                LOG.info("{} sent, attempt {}", kind.id(), attempts);
                yield new Outcome.Sent();
            }
            case Delivery.Deferred(String why) -> {
                settle(id, State.DEFERRED, clock.instant().plus(Backoff.after(attempts)), why);
                yield new Outcome.NotSent(why + " It is tried again by itself.");
            }
            case Delivery.Rejected(String why) -> {
                settle(id, State.REJECTED, null, why);
                yield new Outcome.NotSent(why);
            }
            case Delivery.Unknown(String why) -> {
                LOG.warn("it is not known whether a {} left; the mailbox will tell", kind.id());
                yield new Outcome.NotSent(why + " Whether it left, the next reading of the mailbox will tell.");
            }
        };
    }

    private void settle(long id, State state, @Nullable Instant next, String note) {
        ledger.transact(tx -> {
            tx.outbox().settle(id, state, next, note, clock.instant());
            return null;
        });
    }
}
