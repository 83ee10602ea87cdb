package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FactsFirstTest {

    private final FactsFirst facts = new FactsFirst();

    @Test
    void theIndexWaitsUntilFactsHaveBeenRead() throws Exception {
        Thread index = Thread.ofPlatform().start(() -> facts.await(7));
        facts.readTo(6);
        facts.readTo(7);
        index.join();
        facts.await(7);
    }

    @Test
    void theIndexWaitsButOnceForFactsThatDoNotCome() {
        facts.await(5);
        long begun = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            facts.await(i);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whoWritesFactsIsToldWhatTheIndexHasTaken() {
        assertThat(facts.<Long>writing(taken -> taken)).isZero();
        assertThat(facts.taking(9, () -> "entries")).isEqualTo("entries");
        assertThat(facts.<Long>writing(taken -> taken)).isEqualTo(9);
        facts.takenTo(0); // it is filled anew
        assertThat(facts.<Long>writing(taken -> taken)).isZero();
    }
}
