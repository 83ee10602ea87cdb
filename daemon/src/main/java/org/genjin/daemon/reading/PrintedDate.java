package org.genjin.daemon.reading;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the dates that programs print above quoted mails: with a year, a month in numbers or by name, perhaps a time. Immutable. */
final class PrintedDate {

    private static final int LONGEST = 120;
    private static final List<String> LANGUAGES = List.of(
            "en", "es", "pt", "fr", "de", "ru", "ar", "it", "nl", "pl", "tr", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "uk", "ar-IQ", "ar-MA",
            "ar-DZ", "ca", "id", "vi", "el");
    private static final List<String> AFTERNOON = List.of("pm", "p.m.", "p. m.", "下午", "晚上", "午後", "오후", " م", "чп", "μμ");
    private static final List<String> MORNING = List.of("am", "a.m.", "a. m.", "上午", "早上", "凌晨", "午前", "오전", " ص");

    private final Map<String, Integer> months = new HashMap<>();

    PrintedDate() {
        for (String language : LANGUAGES) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
            for (int i = 0; i < 12; i++) {
                put(symbols.getMonths()[i], i + 1);
                put(symbols.getShortMonths()[i], i + 1);
            }
        }
    }

    private void put(String name, int month) {
        String bare = name.toLowerCase(Locale.ROOT).replace(".", "");
        if (!bare.isEmpty() && !Character.isDigit(bare.charAt(0))) {
            months.putIfAbsent(bare, month);
        }
    }

    /** Null if there is no date with a year, or if its day and month cannot be told apart. */
    @Nullable LocalDateTime of(@Nullable String printed) {
        if (printed == null || printed.isBlank()) {
            return null;
        }
        String text = (printed.length() > LONGEST ? printed.substring(0, LONGEST) : printed).toLowerCase(Locale.ROOT);
        Tokens tokens = new Tokens(text);
        return tokens.date();
    }

    private final class Tokens {

        private final String text;
        private final List<Integer> numbers = new ArrayList<>();
        private final List<Integer> digits = new ArrayList<>();
        private final List<Character> behind = new ArrayList<>();
        private int month;
        private int monthBefore = -1;

        Tokens(String text) {
            this.text = text;
            int i = 0;
            while (i < text.length()) {
                int start = i;
                if (Character.isDigit(text.charAt(i))) {
                    int value = 0;
                    while (i < text.length() && Character.isDigit(text.charAt(i)) && i - start < 8) {
                        value = value * 10 + Character.digit(text.charAt(i), 10);
                        i++;
                    }
                    numbers.add(value);
                    digits.add(i - start);
                    behind.add(i < text.length() ? text.charAt(i) : ' ');
                } else if (Character.isLetter(text.charAt(i))) {
                    while (i < text.length() && Character.isLetter(text.charAt(i))) {
                        i++;
                    }
                    Integer named = months.get(text.substring(start, i));
                    if (named != null && month == 0) {
                        month = named;
                        monthBefore = numbers.size();
                    }
                } else {
                    i++;
                }
            }
        }

        @Nullable LocalDateTime date() {
            int year = -1;
            for (int i = 0; i < numbers.size(); i++) {
                if (digits.get(i) == 4 && numbers.get(i) >= 1990 && numbers.get(i) < 2200) {
                    year = i;
                    break;
                }
            }
            if (year < 0 && month == 0 && numbers.size() >= 3 && digits.get(2) == 2 && behind.get(0).equals(behind.get(1))) {
                year = 2; // 27.09.24
            }
            if (year < 0) {
                return null;
            }
            try {
                return at(year);
            } catch (DateTimeException e) {
                return null; // "31/02/2024" is no date
            }
        }

        private @Nullable LocalDateTime at(int year) {
            int value = numbers.get(year) < 100 ? 2000 + numbers.get(year) : numbers.get(year);
            if (month > 0) {
                int day = monthBefore > 0 && numbers.get(monthBefore - 1) <= 31 && digits.get(monthBefore - 1) <= 2 ? monthBefore - 1 : monthBefore;
                return day < numbers.size() ? time(value, month, numbers.get(day), Math.max(day, year) + 1) : null;
            }
            if (year + 2 < numbers.size() && (year == 0 || numbers.size() < 3 || behind.get(year) == '-' || behind.get(year) == '年')) {
                return time(value, numbers.get(year + 1), numbers.get(year + 2), year + 3);
            }
            if (year < 2) {
                return null;
            }
            int one = numbers.get(year - 2);
            int other = numbers.get(year - 1);
            boolean monthFirst = other > 12 || one <= 12 && behind.get(year - 2) == '/' && (has(AFTERNOON) || has(MORNING)) && text.indexOf('م') < 0
                    && text.indexOf('ص') < 0;
            return monthFirst ? time(value, one, other, year + 1) : time(value, other, one, year + 1);
        }

        private LocalDateTime time(int year, int monthOfYear, int day, int from) {
            int hour = 0;
            int minute = 0;
            if (from + 1 < numbers.size() && digits.get(from) <= 2 && digits.get(from + 1) == 2 && ":.h时時點点시 ".indexOf(behind.get(from)) >= 0) {
                hour = numbers.get(from);
                minute = numbers.get(from + 1);
                if (hour < 12 && has(AFTERNOON)) {
                    hour += 12;
                } else if (hour == 12 && has(MORNING)) {
                    hour = 0;
                }
            }
            return LocalDateTime.of(year, monthOfYear, day, hour, minute);
        }

        private boolean has(List<String> words) {
            return words.stream().anyMatch(text::contains);
        }
    }
}
