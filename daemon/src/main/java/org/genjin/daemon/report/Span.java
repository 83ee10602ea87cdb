package org.genjin.daemon.report;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.calendar.CountryCalendar;
import org.genjin.daemon.calendar.OfficeHours;

/**
 * Which time a report is about: some weeks that are over, from Monday to Sunday, the one that runs, and the year.
 *
 * @param count how many weeks that are over
 */
record Span(Instant at, int count, CountryCalendar calendar, ZoneId zone) {

    private static final int YEAR_WEEKS = 52;

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    LocalDate today() {
        return day(at);
    }

    LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The Mondays of the weeks that are over, the oldest first. */
    List<LocalDate> weeks() {
        List<LocalDate> mondays = new ArrayList<>();
        for (int i = count; i > 0; i--) {
            mondays.add(monday(today()).minusWeeks(i));
        }
        return mondays;
    }

    LocalDate firstDay() {
        return weeks().getFirst();
    }

    Instant begin() {
        return firstDay().atStartOfDay(zone).toInstant();
    }

    boolean isInYear(Instant it) {
        return !it.isAfter(at) && !it.isBefore(monday(today()).minusWeeks(YEAR_WEEKS).atStartOfDay(zone).toInstant());
    }

    Duration worked(Instant from, Instant to) {
        return OfficeHours.between(from, to, calendar, zone);
    }
}
