package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration SLOW = Duration.ofSeconds(30);

    private final BatchSize size = new BatchSize();

    @Test
    void aFastMailboxIsReadInLargeBatches() {
        for (int i = 0; i < 20; i++) {
            size.took(size.get(), 100_000, QUICK, QUICK);
        }
        assertThat(size.get()).isEqualTo(800);
    }

    @Test
    void aMailboxBehindASlowLineIsReadInSmallOnesSoThatWhatHasComeIsSoonFound() {
        size.took(size.get(), 100_000, QUICK, QUICK);
        size.took(size.get(), 100_000, QUICK, QUICK);
        for (int i = 0; i < 20; i++) {
            size.took(size.get(), 100_000, SLOW, QUICK);
        }
        assertThat(size.get()).isEqualTo(100);
    }

    @Test
    void aSlowMachineStoresManyAtATimeButNotSoManyThatOneWaitsLongForThem() {
        Duration perHundred = Duration.ofMillis(900);
        for (int i = 0; i < 20; i++) {
            size.took(size.get(), 100_000, QUICK, perHundred.multipliedBy(size.get() / 100));
        }
        assertThat(size.get()).isEqualTo(400);
    }

    @Test
    void aSmallMailboxIsReadInSmallOnes() {
        size.took(size.get(), 700, QUICK, QUICK);
        assertThat(size.get()).isEqualTo(100);
    }

    @Test
    void aFewNewMailsDoNotMakeBatchesLarger() {
        int before = size.get();
        size.took(3, 0, QUICK, QUICK);
        assertThat(size.get()).isEqualTo(before);
    }
}
