package org.genjin.daemon.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.genjin.daemon.fraud.PaymentChanges.Naming;
import org.junit.jupiter.api.Test;

class PaymentChangesTest {

    private static Naming on(int day, String... details) {
        return new Naming(Set.of(details), day, Instant.parse("2026-03-01T00:00:00Z").plusSeconds(86_400L * day));
    }

    private static List<Long> changes(Naming... namings) {
        return PaymentChanges.in(List.of(namings)).stream().map(Naming::message).toList();
    }

    @Test
    void theFirstAccountIsNoChangeAndAnotherLaterIsWhateverTheOrderTheyAreReadIn() {
        assertThat(changes(on(1, "account:111222333"))).isEmpty();
        assertThat(changes(on(5, "account:999888777"), on(1, "account:111222333"))).containsExactly(5L);
    }

    @Test
    void whoNamesTheKnownAccountBesideAnotherHasChangedNothing() {
        assertThat(changes(on(1, "account:111222333"), on(2, "account:111222333", "account:999888777"), on(3, "account:999888777"))).isEmpty();
    }

    @Test
    void aNewAccountAtTheSameBankIsAChangeAndTheAccountWithinAnIbanIsNone() {
        assertThat(changes(on(1, "account:111222333", "swift:NBSHCNBN"), on(2, "account:999888777", "swift:NBSHCNBN"))).containsExactly(2L);
        assertThat(changes(on(1, "iban:DE89370400440532013000"), on(2, "account:0532013000"))).isEmpty();
        assertThat(changes(on(1, "swift:NBSHCNBN"), on(2, "swift:COBADEFF"))).containsExactly(2L);
    }

    @Test
    void aChangeIsToldOnce() {
        Stream<Naming> later = Stream.of(on(3, "account:999888777"), on(4, "account:999888777", "swift:NBSHCNBN"));
        assertThat(changes(Stream.concat(Stream.of(on(1, "account:111222333")), later).toArray(Naming[]::new))).containsExactly(3L);
    }
}
