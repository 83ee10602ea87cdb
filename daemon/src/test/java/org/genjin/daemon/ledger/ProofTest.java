package org.genjin.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.genjin.connectors.Holdings;
import org.genjin.connectors.Mailbox;
import org.junit.jupiter.api.Test;

/** The sum that must come out: what the server holds is in the ledger, too old, unreadable, to come, or missing. */
class ProofTest {

    private static final Mailbox INBOX = new Mailbox("li@factory.example", "INBOX");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Proof proof(Holdings holdings, Proof.Places places, Proof before) {
        Proof proof = Proof.of(INBOX, holdings, places, before, NOW);
        assertThat(proof.logged() + proof.tooOld() + proof.unreadable() + proof.toCome() + proof.missing()).isEqualTo(proof.held());
        return proof;
    }

    private static Holdings holdings(long held, long tooOld, long toCome) {
        return new Holdings(held, tooOld, toCome, "", _ -> true);
    }

    private static Proof.Places places(long logged, long unreadable, long leftOut, long ahead) {
        return new Proof.Places(logged, 0, unreadable, 0, leftOut, ahead);
    }

    @Test
    void whatIsNowhereIsMissing() {
        assertThat(proof(holdings(100, 20, 5), places(70, 2, 0, 0), null).missing()).isEqualTo(3);
        assertThat(proof(holdings(100, 20, 5), places(73, 2, 0, 0), null).missing()).isZero();
    }

    @Test
    void aMailThatIsListedAsUnreadableAndAskedForAgainCountsOnce() {
        Proof proof = proof(holdings(10, 0, 1), places(8, 1, 0, 1), null);
        assertThat(proof.toCome()).isZero();
        assertThat(proof.missing()).as("and does not hide another that is missing").isEqualTo(1);
    }

    @Test
    void aMailThatWasReadAndHasGrownTooOldSinceIsInTheLedgerAndNotLeftOut() {
        Proof proof = proof(holdings(10, 6, 0), places(9, 0, 6, 0), null);
        assertThat(proof.tooOld()).isZero();
        assertThat(proof.missing()).isEqualTo(1);
    }

    @Test
    void aSourceThatCountsSomethingTwiceNeverMakesTheSumWrong() {
        assertThat(proof(holdings(10, 5, 5), places(9, 0, 0, 0), null).missing()).isZero();
        assertThat(proof(holdings(3, 0, 0), places(5, 0, 0, 0), null).held()).isEqualTo(5);
    }

    @Test
    void aMailboxThatMissesSomethingIsReadAgainAtOnceThenADayLaterThenEachWeek() {
        Proof first = proof(holdings(10, 0, 0), places(9, 0, 0, 0), null);
        assertThat(first.mendable(NOW)).isTrue();
        assertThat(first.lost()).as("it has not been read again yet").isFalse();
        Proof again = first.begunAgain(NOW);
        assertThat(again.mendable(NOW)).isFalse();
        Proof after = proof(holdings(10, 0, 0), places(9, 0, 0, 0), again);
        assertThat(after.lost()).isTrue();
        assertThat(after.mendable(NOW.plus(Duration.ofHours(23)))).isFalse();
        assertThat(after.mendable(NOW.plus(Duration.ofHours(24)))).isTrue();
        Proof second = proof(holdings(10, 0, 0), places(9, 0, 0, 0), after.begunAgain(NOW));
        assertThat(second.mendable(NOW.plus(Duration.ofDays(6)))).isFalse();
        assertThat(second.mendable(NOW.plus(Duration.ofDays(7)))).isTrue();
        assertThat(proof(holdings(10, 0, 0), places(10, 0, 0, 0), second).again()).isEqualTo(Proof.Again.NEVER);
    }

    @Test
    void whileAMailboxIsReadAgainNothingIsSaidToBeLost() {
        Proof begun = proof(holdings(10, 0, 0), places(9, 0, 0, 0), null).begunAgain(NOW);
        Proof midway = proof(holdings(10, 0, 10), places(9, 0, 0, 9), begun);
        assertThat(midway.toCome()).isEqualTo(1);
        assertThat(midway.missing()).isZero();
        assertThat(midway.again().open()).isTrue();
    }
}
