package org.genjin.daemon.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.ledger.Headway;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Proof;

/**
 * Reads mailboxes of one open source until nothing is left in them. While one batch is being stored the next are fetched and
 * read; cursors are saved in the order of a mailbox's batches, so whatever dies, what was not stored is fetched again. One thread.
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
    private final ExecutorService readers;
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
            ExecutorService readers,
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
        this.readers = readers;
        this.stop = stop;
        this.progress = progress;
        this.begun = clock.instant();
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
        Set<Mailbox> open = new HashSet<>(mailboxes);
        Map<Mailbox, ChatSpans> chats = new HashMap<>();
        try (Ahead ahead = Ahead.begin(turns, fetching(), preparation, fetcher, readers)) {
            for (Optional<Ahead.Pulled> it = ahead.take(); it.isPresent(); it = ahead.take()) {
                Mailbox mailbox = it.get().mailbox();
                Batch batch = it.get().batch();
                chats.computeIfAbsent(mailbox, _ -> new ChatSpans()).add(batch.messages());
                store(it.get());
                if (batch.drained()) {
                    bridge(Objects.requireNonNull(chats.remove(mailbox)));
                    open.remove(mailbox);
                }
                if (stop.getAsBoolean()) {
                    break;
                }
            }
        }
        return open.isEmpty();
    }

    /** Pulls a mailbox on from where it has been read to; used by the thread that fetches. */
    private Ahead.Pull fetching() {
        Map<Mailbox, Cursor> reached = new HashMap<>();
        return mailbox -> {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            long from = System.nanoTime();
            Cursor cursor = reached.computeIfAbsent(mailbox, this::saved);
            // Before anything is made of them: what must not be stored is not even read.
            NeverLogged.Sieved sieved = neverLogged.sieve(connector.pull(mailbox, cursor, size.get()));
            Batch batch = sieved.batch();
            if (batch.drained()) {
                reached.remove(mailbox);
            } else {
                reached.put(mailbox, batch.next());
            }
            return Optional.of(
                    new Ahead.Fetched(mailbox, batch, sieved.keptOut(), Duration.ofNanos(System.nanoTime() - from)));
        };
    }

    /** Files that a person names are read from their beginning: the answer must tell what is in them. */
    private Cursor saved(Mailbox mailbox) {
        return source instanceof SourceConfig.Files ? Cursor.START : ledger.read(tx -> tx.cursors().find(mailbox));
    }

    private void store(Ahead.Pulled pulled) throws IOException {
        Batch batch = pulled.batch();
        long from = System.nanoTime();
        Ingest.Outcome outcome = isKnown(pulled)
                ? Ingest.Outcome.NOTHING
                : ingest.store(source, pulled.mailbox(), batch, pulled.fetched().keptOut(), pulled.prepared());
        outcome.fresh().forEach((id, it) -> recent.put(id, it.reading(), it.message().writtenAt()));
        outcome.changed().forEach(recent::forget);
        Duration stored = Duration.ofNanos(System.nanoTime() - from);
        size.took(batch.messages().size(), batch.remaining(), pulled.fetched().took(), stored);
        tally = tally.plus(
                outcome,
                new Poll.Times(
                        batch.timing().fetch(),
                        batch.timing().parse(),
                        pulled.read(),
                        outcome.matching(),
                        stored.minus(outcome.matching())));
        remaining.put(pulled.mailbox(), batch.drained() ? 0 : batch.remaining());
        if (!batch.messages().isEmpty() || !batch.unreadable().isEmpty() || !pulled.fetched().keptOut().isEmpty()) {
            brought.add(pulled.mailbox());
        }
        progress.accept(new Poll.Step(
                source.name(), pulled.mailbox().name(), tally, headway(), batch.unreadable(), outcome.warnings()));
    }

    /**
     * Whether the ledger would be left as it is. Most polls find most mailboxes unchanged, and a transaction costs a write to the
     * disk and room in the ledger's file even if it changes nothing.
     */
    private boolean isKnown(Ahead.Pulled pulled) {
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
}
