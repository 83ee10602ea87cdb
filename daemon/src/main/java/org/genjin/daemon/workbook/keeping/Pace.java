package org.genjin.daemon.workbook.keeping;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** When a workbook was written, what of the ledger was in it then, and so whether it is time to look at it again. One thread. */
final class Pace {

    /** Between two writings that nobody asked for. */
    private static final Duration BATCH = Duration.ofMinutes(2);

    private @Nullable Instant at;
    private @Nullable String counted;
    private @Nullable Integer state;
    private Set<CustomerId> shown = Set.of();

    /** @param counters of the ledger now */
    boolean isDue(String counters, Instant now) {
        return (at == null || !now.isBefore(at.plus(BATCH))) && !counters.equals(counted);
    }

    /** Whether anything is known of what stands in it: not of one that was written before this process began. */
    boolean isKnown() {
        return state != null;
    }

    boolean says(int state) {
        return this.state != null && this.state == state;
    }

    /** The customers whose sheets it has. */
    Set<CustomerId> shown() {
        return shown;
    }

    /** @param counters of before: what has come since is looked at next time */
    void looked(String counters, Instant now) {
        if (state != null) {
            counted = counters;
        }
        at = now;
    }

    /** @param whole whether nothing of it is to come still */
    void wrote(int state, Set<CustomerId> shown, boolean whole) {
        this.state = whole ? state : null;
        this.shown = shown;
    }
}
