package org.genjin.daemon.followup;

import java.time.Instant;
import java.time.LocalDate;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customer.Turn;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules know of one customer.
 *
 * @param lastIn when the customer last wrote; null if never
 * @param lastOut when we last wrote; null if never
 * @param byHand the date a person set; null if none
 * @param setAt when that was
 */
public record Standing(
        Grade grade,
        Stage stage,
        @Nullable Instant lastIn,
        @Nullable Instant lastOut,
        @Nullable LocalDate byHand,
        @Nullable Instant setAt) {

    /** The customer wrote last. */
    public boolean theyWroteLast() {
        return Turn.of(lastIn, lastOut) == Turn.MINE;
    }

    /** The later of the two; null if nobody ever wrote. */
    public @Nullable Instant lastTouch() {
        return theyWroteLast() || lastOut == null ? lastIn : lastOut;
    }
}
