package org.genjin.daemon.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days on which both sides work: ours by our calendar, the customer's by theirs. Immutable. */
public final class SharedDays {

    /** Nowhere do both sides rest longer than this together; whoever has no such day is left to our own calendar. */
    private static final int LONGEST_REST = 45;

    private final CountryCalendar ours;
    private final CountryCalendar theirs;

    public SharedDays(CountryCalendar ours, CountryCalendar theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** Who rests on a day. */
    public enum Side {
        OURS,
        THEIRS
    }

    /**
     * Why a day is none on which both work.
     *
     * @param country whose calendar says so, ISO 3166 alpha-2; "" if not known
     */
    public record Rest(Side side, String country, DayOff dayOff) {}

    /** A day, and what stood in the way of the one that was wanted; null if that is it. */
    public record Found(LocalDate day, @Nullable Rest rest) {}

    public CountryCalendar ours() {
        return ours;
    }

    public CountryCalendar theirs() {
        return theirs;
    }

    /** A holiday tells more than a weekend, and theirs more than ours. */
    public Optional<Rest> rest(LocalDate date) {
        Optional<Rest> here = ours.dayOff(date).map(it -> new Rest(Side.OURS, ours.country(), it));
        Optional<Rest> there = theirs.dayOff(date).map(it -> new Rest(Side.THEIRS, theirs.country(), it));
        return there.filter(it -> here.isEmpty() || !it.dayOff().isWeekend()).or(() -> here);
    }

    /** {@code date} itself, or the first day after it on which both work. */
    public Found onOrAfter(LocalDate date) {
        return from(date, 1, date.plusDays(LONGEST_REST)).orElseGet(() -> alone(date));
    }

    /** {@code date} itself, or the last day before it on which both work; after it, if there is none from {@code earliest} on. */
    public Found onOrBefore(LocalDate date, LocalDate earliest) {
        return from(date, -1, earliest).orElseGet(() -> onOrAfter(date));
    }

    private Optional<Found> from(LocalDate date, int step, LocalDate last) {
        Rest rest = rest(date).orElse(null);
        for (LocalDate day = date; step > 0 ? !day.isAfter(last) : !day.isBefore(last); day = day.plusDays(step)) {
            if (ours.isWorkingDay(day) && theirs.isWorkingDay(day)) {
                return Optional.of(new Found(day, rest));
            }
        }
        return Optional.empty();
    }

    private Found alone(LocalDate date) {
        LocalDate day = ours.onOrAfter(date);
        return new Found(day, day.equals(date) ? null : rest(date).orElse(null));
    }
}
