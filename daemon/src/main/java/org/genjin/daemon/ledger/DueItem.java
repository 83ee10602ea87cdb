package org.genjin.daemon.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.genjin.daemon.followup.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One customer to follow up, and why.
 *
 * @param due in the owner's zone
 * @param overdueDays working days since {@code due}; 0 if it is today
 * @param silentDays calendar days since the last message in either direction; -1 if there was none
 * @param evidence the message it follows from; null for what a person set
 * @param action what a person noted to do; "" if nothing
 * @param movedBecause why the date is not the bare one: the name of a holiday, {@code weekend}; "" if it was not moved
 */
public record DueItem(
        CustomerRow customer,
        Reason reason,
        LocalDate due,
        int overdueDays,
        int silentDays,
        @Nullable Evidence evidence,
        String action,
        String movedBecause) {

    /** @param quote the last words of that message that matter, at most 120 characters */
    public record Evidence(String key, Instant at, String quote) {}
}
