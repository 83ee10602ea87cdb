package org.genjin.daemon.ingest;

import java.time.Duration;

/** Whether a whole mailbox is being taken in, by how many messages came within the last seconds. One thread. */
final class Crowd {

    private static final long SPAN = Duration.ofSeconds(10).toNanos();
    private static final int LARGE = 100;

    private long since;
    private int before;
    private int now;

    /** @param at in nanoseconds, of a clock that only goes forward */
    void came(int messages, long at) {
        move(at);
        now += messages;
    }

    /** At least a hundred came within the span of ten seconds that runs or within the one before it. */
    boolean isLarge(long at) {
        move(at);
        return now >= LARGE || before >= LARGE;
    }

    private void move(long at) {
        if (at - since >= SPAN) {
            before = at - since < 2 * SPAN ? now : 0;
            now = 0;
            since = at;
        }
    }
}
