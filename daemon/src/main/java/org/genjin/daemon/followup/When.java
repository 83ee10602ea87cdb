package org.genjin.daemon.followup;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people name it: {@code 2026-12-03}, {@code +3d}, {@code 2 weeks}, {@code in 10 days}, {@code tomorrow}, {@code
 * next Tue}, {@code 3天后}, {@code 下周二}, {@code mañana}. A weekday is the next one that is not today; {@code next} with a
 * weekday is the one in the next calendar week. Words in eight languages, from {@code followup/when.properties}. Immutable.
 */
public final class When {

    private static final Pattern COUNTED = Pattern.compile("\\+?(\\d{1,4})\\s*(\\p{L}+)\\.?");
    private static final int MOST_DAYS = 3660;

    private final Map<String, Period> units = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();
    private final Pattern around;
    private final Pattern next;

    public When() {
        Properties words = load();
        words(words, "unit.day", units, Period.ofDays(1));
        words(words, "unit.week", units, Period.ofWeeks(1));
        words(words, "unit.month", units, Period.ofMonths(1));
        words(words, "today", days, 0);
        words(words, "tomorrow", days, 1);
        words(words, "day-after-tomorrow", days, 2);
        for (DayOfWeek day : DayOfWeek.values()) {
            words(words, "weekday." + day.getValue(), weekdays, day);
        }
        this.around = Pattern.compile("^(?:" + alternatives(words, "in") + ")\\s*|\\s*(?:" + alternatives(words, "later") + ")$");
        this.next = Pattern.compile("^(?:" + alternatives(words, "next") + ")\\s*|\\s+(?:" + alternatives(words, "next") + ")$");
    }

    /** Empty if it names no day, or one more than ten years away. */
    public Optional<LocalDate> parse(String text, LocalDate today) {
        String folded = folded(text);
        return iso(folded)
                .or(() -> Optional.ofNullable(days.get(folded)).map(today::plusDays))
                .or(() -> counted(folded, today))
                .or(() -> weekday(folded, today))
                .filter(it -> Math.abs(it.toEpochDay() - today.toEpochDay()) <= MOST_DAYS);
    }

    private static Optional<LocalDate> iso(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // another way of naming a day
        }
    }

    private Optional<LocalDate> counted(String text, LocalDate today) {
        Matcher matcher = COUNTED.matcher(around.matcher(text).replaceAll("").strip());
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        return Optional.of(today.plus(units.get(matcher.group(2)).multipliedBy(count)));
    }

    private Optional<LocalDate> weekday(String text, LocalDate today) {
        String bare = next.matcher(text).replaceAll("").strip();
        DayOfWeek day = weekdays.get(bare);
        if (day == null) {
            return Optional.empty();
        }
        if (bare.equals(text)) {
            return Optional.of(today.with(TemporalAdjusters.next(day)));
        }
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(1);
        return Optional.of(monday.plusDays(day.getValue() - 1L));
    }

    private static <T> void words(Properties words, String key, Map<String, T> to, T value) {
        for (String word : words.getProperty(key).split(",", -1)) {
            to.put(folded(word), value);
        }
    }

    private static String alternatives(Properties words, String key) {
        StringBuilder pattern = new StringBuilder();
        for (String word : words.getProperty(key).split(",", -1)) {
            pattern.append(pattern.isEmpty() ? "" : "|").append(Pattern.quote(folded(word)));
        }
        return pattern.toString();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static Properties load() {
        try (InputStream file = When.class.getResourceAsStream("/followup/when.properties")) {
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
