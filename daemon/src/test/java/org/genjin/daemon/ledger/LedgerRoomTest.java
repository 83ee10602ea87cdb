package org.genjin.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.genjin.daemon.ledger.Transaction.Counter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerRoomTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aLedgerThatGrewByManyChangesBecomesSmallAgainWhileItIsReadAndWritten() throws Exception {
        long before;
        long written;
        try (Ledger ledger = Ledger.open(folder, NOW);
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 400; i++) {
                take(ledger);
            }
            before = size();
            AtomicBoolean over = new AtomicBoolean();
            List<Future<Long>> workers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                workers.add(threads.submit(() -> {
                    long taken = 0;
                    for (; !over.get(); taken++) {
                        take(ledger);
                    }
                    return taken;
                }));
            }
            workers.add(threads.submit(() -> {
                while (!over.get()) {
                    assertThat(ledger.<Long>read(tx -> tx.sightings().count())).isZero();
                }
                return 0L;
            }));
            assertThat(ledger.giveRoomBack(0)).isTrue();
            assertThat(size()).isLessThan(before / 2);
            over.set(true);
            written = 400;
            for (Future<Long> it : workers) {
                written += it.get();
            }
        }
        try (Ledger ledger = Ledger.open(folder, NOW)) {
            assertThat(take(ledger)).as("every change is there, made before, meanwhile and after").isEqualTo(written + 1);
        }
        assertThat(folder.toFile().list()).containsExactly("ledger.mv.db");
    }

    private static long take(Ledger ledger) {
        return ledger.transact(tx -> tx.take(Counter.REVISION, 1));
    }

    private long size() throws Exception {
        return Files.size(folder.resolve("ledger.mv.db"));
    }
}
