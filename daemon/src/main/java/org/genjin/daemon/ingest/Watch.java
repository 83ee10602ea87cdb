package org.genjin.daemon.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.ledger.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a source as soon as it says that it has news, so that a mail is logged within seconds. Only a hint: what a source does
 * not say, the next poll in its rhythm finds. Each source has a connection of its own for this, at most one; a source that is
 * not well is left to the polls, so that nobody knocks twice where a password is wrong.
 */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    /** A connection that held so long was good; servers that close at once are asked less and less often. */
    private static final Duration STANDS = Duration.ofMinutes(1);

    private final Sync sync;
    private final Connectors.Opener connectors;
    private final NeverLogged neverLogged;
    private final RandomGenerator random;
    private final Set<Connector> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> watchers = new ArrayList<>();

    public Watch(Sync sync, Connectors.Opener connectors, NeverLogged neverLogged, RandomGenerator random) {
        this.sync = sync;
        this.connectors = connectors;
        this.neverLogged = neverLogged;
        this.random = random;
    }

    /** Begins to wait for news of these sources. */
    public void start(List<? extends SourceConfig> sources) {
        for (SourceConfig source : sources) {
            watchers.add(Thread.ofVirtual().name("watch").start(() -> watch(source)));
        }
    }

    /** Ends every wait now, and waits for polls that news began. */
    @Override
    public void close() {
        stop.countDown();
        open.forEach(Connector::close);
        for (Thread it : watchers) {
            try {
                it.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts here", e);
            }
        }
    }

    private void watch(SourceConfig source) {
        int failures = 0;
        while (true) {
            if (!sync.isWell(source)) {
                if (stopsWithin(LOOK_AGAIN)) {
                    return;
                }
                continue;
            }
            long begun = System.nanoTime();
            try (Connector connector = connectors.open(source)) {
                open.add(connector);
                try {
                    if (!hears(source, connector)) {
                        return;
                    }
                } finally {
                    open.remove(connector);
                }
            } catch (ConnectorException e) {
                LOG.info("waiting for news of a source ended; it begins again");
            } catch (RuntimeException e) {
                LOG.error("waiting for news failed; it begins again", e);
            }
            boolean stood = Duration.ofNanos(System.nanoTime() - begun).compareTo(STANDS) > 0;
            failures = stood ? 1 : failures + 1;
            if (stopsWithin(Backoff.ofServer(failures, random))) {
                return;
            }
        }
    }

    /** @return false if there is nothing to wait for any more */
    private boolean hears(SourceConfig source, Connector connector) throws ConnectorException {
        if (stop.getCount() == 0) {
            return false; // it was opened while all the others were closed
        }
        List<Mailbox> opened = neverLogged.opened(connector.mailboxes());
        if (opened.isEmpty()) {
            return false;
        }
        Mailbox first = opened.getFirst();
        while (stop.getCount() > 0) {
            switch (connector.awaitNews(first, PATIENCE)) {
                case SOME -> {
                    if (!(sync.poll(source, Poll.Progress.SILENT) instanceof Poll.Outcome.Drained)) {
                        return true;
                    }
                }
                case NONE -> {}
                case UNKNOWN -> {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean stopsWithin(Duration time) {
        try {
            return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }
}
