package org.genjin.index;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as they are asked for: {@code 2026-03-09}, {@code 9.3.2026}, {@code 2026-03}, {@code March 2026}, {@code 2026}, {@code
 * a..b}, {@code 7d}, {@code 3 months}, {@code last week}, the words in eight languages.
 */
final class QueryDates {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?)?月?)?年?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern AGO = Pattern.compile("(\\d{1,4})\\s*(\\p{L}+)");
    private static final Pattern NAMED = Pattern.compile("(\\p{L}+)\\.?(?: (?:de |del )?(\\d{4}))?");
    private static final Pattern MONTH_ONLY = Pattern.compile("(\\d{1,2})月");
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "pt", "ru", "ar");
    private static final Map<String, Integer> MONTHS = months();

    private QueryDates() {}

    /** From the first day up to the one before {@code end}. */
    record Range(LocalDate from, LocalDate end) {

        static Range day(LocalDate day) {
            return new Range(day, day.plusDays(1));
        }

        /** With its last day, open where it has no bound. */
        String inWords() {
            String first = from.equals(LocalDate.MIN) ? "" : from.toString();
            String last = end.equals(LocalDate.MAX) ? "" : end.minusDays(1).toString();
            return first.equals(last) ? first : first + ".." + last;
        }
    }

    static Optional<Range> range(String operator, String value, LocalDate today) {
        return switch (operator) {
            case "after" -> time(value, today).map(it -> new Range(it.from(), LocalDate.MAX));
            case "before" -> time(value, today).map(it -> new Range(LocalDate.MIN, it.from()));
            case "newer_than" -> ago(value, today).map(it -> new Range(it, LocalDate.MAX));
            case "older_than" -> ago(value, today).map(it -> new Range(LocalDate.MIN, it));
            default -> between(value, today);
        };
    }

    /** Whether words that blanks part say when, together. */
    static boolean isPhrase(String words) {
        return !words.isBlank() && time(words, LocalDate.EPOCH).isPresent();
    }

    private static Optional<Range> between(String value, LocalDate today) {
        int dots = value.indexOf("..");
        if (dots < 0) {
            return time(value, today);
        }
        Optional<Range> from = dots == 0
                ? Optional.of(new Range(LocalDate.MIN, LocalDate.MIN))
                : time(value.substring(0, dots), today);
        Optional<Range> to = dots + 2 == value.length()
                ? Optional.of(new Range(LocalDate.MAX, LocalDate.MAX))
                : time(value.substring(dots + 2), today);
        return from.flatMap(a -> to.map(b -> new Range(a.from(), b.end())));
    }

    private static Optional<Range> time(String value, LocalDate today) {
        String asked = value.strip();
        return written(asked)
                .or(() -> QueryWords.KNOWN.meaning("date", asked).map(it -> word(it, today)))
                .or(() -> named(asked, today))
                .or(() -> ago(asked, today).map(it -> new Range(it, LocalDate.MAX)));
    }

    private static Optional<Range> written(String value) {
        Matcher it = DATE.matcher(value);
        Matcher european = DAY_FIRST.matcher(value);
        try {
            if (european.matches()) {
                return Optional.of(Range.day(LocalDate.of(
                        Integer.parseInt(european.group(3)), Integer.parseInt(european.group(2)),
                        Integer.parseInt(european.group(1)))));
            }
            if (!it.matches()) {
                return Optional.empty();
            }
            int year = Integer.parseInt(it.group(1));
            if (it.group(2) == null) {
                return Optional.of(new Range(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)));
            }
            int month = Integer.parseInt(it.group(2));
            return Optional.of(it.group(3) == null
                    ? month(year, month)
                    : Range.day(LocalDate.of(year, month, Integer.parseInt(it.group(3)))));
        } catch (DateTimeException e) {
            return Optional.empty(); // month 13: no date
        }
    }

    private static Range month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Range(first, first.plusMonths(1));
    }

    private static Range word(String word, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = today.withDayOfMonth(1);
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        LocalDate year = today.withDayOfYear(1);
        return switch (word) {
            case "today" -> Range.day(today);
            case "yesterday" -> Range.day(today.minusDays(1));
            case "before-yesterday" -> Range.day(today.minusDays(2));
            case "this-week" -> new Range(monday, monday.plusWeeks(1));
            case "last-week" -> new Range(monday.minusWeeks(1), monday);
            case "this-month" -> new Range(first, first.plusMonths(1));
            case "last-month" -> new Range(first.minusMonths(1), first);
            case "this-quarter" -> new Range(quarter, quarter.plusMonths(3));
            case "last-quarter" -> new Range(quarter.minusMonths(3), quarter);
            case "this-year" -> new Range(year, year.plusYears(1));
            case "last-year" -> new Range(year.minusYears(1), year);
            case "year-before-last" -> new Range(year.minusYears(2), year.minusYears(1));
            default -> throw new IllegalStateException("no such time: " + word);
        };
    }

    private static Optional<LocalDate> ago(String value, LocalDate today) {
        Matcher it = AGO.matcher(value.strip());
        if (!it.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(it.group(1));
        return QueryWords.KNOWN.meaning("unit", it.group(2)).map(unit -> today.minus(
                switch (unit) {
                    case "d" -> Period.ofDays(count);
                    case "w" -> Period.ofWeeks(count);
                    case "m" -> Period.ofMonths(count);
                    default -> Period.ofYears(count);
                }));
    }

    /** A month by its name; without a year the last that has begun. */
    private static Optional<Range> named(String value, LocalDate today) {
        Matcher numbered = MONTH_ONLY.matcher(value);
        Matcher it = NAMED.matcher(value);
        Integer month = numbered.matches()
                ? Integer.valueOf(numbered.group(1))
                : it.matches() ? MONTHS.get(Folding.of(it.group(1))) : null;
        if (month == null || month < 1 || month > 12) {
            return Optional.empty();
        }
        boolean dated = !numbered.matches() && it.group(2) != null;
        int year = dated ? Integer.parseInt(it.group(2)) : today.getYear() - (month > today.getMonthValue() ? 1 : 0);
        return Optional.of(month(year, month));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = Folding.of(month.getDisplayName(style, Locale.of(language))).replace(".", "");
                    if (name.length() > 2) {
                        months.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        return months;
    }
}
