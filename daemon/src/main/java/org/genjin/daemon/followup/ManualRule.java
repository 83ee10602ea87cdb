package org.genjin.daemon.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A day that a person set stands as it was set, also on a holiday. What we write on it or later ends it. */
final class ManualRule implements ReasonRule {

    private static final int FORGOTTEN = 90;

    @Override
    public List<FollowUp> followUps(Standing standing, Day day) {
        LocalDate date = standing.byHand();
        if (date == null || isDone(standing, date, day) || date.plusDays(FORGOTTEN).isBefore(day.today())) {
            return List.of();
        }
        return List.of(new FollowUp(Reason.MANUAL, date, date, null, null, null, -1, date, 1, 1));
    }

    /** Until that day nothing else is asked for, unless the customer has written since it was set. */
    static boolean putsOff(Standing standing, Day day) {
        LocalDate date = standing.byHand();
        Instant in = standing.dealings().lastIn();
        Instant set = standing.setAt();
        return date != null && date.isAfter(day.today()) && (in == null || set == null || !in.isAfter(set));
    }

    private static boolean isDone(Standing standing, LocalDate date, Day day) {
        Instant out = standing.dealings().lastOut();
        Instant set = standing.setAt();
        return out != null && set != null && out.isAfter(set) && !day.of(out).isBefore(date);
    }
}
