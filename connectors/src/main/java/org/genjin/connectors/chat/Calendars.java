package org.genjin.connectors.chat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahChronology;
import java.time.chrono.MinguoChronology;
import java.time.chrono.ThaiBuddhistChronology;
import org.jspecify.annotations.Nullable;

/**
 * Days as phones print them: by the calendar of the region that is set. Which one it is follows from the year, as there was
 * no WhatsApp before 2009: 2568 is Buddhist, 1446 Islamic, 1404 Persian, 114 of the Republic of China. Pure.
 */
final class Calendars {

    private static final int FIRST_YEAR = 2009;
    private static final int BUDDHIST = 543;

    private Calendars() {}

    /**
     * @param digits how many the year was printed with
     * @param latest after which nothing was said; null if not known
     * @throws DateTimeException if there is no such day
     */
    static LocalDate day(int year, int digits, int month, int day, @Nullable LocalDate latest) {
        if (digits == 2) {
            int last = latest == null ? Integer.MAX_VALUE : latest.getYear();
            int buddhist = year + 2500 - BUDDHIST;
            boolean asBuddhist = year + 2000 > last && buddhist >= FIRST_YEAR && buddhist <= last;
            return LocalDate.of(asBuddhist ? buddhist : year + 2000, month, day);
        }
        if (digits == 3) {
            return LocalDate.from(MinguoChronology.INSTANCE.date(year, month, day));
        }
        if (year >= FIRST_YEAR + BUDDHIST && year < FIRST_YEAR + BUDDHIST + 200) {
            return LocalDate.from(ThaiBuddhistChronology.INSTANCE.date(year, month, day));
        }
        if (year >= 1430 && year <= 1500) {
            return LocalDate.from(HijrahChronology.INSTANCE.date(year, month, day));
        }
        return year >= 1388 && year < 1430 ? persian(year, month, day) : LocalDate.of(year, month, day);
    }

    /** By cycles of 33 years with eight leap years, which is exact from 1797 to 2256. */
    private static LocalDate persian(int year, int month, int day) {
        if (day > (month <= 6 ? 31 : 30)) {
            throw new DateTimeException("there is no day " + day + " in that month");
        }
        int years = year - 979;
        int months = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6;
        long days = 365L * years + years / 33 * 8L + (years % 33 + 3) / 4 + months + day - 1;
        return LocalDate.of(1600, 3, 20).plusDays(days);
    }
}
