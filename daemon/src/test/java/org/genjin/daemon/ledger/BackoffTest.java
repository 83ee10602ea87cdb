package org.genjin.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void aServerIsLeftAloneForTenSecondsToAQuarterOfAnHourAndNeverForExactlyAsLong() {
        Random random = new Random(1);
        assertThat(Backoff.ofServer(1, random)).isBetween(Duration.ofMillis(7500), Duration.ofMillis(12_500));
        assertThat(Backoff.ofServer(4, random)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(100));
        assertThat(Backoff.ofServer(1000, random)).isBetween(Duration.ofSeconds(675), Duration.ofSeconds(1125));
        assertThat(Backoff.ofServer(5, random)).isNotEqualTo(Backoff.ofServer(5, random));
    }

    @Test
    void whatIsTriedAgainForADigestIsTriedWithinTheHour() {
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.after(1000)).isEqualTo(Duration.ofHours(1));
    }
}
