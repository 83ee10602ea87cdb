package org.genjin.daemon.ledger;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to leave something alone after so many failures in a row. Each pause is twice the one before, up to a limit. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SERVERS_FIRST = Duration.ofSeconds(10);
    private static final Duration SERVERS_LONGEST = Duration.ofMinutes(15);

    private Backoff() {}

    /**
     * Half a minute to an hour.
     *
     * @param failures at least 1
     */
    public static Duration after(int failures) {
        return doubled(FIRST, LONGEST, failures);
    }

    /**
     * Ten seconds to 15 minutes, a quarter more or less, so that many mailboxes do not come back to their server at once.
     *
     * @param failures at least 1
     */
    public static Duration ofServer(int failures, RandomGenerator random) {
        long millis = doubled(SERVERS_FIRST, SERVERS_LONGEST, failures).toMillis();
        return Duration.ofMillis(millis * 3 / 4 + random.nextLong(millis / 2));
    }

    private static Duration doubled(Duration first, Duration longest, int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
