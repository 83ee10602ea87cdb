package org.genjin.daemon.reminder;

import java.time.DayOfWeek;
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
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.OutboxTable.Kind;
import org.genjin.daemon.outbox.Outbox;

/** Sends each owner one digest a local day. One sweep at a time, whoever asks. */
public final class ReminderSweep {

    private final DigestWriter writer;
    private final Outbox outbox;
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

    public ReminderSweep(DigestWriter writer, Outbox outbox, Plan plan, InstantSource clock) {
        this.writer = writer;
        this.outbox = outbox;
        this.plan = plan;
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

    /** Sends what is due now: today's digests whose hour has come, and what waits for another attempt. */
    public void run() {
        one.lock();
        try {
            outbox.retry();
            Instant now = clock.instant();
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
    public Map<String, Outcome> send(List<String> owners, Instant now) {
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

    private Outcome today(String owner, Instant now) {
        LocalDate date = now.atZone(plan.zone()).toLocalDate();
        String occasion = date.toString();
        Optional<OutboxTable.State> before = outbox.before(owner, Kind.DIGEST, occasion);
        if (before.isPresent()) {
            return new Outcome.DoneBefore(before.get());
        }
        DigestWriter.Written digest = writer.write(owner, now);
        if (digest.empty()) {
            outbox.skip(owner, Kind.DIGEST, occasion);
            return new Outcome.NothingDue();
        }
        Instant uselessAt = date.plusDays(1).atStartOfDay(plan.zone()).toInstant();
        Outbox.Draft draft = new Outbox.Draft(
                owner, Kind.DIGEST, occasion, digest.letter(), uselessAt, digest.reminders(), digest.items());
        return switch (outbox.post(draft)) {
            case Outbox.Outcome.Sent _ -> new Outcome.Sent(digest.reminders(), digest.letter().subject());
            case Outbox.Outcome.DoneBefore(OutboxTable.State state) -> new Outcome.DoneBefore(state);
            case Outbox.Outcome.NotSent(String why) -> new Outcome.NotSent(why);
        };
    }
}
