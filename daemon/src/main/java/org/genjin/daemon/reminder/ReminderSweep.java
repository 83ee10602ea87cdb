package org.genjin.daemon.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.OutboxTable.Kind;
import org.genjin.daemon.outbox.MailPlan;
import org.genjin.daemon.outbox.Outbox;

/**
 * Sends each owner one digest a working day, from the owner's own hour on and until the day is over. A day that has passed is
 * not made up for: what was due then is in the next digest. Thread-safe.
 */
public final class ReminderSweep {

    /**
     * An owner who moves to a time zone in which it is yesterday has just had a digest. Late in one day and early on the next are
     * further apart.
     */
    private static final Duration AT_LEAST = Duration.ofHours(6);

    private final DigestWriter writer;
    private final Outbox outbox;
    private final List<String> owners;
    private final Function<String, MailPlan> plans;
    private final BiPredicate<String, LocalDate> paused;
    private final InstantSource clock;

    /**
     * @param owners those who can be sent mail
     * @param plans of every owner
     * @param paused whether an owner wants no mails on a day
     */
    public ReminderSweep(
            DigestWriter writer, Outbox outbox, List<String> owners, Function<String, MailPlan> plans,
            BiPredicate<String, LocalDate> paused, InstantSource clock) {
        this.writer = writer;
        this.outbox = outbox;
        this.owners = List.copyOf(owners);
        this.plans = plans;
        this.paused = paused;
        this.clock = clock;
    }

    /** What came of one owner's digest. */
    public sealed interface Outcome {
        record Sent(int reminders, String subject) implements Outcome {}

        record NothingDue() implements Outcome {}

        /** It was sent, or given up, before. */
        record DoneBefore(OutboxTable.State state) implements Outcome {}

        record NotSent(String why) implements Outcome {}
    }

    /** Those who can be sent mail. */
    public List<String> owners() {
        return owners;
    }

    /** Sends what is due now to everybody, one after another. */
    public void run() {
        owners.forEach(this::run);
    }

    /** Sends what is due now to one owner: today's digest if its hour has come, and what waits for another attempt. */
    public void run(String owner) {
        outbox.retry(owner);
        Instant now = clock.instant();
        boolean justHad = outbox.last(owner, Kind.DIGEST, now).filter(last -> now.isBefore(last.plus(AT_LEAST))).isPresent();
        if (isTime(plans.apply(owner), now) && !isPaused(owner) && outbox.isTime(now) && !justHad) {
            today(owner, now);
        }
    }

    /** Whether a digest may be sent by now, today. */
    private static boolean isTime(MailPlan plan, Instant now) {
        ZonedDateTime local = now.atZone(plan.zone());
        return !local.toLocalTime().isBefore(plan.at()) && plan.days().isWorkingDay(local.toLocalDate());
    }

    /** Whether an owner wants no mails today. */
    public boolean isPaused(String owner) {
        return paused.test(owner, date(owner, clock.instant()));
    }

    /**
     * Sends today's digest now, whatever the hour, to those of {@code some} who have not had it; also to whom it was refused
     * before, as somebody asks for it.
     */
    public Map<String, Outcome> send(List<String> some, Instant now) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (String owner : some) {
            outbox.allowAgain(owner, Kind.DIGEST, occasion(owner, now));
            outcomes.put(owner, today(owner, now));
        }
        return outcomes;
    }

    private String occasion(String owner, Instant now) {
        return date(owner, now).toString();
    }

    private LocalDate date(String owner, Instant now) {
        return now.atZone(plans.apply(owner).zone()).toLocalDate();
    }

    private Outcome today(String owner, Instant now) {
        String occasion = occasion(owner, now);
        Optional<OutboxTable.State> before = outbox.before(owner, Kind.DIGEST, occasion);
        if (before.isPresent()) {
            return new Outcome.DoneBefore(before.get());
        }
        DigestWriter.Written digest = writer.write(owner, now);
        if (digest.empty()) {
            outbox.skip(owner, Kind.DIGEST, occasion);
            return new Outcome.NothingDue();
        }
        Instant uselessAt = date(owner, now).plusDays(1).atStartOfDay(plans.apply(owner).zone()).toInstant();
        Outbox.Draft draft = new Outbox.Draft(
                owner, Kind.DIGEST, occasion, digest.letter(), uselessAt, digest.reminders(), digest.items());
        return switch (outbox.post(draft)) {
            case Outbox.Outcome.Sent _ -> new Outcome.Sent(digest.reminders(), digest.letter().subject());
            case Outbox.Outcome.DoneBefore(OutboxTable.State state) -> new Outcome.DoneBefore(state);
            case Outbox.Outcome.NotSent(String why) -> new Outcome.NotSent(why);
        };
    }
}
