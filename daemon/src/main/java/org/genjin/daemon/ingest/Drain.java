package org.genjin.daemon.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.genjin.daemon.ledger.Headway;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Proof;

/**
 * Reads mailboxes of one open source until nothing is left in them. While one batch is being stored the next is fetched;
 * cursors are saved in the order of a mailbox's batches, so whatever dies, what was not stored is fetched again. One thread.
 */
final class Drain {

    /** Of a folder at a server in one turn. */
    private static final int TURN = 5;

    private final Ledger ledger;
    private final Preparation preparation;
    private final Ingest ingest;
    private final RecentReadings recent;
    private final NeverLogged neverLogged;
    private final InstantSource clock;
    private final SourceConfig source;
    private final Connector connector;
    private final ExecutorService fetcher;
    private final BooleanSupplier stop;
    private final Consumer<Poll.Step> progress;
    private final Instant begun;

    private final Map<Mailbox, Long> remaining = new HashMap<>();
    private final BatchSize size = new BatchSize();
    private final Set<Mailbox> brought = new HashSet<>();
    private long settled;
    private Poll.Tally tally = Poll.Tally.NONE;

    Drain(
            Ledger ledger,
            Preparation preparation,
            Ingest ingest,
            RecentReadings recent,
            NeverLogged neverLogged,
            InstantSource clock,
            SourceConfig source,
            Connector connector,
            ExecutorService fetcher,
            BooleanSupplier stop,
            Consumer<Poll.Step> progress) {
        this.ledger = ledger;
        this.preparation = preparation;
        this.ingest = ingest;
        this.recent = recent;
        this.neverLogged = neverLogged;
        this.clock = clock;
        this.source = source;
        this.connector = connector;
        this.fetcher = fetcher;
        this.stop = stop;
        this.progress = progress;
        this.begun = clock.instant();
    }

    /**
     * What was fetched and worked out, not yet stored.
     *
     * @param keptOut where that lies which must not be stored
     * @param read how long it took to read their words
     * @param whole how long it took altogether
     */
    private record Pulled(
            Mailbox mailbox, Batch batch, List<String> keptOut, List<Prepared> prepared, Duration read, Duration whole) {

        boolean isAnything() {
            return !batch.messages().isEmpty() || !batch.unreadable().isEmpty() || !batch.warnings().isEmpty() || !keptOut.isEmpty();
        }
    }

    /** How far a mailbox has been read in this run, and of which chats. */
    private static final class Position {
        private final ChatSpans chats = new ChatSpans();
        private Cursor cursor;

        Position(Cursor cursor) {
            this.cursor = cursor;
        }
    }

    /** The mailboxes that something came from. */
    Set<Mailbox> brought() {
        return brought;
    }

    /** Learns from what mailboxes hold how much there is to come. */
    void expect(List<Proof> proofs) {
        proofs.forEach(it -> {
            remaining.put(it.mailbox(), it.toCome());
            settled += it.settled();
        });
    }

    /** @return false if it was stopped early */
    boolean read(List<Mailbox> mailboxes) throws ConnectorException, IOException {
        Turns turns = source instanceof SourceConfig.Imap ? Turns.ofFolders(mailboxes, TURN) : Turns.ofFiles(mailboxes);
        Map<Mailbox, Position> positions = new HashMap<>();
        Optional<Mailbox> first = turns.next();
        Future<Pulled> next = first.isEmpty() ? null : fetch(first.get(), positions);
        while (next != null) {
            Pulled pulled = await(next);
            Batch batch = pulled.batch();
            Position position = Objects.requireNonNull(positions.get(pulled.mailbox()));
            position.cursor = batch.next();
            position.chats.add(batch.messages());
            turns.came(batch.messages().stream().map(Message::sentAt).filter(Objects::nonNull).toList(), batch.drained());
            boolean stopped = stop.getAsBoolean();
            Optional<Mailbox> following = stopped ? Optional.empty() : turns.next();
            next = following.isEmpty() ? null : fetch(following.get(), positions);
            store(pulled);
            if (batch.drained()) {
                bridge(position.chats);
                positions.remove(pulled.mailbox());
            }
            if (stopped) {
                return batch.drained() && turns.next().isEmpty();
            }
        }
        return true;
    }

