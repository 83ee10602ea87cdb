package org.genjin.daemon.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.ledger.Backoff;
import org.genjin.daemon.ledger.Headway;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Proof;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceTable;
import org.genjin.daemon.provider.ProviderWords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all mailboxes of one source until nothing is left, then holds what the source has against what the ledger has: what
 * is missing is asked for again at once.
 */
public final class Poll {

    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);

    private final Ledger ledger;
    private final Connectors.Opener connectors;
    private final Preparation preparation;
    private final Ingest ingest;
    private final RecentReadings recent;
    private final NeverLogged neverLogged;
    private final AskingAgain askingAgain;
    private final Proving proving;
    private final ProviderWords providers;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Refusals refusals = new Refusals();
    private final Set<Connector> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Headway> running = new ConcurrentHashMap<>();

    public Poll(
            Ledger ledger,
            Connectors.Opener connectors,
            Preparation preparation,
            Ingest ingest,
            RecentReadings recent,
            NeverLogged neverLogged,
            ProviderWords providers,
            InstantSource clock,
            RandomGenerator random) {
        this.ledger = ledger;
        this.connectors = connectors;
        this.preparation = preparation;
        this.ingest = ingest;
        this.recent = recent;
        this.neverLogged = neverLogged;
        this.askingAgain = new AskingAgain(ledger);
        this.proving = new Proving(ledger, clock);
        this.providers = providers;
        this.clock = clock;
        this.random = random;
    }

    /** Hears how a poll gets on; called after each batch, by the thread that polls. */
    @FunctionalInterface
    public interface Progress {

        Progress SILENT = _ -> {};

        void batch(Step step);
    }

    /**
     * A batch has been stored.
     *
     * @param tally what the poll has brought so far
     * @param headway how far the poll is
     * @param unreadable what this batch had that could not be read
     * @param warnings what this batch told of the mailbox as a whole
     */
    public record Step(
            String source,
            String mailbox,
            Tally tally,
            Headway headway,
            List<Batch.Unreadable> unreadable,
            List<String> warnings) {}

    /**
     * What a poll brought so far, and where its time went.
     *
     * @param keptOut how many must not be stored
     */
    public record Tally(int stored, int seenAgain, int unreadable, int keptOut, Times times) {

        public static final Tally NONE = new Tally(0, 0, 0, 0, Times.NONE);

        public Tally plus(Ingest.Outcome outcome, Times more) {
            return new Tally(
                    stored + outcome.stored(),
                    seenAgain + outcome.seenAgain(),
                    unreadable + outcome.unreadable(),
                    keptOut + outcome.keptOut(),
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

    /** How hard to look whether all came. */
    public enum Care {
        /** Mailboxes that something came from, and the others from time to time. */
        USUAL,
        /** Every mailbox: a person asked. */
        EVERY
    }

    /**
     * Polls if the source's health allows it.
     *
     * @param stop asked between batches; true ends the poll early and leaves the rest for the next
     */
    public Outcome run(SourceConfig source, Care care, Progress progress, BooleanSupplier stop) {
        Instant begun = clock.instant();
        SourceTable.Health health =
                ledger.read(tx -> tx.sources().health(source.name())).orElse(SourceTable.Health.NEW);
        Instant due = health.nextAttempt();
        if (health.state() == SourceStatus.State.PARKED || (due != null && begun.isBefore(due))) {
            return new Outcome.Skipped(Tally.NONE, health.state());
        }
        SourceTable.Listed listed = SourceTable.Listed.of(source);
        // Before the ledger says that it is read: who asks in between must not be told that a reading was broken off.
        running.put(source.name(), new Headway(begun, begun, 0, 0, -1));
        Run run = new Run(source, progress, stop);
        try {
            ledger.transact(tx -> {
                tx.sources().reading(listed, source instanceof SourceConfig.Files, begun);
                if (source instanceof SourceConfig.Files files) {
                    tx.imports().note(files);
                }
                return null;
            });
            run.poll(care, begun);
            refusals.accepted(source);
            LOG.info(
                    "polled {}: {} new, {} seen again, {} unreadable, {} not logged, {} ms",
                    listed.kind(), run.tally.stored(), run.tally.seenAgain(), run.tally.unreadable(), run.tally.keptOut(),
                    Duration.between(begun, clock.instant()).toMillis());
            return new Outcome.Drained(run.tally);
        } catch (ConnectorException.Unavailable e) {
            Duration pause = Backoff.ofServer(health.failures() + 1, random);
            Instant next = clock.instant().plus(pause.compareTo(e.pause()) < 0 ? e.pause() : pause);
            return failed(source, run, SourceStatus.State.WAITING, e.getMessage(), next);
        } catch (ConnectorException.Refused e) {
            String problem = providers.problem(source.name(), e);
            return refusals.isFinal(source, health)
                    ? failed(source, run, SourceStatus.State.PARKED, problem, null)
                    : failed(source, run, SourceStatus.State.WAITING, problem, clock.instant().plus(Refusals.PAUSE));
        } catch (ConnectorException e) {
            throw new IllegalStateException("a third kind of failure", e);
        } catch (IOException e) {
            Duration pause = Backoff.after(health.failures() + 1);
            String problem = "The store cannot be written: " + e.getMessage() + ". It is tried again by itself.";
            return failed(source, run, SourceStatus.State.WAITING, problem, clock.instant().plus(pause));
        } finally {
            running.remove(source.name());
        }
    }

    /** How the reading of a source gets on that goes on now; empty if none does. */
    public Optional<Headway> headway(String source) {
        return Optional.ofNullable(running.get(source));
    }

    /**
     * Holds every mailbox of a source against the ledger and brings nothing.
     *
     * @return what was found, for each mailbox that can be counted, and all that there are
     */
    Examined examine(SourceConfig source) throws ConnectorException {
        try (Connector connector = connectors.open(source)) {
            open.add(connector);
            try {
                List<Mailbox> mailboxes = neverLogged.opened(connector.mailboxes());
                return new Examined(mailboxes, proving.prove(connector, mailboxes));
            } finally {
                open.remove(connector);
            }
        }
    }

    /** What a source has, and what the ledger has of it. */
    public record Examined(List<Mailbox> mailboxes, List<Proof> proofs) {}

    /** Closes what running polls read from; they fail as if the server had gone. For the end of the process. */
    void abandon() {
        open.forEach(Connector::close);
    }

    /** Whether the source has been read and can be reached, as far as is known. */
    boolean isWell(SourceConfig source) {
        Set<SourceStatus.State> reached = Set.of(SourceStatus.State.OK, SourceStatus.State.SILENT);
        return ledger.read(tx -> tx.sources().health(source.name()))
                .filter(it -> reached.contains(it.state()) && it.completeSince() != null)
                .isPresent();
    }

    /** Forgets every source's failures. */
    void retryAll() {
        refusals.forgetAll();
        ledger.transact(tx -> {
            tx.sources().retryAll();
            return null;
        });
    }

    /** Forgets one source's failures. */
    void retry(SourceConfig source) {
        refusals.accepted(source);
        ledger.transact(tx -> {
            tx.sources().retry(source.name());
            return null;
        });
    }

    /** Notes which sources somebody wants read from now on. */
    void list(List<? extends SourceConfig> sources) {
        ledger.transact(tx -> {
            tx.sources().list(sources.stream().map(SourceTable.Listed::of).toList(), clock.instant());
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
        LOG.warn("poll of a {} source failed: {}", SourceTable.Listed.of(source).kind(), state.id());
        return new Outcome.Failed(run.tally, state, sentence);
    }

    /** One poll, and what it has brought so far. */
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

        void poll(Care care, Instant begun) throws ConnectorException, IOException {
            try (Connector connector = connectors.open(source);
                    ExecutorService fetcher = Executors.newSingleThreadExecutor();
                    ExecutorService readers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
                open.add(connector);
                try {
                    Drain drain = new Drain(
                            ledger, preparation, ingest, recent, neverLogged, clock, source, connector, fetcher, readers, stop, this::heard);
                    List<Mailbox> mailboxes = opened(connector.mailboxes());
                    askingAgain.ask(source.name(), mailboxes, !(source instanceof SourceConfig.Files), begun);
                    boolean whole = new Visit(ledger, proving, connector, drain, care).run(mailboxes);
                    ledger.transact(tx -> {
                        if (whole) {
                            tx.sources().complete(source.name(), begun, mailboxes.size());
                            tx.proofs().keep(source.name(), mailboxes);
                            askingAgain.ended(tx, mailboxes, clock.instant());
                        } else {
                            tx.sources().stopped(source.name());
                        }
                        return null;
                    });
                } finally {
                    open.remove(connector);
                }
            }
        }

        private List<Mailbox> opened(List<Mailbox> all) {
            List<Mailbox> opened = neverLogged.opened(all);
            List<String> others = all.stream().filter(it -> !opened.contains(it)).map(Mailbox::name).sorted().toList();
            if (!ledger.read(tx -> tx.neverLog().notOpened(source.name())).equals(others)) {
                ledger.transact(tx -> {
                    tx.neverLog().notOpened(source.name(), source.owner(), others);
                    return null;
                });
            }
            return opened;
        }

        private void heard(Step step) {
            tally = step.tally();
            running.put(source.name(), step.headway());
            progress.batch(step);
        }
    }
}
