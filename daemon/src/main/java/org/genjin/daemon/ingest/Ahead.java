package org.genjin.daemon.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.genjin.connectors.Batch;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * Batches of a source that are fetched while earlier ones are being stored, in the order of the turns: one is fetched, one has its
 * words read by as many threads as there are, one is handed out. No more are held, so a source that is faster than the ledger waits.
 *
 * <p><b>Threads:</b> one fetches, one takes. The one that takes also closes.
 */
final class Ahead implements AutoCloseable {

    /** So many messages are read by one thread in one go. */
    private static final int PIECE = 25;

    private final Turns turns;
    private final Pull pull;
    private final Preparation preparation;
    private final ExecutorService readers;
    private final BlockingQueue<Coming> queue = new ArrayBlockingQueue<>(1);
    private volatile boolean left;
    private boolean ended;

    /** Asks the source. */
    @FunctionalInterface
    interface Pull {
        /** Fetches what follows of a mailbox, what must not be stored taken out; empty if no more is wanted of the source. */
        Optional<Fetched> from(Mailbox mailbox) throws ConnectorException, IOException;
    }

    /**
     * @param keptOut where that lies which must not be stored
     * @param took how long it took to fetch and parse
     */
    record Fetched(Mailbox mailbox, Batch batch, List<String> keptOut, Duration took) {}

    /**
     * What was fetched and worked out, not yet stored.
     *
     * @param read how long it took to read the words, added up over the threads
     */
    record Pulled(Fetched fetched, List<Prepared> prepared, Duration read) {

        Mailbox mailbox() {
            return fetched.mailbox();
        }

        Batch batch() {
            return fetched.batch();
        }

        boolean isAnything() {
            return !batch().messages().isEmpty() || !batch().unreadable().isEmpty() || !batch().warnings().isEmpty()
                    || !fetched.keptOut().isEmpty();
        }
    }

    private sealed interface Coming {
        record Came(Fetched fetched, List<Future<Read>> read) implements Coming {}

        /** @param failure why; null if nothing is left to fetch or no more is wanted */
        record Ended(@Nullable Exception failure) implements Coming {}
    }

    private record Read(List<Prepared> prepared, Duration took) {}

    private Ahead(Turns turns, Pull pull, Preparation preparation, ExecutorService readers) {
        this.turns = turns;
        this.pull = pull;
        this.preparation = preparation;
        this.readers = readers;
    }

    /**
     * Begins to fetch.
     *
     * @param fetcher one thread that does nothing else
     * @param readers the threads that read words
     */
    static Ahead begin(Turns turns, Pull pull, Preparation preparation, ExecutorService fetcher, ExecutorService readers) {
        Ahead ahead = new Ahead(turns, pull, preparation, readers);
        fetcher.execute(ahead::run);
        return ahead;
    }

    /** The next batch, waited for; empty at the end. */
    Optional<Pulled> take() throws ConnectorException, IOException {
        return switch (next()) {
            case Coming.Came it -> Optional.of(read(it));
            case Coming.Ended it -> {
                if (it.failure() != null) {
                    rethrow(it.failure());
                }
                yield Optional.empty();
            }
        };
    }

    /** No more is wanted: what has been fetched and not taken is fetched again by the next poll. Waits for a pull that is going on. */
    @Override
    public void close() {
        left = true;
        while (!ended) {
            next();
        }
    }

    private Coming next() {
        try {
            Coming next = queue.take();
            ended = next instanceof Coming.Ended;
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a poll", e);
        }
    }

    private void run() {
        Exception failure = null;
        try {
            fetch();
        } catch (ConnectorException | IOException | RuntimeException e) {
            failure = e;
        }
        put(new Coming.Ended(failure));
    }

    private void fetch() throws ConnectorException, IOException {
        for (Optional<Mailbox> it = turns.next(); it.isPresent() && !left; it = turns.next()) {
            Optional<Fetched> fetched = pull.from(it.get());
            if (fetched.isEmpty()) {
                return;
            }
            Batch batch = fetched.get().batch();
            List<Instant> sent = batch.messages().stream().map(Message::sentAt).filter(Objects::nonNull).toList();
            turns.came(sent, batch.drained());
            put(new Coming.Came(fetched.get(), prepare(batch.messages())));
        }
    }

    private List<Future<Read>> prepare(List<Message> messages) {
        List<Future<Read>> pieces = new ArrayList<>();
        for (int from = 0; from < messages.size(); from += PIECE) {
            List<Message> piece = messages.subList(from, Math.min(messages.size(), from + PIECE));
            pieces.add(readers.submit(() -> {
                long begun = System.nanoTime();
                List<Prepared> prepared = new ArrayList<>();
                for (Message message : piece) {
                    prepared.add(preparation.prepare(message));
                }
                return new Read(prepared, Duration.ofNanos(System.nanoTime() - begun));
            }));
        }
        return pieces;
    }

    private void put(Coming it) {
        try {
            queue.put(it);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a poll", e);
        }
    }

    private static Pulled read(Coming.Came it) throws ConnectorException, IOException {
        List<Prepared> prepared = new ArrayList<>();
        Duration took = Duration.ZERO;
        for (Future<Read> piece : it.read()) {
            try {
                Read read = piece.get();
                prepared.addAll(read.prepared());
                took = took.plus(read.took());
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a poll", e);
            } catch (ExecutionException e) {
                rethrow(e.getCause());
            }
        }
        return new Pulled(it.fetched(), prepared, took);
    }

    private static void rethrow(@Nullable Throwable failure) throws ConnectorException, IOException {
        switch (failure) {
            case ConnectorException it -> throw it;
            case IOException it -> throw it;
            case UncheckedIOException it -> throw it;
            case RuntimeException it -> throw it;
            case null, default -> throw new IllegalStateException(failure);
        }
    }
}
