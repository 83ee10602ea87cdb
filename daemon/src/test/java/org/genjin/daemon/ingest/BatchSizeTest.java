package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private final BatchSize size = new BatchSize();

    @Test
    void aFastMailboxIsReadInLargeBatches() {
        for (int i = 0; i < 20; i++) {
            size.took(size.get(), Duration.ofMillis(100));
        }
        assertThat(size.get()).isEqualTo(800);
    }

    @Test
    void aMailboxBehindASlowLineIsReadInSmallOnesSoThatWhatHasComeIsSoonFound() {
        size.took(size.get(), Duration.ofMillis(100));
        size.took(size.get(), Duration.ofMillis(100));
        for (int i = 0; i < 20; i++) {
            size.took(size.get(), Duration.ofSeconds(30));
        }
        assertThat(size.get()).isEqualTo(50);
    }

    @Test
    void aFewNewMailsDoNotMakeBatchesLarger() {
        int before = size.get();
        size.took(3, Duration.ofMillis(5));
        assertThat(size.get()).isEqualTo(before);
    }
}
