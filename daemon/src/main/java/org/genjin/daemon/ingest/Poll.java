package org.genjin.daemon.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.genjin.daemon.ledger.Backoff;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceTable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drains all mailboxes of one source once. While one batch is being stored the next is fetched; cursors are saved in
 * their order, so whatever dies, what was not stored is fetched again.
 */
public final class Poll {

    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    private static final int BATCH = 100;

    private final Ledger ledger;
    private final Connectors.Opener connectors;
    private final Preparation preparation;
    private final Ingest ingest;
    private final RecentReadings recent;
    private final InstantSource clock;
    private final Set<Connector> open = ConcurrentHashMap.newKeySet();

    public Poll(
            Ledger ledger,
            Connectors.Opener connectors,
            Preparation preparation,
            Ingest ingest,
            RecentReadings recent,
            InstantSource clock) {
        this.ledger = ledger;
        this.connectors = connectors;
        this.preparation = preparation;
        this.ingest = ingest;
        this.recent = recent;
        this.clock = clock;
    }

    /** Hears how a poll gets on; called after each batch, by the thread that polls. */
    public interface Progress {

        Progress SILENT = (_, _, _, _, _) -> {};

        /**
         * @param remaining how many messages of the mailbox are still to come, -1 if not known
         * @param unreadable what this batch had that could not be read
         */
        void batch(String source, String mailbox, Tally tally, long remaining, List<Batch.Unreadable> unreadable);
    }

    /** What a poll brought so far, and where its time went. */
    public record Tally(int stored, int seenAgain, int unreadable, Times times) {

        public static final Tally NONE = new Tally(0, 0, 0, Times.NONE);

        public Tally plus(Ingest.Outcome outcome, Times more) {
            return new Tally(
                    stored + outcome.stored(),
                    seenAgain + outcome.seenAgain(),
                    unreadable + outcome.unreadable(),
                    times.plus(more));
        }
    }

    /**
     * Fetching, parsing and reading run beside matching and storing, so the sum is more than the clock shows.
     *
     * @param store in ledger and store, without matching
     */
    public record Times(Duration fetch, Duration parse, Duration read, Duration match, Duration store) {

        public static final Times NONE = new Times(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

        Times plus(Times more) {
            return new Times(
                    fetch.plus(more.fetch), parse.plus(more.parse), read.plus(more.read), match.plus(more.match),
                    store.plus(more.store));
        }
    }

    /** How a poll ended. */
    public sealed interface Outcome {

        Tally tally();

        record Drained(Tally tally) implements Outcome {}

        /** @param problem one sentence for a person */
        record Failed(Tally tally, SourceStatus.State state, String problem) implements Outcome {}

        /** Not tried: too early after a failure, or parked until a person acts. */
        record Skipped(Tally tally, SourceStatus.State state) implements Outcome {}
    }

    /**
     * Polls if the source's health allows it.
     *
     * @param stop asked between batches; true ends the poll early and leaves the rest for the next
     */
    public Outcome run(SourceConfig source, Progress progress, BooleanSupplier stop) {
        Instant begun = clock.instant();
        SourceTable.Health health =
                ledger.read(tx -> tx.sources().health(source.name())).orElse(SourceTable.Health.NEW);
        Instant next = health.nextAttempt();
        if (health.state() == SourceStatus.State.PARKED || (next != null && begun.isBefore(next))) {
            return new Outcome.Skipped(Tally.NONE, health.state());
        }
        ledger.transact(tx -> {
            tx.sources().reading(source.name(), source.owner(), kind(source), begun);
            return null;
        });
        Run run = new Run(source, progress, stop);
        try {
            boolean whole = run.drainAll();
            ledger.transact(tx -> {
                tx.sources().complete(source.name(), whole ? begun : null);
                return null;
            });
            LOG.info(
                    "polled {}: {} new, {} seen again, {} unreadable, {} ms",
                    kind(source), run.tally.stored(), run.tally.seenAgain(), run.tally.unreadable(),
                    Duration.between(begun, clock.instant()).toMillis());
            return new Outcome.Drained(run.tally);
        } catch (ConnectorException.Unavailable e) {
            Duration pause = Backoff.after(health.failures() + 1);
            return failed(source, run, SourceStatus.State.WAITING, e.getMessage(), clock.instant().plus(pause));
        } catch (ConnectorException.Refused e) {
            return failed(source, run, SourceStatus.State.PARKED, e.getMessage(), null);
        } catch (ConnectorException e) {
            throw new IllegalStateException("a third kind of failure", e);
        } catch (IOException e) {
            Duration pause = Backoff.after(health.failures() + 1);
            String problem = "The store cannot be written: " + e.getMessage() + ". It is tried again by itself.";
            return failed(source, run, SourceStatus.State.WAITING, problem, clock.instant().plus(pause));
        }
    }

