package org.genjin.daemon.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A country's days off: its weekly rest, its holidays, and the days that are worked on although they would be free. What a year
 * has is worked out when somebody first asks for it. Thread-safe.
 */
public final class CountryCalendar {

    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /**
     * What one year has.
     *
     * @param worked days of the weekly rest that are worked on, for the sake of a long holiday
     * @param fasting days of Ramadan, in countries that keep it
     */
    record Days(Map<LocalDate, DayOff> holidays, Set<LocalDate> worked, Set<LocalDate> fasting) {

        static final Days NONE = new Days(Map.of(), Set.of(), Set.of());

        Days {
            holidays = Map.copyOf(holidays);
            worked = Set.copyOf(worked);
            fasting = Set.copyOf(fasting);
        }
    }

    /** Of a country that nothing is known of: Saturday and Sunday are free. */
    public static final CountryCalendar UNKNOWN = new CountryCalendar("", SATURDAY_AND_SUNDAY, _ -> Days.NONE);

    private final String country;
    private final Set<DayOfWeek> weekend;
    private final Function<Year, Days> days;
    private final Map<Integer, Days> years = new ConcurrentHashMap<>();

    /** @param country ISO 3166 alpha-2; "" if not known */
    CountryCalendar(String country, Set<DayOfWeek> weekend, Function<Year, Days> days) {
        this.country = country;
        this.weekend = weekend.isEmpty() ? Set.of() : EnumSet.copyOf(weekend);
        this.days = days;
    }

    /** ISO 3166 alpha-2; "" if not known. */
    public String country() {
        return country;
    }

    /** Why {@code date} is not worked on; empty if it is. A holiday goes before the weekend that it falls on. */
    public Optional<DayOff> dayOff(LocalDate date) {
        Days year = year(date);
        if (year.worked().contains(date)) {
            return Optional.empty();
        }
        DayOff holiday = year.holidays().get(date);
        if (holiday != null) {
            return Optional.of(holiday);
        }
        return weekend.contains(date.getDayOfWeek()) ? Optional.of(DayOff.REST) : Optional.empty();
    }

    public boolean isWorkingDay(LocalDate date) {
        return dayOff(date).isEmpty();
    }

    /** {@code date} itself, or the first working day after it. */
    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The {@code count}-th working day after {@code date}. */
    public LocalDate plus(LocalDate date, int count) {
        LocalDate day = date;
        for (int i = 0; i < count; i++) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** The {@code count}-th working day before {@code date}. */
    public LocalDate minus(LocalDate date, int count) {
        LocalDate day = date;
        for (int i = 0; i < count; i++) {
            do {
                day = day.minusDays(1);
            } while (!isWorkingDay(day));
        }
        return day;
    }

    /** How many working days lie after {@code from}, up to and with {@code to}; 0 if {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    /** Whether it is Ramadan there: people work shorter hours and answer later. */
    public boolean isRamadan(LocalDate date) {
        return year(date).fasting().contains(date);
    }

    /**
     * Those who work on {@code working} only, and on whatever free day the country works on; its holidays are free.
     *
     * @param working at least one
     */
    public CountryCalendar workingOn(Set<DayOfWeek> working) {
        if (working.isEmpty()) {
            throw new IllegalArgumentException("a week needs a working day");
        }
        return new CountryCalendar(country, EnumSet.complementOf(EnumSet.copyOf(working)), days);
    }

    private Days year(LocalDate date) {
        return years.computeIfAbsent(date.getYear(), it -> days.apply(Year.of(it)));
    }
}
