package org.genjin.daemon.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.genjin.daemon.ledger.SourceTable;

/**
 * Whether a refusal ends the attempts. A server that let us in before may refuse by mistake, so there it takes three refusals in
 * a row; more could get the sender's address banned. Counted since the last success or restart. Thread-safe.
 */
final class Refusals {

    /** How long to wait for the next attempt, at least. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final int ENOUGH = 3;

    private final Map<String, Integer> inARow = new ConcurrentHashMap<>();

    /** Notes a refusal. True if a person must act before the source is tried again. */
    boolean isFinal(String source, SourceTable.Health health) {
        return health.completeSince() == null || inARow.merge(source, 1, Integer::sum) >= ENOUGH;
    }

    void accepted(String source) {
        inARow.remove(source);
    }

    void forgetAll() {
        inARow.clear();
    }
}
