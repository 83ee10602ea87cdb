package org.genjin.daemon.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.genjin.config.Secret;
import org.genjin.config.SourceConfig;
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

    /** Notes a refusal. True if a person must act before the source is tried again: at once where no server's word is doubted. */
    boolean isFinal(SourceConfig source, SourceTable.Health health) {
        boolean byPassword = source instanceof SourceConfig.Imap imap && imap.credentials() instanceof Secret;
        return !byPassword || health.completeSince() == null || inARow.merge(source.name(), 1, Integer::sum) >= ENOUGH;
    }

    void accepted(SourceConfig source) {
        inARow.remove(source.name());
    }

    void forgetAll() {
        inARow.clear();
    }
}
