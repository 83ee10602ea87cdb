package org.genjin.daemon.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
 * since and the mail is not in it are the same bytes sent again (RFC 1047 says why SMTP can do no better). While the mailbox
 * cannot be read nothing is sent twice; when nobody needs the mail any more it is given up, and said. Thread-safe; one mail at
 * a time for each owner, so that a slow server keeps nobody else waiting.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    /** A day of tries: the pauses grow to an hour. */
    private static final int MOST_ATTEMPTS = 30;
    /** A mail may take so long from the server's acceptance to the mailbox. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);
    private static final Duration LET_IN_AGAIN = Duration.ofHours(1);
    /** A clock that was set right by less is nothing to heed. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    /** By then nobody answers a mail any more. */
    private static final Duration NUMBERS_KEPT = Duration.ofDays(31);
    private static final Duration ROWS_KEPT = Duration.ofDays(400);

    private final Ledger ledger;
    private final OwnMail writing;
    private final Mailer mailer;
    private final InstantSource clock;
    private final Instant earliest;
    private final Map<String, ReentrantLock> owners = new ConcurrentHashMap<>();

    public Outbox(Ledger ledger, Mailer mailer, InstantSource clock) {
        this.ledger = ledger;
        this.writing = new OwnMail(ledger.hashKey());
        this.mailer = mailer;
        this.clock = clock;
        this.earliest = ledger.read(tx -> tx.sources().lastPoll()).map(it -> it.minus(CLOCKS_DIFFER)).orElse(Instant.MIN);
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

    /**
     * Whether the clock can be right: before this process began, sources had been read later than that. A machine whose clock
     * has lost its battery begins in 1970, and what is written then is dated so.
     */
    public boolean isTime(Instant now) {
        return !now.isBefore(earliest);
    }

    /** What became of the mail of an occasion; empty if there has been none. */
    public Optional<State> before(String owner, Kind kind, String occasion) {
        return ledger.read(tx -> tx.outbox().find(owner, kind, occasion)).map(Row::state);
    }

    /** When the last mail of a kind was tried to be sent to an owner, by {@code now}. */
    public Optional<Instant> last(String owner, Kind kind, Instant now) {
        return ledger.read(tx -> tx.outbox().lastAttempt(owner, kind, now));
    }

    /** Notes that an occasion called for no mail. */
    public void skip(String owner, Kind kind, String occasion) {
        ReentrantLock one = lane(owner);
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
        ReentrantLock one = lane(draft.owner());
        one.lock();
        try {
            Optional<State> before = before(draft.owner(), draft.kind(), draft.occasion());
            if (before.isPresent()) {
                return new Outcome.DoneBefore(before.get());
            }
            Instant now = clock.instant();
            if (!isTime(now)) {
                return new Outcome.NotSent(
                        "The clock of this machine says " + now + ", and its ledger knows of later days; set the clock right.");
            }
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

    /** Lets an occasion be told of though its mail was refused: a person wants it, and may have mended what was wrong. */
    public void allowAgain(String owner, Kind kind, String occasion) {
        ReentrantLock one = lane(owner);
        one.lock();
        try {
            ledger.read(tx -> tx.outbox().find(owner, kind, occasion))
                    .filter(it -> it.state() == State.REJECTED)
                    .ifPresent(it -> remove(it.id()));
        } finally {
            one.unlock();
        }
    }

    /** Sends again what is known or found not to have left, of every owner. */
    public void retry() {
        ledger.read(tx -> tx.outbox().open()).stream().map(Row::owner).distinct().forEach(this::retry);
    }

    /** Sends again what is known or found not to have left, of one owner. */
    public void retry(String owner) {
        ReentrantLock one = lane(owner);
        one.lock();
        try {
            Instant now = clock.instant();
            if (isTime(now)) {
                ledger.read(tx -> tx.outbox().open()).stream().filter(it -> it.owner().equals(owner)).forEach(it -> again(it, now));
            }
        } finally {
            one.unlock();
        }
    }

    /** Has what waits tried at the next occasion: whoever starts the daemon may have mended what was wrong. */
    public void wake() {
        ledger.transact(tx -> {
            tx.outbox().wake();
            return null;
        });
    }

    /** Drops what nobody asks for any more: what numbers stood for, and in the end that there was a mail. */
    public void forgetOld() {
        Instant now = clock.instant();
        if (isTime(now)) {
            ledger.transact(tx -> {
                tx.outbox().drop(now.minus(NUMBERS_KEPT), now.minus(ROWS_KEPT));
                return null;
            });
        }
    }

    private void again(Row row, Instant now) {
        if (!now.isBefore(row.uselessAt()) || row.attempts() >= MOST_ATTEMPTS) {
            giveUp(row);
            return;
        }
        Instant next = row.nextAttempt();
        boolean due = switch (row.state()) {
            // Also when the clock was set back since: nothing waits for longer than the longest pause.
            case DEFERRED -> next == null || !now.isBefore(next) || now.isBefore(row.attemptedAt());
            case INTENT -> mailboxHasNone(row);
            case SENT, REJECTED, EMPTY -> false;
        };
        if (!due) {
            return;
        }
        Optional<byte[]> mail = ledger.read(tx -> tx.outbox().frozen(row.id()));
        if (mail.isEmpty()) {
            remove(row.id()); // it named somebody who was to be forgotten, and is written anew without them
            return;
        }
        // The poll may have found it meanwhile.
        if (ledger.transact(tx -> tx.outbox().attempt(row, now))) {
            settle(row.id(), row.kind(), row.attempts() + 1, mailer.send(row.owner(), mail.get()));
        }
    }

    private void giveUp(Row row) {
        String why = row.state() == State.INTENT
                ? "It is not known whether it left, as the mailbox could not be read since; so it was not sent again. " + row.note()
                : row.note();
        if (settle(row.id(), row.state(), State.REJECTED, null, why.strip())) {
            LOG.error("a {} was given up after {} attempts; 'genjin status' says why", row.kind().id(), row.attempts());
        }
    }

    /** The poll settles a mail that it sees; one that it should have seen by now did not leave. */
    private boolean mailboxHasNone(Row row) {
        Optional<Instant> read = ledger.read(tx -> tx.sources().completeSince(row.owner()));
        return read.isPresent() && read.get().isAfter(row.attemptedAt().plus(ON_ITS_WAY));
    }

    private Outcome settle(long id, Kind kind, int attempts, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent _ -> {
                settle(id, State.INTENT, State.SENT, null, "");
                LOG.info("{} sent, attempt {}", kind.id(), attempts);
                yield new Outcome.Sent();
            }
            case Delivery.Deferred(String why) -> {
                settle(id, State.INTENT, State.DEFERRED, clock.instant().plus(Backoff.after(attempts)), why);
                yield new Outcome.NotSent(why + " It is tried again by itself.");
            }
            case Delivery.NotLetIn(String why) -> {
                settle(id, State.INTENT, State.DEFERRED, clock.instant().plus(LET_IN_AGAIN), why);
                LOG.warn("the server does not take the login for a {}; it is tried again in an hour", kind.id());
                yield new Outcome.NotSent(why + " It is tried again each hour, and when the daemon is started.");
            }
            case Delivery.Rejected(String why) -> {
                settle(id, State.INTENT, State.REJECTED, null, why);
                LOG.error("a {} was refused for good; 'genjin status' says why", kind.id());
                yield new Outcome.NotSent(why);
            }
            case Delivery.Unknown(String why) -> {
                ledger.transact(tx -> {
                    tx.outbox().note(id, why);
                    return null;
                });
                LOG.warn("it is not known whether a {} left; the mailbox will tell", kind.id());
                yield new Outcome.NotSent(why + " Whether it left, the next reading of the mailbox will tell.");
            }
        };
    }

    /** @return false if it is in another state by now: the mailbox goes before what a server says */
    private boolean settle(long id, State from, State to, @Nullable Instant next, String note) {
        return ledger.transact(tx -> tx.outbox().settle(id, from, to, next, note, clock.instant()));
    }

    private void remove(long id) {
        ledger.transact(tx -> {
            tx.outbox().remove(id);
            return null;
        });
    }

    private ReentrantLock lane(String owner) {
        return owners.computeIfAbsent(owner, _ -> new ReentrantLock());
    }
}
