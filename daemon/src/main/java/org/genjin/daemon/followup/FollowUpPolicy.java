package org.genjin.daemon.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When we must write next, and why. The whole rule, with no clock, no database and no mail in it:
 *
 * <ol>
 *   <li>A customer lost or blocked is not followed up, unless a person sets a date.
 *   <li>A date set by hand counts until the customer writes: it replaces what the rules say, sooner or later.
 *   <li>The customer wrote last and waits: a reply is owed within one working day. When it has been owed for longer than
 *       the grade allows silence, nobody waits any more: then it is a matter of silence.
 *   <li>Otherwise silence may last as long as the grade allows; the day after that is the day to write.
 * </ol>
 *
 * What falls on a day off is moved to the next working day.
 */
public final class FollowUpPolicy {

    private static final int REPLY_WITHIN_WORKING_DAYS = 1;

    private final WorkingCalendar calendar;
    private final ZoneId zone;

    /** @param zone the owner's, in which days begin and end */
    public FollowUpPolicy(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    public Optional<FollowUp> next(Standing standing, LocalDate today) {
        LocalDate byHand = standing.byHand();
        if (byHand != null && !wroteSince(standing)) {
            return Optional.of(moved(Reason.MANUAL, byHand));
        }
        Instant last = standing.lastTouch();
        if (last == null || standing.stage().closed()) {
            return Optional.empty();
        }
        LocalDate day = last.atZone(zone).toLocalDate();
        LocalDate silentUntil = day.plusDays(standing.grade().silentDays());
        if (standing.theyWroteLast() && !silentUntil.isBefore(today)) {
            return Optional.of(new FollowUp(Reason.REPLY_OWED, calendar.plus(day, REPLY_WITHIN_WORKING_DAYS), false));
        }
        return Optional.of(moved(Reason.CADENCE, silentUntil.plusDays(1)));
    }

    /** How many working days ago {@code due} was, 0 for today. */
    public int overdue(LocalDate due, LocalDate today) {
        return calendar.between(due, today);
    }

    private static boolean wroteSince(Standing standing) {
        Instant in = standing.lastIn();
        Instant set = standing.setAt();
        return in != null && set != null && in.isAfter(set);
    }

    private FollowUp moved(Reason reason, LocalDate bare) {
        LocalDate due = calendar.onOrAfter(bare);
        return new FollowUp(reason, due, !due.equals(bare));
    }
}
