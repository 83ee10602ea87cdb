package org.genjin.daemon.reminder;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.genjin.daemon.followup.Delivery;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.Backoff;
import org.genjin.daemon.ledger.DigestTable.State;
import org.genjin.daemon.ledger.DigestTable;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each owner one digest a day, across any crash: the exact bytes and the intent are in the ledger before the mail
 * leaves. When it is not known whether it left, the owner's mailbox is asked, as the digest comes back there; only if it
 * was read since and the digest is not in it are the same bytes sent again. One sweep at a time, whoever asks.
 */
public final class ReminderSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderSweep.class);
    private static final String NOTHING = "0".repeat(64);
    private static final int MOST_ATTEMPTS = 6;
    /** A mail may take so long from the server's acceptance to the mailbox. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final Store store;
    private final Archive archive;
    private final DigestWriter writer;
    private final Mailer mailer;
    private final Plan plan;
    private final InstantSource clock;
    private final ReentrantLock one = new ReentrantLock();

    /** @param owners those who can be sent mail */
    public record Plan(List<String> owners, LocalTime at, Set<DayOfWeek> days, ZoneId zone) {
        public Plan {
            owners = List.copyOf(owners);
            days = Set.copyOf(days);
        }
    }

    public ReminderSweep(
            Ledger ledger, Store store, Archive archive, DigestWriter writer, Mailer mailer, Plan plan, InstantSource clock) {
        this.ledger = ledger;
        this.store = store;
        this.archive = archive;
        this.writer = writer;
        this.mailer = mailer;
        this.plan = plan;
        this.clock = clock;
    }

    /** What came of one owner's digest. */
    public sealed interface Outcome {
        record Sent(int reminders, String subject) implements Outcome {}

        record NothingDue() implements Outcome {}

        /** It was sent, or given up, before. */
        record DoneBefore(State state) implements Outcome {}

        record NotSent(String why) implements Outcome {}
    }

    /** Sends what is due now: today's digests whose hour has come, and those that wait for another attempt. */
    public void run() throws IOException {
        one.lock();
        try {
            Instant now = clock.instant();
            for (DigestTable.Row row : ledger.read(tx -> tx.digests().open())) {
                again(row, now);
            }
            ZonedDateTime local = now.atZone(plan.zone());
            if (plan.days().contains(local.getDayOfWeek()) && !local.toLocalTime().isBefore(plan.at())) {
                for (String owner : plan.owners()) {
                    today(owner, now);
                }
            }
        } finally {
            one.unlock();
        }
    }

    /** Sends today's digest now, whatever the hour, to those of {@code owners} who have not had it. */
    public Map<String, Outcome> send(List<String> owners, Instant now) throws IOException {
        one.lock();
        try {
            Map<String, Outcome> outcomes = new LinkedHashMap<>();
            for (String owner : owners) {
                outcomes.put(owner, today(owner, now));
            }
            return outcomes;
        } finally {
            one.unlock();
        }
    }

    private Outcome today(String owner, Instant now) throws IOException {
        LocalDate date = now.atZone(plan.zone()).toLocalDate();
        Optional<DigestTable.Row> before = ledger.read(tx -> tx.digests().find(owner, date));
        if (before.isPresent()) {
            return new Outcome.DoneBefore(before.get().state());
        }
        DigestWriter.Written digest = writer.write(owner, now);
        if (digest.empty()) {
            insert(new DigestTable.Row(owner, date, State.EMPTY, digest.messageId(), NOTHING, 0, 0, now, null, ""), List.of());
            return new Outcome.NothingDue();
        }
        List<Store.Place> places = store.put(List.of(digest.mail()));
        insert(
                new DigestTable.Row(
                        owner, date, State.INTENT, digest.messageId(), Store.hash(digest.mail()), digest.reminders(), 1, now,
                        null, ""),
                places);
        return settle(owner, date, 1, mailer.send(owner, digest.mail()), digest.reminders(), digest.subject());
    }

    private void insert(DigestTable.Row row, List<Store.Place> places) {
        ledger.transact(tx -> {
            tx.contents().add(places);
            tx.digests().insert(row);
            return null;
        });
    }

    private void again(DigestTable.Row row, Instant now) {
        LocalDate today = now.atZone(plan.zone()).toLocalDate();
        if (row.date().isBefore(today.minusDays(1)) || row.attempts() >= MOST_ATTEMPTS) {
            settle(row.owner(), row.date(), State.REJECTED, null, "given up: " + row.note());
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
        Optional<byte[]> mail = ledger.read(tx -> archive.bytes(tx, row.frozenHash()));
        if (mail.isEmpty()) {
            settle(row.owner(), row.date(), State.REJECTED, null, "its bytes are not in the store");
            return;
        }
        ledger.transact(tx -> {
            tx.digests().attempt(row.owner(), row.date(), now);
            return null;
        });
        settle(row.owner(), row.date(), row.attempts() + 1, mailer.send(row.owner(), mail.get()), row.reminders(), "");
    }

    /** The poll settles a digest that it sees; one that it should have seen by now did not leave. */
    private boolean mailboxHasNone(DigestTable.Row row) {
        Optional<Instant> read = ledger.read(tx -> tx.sources().completeSince(row.owner()));
        return read.isPresent() && read.get().isAfter(row.attemptedAt().plus(ON_ITS_WAY));
    }

    private Outcome settle(String owner, LocalDate date, int attempts, Delivery delivery, int reminders, String subject) {
        return switch (delivery) {
            case Delivery.Sent _ -> {
                settle(owner, date, State.SENT, null, "");
                LOG.info("digest sent, {} reminders, attempt {}", reminders, attempts);
                yield new Outcome.Sent(reminders, subject);
            }
            case Delivery.Deferred(String why) -> {
                settle(owner, date, State.DEFERRED, clock.instant().plus(Backoff.after(attempts)), why);
                yield new Outcome.NotSent(why + " It is tried again by itself.");
            }
            case Delivery.Rejected(String why) -> {
                settle(owner, date, State.REJECTED, null, why);
                yield new Outcome.NotSent(why);
            }
            case Delivery.Unknown(String why) -> {
                LOG.warn("it is not known whether a digest left; the mailbox will tell");
                yield new Outcome.NotSent(why + " Whether it left, the next reading of the mailbox will tell.");
            }
        };
    }

    private void settle(String owner, LocalDate date, State state, @Nullable Instant next, String note) {
        ledger.transact(tx -> {
            tx.digests().settle(owner, date, state, next, note, clock.instant());
            return null;
        });
    }
}
