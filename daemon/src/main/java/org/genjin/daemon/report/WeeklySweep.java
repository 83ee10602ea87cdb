package org.genjin.daemon.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.ledger.OutboxTable.Kind;
import org.genjin.daemon.outbox.MailPlan;
import org.genjin.daemon.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each owner one mail a week, on its first working day. Who was down then sends it on the next one; a week later nobody
 * wants it. What waits for another attempt is the outbox's matter. Thread-safe.
 */
public final class WeeklySweep {

    private static final Logger LOG = LoggerFactory.getLogger(WeeklySweep.class);

    private final WeeklyWriter writer;
    private final Outbox outbox;
    private final List<String> owners;
    private final Function<String, MailPlan> plans;
    private final InstantSource clock;

    /**
     * @param owners those who are to have it and can be sent mail
     * @param plans of every owner
     */
    public WeeklySweep(WeeklyWriter writer, Outbox outbox, List<String> owners, Function<String, MailPlan> plans, InstantSource clock) {
        this.writer = writer;
        this.outbox = outbox;
        this.owners = List.copyOf(owners);
        this.plans = plans;
        this.clock = clock;
    }

    /** Sends what is to be sent now to whom has not had it. Safe to run as often as one likes. */
    public void run() {
        owners.forEach(this::run);
    }

    /** Sends one owner what is to be sent now. */
    public void run(String owner) {
        Instant now = clock.instant();
        if (owners.contains(owner) && isTime(plans.apply(owner), now) && outbox.isTime(now)
                && outbox.before(owner, Kind.WEEKLY, occasion(owner, now)).isEmpty()) {
            Outbox.Outcome outcome = send(owner, now);
            LOG.debug("weekly mail: {}", outcome);
        }
    }

    /** Whether mails are to leave now. */
    private static boolean isTime(MailPlan plan, Instant now) {
        CountryCalendar days = plan.days();
        ZonedDateTime local = now.atZone(plan.zone());
        LocalDate today = local.toLocalDate();
        LocalDate first = days.onOrAfter(Span.monday(today));
        boolean soon = today.equals(first) || today.equals(days.plus(first, 1));
        return soon && Span.monday(first).equals(Span.monday(today)) && !local.toLocalTime().isBefore(plan.at());
    }

    /** How the mail would be now. */
    public WeeklyWriter.Written write(String owner, Instant now) {
        return writer.write(owner, now);
    }

    /** Sends an owner this week's mail now, whatever the day, unless they have had it; an empty one is not sent. */
    public Outbox.Outcome send(String owner, Instant now) {
        String occasion = occasion(owner, now);
        ZoneId zone = plans.apply(owner).zone();
        WeeklyWriter.Written mail = writer.write(owner, now);
        if (mail.empty()) {
            outbox.skip(owner, Kind.WEEKLY, occasion);
        }
        Instant uselessAt = Span.monday(now.atZone(zone).toLocalDate()).plusWeeks(1).atStartOfDay(zone).toInstant();
        return outbox.post(new Outbox.Draft(owner, Kind.WEEKLY, occasion, mail.letter(), uselessAt, 0, List.of()));
    }

    /** The week, as ISO 8601 counts them: {@code 2026-W48}. */
    private String occasion(String owner, Instant now) {
        LocalDate day = now.atZone(plans.apply(owner).zone()).toLocalDate();
        return String.format(
                Locale.ROOT, "%d-W%02d", day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
