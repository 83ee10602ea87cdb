package org.genjin.connectors.chat;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date written out for people in the language of an account, such as {@code Monday, June 30, 2025 at 12:05:09 PM UTC} or
 * {@code 2025年6月30日星期一 UTC 12:07:00}. Months by name are those of CLDR as Java has them. Pure.
 */
final class SpokenDate {

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "pt", "pt-PT", "it", "nl", "ru", "uk", "pl", "tr", "cs", "sk", "hu", "ro", "bg", "el", "sv", "da",
            "nb", "fi", "id", "ms", "vi", "th", "ar", "he", "hi", "hr", "sr", "sl", "lt", "lv", "et", "ca", "fa");
    private static final Map<String, Integer> MONTHS = months();

    private static final Pattern TIME = Pattern.compile(
            "(?:(" + HalfDay.WORDS + ") ?)?(\\d{1,2})[:.시時点](?: ?)(\\d{2}|\\d(?=분))(?:[:.분分](?: ?)(\\d{1,2}))?초?(?: ?(" + HalfDay.WORDS + "))?");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{4}) ?[年년./-] ?(\\d{1,2}) ?[月월./-] ?(\\d{1,2})");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT) ?([+-])(\\d{1,2})(?::?(\\d{2}))?");

    private SpokenDate() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = folded(month.getDisplayName(style, locale)).replaceAll("[^\\p{L}\\p{M} ]", "").strip();
                    if (!name.isEmpty()) {
                        months.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        return Map.copyOf(months);
    }

    /** Empty if it is none that is understood. The zone is UTC unless the date says another. */
    static Optional<Instant> parse(String text) {
        String plain = digits(folded(text));
        Matcher offset = OFFSET.matcher(plain.toUpperCase(Locale.ROOT));
        ZoneOffset zone = ZoneOffset.UTC;
        if (offset.find()) {
            int minutes = Integer.parseInt(offset.group(2)) * 60 + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3)));
            zone = minutes > 18 * 60 ? zone : ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes);
            plain = plain.substring(0, offset.start()) + plain.substring(offset.end());
        }
        Matcher time = time(plain);
        if (time == null) {
            return Optional.empty();
        }
        String day = plain.substring(0, time.start()) + " " + plain.substring(time.end());
        try {
            int hour = HalfDay.hour(number(time, 2), time.group(1) != null ? time.group(1) : time.group(5) != null ? time.group(5) : "");
            int second = time.group(4) == null ? 0 : number(time, 4);
            ZoneOffset found = zone;
            return day(day).map(it -> LocalDateTime.of(it[0], it[1], it[2], hour, number(time, 3), second).toInstant(found));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The time with seconds; one with points could be a day. */
    private static @Nullable Matcher time(String text) {
        Matcher it = TIME.matcher(text);
        int from = 0;
        while (it.find(from)) {
            if (it.group(4) != null || it.group().contains(":")) {
                return it;
            }
            from = it.start() + 1;
        }
        return null;
    }

    private static Optional<int[]> day(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.find()) {
            return Optional.of(new int[] {western(number(numbers, 1)), number(numbers, 2), number(numbers, 3)});
        }
        Matcher year = YEAR.matcher(text);
        Optional<Integer> month = month(text);
        if (!year.find() || month.isEmpty()) {
            return Optional.empty();
        }
        Matcher day = DAY.matcher(text.substring(0, year.start()) + " " + text.substring(year.end()));
        return day.find() ? Optional.of(new int[] {western(number(year, 1)), month.get(), number(day, 1)}) : Optional.empty();
    }

    private static Optional<Integer> month(String text) {
        Matcher word = WORD.matcher(text);
        Optional<Integer> shortest = Optional.empty();
        while (word.find()) {
            Integer month = MONTHS.get(word.group());
            if (month != null && (word.group().length() > 3 || shortest.isEmpty())) {
                if (word.group().length() > 3) {
                    return Optional.of(month);
                }
                shortest = Optional.of(month);
            }
        }
        return shortest;
    }

    private static int western(int year) {
        return year > 2400 ? year - 543 : year;
    }

    private static String folded(String text) {
        return Normalizer.normalize(ChatText.visible(text), Normalizer.Form.NFC)
                .replace('\u202f', ' ')
                .replace('\u00a0', ' ')
                .toLowerCase(Locale.ROOT);
    }

    /** Digits of any script as Latin ones. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().forEach(it -> digits.append(Character.isDigit(it) ? (char) ('0' + Character.digit(it, 10)) : (char) it));
        return digits.toString();
    }

    private static int number(Matcher it, int group) {
        return Integer.parseInt(it.group(group));
    }
}
