package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A mailbox that is taken in is told from mail that comes as it does every day. */
class CrowdTest {

    private static final long SECOND = 1_000_000_000L;

    private final Crowd crowd = new Crowd();

    @Test
    void aFewMailsNowAndThenAreNoCrowd() {
        for (int second = 0; second < 600; second += 5) {
            crowd.came(20, second * SECOND);
            assertThat(crowd.isLarge(second * SECOND)).isFalse();
        }
    }

    @Test
    void aMailboxThatComesSlowlyIsACrowdUntilItHasEnded() {
        for (int second = 100; second < 160; second++) {
            crowd.came(15, second * SECOND);
            assertThat(crowd.isLarge(second * SECOND)).isEqualTo(second >= 106);
        }
        assertThat(crowd.isLarge(165 * SECOND)).isTrue();
        assertThat(crowd.isLarge(180 * SECOND)).isFalse();
    }
}
