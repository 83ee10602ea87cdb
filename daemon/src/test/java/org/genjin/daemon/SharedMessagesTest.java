package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.sync;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail to several customers is contact with each of them. */
class SharedMessagesTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T09:00:00Z");

    @BeforeEach
    void begin() {
        clock.set("2026-03-02T09:00:00Z");
    }

    private CustomerRow named(Desk desk, String name) {
        return desk.board().named(Optional.empty(), name, clock.instant()).getFirst();
    }

    private static void bothWays(TestMailServer server, String address) throws Exception {
        server.sent(LI, mail().from(LI).to(address).subject("Hello " + address).text("Nice to meet you.").at("2026-02-10T02:00:00Z"));
        server.deliver(LI, mail().from(address).subject("Re: Hello " + address).text("Please send us your offer.").at("2026-02-11T02:00:00Z"));
    }

    @Test
    void anOfferMailedToTwoCustomersIsTheLastWordWithBothAndAQuotationToBoth() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
            bothWays(server, "kim@harbour-trading.example");
            bothWays(server, "ana@novarte.example");
            server.sent(LI, mail().from(LI).to("kim@harbour-trading.example, ana@novarte.example").subject("New prices")
                    .text("Our price for the valve is USD 4.20/pc FOB Ningbo.").at("2026-02-12T02:00:00Z"));
            try (Daemon daemon = home.open()) {
                Desk desk = daemon.desk();
                sync(desk);
                for (String name : new String[] {"Harbour Trading", "Novarte"}) {
                    CustomerRow row = named(desk, name);
                    assertThat(row.lastOut()).as(name).isEqualTo(Instant.parse("2026-02-12T02:00:00Z"));
                    assertThat(row.touches()).as(name).isEqualTo(3);
                    assertThat(row.stage()).as(name).isEqualTo(Stage.QUOTED);
                    assertThat(desk.timeline().shortly(row.id(), clock.instant(), 10)).as(name).hasSize(3);
                }
                assertThat(desk.board().due(Optional.of(LI), clock.instant()))
                        .as("nobody waits for us: we wrote last, to both")
                        .noneMatch(it -> it.reason() == org.genjin.daemon.followup.Reason.REPLY_OWED);
                clock.set("2026-06-02T09:00:00Z");
                assertThat(desk.board().due(Optional.of(LI), clock.instant()))
                        .extracting(DueItem::evidence)
                        .hasSize(2)
                        .allSatisfy(it -> assertThat(it.quote()).contains("USD 4.20"));
            }
        }
    }

    @Test
    void whatAPersonGivesToOneOfThemIsStillCountedOnceForTheOther() throws Exception {
        try (TestMailServer server = new TestMailServer(LI)) {
            TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
            bothWays(server, "kim@harbour-trading.example");
            bothWays(server, "ana@novarte.example");
            server.sent(LI, mail().from(LI).to("kim@harbour-trading.example, ana@novarte.example").subject("New prices")
                    .text("Our price for the valve is USD 4.20/pc.").at("2026-02-12T02:00:00Z"));
            try (Daemon daemon = home.open()) {
                Desk desk = daemon.desk();
                sync(desk);
                String key = desk.finder().find("\"New prices\"", Optional.empty(), 5, 0, clock.instant()).hits().getFirst().key();
                CustomerId novarte = named(desk, "Novarte").id();
                desk.belonging().assign(key, novarte, LI, clock.instant());
                assertThat(named(desk, "Novarte").touches()).isEqualTo(3);
                desk.belonging().assign(key, null, LI, clock.instant());
                assertThat(named(desk, "Novarte").touches()).isEqualTo(2);
                assertThat(named(desk, "Harbour Trading").touches()).isEqualTo(2);
            }
        }
    }
}
