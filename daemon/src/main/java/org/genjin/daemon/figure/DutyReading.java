package org.genjin.daemon.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.followup.Dealings;
import org.genjin.daemon.followup.DealingsReading;
import org.genjin.daemon.followup.Event;
import org.genjin.daemon.followup.FollowUp;
import org.genjin.daemon.followup.FollowUpPolicy;
import org.genjin.daemon.followup.Point;
import org.genjin.daemon.followup.Reason;

/**
 * Looks back at what fell due with a customer, by the rules that say who is due: each working morning is asked for again. Done is
 * what by the end of the next working day we wrote to the customer about, or a person decided about, or what was no longer due
 * then as the customer had answered. Immutable.
 */
public final class DutyReading {

    private final FollowUpPolicy policy;
    private final ZoneId zone;
    private final List<LocalDate> days;
    private final List<Instant> mornings;
    private final Instant now;

    /**
     * @param from the first day that counts
     * @param now what comes later has not been said yet
     */
    public DutyReading(FollowUpPolicy policy, ZoneId zone, LocalDate from, Instant now) {
        this.policy = policy;
        this.zone = zone;
        this.now = now;
        CountryCalendar ours = policy.ours();
        List<LocalDate> working = new ArrayList<>();
        working.add(ours.minus(from, 1));
        LocalDate today = now.atZone(zone).toLocalDate();
        for (LocalDate day = ours.onOrAfter(from); !day.isAfter(today); day = ours.plus(day, 1)) {
            working.add(day);
        }
        this.days = List.copyOf(working);
        this.mornings = days.stream().map(this::begin).toList();
    }

    /** What makes a follow-up the same on the next day. */
    private record Sign(Reason reason, long because, int pledge, int round) {
        static Sign of(FollowUp it) {
            Point because = it.because();
            return new Sign(it.reason(), because == null ? 0 : because.message(), it.pledge(), it.round());
        }

        /** Of the same, though it may be another round. */
        boolean isAbout(Sign other) {
            return reason == other.reason && because == other.because && pledge == other.pledge;
        }
    }

    /** @param theirs the customer's calendar */
    public List<Duty> read(History history, CountryCalendar theirs) {
        List<Duty> duties = new ArrayList<>();
        List<Dealings> course = DealingsReading.course(history.events(), zone, mornings);
        List<Set<Sign>> due = new ArrayList<>(days.size());
        for (int i = 0; i < days.size(); i++) {
            due.add(due(history, theirs, days.get(i), course.get(i), mornings.get(i)));
        }
        for (int i = 1; i < days.size(); i++) {
            for (Sign it : due.get(i)) {
                if (!due.get(i - 1).contains(it)) {
                    Set<Sign> then = i + 2 < due.size() ? due.get(i + 2) : Set.of(it);
                    duties.add(new Duty(it.reason(), days.get(i), outcome(history, days.get(i), then.stream().noneMatch(it::isAbout))));
                }
            }
        }
        return duties;
    }

    private Set<Sign> due(History history, CountryCalendar theirs, LocalDate day, Dealings dealings, Instant morning) {
        Set<Sign> signs = new HashSet<>();
        if (dealings.last() != null || history.known().byHand() != null) {
            policy.assess(history.at(morning, dealings), theirs, day).due(day).forEach(it -> signs.add(Sign.of(it)));
        }
        return signs;
    }

    /** @param gone whether it was not due any more when its time was over */
    private Duty.Outcome outcome(History history, LocalDate due, boolean gone) {
        Instant from = begin(due);
        Instant until = begin(policy.ours().plus(due, 1).plusDays(1));
        boolean wrote = history.events().stream().anyMatch(it -> isOurs(it) && isWithin(it.at(), from, until));
        boolean decided = history.decisions().stream().anyMatch(it -> isWithin(it, from, until));
        if (wrote || decided || gone) {
            return Duty.Outcome.ON_TIME;
        }
        return until.isAfter(now) ? Duty.Outcome.OPEN : Duty.Outcome.LATE;
    }

    private static boolean isOurs(Event it) {
        return !it.isTheirs();
    }

    private static boolean isWithin(Instant it, Instant from, Instant until) {
        return !it.isBefore(from) && it.isBefore(until);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
