package org.genjin.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.FraudWarnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classic frauds of the trade reach a person's eye before money is paid. */
class FraudScenarioTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T09:00:00Z");

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
                        .satisfies(it -> assertThat(it.warning().kind().id() + ": " + it.subject()).isEqualTo("our-bank-details: PI corrected"));
            }
            assertThat(home.run("today").out()).contains("names bank details of ours that we have not sent before");
        }
    }

    private static List<String> warnings(Desk desk) {
        return desk.fraudWarnings().open(Optional.empty()).stream()
                .map(it -> it.warning().kind().id() + ": " + it.subject() + " " + it.customerName())
                .sorted()
                .toList();
    }

    @Test
    void aDisguisedSenderWhoWasReadBeforeTheCustomerWasKnownIsWarnedOfOnceTheCustomerIs() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
            server.deliver(LI, mail().from("Kim <kim@harb0ur-trading.example>").subject("Account").text("Please note our new account.")
                    .at("2026-02-25T02:00:00Z"));
            try (Daemon daemon = home.open()) {
                Desk desk = daemon.desk();
                sync(desk);
                assertThat(warnings(desk)).as("nobody is known yet").isEmpty();
                server.sent(LI, mail().from(LI).to("kim@harbour-trading.example").subject("Offer").text("Our offer.").at("2026-02-20T02:00:00Z"));
                server.deliver(LI, mail().from("Kim <kim@harbour-trading.example>").subject("Order").text("We order 200 pcs.")
                        .at("2026-02-21T02:00:00Z"));
                sync(desk);
                assertThat(warnings(desk)).containsExactly("look-alike: Account Harbour Trading");
            }
        }
    }

    @Test
    void ofTwoDomainsThatLookAlikeTheOneThatWroteFirstIsTheRealOneThoughItIsReadLast() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
            server.sent(LI, mail().from(LI).to("kim@harb0ur-trading.example").subject("Re: Account").text("Our offer is sent.").at("2026-02-26T02:00:00Z"));
            server.deliver(LI, mail().from("Kim <kim@harb0ur-trading.example>").subject("Account").text("We order 200 pcs.")
                    .at("2026-02-25T02:00:00Z"));
            try (Daemon daemon = home.open()) {
                Desk desk = daemon.desk();
                sync(desk);
                server.sent(LI, mail().from(LI).to("kim@harbour-trading.example").subject("Offer").text("Our offer.").at("2026-02-20T02:00:00Z"));
                server.deliver(LI, mail().from("Kim <kim@harbour-trading.example>").subject("Order").text("We order 300 pcs.")
                        .at("2026-02-21T02:00:00Z"));
                sync(desk);
                assertThat(warnings(desk)).containsExactly("look-alike: Account Harbour Trading");
                assertThat(desk.board().customers(Optional.empty(), clock.instant())).extracting(CustomerRow::name).contains("Harbour Trading");
            }
        }
    }

    @Test
    void anInvoiceWithOtherBankDetailsIsWarnedOfThoughTheMailSaysNothingOfThem() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
            server.sent(LI, mail().from(LI).to("kim@harbour-trading.example").subject("PI 1").text("Our offer is attached.")
                    .attach("PI-1.txt", "Proforma invoice PI-1\nBank: X\nA/C No. (USD): 3901 1234 5678 9012\n".getBytes(UTF_8))
                    .at("2026-02-20T02:00:00Z"));
            server.deliver(LI, mail().from("Kim <kim@harbour-trading.example>").subject("Slip").text("We order 200 pcs and have paid, see the slip.")
                    .attach("slip.txt", "From account 777000111222\nTo account 3901123456789012\n".getBytes(UTF_8)).at("2026-02-21T02:00:00Z"));
            server.sent(LI, mail().from(LI).to("kim@harbour-trading.example").subject("PI 2").text("See the PI.")
                    .attach("PI-2.txt", "Proforma invoice PI-2\nBank: Y\nA/C No.: 5555 6666 7777 8888\n".getBytes(UTF_8))
                    .at("2026-02-22T02:00:00Z"));
            server.deliver(LI, mail().from("Kim <kim@harbour-trading.example>").subject("Refund").text("Our invoice.")
                    .attach("CN.txt", "Credit note\nIBAN DE89 3704 0044 0532 0130 00\n".getBytes(UTF_8)).at("2026-02-23T02:00:00Z"));
            server.deliver(LI, mail().from("Kim <kim@harbour-trading.example>").subject("Refund again").text("Our invoice.")
                    .attach("CN2.txt", "Credit note\nIBAN GB29 NWBK 6016 1331 9268 19\n".getBytes(UTF_8)).at("2026-02-24T02:00:00Z"));
            try (Daemon daemon = home.open()) {
                Desk desk = daemon.desk();
                sync(desk);
                assertThat(warnings(desk)).containsExactly("bank-details: Refund again Harbour Trading", "our-bank-details: PI 2 ");
            }
        }
    }

    @Test
    void theCustomersNameUnderAnotherEndingIsWarnedOfWhereItIsAboutMoneyAndNotWhereItIsABranch() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
            server.sent(LI, mail().from(LI).to("kim@harbour-trading.example").subject("Offer").text("Our offer.").at("2026-02-20T02:00:00Z"));
            server.deliver(LI, mail().from("Kim <kim@harbour-trading.example>").subject("Order").id("<order@harbour-trading.example>")
                    .text("We order 200 pcs.").at("2026-02-21T02:00:00Z"));
            server.deliver(LI, mail().from("Jo <jo@harbour-trading.test>").subject("Our branch").text("We are the branch. Please send your catalogue.")
                    .at("2026-02-22T02:00:00Z"));
            server.deliver(LI, mail().from("Kim <kim@harbour-trading.invalid>").subject("Re: Order").header("In-Reply-To: <order@harbour-trading.example>")
                    .text("One more question.").at("2026-02-23T02:00:00Z"));
            server.deliver(LI, mail().from("Accounts <pay@harbour-trading-ltd.example>").subject("Refund")
                    .text("Please pay to IBAN DE89 3704 0044 0532 0130 00.").at("2026-02-24T02:00:00Z"));
            try (Daemon daemon = home.open()) {
                sync(daemon.desk());
                assertThat(warnings(daemon.desk()))
                        .containsExactly("other-ending: Re: Order Harbour Trading", "other-ending: Refund Harbour Trading");
            }
        }
    }
}
