package org.genjin.daemon.privacy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.genjin.config.NeverLog;
import org.genjin.config.SourceConfig;
import org.genjin.daemon.ingest.Indexing;
import org.genjin.daemon.ingest.Sync;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.KeyedHash;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is done so that nothing is kept that must not or need not be. Whatever it dies of, the next round goes on where this
 * one was. One round at a time, whoever asks. Thread-safe.
 */
public final class Privacy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Privacy.class);

    private final TakingOut takingOut;
    private final Dropping dropping;
    private final StoreCleaning cleaning;
    private final FetchingAgain fetchingAgain;
    private final ReentrantLock busy = new ReentrantLock();
    private volatile boolean stopping;

    /**
     * What the operator wants.
     *
     * @param keep how long what is no customer's is kept; empty: for ever
     * @param sources those that are polled by themselves
     */
    public record Wishes(NeverLog neverLog, Optional<Period> keep, List<SourceConfig> sources) {
        public Wishes {
            sources = List.copyOf(sources);
        }
    }

    public Privacy(Ledger ledger, Store store, Archive archive, Indexing indexing, Sync sync, Wishes wishes) {
        KeyedHash hashes = new KeyedHash(ledger.hashKey());
        this.takingOut = new TakingOut(ledger, archive, indexing, wishes.neverLog());
        this.dropping = new Dropping(ledger, hashes, wishes.keep());
        this.cleaning = new StoreCleaning(ledger, store);
        this.fetchingAgain = new FetchingAgain(ledger, hashes, sync, wishes.sources());
    }

    /**
     * @param takenOut messages that must not be stored by the never-log list, and were
     * @param dropped messages whose content was dropped
     * @param wanted dropped messages that may be a customer's and are fetched again by the next reading
     */
    public record Round(int takenOut, int dropped, int wanted) {}

    /**
     * One round.
     *
     * @throws IOException if the store or the index cannot be written; the next round tries again
     */
    public Round run(Instant now) throws IOException {
        busy.lock();
        try {
            long begun = System.nanoTime();
            BooleanSupplier stop = () -> stopping;
            int takenOut = takingOut.run(stop);
            int wanted = fetchingAgain.run(now);
            int dropped = dropping.run(now, stop);
            int packs = cleaning.run(stop);
            if (takenOut + dropped + packs + wanted > 0) {
                LOG.info(
                        "privacy: {} messages taken out, {} dropped, {} wanted again, {} packs written anew, {} ms", takenOut, dropped,
                        wanted, packs, Duration.ofNanos(System.nanoTime() - begun).toMillis());
            }
            return new Round(takenOut, dropped, wanted);
        } finally {
            busy.unlock();
        }
    }

    /** A round that goes on ends after what it is at; there are no more. */
    @Override
    @SuppressWarnings("LockNotBeforeTry") // taken only to see that nobody has it
    public void close() {
        stopping = true;
        busy.lock();
        busy.unlock();
    }
}
