package org.genjin.daemon.customerlist.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.file.Cell;
import org.jspecify.annotations.Nullable;

/** Days as people write them into lists, in any of the languages. A day is only what names one. */
final class DateWords {

    private static final List<String> LANGUAGES = List.of(
            "en", "es", "fr", "pt", "de", "ru", "ar", "ar-SY", "ar-MA", "it", "tr", "nl", "pl", "cs", "uk", "sv", "da", "nb", "fi",
            "hu", "ro", "el", "id", "ms", "vi", "he", "kk");
    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> FILLERS = Set.of(
            "de", "del", "of", "the", "den", "der", "le", "el", "am", "г", "года", "г.", "год", "dia", "em", "on", "by", "до", "bis", "r", "roku");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "^(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号.]?(?:$|[\\sT(（,，;].*)", Pattern.DOTALL);
    private static final Pattern EIGHT = Pattern.compile("^((?:19|20)\\d{2})(\\d{2})(\\d{2})$");
    private static final Pattern YEAR_LAST = Pattern.compile(
            "^(\\d{1,2})\\s*([-/. ])\\s*(\\d{1,2})\\s*[-/. ]\\s*(\\d{4}|\\d{2})(?:\\s*(?:г\\.?|года))?(?:$|[\\s,(（;].*)", Pattern.DOTALL);
    private static final Pattern NO_YEAR = Pattern.compile("^(\\d{1,2})\\s*([/.-])\\s*(\\d{1,2})\\.?$");
    private static final Pattern EASTERN_NO_YEAR = Pattern.compile("^(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?$");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|o|a|го|е|ое|ro|do|da|ste|de)?");
    /** A day as a spreadsheet counts them (2009 to 2036), left as a bare number in a text file. */
    private static final Pattern SERIAL = Pattern.compile("4\\d{4}(?:\\.\\d+)?");
    private static final int FIRST_SERIAL = 36_526; // 2000-01-01
    private static final int LAST_SERIAL = 73_050; // 2099-12-31

    /** Years counted as in Japan since 2019 and in Taiwan since 1912. */
    private static final Pattern ERA = Pattern.compile("^(令和|民國|民国|[RＲ](?=\\d))\\s*(\\d{1,3}|元)\\s*[年./-]");
    private static final int BEFORE_REIWA = 2018;
    private static final int BEFORE_MINGUO = 1911;
    private static final Pattern TIME = Pattern.compile("(?iu)(?<=\\S)[\\s,，T]+(?:um |à |a las |às |в |at )?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:[ap]\\.?\\s?m\\.?|uhr|h|z)?$");

    private DateWords() {}

    private static String ofOurEra(String text) {
        Matcher era = ERA.matcher(text);
        if (!era.find()) {
            return text;
        }
        int year = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
        return (era.group(1).startsWith("民") ? BEFORE_MINGUO : BEFORE_REIWA) + year + "-" + text.substring(era.end());
    }

    /** What a cell says of a day. */
    sealed interface Read {
        /**
         * @param ownYear false if the year was taken from the table
         * @param doubtful whether day and month could change places
         */
        record Day(LocalDate date, boolean ownYear, boolean doubtful) implements Read {}

        record Nothing() implements Read {}

        record Unclear(String words) implements Read {}
    }

    /** Whether the day stands before the month. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        UNKNOWN
    }

    /** What the dates of a column show: a 13 can be no month. */
    static Order order(Collection<String> cells) {
        int day = 0;
        int month = 0;
        for (String it : cells) {
            Matcher date = YEAR_LAST.matcher(PhoneNumbers.plain(it.strip()));
            if (date.matches() && !date.group(2).equals(".")) {
                day += Integer.parseInt(date.group(1)) > 12 ? 1 : 0;
                month += Integer.parseInt(date.group(3)) > 12 ? 1 : 0;
            }
        }
        return day > month ? Order.DAY_FIRST : month > day ? Order.MONTH_FIRST : Order.UNKNOWN;
    }

    /** Whether day and month of a date in figures could change places. */
    static boolean couldBeEither(String cell) {
        Matcher date = YEAR_LAST.matcher(PhoneNumbers.plain(cell.strip()));
        return date.matches() && !date.group(2).equals(".") && number(date, 1) <= 12 && number(date, 3) <= 12 && number(date, 1) != number(date, 3);
    }

    /** What a note or header says of it: {@code Dates day/month/year}, {@code (MM/DD/YYYY)}. */
    static Order said(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s).*\\b(dd|tt|jj|day|día|dia|jour|tag|дд|день)\\s*[-/. ]\\s*(mm|month|mes|mês|mois|monat|мм|месяц)\\b.*")) {
            return Order.DAY_FIRST;
        }
        return lower.matches("(?s).*\\b(mm|month)\\s*[-/. ]\\s*(dd|day)\\b.*") ? Order.MONTH_FIRST : Order.UNKNOWN;
    }

    static Read read(Cell cell, Order order, OptionalInt year) {
        LocalDate date = cell.date();
        if (date != null) {
            return new Read.Day(date, true, false);
        }
        BigDecimal number = cell.number();
        if (number != null && number.intValue() >= FIRST_SERIAL && number.intValue() <= LAST_SERIAL) {
            return new Read.Day(DateUtil.getLocalDateTime(number.doubleValue()).toLocalDate(), true, false);
        }
        String text = ofOurEra(TIME.matcher(PhoneNumbers.plain(cell.text()).strip()).replaceFirst("").strip());
        if (text.isEmpty() || WordLists.is("nodate", text) || Names.folded(text).isEmpty()) {
            return new Read.Nothing();
        }
        Read read = SERIAL.matcher(text).matches()
                ? new Read.Day(DateUtil.getLocalDateTime(Double.parseDouble(text)).toLocalDate(), true, false)
                : read(text, order, year);
        return read == null ? new Read.Unclear(cell.text().strip()) : read;
    }

    private static @Nullable Read read(String text, Order order, OptionalInt year) {
        for (Pattern whole : List.of(EIGHT, YEAR_FIRST)) {
            Matcher date = whole.matcher(text);
            if (date.matches()) {
                return day(number(date, 1), number(date, 2), number(date, 3), true, false);
            }
        }
        Matcher it = YEAR_LAST.matcher(text);
        if (it.matches()) {
            boolean points = it.group(2).equals(".");
            return ordered(number(it, 1), number(it, 3), number(it, 4), true, points ? Order.DAY_FIRST : order);
        }
        it = EASTERN_NO_YEAR.matcher(text);
        if (it.matches() && year.isPresent()) {
            return day(year.getAsInt(), number(it, 1), number(it, 2), false, false);
        }
        it = NO_YEAR.matcher(text);
        if (it.matches() && year.isPresent()) {
            boolean points = it.group(2).equals(".");
            return ordered(number(it, 1), number(it, 3), year.getAsInt(), false, points ? Order.DAY_FIRST : order);
        }
        return spelt(text, year);
    }

    private static @Nullable Read ordered(int first, int second, int year, boolean ownYear, Order order) {
        boolean monthFirst = second > 12 || order == Order.MONTH_FIRST && first <= 12;
        boolean doubtful = order == Order.UNKNOWN && first <= 12 && second <= 12 && first != second;
        return day(year, monthFirst ? first : second, monthFirst ? second : first, ownYear, doubtful);
    }

    /** With the month's name: {@code 1er décembre 2026}, {@code March 1, 2027}, {@code 15 de diciembre}. */
    private static @Nullable Read spelt(String text, OptionalInt year) {
        String words = Names.folded(text.replaceAll("(?<=\\d)['’](?=\\d)|['’](?=\\d\\d$)", " "));
        int month = 0;
        List<Integer> numbers = new ArrayList<>();
        int yearAt = -1;
        for (String word : words.split(" ", -1)) {
            Integer named = MONTHS.get(word);
            Matcher day = DAY.matcher(word);
            if (named != null && month == 0) {
                month = named;
            } else if (word.matches("(19|20|25)\\d{2}") && yearAt < 0) {
                yearAt = numbers.size();
                numbers.add(Integer.parseInt(word));
            } else if (day.matches()) {
                numbers.add(Integer.parseInt(day.group(1)));
            } else if (!FILLERS.contains(word) && !Weekdays.ALL.contains(word)) {
                return null;
            }
        }
        if (month == 0 || numbers.isEmpty() || numbers.size() > 2 || numbers.size() == 1 && yearAt == 0) {
            return null;
        }
        if (numbers.size() == 2) {
            boolean yearFirst = yearAt == 0;
            return day(numbers.get(yearFirst ? 0 : 1), month, numbers.get(yearFirst ? 1 : 0), true, false);
        }
        return year.isPresent() ? day(year.getAsInt(), month, numbers.getFirst(), false, false) : null;
    }

    private static @Nullable Read day(int year, int month, int day, boolean ownYear, boolean doubtful) {
        int full = year < 100 ? 2000 + year : year > 2400 && year < 2700 ? year - 543 : year; // Thailand counts from 543 BC
        try {
            LocalDate date = LocalDate.of(full, month, day);
            return full < 1980 || full > 2100 ? null : new Read.Day(date, ownYear, doubtful);
        } catch (DateTimeException e) {
            return null; // no day of the calendar: that is the answer
        }
    }

    private static int number(Matcher it, int group) {
        return Integer.parseInt(it.group(group));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            for (TextStyle style : List.of(
                    TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                for (Month month : Month.values()) {
                    String folded = Names.folded(month.getDisplayName(style, Locale.forLanguageTag(language)));
                    if (folded.length() > 1 && !folded.matches(".*\\d.*")) {
                        Arrays.stream(folded.split(" ", -1)).limit(1).forEach(it -> months.putIfAbsent(it, month.getValue()));
                    }
                }
            }
        }
        months.putAll(Map.of("sept", 9, "jan", 1, "fev", 2, "gen", 1, "set", 9, "dez", 12, "dic", 12, "kasım", 11));
        return months;
    }

    private static final class Weekdays {
        static final Set<String> ALL = all();

        private static Set<String> all() {
            Set<String> days = new HashSet<>();
            for (String language : LANGUAGES) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    for (DayOfWeek day : DayOfWeek.values()) {
                        days.add(Names.folded(day.getDisplayName(style, Locale.forLanguageTag(language))));
                    }
                }
            }
            return days;
        }
    }
}