    private Future<Pulled> fetch(Mailbox mailbox, Map<Mailbox, Position> positions) {
        // Files that a person names are read from their beginning: the answer must tell what is in them.
        Cursor from = positions.computeIfAbsent(
                        mailbox,
                        it -> new Position(
                                source instanceof SourceConfig.Files
                                        ? Cursor.START
                                        : ledger.read(tx -> tx.cursors().find(it))))
                .cursor;
        int most = size.get();
        return fetcher.submit(() -> pull(mailbox, from, most));
    }

    private Pulled pull(Mailbox mailbox, Cursor cursor, int most) throws ConnectorException, IOException {
        long begun = System.nanoTime();
        // Before anything is made of them: what must not be stored is not even read.
        NeverLogged.Sieved sieved = neverLogged.sieve(connector.pull(mailbox, cursor, most));
        Batch batch = sieved.batch();
        long from = System.nanoTime();
        List<Prepared> prepared = new ArrayList<>();
        for (Message message : batch.messages()) {
            prepared.add(preparation.prepare(message));
        }
        long end = System.nanoTime();
        return new Pulled(mailbox, batch, sieved.keptOut(), prepared, Duration.ofNanos(end - from), Duration.ofNanos(end - begun));
    }

    private void store(Pulled pulled) throws IOException {
        Batch batch = pulled.batch();
        long from = System.nanoTime();
        Ingest.Outcome outcome = isKnown(pulled)
                ? Ingest.Outcome.NOTHING
                : ingest.store(source, pulled.mailbox(), batch, pulled.keptOut(), pulled.prepared());
        outcome.fresh().forEach((id, it) -> recent.put(id, it.reading(), it.message().writtenAt()));
        outcome.changed().forEach(recent::forget);
        Duration stored = Duration.ofNanos(System.nanoTime() - from);
        size.took(batch.messages().size(), batch.remaining(), pulled.whole().plus(stored));
        tally = tally.plus(
                outcome,
                new Poll.Times(
                        batch.timing().fetch(),
                        batch.timing().parse(),
                        pulled.read(),
                        outcome.matching(),
                        stored.minus(outcome.matching())));
        remaining.put(pulled.mailbox(), batch.drained() ? 0 : batch.remaining());
        if (!batch.messages().isEmpty() || !batch.unreadable().isEmpty() || !pulled.keptOut().isEmpty()) {
            brought.add(pulled.mailbox());
        }
        progress.accept(new Poll.Step(
                source.name(), pulled.mailbox().name(), tally, headway(), batch.unreadable(), outcome.warnings()));
    }

    /**
     * Whether the ledger would be left as it is. Most polls find most mailboxes unchanged, and a transaction costs a write to the
     * disk and room in the ledger's file even if it changes nothing.
     */
    private boolean isKnown(Pulled pulled) {
        Batch batch = pulled.batch();
        if (!batch.drained() || pulled.isAnything()) {
            return false;
        }
        Mailbox mailbox = pulled.mailbox();
        return ledger.read(tx -> tx.cursors().find(mailbox).equals(batch.next())
                && !tx.cursors().isUnderWay(mailbox)
                // What a server does not say again is over; a file that has not changed says nothing.
                && (!(source instanceof SourceConfig.Imap)
                        || tx.warnings().of(mailbox.source()).stream().noneMatch(it -> it.mailbox().equals(mailbox.name()))));
    }

    private Headway headway() {
        boolean known = remaining.values().stream().noneMatch(it -> it < 0);
        return new Headway(
                begun, clock.instant(), settled, (long) tally.stored() + tally.seenAgain() + tally.unreadable() + tally.keptOut(),
                known ? remaining.values().stream().mapToLong(Long::longValue).sum() : -1);
    }

    private void bridge(ChatSpans chats) {
        if (!chats.isEmpty()) {
            ledger.transact(tx -> {
                chats.bridge(tx, source.owner());
                return null;
            });
        }
    }

    private static Pulled await(Future<Pulled> pulled) throws ConnectorException, IOException {
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
