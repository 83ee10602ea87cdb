package org.genjin.daemon.followup;

import java.time.LocalDate;

/**
 * Somebody should write to a customer, from a date on.
 *
 * @param moved true if the bare date was no working day
 */
public record FollowUp(Reason reason, LocalDate due, boolean moved) {

    public boolean isDue(LocalDate today) {
        return !due.isAfter(today);
    }
}
