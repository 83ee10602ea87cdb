package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Connectors;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.AttachmentTable;
import org.genjin.daemon.ledger.AttachmentTable.State;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.Store;
import org.genjin.daemon.ledger.Transaction.Counter;
import org.genjin.daemon.reading.Reading;
import org.genjin.index.Extraction;
import org.genjin.index.IndexEntry;
import org.genjin.index.TextExtractor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents are read side by side, and none keeps the others from being read. */
class DocumentsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");

    @TempDir
    Path folder;

    private final List<String> read = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger open = new AtomicInteger();
    private Ledger ledger;
    private Store store;

    @BeforeEach
    void begin() throws IOException {
        ledger = Ledger.open(folder.resolve("ledger"), NOW);
        store = new Store(Files.createDirectories(folder.resolve("store")));
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    /** What reads a document, by its words. */
    private interface Reader {
        Extraction read(String words) throws IOException;
    }

    private Documents documents(Reader reader) {
        TextExtractor extractor = new TextExtractor() {
            @Override
            public Extraction extract(Path document, String fileName, String mediaType) throws IOException {
                String words = Files.readString(document);
                open.incrementAndGet();
                try {
                    Extraction extraction = reader.read(words);
                    read.add(words);
                    return extraction;
                } finally {
                    open.decrementAndGet();
                }
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
        Archive archive = new Archive(
                store, new Connectors(Map.of(), () -> NOW), message -> new Reading(message.body().plain(), "", "", "en"));
        return new Documents(ledger, store, archive, extractor, 2, () -> List.of(), folder.resolve("documents"), () -> NOW);
    }

    private static Extraction text(String words) {
        return new Extraction.Text("text/plain", List.of(new IndexEntry.Part("", words)), false);
    }

    /** Messages with one document each, in their order. */
    private void arrive(String... words) throws IOException {
        for (String it : words) {
            byte[] bytes = it.getBytes(StandardCharsets.UTF_8);
            List<Store.Place> places = store.put(List.of(bytes));
            ledger.transact(tx -> {
                long id = tx.take(Counter.MESSAGE, 1);
                String hash = String.format(Locale.ROOT, "%064x", id);
                tx.messages().insert(List.of(new MessageRow(
                        id, "m" + id, tx.take(Counter.REVISION, 1), false, Channel.EMAIL, "<" + id + "@firm.example>", NOW, null, NOW,
                        "anna@firm.example", null, null, null, "Offer", "see the offer", "en", false, false, Direction.IN, null,
                        MessageRow.MatchState.NOBODY, "", hash, 3000, hash, null)));
                tx.contents().add(places);
                tx.attachments().insert(List.of(
                        new AttachmentTable.Row(id, 0, "offer.txt", "text/plain", bytes.length, Store.hash(bytes))));
                return null;
            });
        }
    }

    private Map<State, Long> counts() {
        return ledger.read(tx -> tx.attachments().counts());
    }

    @Test
    void twoAreReadAtOnceAndEachContentOnce() throws Exception {
        arrive("one", "two", "three", "two", "four");
        CountDownLatch both = new CountDownLatch(2);
        documents(words -> {
            both.countDown();
            try {
                assertThat(both.await(1, TimeUnit.MINUTES)).as("another is read at the same time").isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return text(words);
        }).run(() -> false, () -> {});
        assertThat(read).containsExactlyInAnyOrder("one", "two", "three", "four");
        assertThat(counts()).containsOnly(Map.entry(State.TEXT, 4L));
    }

    @Test
    void theNewestComeFirstAndOneThatCannotBeReadCostsItselfOnly() throws Exception {
        arrive("1", "2", "3", "bad", "5", "6", "7", "8", "9");
        documents(words -> words.equals("bad") ? new Extraction.Failed("", Extraction.Problem.CORRUPT, "broken") : text(words))
                .run(() -> false, () -> {});
        assertThat(counts()).containsOnly(Map.entry(State.TEXT, 8L), Map.entry(State.FAILED, 1L));
        assertThat(read.subList(0, 3)).as("of the last six").isSubsetOf("9", "8", "7", "6", "5", "bad");
    }

    @Test
    void whatEverythingMayHaveDiedOfIsReadWhenNothingElseIs() throws Exception {
        arrive("1", "2", "killer", "4");
        ledger.transact(tx -> {
            tx.attachments().begun(Store.hash("killer".getBytes(StandardCharsets.UTF_8)));
            return null;
        });
        documents(words -> {
            assertThat(open.get()).isLessThanOrEqualTo(words.equals("killer") ? 1 : 3);
            return text(words);
        }).run(() -> false, () -> {});
        assertThat(read).hasSize(4).last().isEqualTo("killer");
    }

    @Test
    void nothingIsBegunWhenItIsToEnd() throws Exception {
        arrive("1", "2");
        documents(DocumentsTest::text).run(() -> true, () -> {});
        assertThat(read).isEmpty();
        assertThat(counts()).containsOnly(Map.entry(State.WAITING, 2L));
    }
}
