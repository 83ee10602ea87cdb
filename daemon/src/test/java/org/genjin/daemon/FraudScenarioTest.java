package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.nio.file.Path;
import java.util.Optional;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.FraudWarnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classic frauds of the trade reach a person's eye before money is paid. */
class FraudScenarioTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T09:00:00Z");

    private static void sync(Desk desk) throws Exception {
        assertThat(desk.sync().pollAll(desk.config().sources(), Poll.Progress.SILENT).values())
                .allMatch(it -> it instanceof Poll.Outcome.Drained);
        desk.indexing().await(true, () -> {});
    }

    @Test
    void aSenderOneLetterOffACustomersDomainIsWarnedOfUntilSomebodyHasLooked() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
            server.sent(LI, mail().from(LI).to("kim@harbour-trading.example").subject("Offer").text("Our offer.").at("2026-02-20T02:00:00Z"));
            server.deliver(LI, mail().from("Kim <kim@harbour-trading.example>").subject("Order").text("We order 200 pcs.")
                    .at("2026-02-21T02:00:00Z"));
            try (Daemon daemon = home.open()) {
                Desk desk = daemon.desk();
                sync(desk);
                server.deliver(LI, mail().from("Kim <kim@harb0ur-trading.example>").subject("New bank account")
                        .text("Please send the payment to our new account.").at("2026-03-02T02:00:00Z"));
                sync(desk);
                FraudWarnings.Alarm alarm = desk.fraudWarnings().open(Optional.of(LI)).getFirst();
                assertThat(alarm.customerName()).isEqualTo("Harbour Trading");
                assertThat(alarm.warning().details()).containsExactly("harb0ur-trading.example", "harbour-trading.example");
                assertThat(desk.digests().write(LI, clock.instant()).text())
                        .contains("New bank account").contains("looks like harbour-trading.example but is not");
                assertThat(desk.finder().find("\"new account\"", Optional.empty(), 5, 0, clock.instant()).hits().getFirst().customer())
                        .isNull();
                desk.fraudWarnings().seen(alarm.warning().message(), LI, clock.instant());
                assertThat(desk.digests().write(LI, clock.instant()).text()).doesNotContain("looks like");
            }
        }
    }

    @Test
    void otherBankDetailsThanBeforeAreWarnedOf() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
            server.sent(LI, mail().from(LI).to("kim@harbour-trading.example").subject("PI")
                    .text("Please pay to IBAN DE89 3704 0044 0532 0130 00.").at("2026-02-20T02:00:00Z"));
            server.deliver(LI, mail().from("Kim <kim@harbour-trading.example>").subject("Re: PI").text("We will pay.")
                    .at("2026-02-21T02:00:00Z"));
            server.sent(LI, mail().from(LI).to("kim@harbour-trading.example").subject("PI corrected")
                    .text("Please pay to IBAN GB29 NWBK 6016 1331 9268 19 instead.").at("2026-02-22T02:00:00Z"));
            try (Daemon daemon = home.open()) {
                sync(daemon.desk());
                assertThat(daemon.desk().fraudWarnings().open(Optional.empty()))
                        .singleElement()
                        .satisfies(it -> assertThat(it.warning().kind().id()).isEqualTo("our-bank-details"));
            }
            assertThat(home.run("today").out()).contains("names bank details of ours that we have not sent before");
        }
    }
}
