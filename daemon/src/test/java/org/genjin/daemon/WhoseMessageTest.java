package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.ProposalTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a message is where a person would have to think: agents, desks, private addresses. */
class WhoseMessageTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-20T09:00:00Z");
    private TestMailServer server;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void writes(String from, String cc, String subject, String day, String text) throws Exception {
        server.deliver(LI, copied(mail().from(from).subject(subject).text(text).at(day + "T05:00:00Z"), cc));
    }

    private void answered(String to, String cc, String subject, String day, String text) throws Exception {
        server.sent(LI, copied(mail().from(LI).to(to).subject(subject).text(text).at(day + "T09:00:00Z"), cc));
    }

    private static Mails copied(Mails it, String cc) {
        return cc.isEmpty() ? it : it.header("Cc: " + cc);
    }

    private List<CustomerRow> customers(Desk desk) {
        return desk.board().customers(Optional.empty(), clock.instant());
    }

    private List<String> subjects(Desk desk, String name) {
        CustomerRow row = customers(desk).stream().filter(it -> it.name().contains(name)).findFirst().orElseThrow();
        return desk.timeline().shortly(row.id(), clock.instant().plusSeconds(1), 50).stream().map(it -> it.subject()).sorted().toList();
    }

    @Test
    void whatAnAgentWritesAboutAClientIsTheClientsAndHisCommissionIsHisOwn() throws Exception {
        String agent = "Rosa <rosa@marin-agency.example>";
        String client = "Julio <julio@olmeda.example>";
        writes(agent, "", "Introduction", "2026-02-02", "We are a buying agent and write for our clients. Please quote 500 valves.");
        answered(agent, "", "Re: Introduction", "2026-02-03", "Our price is USD 4.10.");
        writes(client, agent, "Valves", "2026-02-10", "Purchase order OL-26044 attached, please send the PI.\n\nJulio Prieto\nOlmeda Ltd");
        answered(client, agent, "Re: Valves", "2026-02-11", "PI HD-26011 attached, unit price USD 4.10.");
        writes(agent, "", "Quarter", "2026-02-25", "When do you transfer my commission?");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            writes(agent, "", "Labels", "2026-02-20", "The labels of order OL-26044 carry a bar code.");
            sync(desk);

            assertThat(subjects(desk, "Olmeda")).contains("Labels", "Valves", "Re: Valves").doesNotContain("Quarter");
            assertThat(subjects(desk, "Marin")).contains("Introduction", "Quarter");
            assertThat(desk.questions().open(Optional.empty()))
                    .extracting(it -> it.proposal().kind())
                    .containsOnlyOnce(ProposalTable.Kind.AGENT);
        }
    }

    /** Both clients have the agent in common, and neither was written to alone. */
    @Test
    void twoClientsOfOneAgentAreTwoCustomersAndTheAgentsEarlierLettersAreAboutThem() throws Exception {
        String agent = "Rosa <rosa@marin-agency.example>";
        writes(agent, "", "Introduction", "2026-02-02", "I work with clients in two countries for a commission. Please send your price list.");
        answered(agent, "", "Re: Introduction", "2026-02-03", "Our prices are attached.");
        writes("Julio <julio@olmeda.example>", agent, "Valves", "2026-02-10", "Rosa passed me your quotation, please send us the PI for 500 valves.");
        writes("Ines <ines@tejar.example>", agent, "Pumps", "2026-02-12", "Rosa passed me your quotation, please send us the PI for 40 pumps.");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);

            assertThat(subjects(desk, "Olmeda")).contains("Valves").doesNotContain("Pumps", "Introduction");
            assertThat(subjects(desk, "Tejar")).contains("Pumps").doesNotContain("Valves", "Introduction");
            assertThat(subjects(desk, "Marin")).contains("Introduction");
        }
    }

    @Test
    void aFirmThatTellsOfItsNewNameAndDomainStaysTheSameCustomer() throws Exception {
        writes("Nita Suri <nita@maplefittings.example>", "", "Hinges", "2026-02-02", "Please quote 500 hinges.\n\nNita Suri\nMaple Fittings Ltd");
        answered("Nita Suri <nita@maplefittings.example>", "", "Re: Hinges", "2026-02-03", "Our price is USD 1.10.");
        writes("Nita Suri <nita@maplora.example>", "", "New name", "2026-03-02",
                "Dear partners, Maple Fittings is now called Maplora. Please update your records.\n\nNita Suri\nMaplora");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);

            assertThat(subjects(desk, "Maple Fittings")).contains("Hinges", "New name");
        }
    }

    @Test
    void whatAColleaguePassesOnAndWeAnswerWithAPriceMakesACustomer() throws Exception {
        answered("Tom <info@zuperko.example>", "", "Sliding doors", "2026-03-05", "Dear Tom, our price is USD 22.30 FOB.");
        server.deliver(LI, mail().from("Boss <boss@" + LI.substring(LI.indexOf('@') + 1) + ">").subject("Fwd: Sliding doors").at("2026-03-04T05:00:00Z")
                .text("Please follow.\n\n---------- Forwarded message ---------\nFrom: Tom <info@zuperko.example>\n"
                        + "Date: Tue, 3 Mar 2026 at 10:00\nSubject: Sliding doors\nTo: <boss@haida.example>\n\nPlease quote 400 sets."));
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);

            assertThat(subjects(desk, "Zuperko")).contains("Sliding doors", "Fwd: Sliding doors");
        }
    }

    @Test
    void aDeskOfTicketsWritesAboutWhoseOrderItNames() throws Exception {
        writes("Ben <ben@kestrel.example>", "", "Valves", "2026-02-02", "Please quote 500 valves.");
        answered("Ben <ben@kestrel.example>", "", "Re: Valves", "2026-02-03", "Our price is USD 4.10.");
        writes("Ben <ben@kestrel.example>", "", "Order", "2026-02-04", "PO KW-30117 attached.");
        writes("Joy <joy@maplewood.example>", "", "Pumps", "2026-02-02", "Please quote 40 pumps.");
        answered("Joy <joy@maplewood.example>", "", "Re: Pumps", "2026-02-03", "Our price is USD 90.");
        writes("Desk <tickets+5512@desk.example>", "", "Ticket 5512", "2026-03-02", "Ticket 5512 for PO KW-30117: two valves leak.");
        writes("Desk <tickets+7731@desk.example>", "", "Ticket 7731", "2026-03-03", "Ticket 7731: something is missing.");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);

            assertThat(subjects(desk, "Kestrel")).contains("Ticket 5512").doesNotContain("Ticket 7731");
            assertThat(subjects(desk, "Maplewood")).doesNotContain("Ticket 5512", "Ticket 7731");
        }
    }

    @Test
    void whatRulesJoinedIsTakenBackByItsNumberAndNotJoinedAgain() throws Exception {
        String signature = "\n\nIngrid Solheim\nSolheim Tools AS";
        server.deliver(LI, mail().from("Ingrid Solheim via LinkedIn <messages-noreply@linkedin.com>")
                .header("Reply-To: Ingrid Solheim <in-77aa@reply.linkedin.com>")
                .subject("Ingrid sent you a message").text("Please quote 800 axes." + signature).at("2026-02-01T05:00:00Z"));
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            writes("Office <office@solheim.example>", "", "Price list", "2026-02-05", "Please send your price list.");
            sync(desk);
            assertThat(customers(desk)).hasSize(2);

            writes("Ingrid Solheim <ingrid@solheim.example>", "", "Axes", "2026-02-10", "Please quote axes." + signature);
            sync(desk);
            assertThat(customers(desk)).hasSize(1);

            long joined = desk.undoing().newest(Optional.of("daemon"), 1).getFirst().id();
            assertThat(desk.undoing().last(Optional.empty(), clock.instant())).isInstanceOf(Undoing.Undone.Impossible.class);
            assertThat(desk.undoing().one(joined, Optional.empty(), clock.instant())).isInstanceOf(Undoing.Undone.Done.class);
            assertThat(customers(desk)).hasSize(2);

            writes("Ingrid Solheim <ingrid@solheim.example>", "", "Axes again", "2026-02-12", "Any news?" + signature);
            sync(desk);
            assertThat(customers(desk)).hasSize(2);
        }
    }
}
