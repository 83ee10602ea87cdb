package org.genjin.daemon.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;

/** Polls sources, each by one thread at a time whoever asks, some of them side by side. Thread-safe. */
public final class Sync implements AutoCloseable {

    private static final int SIDE_BY_SIDE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Poll poll;
    private final Indexing indexing;
    private final Map<String, ReentrantLock> busy = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public Sync(Poll poll, Indexing indexing) {
        this.poll = poll;
        this.indexing = indexing;
    }

    /** Polls one source until it is drained, after whoever polls it now. */
    public Poll.Outcome poll(SourceConfig source, Poll.Progress progress) {
        return poll(source, Poll.Care.USUAL, progress);
    }

    private Poll.Outcome poll(SourceConfig source, Poll.Care care, Poll.Progress progress) {
        ReentrantLock mine = lock(source);
        mine.lock();
        try {
            return poll.run(
                    source,
                    care,
                    step -> {
                        indexing.wake();
                        progress.batch(step);
                    },
                    () -> stopping);
        } finally {
            mine.unlock();
        }
    }

    /**
     * Holds what a source has against the ledger, without bringing anything.
     *
     * @return empty if the source is being polled just now
     */
    @SuppressWarnings("LockNotBeforeTry") // nobody waits for a poll that may take hours
    public Optional<Poll.Examined> examine(SourceConfig source) throws ConnectorException {
        ReentrantLock mine = lock(source);
        if (!mine.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(poll.examine(source));
        } finally {
            mine.unlock();
        }
    }

    private ReentrantLock lock(SourceConfig source) {
        return busy.computeIfAbsent(source.name(), _ -> new ReentrantLock());
    }

    /** Notes that these are the sources somebody wants read from now on, also before each has been. */
    public void list(List<? extends SourceConfig> sources) {
        poll.list(sources);
    }

    /**
     * Polls {@code sources} because a person asked, mail before chats: whom a chat names, mail may know. Every mailbox is held
     * against the ledger. The outcomes are in their order.
     */
    public Map<SourceConfig, Poll.Outcome> pollAll(List<? extends SourceConfig> sources, Poll.Progress progress) {
        Map<SourceConfig, Poll.Outcome> polled = new HashMap<>();
        polled.putAll(sideBySide(sources.stream().filter(it -> it instanceof SourceConfig.Imap).toList(), progress));
        polled.putAll(sideBySide(sources.stream().filter(it -> !(it instanceof SourceConfig.Imap)).toList(), progress));
        Map<SourceConfig, Poll.Outcome> outcomes = new LinkedHashMap<>();
        sources.forEach(it -> outcomes.put(it, polled.get(it)));
        return outcomes;
    }

    private Map<SourceConfig, Poll.Outcome> sideBySide(List<? extends SourceConfig> sources, Poll.Progress progress) {
        Map<SourceConfig, Poll.Outcome> outcomes = new HashMap<>();
        try (ExecutorService pollers = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<Poll.Outcome>> running = new ArrayList<>();
            for (SourceConfig source : sources) {
                running.add(pollers.submit(() -> poll(source, Poll.Care.EVERY, progress)));
            }
            for (int i = 0; i < sources.size(); i++) {
                outcomes.put(sources.get(i), running.get(i).get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a poll", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Whether the source has been read and can be reached, as far as is known. */
    boolean isWell(SourceConfig source) {
        return poll.isWell(source);
    }

    /** Forgets failures and back-offs: what a person asks for is tried at once. */
    public void retryAll() {
        poll.retryAll();
    }

    /** Forgets one source's failures: the next poll tries it, at the usual time. */
    public void retry(SourceConfig source) {
        poll.retry(source);
    }

    /** Polls end after the batch they are at; a server that keeps one waiting loses its connection. What was not read is read by the next. */
    @Override
    public void close() {
        stopping = true;
        for (ReentrantLock it : busy.values()) {
            if (!ended(it, PATIENCE)) {
                poll.abandon();
                ended(it, Duration.ofDays(1));
            }
        }
    }

    @SuppressWarnings("LockNotBeforeTry") // taken only to see that nobody has it
    private static boolean ended(ReentrantLock poll, Duration patience) {
        try {
            boolean ended = poll.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                poll.unlock();
            }
            return ended;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }
}
