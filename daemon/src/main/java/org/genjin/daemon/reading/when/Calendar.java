package org.genjin.daemon.reading.when;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * What a text's dates count from, and how it writes them in figures.
 *
 * @param today the day of writing; null if not known: only dates with a year can be told then
 * @param monthFirst whether 6/5 is the fifth of June
 * @param dotted whether 6.5 may be a date, not only an amount
 */
record Calendar(@Nullable LocalDate today, boolean monthFirst, boolean dotted) {

    private static final int CENTURY = 2000;

    /** A date; without a year (-1) the next such one, today counting. Null if there is no such day. */
    @Nullable LocalDate date(int year, int month, int day) {
        try {
            if (year >= 0) {
                int full = year < 100 ? CENTURY + year : year;
                return full < 1990 || full >= 2100 ? null : LocalDate.of(full, month, day);
            }
            return today == null ? null : next(MonthDay.of(month, day), today);
        } catch (DateTimeException e) {
            return null; // 31 June and the like: no date, so nothing that was said
        }
    }

    /** From figures parted by a mark, in the order of the country. */
    @Nullable LocalDate figures(int one, int two, int year, boolean dotted) {
        boolean monthIsFirst = one <= 12 && (dotted ? monthFirst : two > 12 || monthFirst);
        return monthIsFirst ? date(year, one, two) : date(year, two, one);
    }

    private static LocalDate next(MonthDay day, LocalDate from) {
        int year = from.getYear();
        if (from.isAfter(day.atYear(year))) {
            year++;
        }
        while (!day.isValidYear(year) && year < Year.MAX_VALUE) {
            year++;
        }
        return day.atYear(year);
    }

    /** Weekends are not counted. */
    static LocalDate plusWorkingDays(LocalDate from, int days) {
        LocalDate date = from.plusDays(days / 5 * 7L);
        for (int rest = days % 5; rest > 0; ) {
            date = date.plusDays(1);
            rest -= date.getDayOfWeek().getValue() <= 5 ? 1 : 0;
        }
        return date;
    }
}
