package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock by which it is looked for mails. */
class MinuteHandTest {

    private final MutableClock clock = new MutableClock("2026-03-03T00:00:00Z");
    private final List<String> done = new ArrayList<>();

    @Test
    void whenTheMachinesClockIsSetBackEverythingBeginsAnewAndOnce() {
        try (MinuteHand hand = new MinuteHand(clock, () -> done.add("look"), () -> done.add("anew"))) {
            hand.tick();
            clock.move(Duration.ofDays(10));
            hand.tick();
            clock.move(Duration.ofDays(-10));
            hand.tick();
            clock.move(Duration.ofSeconds(-20));
            hand.tick();
            assertThat(done).as("seconds are nothing").containsExactly("look", "look", "anew", "look", "look");
        }
    }

    @Test
    void whatFailsOnceIsTriedTheNextMinute() {
        try (MinuteHand hand = new MinuteHand(clock, () -> {
            done.add("look");
            throw new IllegalStateException("the ledger is busy");
        }, () -> {})) {
            hand.tick();
            hand.tick();
            assertThat(done).hasSize(2);
        }
    }
}
