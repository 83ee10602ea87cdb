package org.genjin.daemon.calendar;

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

    /** Their clock at {@code at}, such as {@code 21:05}. */
    public static String clock(ZoneId theirs, Instant at) {
        return MINUTE.format(at.atZone(theirs));
    }
}
