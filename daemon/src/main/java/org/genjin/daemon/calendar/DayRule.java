package org.genjin.daemon.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** On which days of a year something falls. */
sealed interface DayRule {

    /** In order; none if it does not fall into that year. */
    List<LocalDate> in(Year year);

    /** Days that were fixed for one year. */
    record Span(LocalDate from, LocalDate to) implements DayRule {
        @Override
        public List<LocalDate> in(Year year) {
            return from.datesUntil(to.plusDays(1)).filter(it -> it.getYear() == year.getValue()).toList();
        }
    }

    /** The same days every year. */
    record Yearly(MonthDay from, MonthDay to) implements DayRule {
        @Override
        public List<LocalDate> in(Year year) {
            LocalDate first = year.atMonthDay(from);
            LocalDate last = year.atMonthDay(to);
            return last.isBefore(first) ? List.of() : first.datesUntil(last.plusDays(1)).toList();
        }
    }

    /** So many days before or after Easter Sunday of the western churches. */
    record Easter(int offset) implements DayRule {
        @Override
        public List<LocalDate> in(Year year) {
            return List.of(sunday(year.getValue()).plusDays(offset));
        }

        /** After Gauss, in the form that holds for every year of the Gregorian calendar. */
        private static LocalDate sunday(int year) {
            int golden = year % 19;
            int century = year / 100;
            int moon = Math.floorMod(century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15, 30);
            int full = moon - moon / 28 * (1 - moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11));
            int weekday = Math.floorMod(year + year / 4 + full + 2 - century + century / 4, 7);
            int days = full - weekday;
            int month = 3 + (days + 40) / 44;
            return LocalDate.of(year, month, days + 28 - 31 * (month / 4));
        }
    }

    /**
     * Days of the Islamic year, by the calendar of Umm al-Qura; where the moon is looked for, the day may be the one beside it.
     *
     * @param month 1 to 12
     * @param days how many, from {@code day} on; may run into the next month
     */
    record Islamic(int month, int day, int days) implements DayRule {

        private static final int MONTHS = 12;

        public Islamic {
            if (month < 1 || month > MONTHS) {
                throw new IllegalArgumentException("the Islamic year has no month " + month);
            }
        }

        @Override
        public List<LocalDate> in(Year year) {
            List<LocalDate> all = new ArrayList<>();
            int begins = HijrahDate.from(year.atDay(1)).get(ChronoField.YEAR);
            for (int of = begins - 1; of <= begins + 1; of++) {
                LocalDate first = LocalDate.from(HijrahChronology.INSTANCE.date(of, month, 1).plus(day - 1L, ChronoUnit.DAYS));
                for (int i = 0; i < days; i++) {
                    LocalDate it = first.plusDays(i);
                    if (it.getYear() == year.getValue()) {
                        all.add(it);
                    }
                }
            }
            return all;
        }
    }
}
