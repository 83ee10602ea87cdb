package org.genjin.daemon.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Nine to six, there and here. Clocks that are put forward or back on either side are heeded: each day is asked for itself. */
public final class OfficeHours {

    private static final LocalTime BEGIN = LocalTime.of(9, 0);
    private static final LocalTime END = LocalTime.of(18, 0);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** How long one works on a day. */
    public static final Duration DAY = Duration.between(BEGIN, END);

    private OfficeHours() {}

    /** Some time of a day, on our own clock. */
    public record Window(ZonedDateTime from, ZonedDateTime to) {
        /** Such as {@code 15:00–00:00}. */
        @Override
        public String toString() {
            return MINUTE.format(from) + "–" + MINUTE.format(to);
        }
    }

    /** When they are at work on their {@code day}, on our clock. */
    public static Window theirs(ZoneId theirs, ZoneId ours, LocalDate day) {
        return new Window(
                day.atTime(BEGIN).atZone(theirs).withZoneSameInstant(ours), day.atTime(END).atZone(theirs).withZoneSameInstant(ours));
    }

    /** When both are at work on our {@code day}, on our clock; empty if one side goes home before the other begins. */
    public static Optional<Window> both(ZoneId theirs, ZoneId ours, LocalDate day) {
        ZonedDateTime begin = day.atTime(BEGIN).atZone(ours);
        ZonedDateTime end = day.atTime(END).atZone(ours);
        for (LocalDate there = day.minusDays(1); !there.isAfter(day.plusDays(1)); there = there.plusDays(1)) {
            Window window = theirs(theirs, ours, there);
            ZonedDateTime from = window.from().isAfter(begin) ? window.from() : begin;
            ZonedDateTime to = window.to().isBefore(end) ? window.to() : end;
            if (from.isBefore(to)) {
                return Optional.of(new Window(from, to));
            }
        }
        return Optional.empty();
    }

    /** How much of the time between two instants is worked in: the office hours of working days. Zero if {@code to} is not later. */
    public static Duration between(Instant from, Instant to, CountryCalendar calendar, ZoneId zone) {
        Duration worked = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                Instant begin = later(day.atTime(BEGIN).atZone(zone).toInstant(), from);
                Instant end = day.atTime(END).atZone(zone).toInstant();
                end = end.isBefore(to) ? end : to;
                worked = begin.isBefore(end) ? worked.plus(Duration.between(begin, end)) : worked;
            }
        }
        return worked;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Their clock at {@code at}, such as {@code 21:05}. */
    public static String clock(ZoneId theirs, Instant at) {
        return MINUTE.format(at.atZone(theirs));
    }

    /** Whether somebody who works by {@code calendar} is at work. */
    public static boolean isOpen(Instant at, CountryCalendar calendar, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        return calendar.isWorkingDay(local.toLocalDate()) && !time.isBefore(BEGIN) && time.isBefore(END);
    }
}