    /** Closes what running polls read from; they fail as if the server had gone. For the end of the process. */
    void abandon() {
        open.forEach(Connector::close);
    }

    /** Forgets every source's failures. */
    void retryAll() {
        ledger.transact(tx -> {
            tx.sources().retryAll();
            return null;
        });
    }

    /** Forgets one source's failures. */
    void retry(SourceConfig source) {
        ledger.transact(tx -> {
            tx.sources().retry(source.name());
            return null;
        });
    }

    private Outcome failed(
            SourceConfig source,
            Run run,
            SourceStatus.State state,
            @Nullable String problem,
            @Nullable Instant nextAttempt) {
        String sentence = problem == null ? "It failed without a reason." : problem;
        ledger.transact(tx -> {
            tx.sources().failed(source.name(), state, sentence, nextAttempt);
            return null;
        });
        LOG.warn("poll of a {} source failed: {}", kind(source), state.id());
        return new Outcome.Failed(run.tally, state, sentence);
    }

    private static String kind(SourceConfig source) {
        return switch (source) {
            case SourceConfig.Imap _ -> "imap";
            case SourceConfig.DropFolder _ -> "folder";
            case SourceConfig.Files _ -> "import";
        };
    }

    /** What was fetched and worked out, not yet stored. */
    private record Pulled(Batch batch, List<Prepared> prepared, Duration read) {}

    private final class Run {

        private final SourceConfig source;
        private final Progress progress;
        private final BooleanSupplier stop;
        private Tally tally = Tally.NONE;

        Run(SourceConfig source, Progress progress, BooleanSupplier stop) {
            this.source = source;
            this.progress = progress;
            this.stop = stop;
        }

        /** @return false if it was stopped early */
        boolean drainAll() throws ConnectorException, IOException {
            try (Connector connector = connectors.open(source);
                    ExecutorService fetcher = Executors.newSingleThreadExecutor()) {
                open.add(connector);
                try {
                    for (Mailbox mailbox : connector.mailboxes()) {
                        if (!drain(connector, fetcher, mailbox)) {
                            return false;
                        }
                    }
                    return true;
                } finally {
                    open.remove(connector);
                }
            }
        }

        private boolean drain(Connector connector, ExecutorService fetcher, Mailbox mailbox)
                throws ConnectorException, IOException {
            // Files that a person names are read from their beginning: the answer must tell what is in them.
            Cursor start = source instanceof SourceConfig.Files
                    ? Cursor.START
                    : ledger.read(tx -> tx.cursors().find(mailbox));
            Future<Pulled> next = fetcher.submit(() -> pull(connector, mailbox, start));
            while (true) {
                Pulled pulled = await(next);
                Batch batch = pulled.batch();
                boolean last = batch.drained() || stop.getAsBoolean();
                if (!last) {
                    next = fetcher.submit(() -> pull(connector, mailbox, batch.next()));
                }
                long from = System.nanoTime();
                Ingest.Outcome outcome = ingest.store(mailbox, source.owner(), batch, pulled.prepared());
                outcome.fresh().forEach((id, it) -> recent.put(id, it.reading()));
                tally = tally.plus(
                        outcome,
                        new Times(
                                batch.timing().fetch(),
                                batch.timing().parse(),
                                pulled.read(),
                                outcome.matching(),
                                Duration.ofNanos(System.nanoTime() - from).minus(outcome.matching())));
                progress.batch(source.name(), mailbox.name(), tally, batch.remaining(), batch.unreadable());
                if (last) {
                    return batch.drained();
                }
            }
        }

        private Pulled pull(Connector connector, Mailbox mailbox, Cursor cursor) throws ConnectorException, IOException {
            Batch batch = connector.pull(mailbox, cursor, BATCH);
            long from = System.nanoTime();
            List<Prepared> prepared = new ArrayList<>();
            for (Message message : batch.messages()) {
                prepared.add(preparation.prepare(message));
            }
            return new Pulled(batch, prepared, Duration.ofNanos(System.nanoTime() - from));
        }

        private Pulled await(Future<Pulled> pulled) throws ConnectorException, IOException {
            try {
                return pulled.get();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a poll", e);
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case ConnectorException it -> throw it;
                    case IOException it -> throw it;
                    case UncheckedIOException it -> throw it;
                    case RuntimeException it -> throw it;
                    case null, default -> throw new IllegalStateException(e);
                }
            }
        }
    }
}
