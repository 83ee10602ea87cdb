package org.genjin.daemon;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something for each owner beside all others: whose mail server is slow keeps nobody else waiting, and is not asked again
 * before it has answered. Thread-safe.
 */
final class OwnerLanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerLanes.class);
    /** A server that says nothing is given up before. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final ExecutorService threads;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** @param name of the threads */
    OwnerLanes(String name) {
        this.threads = Executors.newCachedThreadPool(Thread.ofPlatform().name(name + "-", 0).daemon().factory());
    }

    /** Begins {@code work} for each of {@code owners} for whom the last has ended; returns at once. */
    void begin(Collection<String> owners, Consumer<String> work) {
        for (String owner : owners) {
            if (busy.add(owner)) {
                threads.execute(() -> run(owner, work));
            }
        }
    }

    private void run(String owner, Consumer<String> work) {
        try {
            work.accept(owner);
        } catch (RuntimeException e) {
            LOG.error("the mails of an owner were not seen to; it is tried again", e);
        } finally {
            busy.remove(owner);
        }
    }

    /** Begins nothing more and waits for what goes on; nothing is interrupted, as it may be within the ledger. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a mail server keeps a mail waiting; what came of it the mailbox will tell");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
