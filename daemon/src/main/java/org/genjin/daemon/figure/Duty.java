package org.genjin.daemon.figure;

import java.time.LocalDate;
import org.genjin.daemon.followup.Reason;

/**
 * A follow-up that fell due.
 *
 * @param due the working day on which it stood in the morning's list first
 */
public record Duty(Reason reason, LocalDate due, Outcome outcome) {

    /** What came of it. */
    public enum Outcome {
        /** Done by the end of the next working day. */
        ON_TIME,
        LATE,
        /** There is still time. */
        OPEN
    }
}
