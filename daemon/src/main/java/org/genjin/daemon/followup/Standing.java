package org.genjin.daemon.followup;

import java.time.Instant;
import java.time.LocalDate;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules know of one customer.
 *
 * @param byHand the date a person set; null if none
 * @param setAt when that was
 * @param away the answer of a mailbox whose reader is away; null if there is none
 * @param back the day on which that reader is back
 * @param bounce the report that our last mail reached nobody; null if there is none
 * @param kept when a person last said that the customer is not to be given up; null if nobody was asked
 */
public record Standing(
        Grade grade,
        Stage stage,
        Dealings dealings,
        @Nullable LocalDate byHand,
        @Nullable Instant setAt,
        @Nullable Point away,
        @Nullable LocalDate back,
        @Nullable Point bounce,
        @Nullable Instant kept) {

    public Standing(Grade grade, Stage stage, Dealings dealings) {
        this(grade, stage, dealings, null, null, null, null, null, null);
    }
}
