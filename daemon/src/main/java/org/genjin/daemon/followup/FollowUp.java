package org.genjin.daemon.followup;

import java.time.LocalDate;
import org.genjin.daemon.calendar.SharedDays;
import org.jspecify.annotations.Nullable;

/**
 * Somebody should write to a customer, from a day on.
 *
 * @param bare the day that the rule names
 * @param due the day on which both sides are there; later than {@code bare}, or earlier where a date must not be missed
 * @param rest who rests on {@code bare}; null if nobody does
 * @param back if it waits for somebody who is away, the day of the return; null else
 * @param because the message it follows from; null for what a person set
 * @param pledge if it is a promise, which one of its message; -1 else
 * @param date the day that it is about: of a promise, the end of an offer, a delivery; null if it is about none
 * @param round the how-manieth time we are reminded of the same, from 1 on
 * @param rounds how many there are at most; 1 if it stands until it is done
 */
public record FollowUp(
        Reason reason,
        LocalDate bare,
        LocalDate due,
        SharedDays.@Nullable Rest rest,
        @Nullable LocalDate back,
        @Nullable Point because,
        int pledge,
        @Nullable LocalDate date,
        int round,
        int rounds) {

    public boolean isDue(LocalDate today) {
        return !due.isAfter(today);
    }

    /** Whether {@link #due} is another day than the rule names. */
    public boolean isMoved() {
        return !due.equals(bare);
    }

    FollowUp about(@Nullable LocalDate day) {
        return new FollowUp(reason, bare, due, rest, back, because, pledge, day, round, rounds);
    }

    FollowUp ofPledge(int ordinal) {
        return new FollowUp(reason, bare, due, rest, back, because, ordinal, date, round, rounds);
    }

    FollowUp round(int which, int of) {
        return new FollowUp(reason, bare, due, rest, back, because, pledge, date, which, of);
    }
}
