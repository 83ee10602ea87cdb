package org.genjin.daemon.reading.when;

import java.time.LocalDate;

/** The units in which time is counted, as numbers in the resource files. */
final class Units {

    static final int DAY = 1;
    static final int WORKING_DAY = 2;
    static final int WEEK = 3;
    static final int MONTH = 4;
    static final int QUARTER = 5;
    static final int YEAR = 6;
    static final int HOUR = 7;
    static final int HALF_MONTH = 8;

    private static final int HOURS = 24;

    private Units() {}

    static int days(int count, int unit) {
        return switch (unit) {
            case WEEK -> 7 * count;
            case MONTH -> 30 * count;
            case QUARTER -> 90 * count;
            case YEAR -> 365 * count;
            case HALF_MONTH -> 15 * count;
            case HOUR -> (count + HOURS - 1) / HOURS;
            default -> count;
        };
    }

    static LocalDate after(LocalDate from, int count, int unit) {
        return switch (unit) {
            case MONTH -> from.plusMonths(count);
            case QUARTER -> from.plusMonths(3L * count);
            case YEAR -> from.plusYears(count);
            case WORKING_DAY -> Calendar.plusWorkingDays(from, count);
            default -> from.plusDays(days(count, unit));
        };
    }
}
