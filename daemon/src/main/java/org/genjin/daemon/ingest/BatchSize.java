package org.genjin.daemon.ingest;

import java.time.Duration;

/**
 * How many messages to ask for at a time. A transaction costs the same however much is in it, and so do most of the questions that
 * matching asks; so batches are large. Those of a source behind a slow line are small, for what has come is to be found soon, and is
 * lost when the connection is. The connectors end a batch by its bytes, so none gets too big for memory. Thread-safe.
 */
final class BatchSize {

    private static final int LEAST = 100;
    private static final int MOST = 800;
    private static final Duration FETCHED_SOON = Duration.ofMillis(700);
    private static final Duration STORED_SOON = Duration.ofSeconds(3);
    /** With fewer batches than that to come, it is not worth the while. */
    private static final int MANY = 8;

    private int size = LEAST;

    synchronized int get() {
        return size;
    }

    /**
     * @param remaining how many are to come; negative if nobody knows
     * @param fetched how long fetching and parsing them took
     * @param stored how long storing them took
     */
    synchronized void took(int messages, long remaining, Duration fetched, Duration stored) {
        if (fetched.compareTo(FETCHED_SOON.multipliedBy(2)) > 0 || stored.compareTo(STORED_SOON.multipliedBy(2)) > 0) {
            size = Math.max(LEAST, size / 2);
        } else if (messages == size && fetched.compareTo(FETCHED_SOON) < 0 && stored.compareTo(STORED_SOON) < 0
                && (remaining < 0 || remaining > (long) MANY * size)) {
            size = Math.min(MOST, size * 2);
        }
    }
}
