package org.genjin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every connector. The source under test has {@link #count} readable messages in its first mailbox. */
public abstract class ConnectorContract {

    /** Opens the source; called several times in one test. */
    protected abstract Connector open() throws ConnectorException;

    protected abstract int count();

    /** Whatever would tell that the source has been changed: bytes, times, flags. Compared by its text. */
    protected Object sourceState() throws Exception {
        return "";
    }

    /** How many connections the source has open; for sources that have any. */
    protected int connections() throws Exception {
        return 0;
    }

    private static List<String> keys(Batch batch) {
        return batch.messages().stream().map(it -> it.key().value()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void everyMessageComesOnceWhateverTheLimit(int limit) throws ConnectorException {
        List<String> keys = new ArrayList<>();
        try (Connector connector = open()) {
            Mailbox mailbox = connector.mailboxes().getFirst();
            Cursor cursor = Cursor.START;
            Batch batch;
            do {
                batch = connector.pull(mailbox, cursor, limit);
                assertThat(batch.messages().size()).isLessThanOrEqualTo(limit);
                keys.addAll(keys(batch));
                cursor = batch.next();
            } while (!batch.drained());
            assertThat(connector.pull(mailbox, cursor, limit).messages()).as("drained is drained").isEmpty();
        }
        Set<String> distinct = new TreeSet<>(keys);
        assertThat(distinct).hasSize(count());
        assertThat(keys).hasSize(count());
    }

    @Test
    void pullingTwiceWithTheSameCursorGivesTheSameAlsoAfterOpeningAnew() throws ConnectorException {
        Cursor next;
        List<String> first;
        List<String> second;
        try (Connector connector = open()) {
            Mailbox mailbox = connector.mailboxes().getFirst();
            Batch batch = connector.pull(mailbox, Cursor.START, 2);
            first = keys(batch);
            next = batch.next();
            assertThat(keys(connector.pull(mailbox, Cursor.START, 2))).isEqualTo(first);
            second = keys(connector.pull(mailbox, next, 2));
        }
        try (Connector connector = open()) {
            assertThat(keys(connector.pull(connector.mailboxes().getFirst(), next, 2))).isEqualTo(second).doesNotContainAnyElementsOf(first);
        }
    }

    @Test
    void aCursorOfAnotherKindMeansFromTheBeginning() throws ConnectorException {
        try (Connector connector = open()) {
            Mailbox mailbox = connector.mailboxes().getFirst();
            assertThat(keys(connector.pull(mailbox, new Cursor("written by something else"), 2)))
                    .isEqualTo(keys(connector.pull(mailbox, Cursor.START, 2)));
        }
    }

    @Test
    void mailboxesAreListedInTheSameOrderAndClosingTwiceHasNoEffect() throws ConnectorException {
        Connector connector = open();
        assertThat(connector.mailboxes()).isNotEmpty().isEqualTo(connector.mailboxes());
        connector.close();
        connector.close();
    }

    private List<Batch> drain(Connector connector, int limit) throws ConnectorException {
        List<Batch> batches = new ArrayList<>();
        Mailbox mailbox = connector.mailboxes().getFirst();
        Cursor cursor = Cursor.START;
        do {
            batches.add(connector.pull(mailbox, cursor, limit));
            cursor = batches.getLast().next();
        } while (!batches.getLast().drained());
        return batches;
    }

    @Test
    void aCursorMovesWithEachBatchAndStaysWhereNothingComes() throws ConnectorException {
        try (Connector connector = open()) {
            Cursor before = Cursor.START;
            for (Batch batch : drain(connector, 2)) {
                assertThat(batch.next().equals(before)).isEqualTo(batch.messages().isEmpty() && batch.unreadable().isEmpty());
                before = batch.next();
            }
            Batch nothing = connector.pull(connector.mailboxes().getFirst(), before, 2);
            assertThat(nothing.next()).isEqualTo(before);
            assertThat(nothing.drained()).isTrue();
        }
    }

    @Test
    void aMessagesBytesCanBeReadTwice() throws Exception {
        try (Connector connector = open()) {
            for (Message message : connector.pull(connector.mailboxes().getFirst(), Cursor.START, 3).messages()) {
                try (InputStream once = message.raw().open();
                        InputStream again = message.raw().open()) {
                    byte[] bytes = once.readAllBytes();
                    assertThat(again.readAllBytes()).isEqualTo(bytes).hasSize((int) message.raw().size());
                }
            }
        }
    }

    @Test
    void theSourceIsLeftAsItWas() throws Exception {
        String before = String.valueOf(sourceState());
        try (Connector connector = open()) {
            drain(connector, 3);
        }
        assertThat(String.valueOf(sourceState())).isEqualTo(before);
    }

    @Test
    void whatIsOpenedIsClosed() throws Exception {
        try (Connector connector = open()) {
            drain(connector, 3);
        }
        long files = openFiles();
        Set<String> temporary = temporary();
        for (int i = 0; i < 20; i++) {
            try (Connector connector = open()) {
                connector.pull(connector.mailboxes().getFirst(), Cursor.START, i % 2 == 0 ? 2 : 1000);
            }
        }
        assertThat(openFiles() - files).as("files and sockets left open by 20 readings").isLessThan(10);
        assertThat(temporary()).isEqualTo(temporary);
        long begun = System.nanoTime();
        while (connections() > 0 && System.nanoTime() - begun < 5_000_000_000L) {
            Thread.onSpinWait();
        }
        assertThat(connections()).isZero();
    }

    @Test
    void closingByAnotherThreadEndsWhatIsBeingRead() throws Exception {
        Connector connector = open();
        CountDownLatch reading = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> reader = threads.submit(() -> {
                connector.mailboxes();
                reading.countDown();
                for (int i = 0; i < 50; i++) {
                    drain(connector, 1);
                }
                return null;
            });
            reading.await();
            connector.close();
            try {
                reader.get(20, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                assertThat(e.getCause()).as("as if the source had gone").isInstanceOf(ConnectorException.class);
            }
        }
    }

    private static long openFiles() throws IOException {
        Path list = Path.of("/proc/self/fd");
        if (!Files.isDirectory(list)) {
            return 0; // only Linux tells
        }
        try (Stream<Path> all = Files.list(list)) {
            return all.count();
        }
    }

    private static Set<String> temporary() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith("genjin-large"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
