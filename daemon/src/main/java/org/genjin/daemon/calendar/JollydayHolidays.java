package org.genjin.daemon.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genjin.daemon.words.WordFile;

/** The public holidays that hold in a whole country, as the Jollyday library has them. Thread-safe. */
final class JollydayHolidays {

    private static final Pattern FAITH = Pattern.compile("^[A-Z]+\\.");
    private static final Pattern DAY_OF_SEVERAL = Pattern.compile("_\\d$");
    private static final Map<String, String> NAMES = names();
    private static final Set<String> COUNTRIES = Set.copyOf(HolidayManager.getSupportedCalendarCodes());

    private JollydayHolidays() {}

    /** None of a country that the library does not know. */
    static Map<LocalDate, DayOff> of(String country, Year year) {
        if (!COUNTRIES.contains(country)) {
            return Map.of();
        }
        Map<LocalDate, DayOff> days = new HashMap<>();
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        for (Holiday it : manager.getHolidays(year)) {
            if (it.getType() == HolidayType.PUBLIC_HOLIDAY) {
                days.put(it.getDate(), new DayOff(name(it), it.getDescription(Locale.ENGLISH)));
            }
        }
        return days;
    }

    /** {@code islamic.ID_AL_FITR_2} is {@code eid-al-fitr}. */
    private static String name(Holiday it) {
        String bare = FAITH.matcher(it.getPropertiesKey().toUpperCase(Locale.ROOT)).replaceFirst("");
        String name = DAY_OF_SEVERAL.matcher(bare).replaceFirst("").toLowerCase(Locale.ROOT).replace('_', '-');
        return NAMES.getOrDefault(name, name);
    }

    private static Map<String, String> names() {
        return WordFile.lines("/calendar/names.txt").stream()
                .map(it -> it.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(it -> it[0], it -> it[1]));
    }
}
