package org.genjin.daemon.ledger;

import java.time.Duration;

/** How long to leave a source alone after so many failures in a row: half a minute, doubling, at most an hour. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Backoff() {}

    /** @param failures at least 1 */
    public static Duration after(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
