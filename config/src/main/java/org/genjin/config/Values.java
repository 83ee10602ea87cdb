package org.genjin.config;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes values of the words of the file. What is none throws an IllegalArgumentException. */
final class Values {

    private static final Pattern COUNTED = Pattern.compile("(\\d{1,5})\\s*([a-z]+?)s?");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Values() {}

    /** Languages in Tesseract's codes; empty for all. */
    static Optional<List<String>> ocr(String text) {
        String languages = text.strip();
        if (languages.equals("all")) {
            return Optional.empty();
        }
        if (languages.equals("none")) {
            return Optional.of(List.of());
        }
        if (!languages.matches("[a-z]{3}(_[A-Za-z]+)*(\\+[a-z]{3}(_[A-Za-z]+)*)*")) {
            throw new IllegalArgumentException(languages);
        }
        return Optional.of(List.of(languages.split("\\+")));
    }

    static Duration duration(String text) {
        Matcher it = counted(text);
        long count = Long.parseLong(it.group(1));
        Duration duration = switch (it.group(2)) {
            case "second" -> Duration.ofSeconds(count);
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            case "day" -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException(text);
        };
        if (duration.isZero()) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    /** Empty for {@code all}. */
    static Optional<Period> since(String text) {
        if (text.equalsIgnoreCase("all")) {
            return Optional.empty();
        }
        Matcher it = counted(text);
        int count = Integer.parseInt(it.group(1));
        return Optional.of(
                switch (it.group(2)) {
                    case "day" -> Period.ofDays(count);
                    case "week" -> Period.ofWeeks(count);
                    case "month" -> Period.ofMonths(count);
                    case "year" -> Period.ofYears(count);
                    default -> throw new IllegalArgumentException(text);
                });
    }

    /** Empty for {@code forever}. */
    static Optional<Period> keep(String text) {
        if (text.equalsIgnoreCase("forever")) {
            return Optional.empty();
        }
        Period period = text.equalsIgnoreCase("all") ? Period.ZERO : since(text).orElse(Period.ZERO);
        if (period.isZero()) {
            throw new IllegalArgumentException(text);
        }
        return Optional.of(period);
    }

    static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            int from = day(ends[0]);
            int to = ends.length == 1 ? from : day(ends[1]);
            for (int day = from; ; day = day % 7 + 1) {
                days.add(DayOfWeek.of(day));
                if (day == to) {
                    break;
                }
            }
        }
        return days;
    }

    private static int day(String name) {
        int at = DAYS.indexOf(name.strip());
        if (at < 0) {
            throw new IllegalArgumentException(name);
        }
        return at + 1;
    }

    static boolean isOn(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "on", "yes", "true" -> true;
            case "off", "no", "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    static Server.Tls tls(String text) {
        return Server.Tls.valueOf(text.toUpperCase(Locale.ROOT));
    }

    static Path path(String text, Path userHome, Path base) {
        if (text.equals("~") || text.startsWith("~/")) {
            return userHome.resolve(text.length() > 2 ? text.substring(2) : "").normalize();
        }
        return base.resolve(text).normalize();
    }

    static String address(String text) {
        if (!text.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            throw new IllegalArgumentException(text);
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static Matcher counted(String text) {
        Matcher it = COUNTED.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!it.matches()) {
            throw new IllegalArgumentException(text);
        }
        return it;
    }
}
