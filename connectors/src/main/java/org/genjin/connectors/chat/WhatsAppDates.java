package org.genjin.connectors.chat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Settles for a whole export what its numbers mean, and reads its times so. Which number is the day, in this order: four
 * digits in front are a year, a dot means day first; a number above 12 is no month; the names of media carry their date;
 * messages do not run backwards; nothing is from after the file was written; capital AM and PM with slashes are American; else
 * days are read first and the export says that it is a guess. Pure.
 */
final class WhatsAppDates {

    /** The first so many messages have a file with a date in its name, or hardly any has. */
    private static final int LOOKED_AT = 5_000;

    enum Order {
        YEAR_FIRST,
        DAY_FIRST,
        MONTH_FIRST
    }

    /**
     * @param latest the file's own day, after which nothing was said; null if not known
     * @param problem a sentence if it is a guess; "" if it is certain
     */
    record Settled(Order order, @Nullable LocalDate latest, String problem) {}

    /** A stamp, and what the name of a file sent with it says of its day; null if there is none. */
    interface Dated {
        WhatsAppStamp stamp();

        @Nullable LocalDate named();
    }

    private final List<? extends Dated> all;
    private final @Nullable LocalDate latest;
    private final DayHalves halves;

    private WhatsAppDates(List<? extends Dated> all, @Nullable LocalDate latest, DayHalves halves) {
        this.all = all;
        this.latest = latest;
        this.halves = halves;
    }

    /** @param writtenAt the file's own time; null if not known */
    static Settled settle(List<? extends Dated> all, @Nullable Instant writtenAt, DayHalves halves) {
        LocalDate latest = writtenAt == null ? null : writtenAt.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return new WhatsAppDates(all, latest, halves).settle();
    }

    private Settled settle() {
        boolean fourFirst = false;
        boolean dots = true;
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (Dated it : all) {
            WhatsAppStamp stamp = it.stamp();
            fourFirst |= stamp.firstDigits() > 2;
            dots &= stamp.separator() == '.';
            dayFirst |= stamp.first() > 12;
            monthFirst |= stamp.second() > 12;
        }
        if (fourFirst || isShortYearFirst()) {
            return settled(Order.YEAR_FIRST, "");
        }
        if (dots || dayFirst || monthFirst) {
            Order order = dots || dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
            return settled(order, monthFirst && order == Order.DAY_FIRST
                    ? "Days and months of this export contradict each other; days are read first." : "");
        }
        Order certain = byNames();
        certain = certain == null ? bySequence() : certain;
        certain = certain == null ? byFile() : certain;
        if (certain == null && all.stream().anyMatch(it -> it.stamp().separator() == '/' && it.stamp().thirdDigits() == 2
                && (it.stamp().word().equals("AM") || it.stamp().word().equals("PM")))) {
            certain = Order.MONTH_FIRST;
        }
        boolean both = all.stream().allMatch(it -> it.stamp().first() == it.stamp().second());
        return certain != null || both
                ? settled(certain == null ? Order.DAY_FIRST : certain, "")
                : settled(Order.DAY_FIRST, "Whether days or months come first in this export is a guess: days were read first.");
    }

    private Settled settled(Order order, String problem) {
        TreeSet<String> unknown = new TreeSet<>();
        for (Dated it : all) {
            if (halves.of(it.stamp().word()) == DayHalves.Half.UNKNOWN) {
                unknown.add(it.stamp().word());
            }
        }
        // One word for all times says nothing of the half of the day, as 'klo' or 'Uhr' do.
        String halvesProblem = unknown.size() < 2
                ? ""
                : "The words for morning and afternoon in this export are not known (" + String.join(", ", unknown)
                        + "): its times may be twelve hours off.";
        return new Settled(order, latest, (problem + " " + halvesProblem).strip());
    }

