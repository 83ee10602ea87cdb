package org.genjin.connectors.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates of mails: RFC 5322 section 3.3 and what is written instead of it ({@code 7 June 2008}, {@code Thu Apr 29 2004},
 * {@code GMT+0800}, {@code JST}, ISO 8601). Without a zone it is taken as UTC.
 */
final class MailDate {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2})(?:[.,]\\d+)?)?\\s*([AaPp][Mm])?");
    private static final Pattern OFFSET = Pattern.compile("(?:^|[^\\d:])([+-])(\\d{1,2}):?(\\d{2})(?!\\d|:)");
    private static final Pattern HOURS = Pattern.compile("(?:GMT|UTC?)\\s?([+-])(\\d{1,2})(?![\\d:])", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})[-/.年]\\s?(\\d{1,2})[-/.月]\\s?(\\d{1,2})");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d+-])\\d{4}(?!\\d)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{1,12}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    /**
     * How months begin, in English and where programs write them in the language of their machine. Days of the week that
     * begin so ({@code mar}tes, {@code mar}di) are shorter or stand before a comma.
     */
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "ene", "gen", "янв", "oca", "sty"),
            List.of("feb", "fev", "fév", "фев", "şub", "lut"),
            List.of("mar", "mär", "mrz", "мар"),
            List.of("apr", "abr", "avr", "апр", "nis", "kwi"),
            List.of("may", "mai", "mag", "mei", "май", "мая", "maj"),
            List.of("jun", "juin", "giu", "июн", "haz", "cze"),
            List.of("jul", "juil", "lug", "июл", "tem", "lip"),
            List.of("aug", "ago", "aoû", "aou", "авг", "ağu", "sie"),
            List.of("sep", "set", "сен", "eyl", "wrz"),
            List.of("oct", "out", "okt", "ott", "окт", "eki", "paź"),
            List.of("nov", "ноя", "kas", "lis"),
            List.of("dec", "dic", "dez", "déc", "дек", "ara", "gru"));

    /** Hours ahead of UTC. The American names are as RFC 5322 has them; CST is America's there, whatever China says. */
    private static final Map<String, Double> ZONES = Map.ofEntries(
            Map.entry("est", -5.0),
            Map.entry("edt", -4.0),
            Map.entry("cst", -6.0),
            Map.entry("cdt", -5.0),
            Map.entry("mst", -7.0),
            Map.entry("mdt", -6.0),
            Map.entry("pst", -8.0),
            Map.entry("pdt", -7.0),
            Map.entry("jst", 9.0),
            Map.entry("kst", 9.0),
            Map.entry("hkt", 8.0),
            Map.entry("sgt", 8.0),
            Map.entry("ist", 5.5),
            Map.entry("msk", 3.0),
            Map.entry("msd", 4.0),
            Map.entry("eet", 2.0),
            Map.entry("eest", 3.0),
            Map.entry("cet", 1.0),
            Map.entry("cest", 2.0),
            Map.entry("met", 1.0),
            Map.entry("mest", 2.0),
            Map.entry("mez", 1.0),
            Map.entry("mesz", 2.0),
            Map.entry("wet", 0.0),
            Map.entry("west", 1.0),
            Map.entry("bst", 1.0),
            Map.entry("aest", 10.0),
            Map.entry("aedt", 11.0),
            Map.entry("nzst", 12.0),
            Map.entry("nzdt", 13.0),
            Map.entry("brt", -3.0),
            Map.entry("art", -3.0));

    private static final int LONGEST = 200;

    private MailDate() {}

    static Optional<Instant> parse(String header) {
        return written(header).map(OffsetDateTime::toInstant);
    }

    /** The same as its writer's clock showed it. */
    static Optional<OffsetDateTime> written(String header) {
        String whole = HeaderText.decode(header);
        String text = whole.substring(0, Math.min(whole.length(), LONGEST)).replaceAll("\\([^()]*\\)", " ");
        Matcher time = TIME.matcher(text);
        if (!time.find()) {
            return Optional.empty();
        }
        String before = text.substring(0, time.start());
        String after = text.substring(time.end());
        try {
            return date(before, after).map(date -> at(date, time).atOffset(offset(after)));
        } catch (DateTimeException e) {
            return Optional.empty(); // the 31st of February, or hour 25
        }
    }

    /** Year, month, day. */
    private static Optional<int[]> date(String before, String after) {
        Matcher iso = ISO_DATE.matcher(before);
        if (iso.find()) {
            return Optional.of(new int[] {number(iso.group(1)), number(iso.group(2)), number(iso.group(3))});
        }
        int month = month(before);
        if (month == 0) {
            return Optional.empty();
        }
        int day = 0;
        int year = -1;
        Matcher numbers = NUMBER.matcher(before);
        while (numbers.find()) {
            if (day == 0 && numbers.group().length() <= 2) {
                day = number(numbers.group());
            } else if (year < 0) {
                year = year(numbers.group());
            }
        }
        // ctime writes the year behind the time.
        Matcher behind = YEAR.matcher(after);
        if (year < 0 && behind.find()) {
            year = number(behind.group());
        }
        return day == 0 || year < 0 ? Optional.empty() : Optional.of(new int[] {year, month, day});
    }

    private static LocalDateTime at(int[] date, Matcher time) {
        int hour = number(time.group(1));
        String half = time.group(4);
        if (half != null && hour <= 12) {
            hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        }
        int second = time.group(3) == null ? 0 : Math.min(59, number(time.group(3))); // a leap second
        return LocalDateTime.of(date[0], date[1], date[2], hour, number(time.group(2)), second);
    }

    private static ZoneOffset offset(String after) {
        Matcher offset = OFFSET.matcher(after);
        if (offset.find()) {
            int minutes = number(offset.group(2)) * 60 + number(offset.group(3));
            int seconds = (offset.group(1).equals("-") ? -minutes : minutes) * 60;
            return Math.abs(seconds) <= 18 * 3600 ? ZoneOffset.ofTotalSeconds(seconds) : ZoneOffset.UTC;
        }
        Matcher whole = HOURS.matcher(after);
        if (whole.find() && number(whole.group(2)) <= 14) {
            return ZoneOffset.ofHours((whole.group(1).equals("-") ? -1 : 1) * number(whole.group(2)));
        }
        Matcher word = WORD.matcher(after);
        while (word.find()) {
            Double hours = ZONES.get(word.group().toLowerCase(Locale.ROOT));
            if (hours != null) {
                return ZoneOffset.ofTotalSeconds((int) (hours * 3600));
            }
        }
        return ZoneOffset.UTC;
    }

    /** The last word that is one: days of the week come first. */
    private static int month(String text) {
        Matcher word = WORD.matcher(text);
        int month = 0;
        while (word.find()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            for (int i = 0; i < MONTHS.size(); i++) {
                if (MONTHS.get(i).stream().anyMatch(lower::startsWith)) {
                    month = i + 1;
                }
            }
        }
        return month;
    }

    private static int year(String digits) {
        int year = number(digits);
        if (digits.length() == 4) {
            return year;
        }
        return year < 50 ? 2000 + year : 1900 + year; // RFC 5322 section 4.3
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
