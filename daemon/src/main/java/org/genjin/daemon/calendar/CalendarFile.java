package org.genjin.daemon.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A country's calendar as a file says it, line by line:
 *
 * <ul>
 *   <li>{@code weekend FRI SAT}: the weekly rest; Saturday and Sunday without it
 *   <li>{@code 2026-02-15..2026-02-23 spring-festival}: days of one year, or one day
 *   <li>{@code 2026-02-14 work}: worked on although it would be free
 *   <li>{@code 05-01 labour-day}: every year
 *   <li>{@code easter -2 good-friday}: days before or after Easter Sunday
 *   <li>{@code islamic 10-01 3 eid-al-fitr}: so many days from a day of the Islamic year on
 *   <li>{@code ramadan}: people fast then
 *   <li>{@code with jollyday}: what the library knows of the country belongs to it, too
 * </ul>
 *
 * A name is a key of wording. Immutable.
 */
final class CalendarFile {

    private static final Pattern RANGE = Pattern.compile("([\\d-]+)(?:\\.\\.([\\d-]+))?");
    private static final String WORK = "work";
    private static final int RAMADAN = 9;
    private static final int LONGEST_MONTH = 30;

    private record Named(DayRule rule, String name) {}

    private final Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
    private final List<Named> rules = new ArrayList<>();
    private boolean ramadan;
    private boolean withJollyday;

    /** @throws IllegalArgumentException if a line cannot be read; the message has it */
    CalendarFile(List<String> lines) {
        for (String line : lines) {
            try {
                read(line.replaceAll("\\s+#.*", "").strip().split("\\s+"));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("'" + line + "' is no line of a calendar", e);
            }
        }
        if (weekend.isEmpty()) {
            weekend.addAll(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        }
    }

    private void read(String[] words) {
        switch (words[0]) {
            case "weekend" -> Arrays.stream(words).skip(1).forEach(it -> weekend.add(weekday(it)));
            case "ramadan" -> ramadan = true;
            case "with" -> withJollyday = true;
            case "easter" -> rules.add(new Named(new DayRule.Easter(Integer.parseInt(words[1])), words[2]));
            case "islamic" -> {
                MonthDay day = MonthDay.parse("--" + words[1]);
                rules.add(new Named(
                        new DayRule.Islamic(day.getMonthValue(), day.getDayOfMonth(), Integer.parseInt(words[2])), words[3]));
            }
            default -> rules.add(new Named(days(words[0]), words[1]));
        }
    }

    private static DayOfWeek weekday(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(it -> it.name().startsWith(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no day of the week: " + word));
    }

    private static DayRule days(String word) {
        Matcher range = RANGE.matcher(word);
        if (!range.matches()) {
            throw new IllegalArgumentException("no day: " + word);
        }
        String from = range.group(1);
        String to = range.group(2) == null ? from : range.group(2);
        return from.length() == "MM-DD".length()
                ? new DayRule.Yearly(MonthDay.parse("--" + from), MonthDay.parse("--" + to))
                : new DayRule.Span(LocalDate.parse(from), LocalDate.parse(to));
    }

    /** @param known what is known of a country's year beside the file */
    CountryCalendar calendar(String country, Function<Year, Map<LocalDate, DayOff>> known) {
        return new CountryCalendar(country, weekend, year -> days(year, withJollyday ? known.apply(year) : Map.of()));
    }

    private CountryCalendar.Days days(Year year, Map<LocalDate, DayOff> known) {
        Map<LocalDate, DayOff> holidays = new HashMap<>(known);
        Set<LocalDate> worked = new HashSet<>();
        for (Named it : rules) {
            for (LocalDate day : it.rule().in(year)) {
                if (it.name().equals(WORK)) {
                    worked.add(day);
                } else {
                    holidays.put(day, DayOff.named(it.name()));
                }
            }
        }
        return new CountryCalendar.Days(holidays, worked, ramadan ? fasting(year) : Set.of());
    }

    /** The ninth month has 29 days or 30. */
    private static Set<LocalDate> fasting(Year year) {
        Set<LocalDate> after = Set.copyOf(new DayRule.Islamic(RAMADAN + 1, 1, 1).in(year));
        return new DayRule.Islamic(RAMADAN, 1, LONGEST_MONTH).in(year).stream()
                .filter(it -> !after.contains(it))
                .collect(Collectors.toSet());
    }
}
