package org.genjin.daemon.calendar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.genjin.daemon.words.WordFile;
import org.jspecify.annotations.Nullable;

/** The calendar of each country, read when somebody first asks for it. Thread-safe. */
public final class Calendars {

    private final Map<String, CountryCalendar> calendars = new ConcurrentHashMap<>();

    /** @param country ISO 3166 alpha-2; null or "" if not known */
    public CountryCalendar of(@Nullable String country) {
        return country == null || country.isEmpty()
                ? CountryCalendar.UNKNOWN
                : calendars.computeIfAbsent(country, Calendars::read);
    }

    private static CountryCalendar read(String country) {
        String path = "/calendar/" + country + ".txt";
        CalendarFile file = new CalendarFile(
                Calendars.class.getResource(path) == null ? java.util.List.of("with jollyday") : WordFile.lines(path));
        return file.calendar(country, year -> JollydayHolidays.of(country, year));
    }
}
