package org.genjin.daemon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RenamesTest {

    @Test
    void theEarlierNameStandsBeforeTheWordsThatTellOfTheNewOne() {
        assertThat(Renames.in("Dear partners, Maple Fittings is now trading as MAPLEFIT.")).contains("Maple Fittings");
        assertThat(Renames.in("Bonjour, suite à la reprise, Orvane s’appelle maintenant Kerlo.")).contains("Orvane");
        assertThat(Renames.in("Die Nordlicht GmbH heißt jetzt Polaris GmbH.")).contains("Nordlicht GmbH");
        assertThat(Renames.in("ООО Ладога переименовано в ООО Нева.")).contains("ООО Ладога");
    }

    @Test
    void aLetterWithoutNewsOfANameHasNone() {
        assertThat(Renames.in("Please quote 500 valves, the old ones leak.")).isEmpty();
    }

    @Test
    void aLongLineTakesNoLongerThanAShortOne() {
        String text = "is now ".repeat(1_000_000);
        assertThat(CompletableFuture.supplyAsync(() -> Renames.in(text))).succeedsWithin(Duration.ofSeconds(5));
    }
}
