package org.genjin.daemon.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.genjin.daemon.calendar.SharedDays;
import org.jspecify.annotations.Nullable;

/**
 * The day that is asked for, with the calendars of both sides. Package-private rules find dates with it.
 *
 * @param zone in which days begin and end
 */
record Day(LocalDate today, ZoneId zone, SharedDays shared) {

    LocalDate of(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** On which days we wrote after {@code from}, in order, each once. */
    List<LocalDate> daysOf(List<Point> ours, LocalDate from) {
        return ours.stream().map(it -> of(it.at())).filter(it -> it.isAfter(from)).distinct().toList();
    }

    /** On {@code bare} or the next day on which both work. */
    FollowUp from(Reason reason, LocalDate bare, @Nullable Point because) {
        SharedDays.Found found = shared.onOrAfter(bare);
        return new FollowUp(reason, bare, found.day(), found.rest(), null, because, -1, null, 1, 1);
    }

    /** On {@code bare} or the last day before it on which both work, but not before {@code earliest}: a date that must not be missed. */
    FollowUp before(Reason reason, LocalDate bare, LocalDate earliest, Point because) {
        SharedDays.Found found = shared.onOrBefore(bare, earliest);
        return new FollowUp(reason, bare, found.day(), found.rest(), null, because, -1, null, 1, 1);
    }
}
