package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private final BatchSize size = new BatchSize();

    @Test
    void aFastMailboxIsReadInLargeBatches() {
        for (int i = 0; i < 20; i++) {
            size.took(size.get(), 100_000, Duration.ofMillis(100));
        }
        assertThat(size.get()).isEqualTo(800);
    }

    @Test
    void aMailboxBehindASlowLineIsReadInSmallOnesSoThatWhatHasComeIsSoonFound() {
        size.took(size.get(), 100_000, Duration.ofMillis(100));
        size.took(size.get(), 100_000, Duration.ofMillis(100));
        for (int i = 0; i < 20; i++) {
            size.took(size.get(), 100_000, Duration.ofSeconds(30));
        }
        assertThat(size.get()).isEqualTo(100);
    }

    @Test
    void aSmallMailboxIsReadInSmallOnes() {
        size.took(size.get(), 1_500, Duration.ofMillis(5));
        assertThat(size.get()).isEqualTo(100);
    }

    @Test
    void aFewNewMailsDoNotMakeBatchesLarger() {
        int before = size.get();
        size.took(3, 0, Duration.ofMillis(5));
        assertThat(size.get()).isEqualTo(before);
    }
}
