package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.genjin.connectors.Batch;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.genjin.daemon.reading.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches come in order and all of them, a few ahead, and what fails loses nothing that came before it. */
class AheadTest {

    private static final Mailbox INBOX = new Mailbox("li@factory.example", "INBOX");
    private static final int BATCHES = 12;

    private final ExecutorService fetcher = Executors.newSingleThreadExecutor();
    private final ExecutorService readers = Executors.newFixedThreadPool(3);
    private final Preparation preparation =
            new Preparation(message -> new Reading(message.body().plain(), "", "", "en"));
    private final AtomicInteger pulled = new AtomicInteger();
    private final Semaphore pulls = new Semaphore(0);

    @AfterEach
    void end() {
        fetcher.close();
        readers.close();
    }

    private Ahead begin(Ahead.Pull pull) {
        return Ahead.begin(Turns.ofFiles(List.of(INBOX)), pull, preparation, fetcher, readers);
    }

    private Optional<Ahead.Fetched> batch(Mailbox mailbox) {
        int number = pulled.incrementAndGet();
        List<Message> messages = IntStream.range(0, 100)
                .mapToObj(i -> Connectors.note("li@factory.example", Instant.EPOCH.plusSeconds(i), number + " " + i))
                .toList();
        Batch batch = new Batch(
                messages, List.of(), new Cursor("" + number), number == BATCHES, BATCHES - number, List.of(), Batch.Timing.NONE);
        pulls.release();
        return Optional.of(new Ahead.Fetched(mailbox, batch, List.of(), Duration.ZERO));
    }

    @Test
    void messagesComeInTheOrderOfTheirMailboxHoweverManyThreadsReadThem() throws Exception {
        List<String> texts = new ArrayList<>();
        try (Ahead ahead = begin(this::batch)) {
            for (Optional<Ahead.Pulled> it = ahead.take(); it.isPresent(); it = ahead.take()) {
                assertThat(it.get().prepared()).extracting(Prepared::message).isEqualTo(it.get().batch().messages());
                it.get().prepared().forEach(prepared -> texts.add(prepared.reading().text()));
            }
        }
        assertThat(texts).hasSize(BATCHES * 100).startsWith("1 0", "1 1").endsWith("12 98", "12 99");
    }

    @Test
    void aSourceThatIsFasterThanTheLedgerWaitsForIt() throws Exception {
        try (Ahead ahead = begin(this::batch)) {
            for (int taken = 1; taken <= 5; taken++) {
                ahead.take();
                pulls.acquire();
                assertThat(pulled.get()).as("the one taken, one in the queue, one that waits for room").isBetween(taken, taken + 2);
            }
        }
        assertThat(pulled.get()).as("and not read on when nobody wants it").isLessThanOrEqualTo(8);
    }

    @Test
    void aSourceThatBreaksHasHandedOutAllThatCameBefore() throws Exception {
        try (Ahead ahead = begin(mailbox -> {
            if (pulled.get() == 2) {
                throw new ConnectorException.Unavailable("The line is dead.", null);
            }
            return batch(mailbox);
        })) {
            assertThat(ahead.take()).isPresent();
            assertThat(ahead.take()).isPresent();
            assertThatThrownBy(ahead::take).isInstanceOf(ConnectorException.Unavailable.class);
        }
    }

    @Test
    void aFaultInReadingOneMessageEndsThePollAndNotTheThreads() {
        Preparation broken = new Preparation(_ -> {
            throw new IllegalStateException("a fault of ours");
        });
        try (Ahead ahead = Ahead.begin(Turns.ofFiles(List.of(INBOX)), this::batch, broken, fetcher, readers)) {
            assertThatThrownBy(ahead::take).hasMessage("a fault of ours");
        }
        assertThat(fetcher.submit(() -> "free")).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("free");
    }
}