    /** A year of two digits in front: never printed with one digit, the same over many days, or too high for a day. */
    private boolean isShortYearFirst() {
        boolean possible = !all.isEmpty();
        boolean sure = false;
        boolean same = true;
        boolean severalThirds = false;
        for (Dated it : all) {
            WhatsAppStamp stamp = it.stamp();
            possible &= stamp.firstDigits() == 2 && stamp.first() >= 9 && stamp.thirdDigits() <= 2 && stamp.third() <= 31
                    && stamp.third() > 0 && stamp.second() <= 12;
            sure |= stamp.first() > 31 || stamp.thirdDigits() == 1;
            same &= stamp.first() == all.getFirst().stamp().first();
            severalThirds |= stamp.third() != all.getFirst().stamp().third();
        }
        if (!possible || sure) {
            return possible;
        }
        return same && severalThirds && all.getFirst().stamp().first() > 12
                || all.stream().limit(LOOKED_AT).anyMatch(WhatsAppDates::isNamedYearFirst)
                || stepsBack(Order.YEAR_FIRST) < Math.min(stepsBack(Order.DAY_FIRST), stepsBack(Order.MONTH_FIRST));
    }

    private static boolean isNamedYearFirst(Dated it) {
        LocalDate named = it.named();
        WhatsAppStamp stamp = it.stamp();
        return named != null && named.getYear() % 100 == stamp.first() && named.getMonthValue() == stamp.second()
                && named.getDayOfMonth() == stamp.third() && stamp.first() != stamp.third();
    }

    private @Nullable Order byNames() {
        for (Dated it : all) {
            LocalDate named = it.named();
            WhatsAppStamp stamp = it.stamp();
            if (named != null && stamp.first() != stamp.second()) {
                if (stamp.first() == named.getDayOfMonth() && stamp.second() == named.getMonthValue()) {
                    return Order.DAY_FIRST;
                }
                if (stamp.first() == named.getMonthValue() && stamp.second() == named.getDayOfMonth()) {
                    return Order.MONTH_FIRST;
                }
            }
        }
        return null;
    }

    /** Messages follow each other: the reading that steps back less is right. */
    private @Nullable Order bySequence() {
        int day = stepsBack(Order.DAY_FIRST);
        int month = stepsBack(Order.MONTH_FIRST);
        return day == month ? null : day < month ? Order.DAY_FIRST : Order.MONTH_FIRST;
    }

    /** Steps back of a day or more; clocks that are set right step back by minutes. */
    private int stepsBack(Order order) {
        int steps = 0;
        long before = Long.MIN_VALUE;
        for (Dated it : all) {
            Optional<LocalDate> day = day(it.stamp(), order, latest);
            if (day.isEmpty()) {
                steps += 2;
                continue;
            }
            steps += day.get().toEpochDay() < before ? 1 : 0;
            before = day.get().toEpochDay();
        }
        return steps;
    }

    private @Nullable Order byFile() {
        if (latest == null) {
            return null;
        }
        boolean day = isAfterFile(Order.DAY_FIRST);
        boolean month = isAfterFile(Order.MONTH_FIRST);
        return day == month ? null : month ? Order.DAY_FIRST : Order.MONTH_FIRST;
    }

    private boolean isAfterFile(Order order) {
        LocalDate end = latest;
        return end != null
                && all.stream().anyMatch(it -> day(it.stamp(), order, end).filter(day -> day.isAfter(end)).isPresent());
    }

    /** Empty for a day or a time that does not exist: then the line begins no message. */
    static Optional<LocalDateTime> at(WhatsAppStamp stamp, Settled settled, DayHalves halves) {
        return day(stamp, settled.order(), settled.latest()).map(day -> day.atTime(
                halves.hour(stamp.hour(), stamp.word()), stamp.minute(), Math.max(0, stamp.seconds())));
    }

    private static Optional<LocalDate> day(WhatsAppStamp it, Order order, @Nullable LocalDate latest) {
        int year = order == Order.YEAR_FIRST ? it.first() : it.third();
        int month = order == Order.MONTH_FIRST ? it.first() : it.second();
        int day = order == Order.YEAR_FIRST ? it.third() : order == Order.DAY_FIRST ? it.first() : it.second();
        int digits = order == Order.YEAR_FIRST ? it.firstDigits() : it.thirdDigits();
        if (digits < 2 || day < 1 || day > 31 || month < 1 || month > 12) {
            return Optional.empty();
        }
        try {
            return Optional.of(Calendars.day(year, digits, month, day, latest));
        } catch (DateTimeException e) {
            return Optional.empty(); // a date that is none: somebody's words
        }
    }
}
