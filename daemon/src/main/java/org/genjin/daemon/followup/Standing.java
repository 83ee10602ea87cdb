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
 * @param stageSetAt when a person set the stage; null if nobody did
 * @param kept when a person last said that the customer is not to be given up; null if nobody was asked
 * @param doneAt when a person last said that what is due is dealt with; null if nobody did
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
        @Nullable Instant stageSetAt,
        @Nullable Instant kept,
        @Nullable Instant doneAt) {

    public Standing(Grade grade, Stage stage, Dealings dealings) {
        this(grade, stage, dealings, null, null, null, null, null, null, null, null);
    }

    /** Whether the customer wrote after a person had put them to rest, or had given them up. */
    boolean wroteSinceStageSet() {
        Instant in = dealings.lastIn();
        return stageSetAt != null && in != null && in.isAfter(stageSetAt);
    }
}
