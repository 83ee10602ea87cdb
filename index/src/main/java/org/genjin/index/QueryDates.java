package org.genjin.index;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as they are asked for: {@code 2026-03-09}, {@code 2026-03}, {@code 2026}, {@code a..b}, {@code 7d}, {@code 3m}. */
final class QueryDates {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?)?月?)?年?");
    private static final Pattern AGE = Pattern.compile("(\\d{1,4})([dwmy])");

    private QueryDates() {}

    /** From the first day up to the one before {@code end}. */
    record Range(LocalDate from, LocalDate end) {}

    static Optional<Range> range(String operator, String value, LocalDate today) {
        return switch (operator) {
            case "after" -> day(value).map(it -> new Range(it.from(), LocalDate.MAX));
            case "before" -> day(value).map(it -> new Range(LocalDate.MIN, it.from()));
            case "newer_than" -> ago(value, today).map(it -> new Range(it, LocalDate.MAX));
            case "older_than" -> ago(value, today).map(it -> new Range(LocalDate.MIN, it));
            case "on", "year" -> day(value);
            default -> between(value);
        };
    }

    private static Optional<Range> between(String value) {
        int dots = value.indexOf("..");
        if (dots < 0) {
            return day(value);
        }
        Optional<Range> from = dots == 0 ? Optional.of(new Range(LocalDate.MIN, LocalDate.MIN)) : day(value.substring(0, dots));
        Optional<Range> to = dots + 2 == value.length()
                ? Optional.of(new Range(LocalDate.MAX, LocalDate.MAX))
                : day(value.substring(dots + 2));
        return from.flatMap(a -> to.map(b -> new Range(a.from(), b.end())));
    }

    private static Optional<Range> day(String value) {
        Matcher it = DATE.matcher(value);
        if (!it.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(it.group(1));
            if (it.group(2) == null) {
                return Optional.of(new Range(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)));
            }
            int month = Integer.parseInt(it.group(2));
            LocalDate first = LocalDate.of(year, month, it.group(3) == null ? 1 : Integer.parseInt(it.group(3)));
            return Optional.of(new Range(first, it.group(3) == null ? first.plusMonths(1) : first.plusDays(1)));
        } catch (DateTimeException e) {
            return Optional.empty(); // month 13: no date
        }
    }

    private static Optional<LocalDate> ago(String value, LocalDate today) {
        Matcher it = AGE.matcher(value);
        if (!it.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(it.group(1));
        return Optional.of(today.minus(
                switch (it.group(2)) {
                    case "d" -> Period.ofDays(count);
                    case "w" -> Period.ofWeeks(count);
                    case "m" -> Period.ofMonths(count);
                    default -> Period.ofYears(count);
                }));
    }
}
