package org.genjin.daemon.decision;

import org.genjin.daemon.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** What became of something that a person decided about whose messages are. */
public sealed interface Decided {

    /**
     * @param decision its number, by which it can be undone
     * @param customer whom it made or changed; null if nobody
     * @param messages how many messages went to somebody else
     */
    record Done(long decision, @Nullable CustomerId customer, int messages) implements Decided {}

    /** @param why what is in the way */
    record Impossible(Refusal why) implements Decided {

        static Decided of(Refusal.Why why, Object... what) {
            return new Impossible(Refusal.of(why, what));
        }
    }
}
