package org.genjin.daemon.ingest;

import java.time.Duration;

/**
 * How many messages to ask for at a time. A transaction costs the same however much is in it, so the batches of a fast source
 * are large; those of a slow one are small, for what has come is to be found soon, and is lost when the connection is. The
 * connectors end a batch by its bytes, so none gets too big for memory. Thread-safe.
 */
final class BatchSize {

    private static final int LEAST = 100;
    private static final int MOST = 800;
    private static final Duration SOON = Duration.ofMillis(700);
    /** With fewer batches than that to come, it is not worth the while. */
    private static final int MANY = 20;

    private int size = LEAST;

    synchronized int get() {
        return size;
    }

    /**
     * @param remaining how many are to come; negative if nobody knows
     * @param time from asking for them until they were stored
     */
    synchronized void took(int messages, long remaining, Duration time) {
        if (time.compareTo(SOON.multipliedBy(2)) > 0) {
            size = Math.max(LEAST, size / 2);
        } else if (messages == size && time.compareTo(SOON) < 0 && (remaining < 0 || remaining > (long) MANY * size)) {
            size = Math.min(MOST, size * 2);
        }
    }
}
