package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;
import static org.genjin.daemon.TestHome.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.genjin.config.Language;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.reminder.DueSentence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is due, from real mail and chats through the whole daemon. Times are UTC; the owners live in UTC+8; March 2, 2026 is a Monday. */
class DueScenarioTest {

    private static final Optional<String> EVERYONE = Optional.empty();

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T03:00:00Z");
    private TestMailServer server;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI, WANG);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI, WANG);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void inquiryAndOffer() throws Exception {
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").subject("Flanges")
                .text("Dear Li,\n\nplease quote flange DN50-A, 2000 pcs.\n\n--\nKim Lee\nAcme GmbH\nTel. +49 30 55501234")
                .at("2026-03-02T01:00:00Z").id("<k1@acme.example>"));
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Re: Flanges")
                .text("Dear Kim,\n\nour price is USD 0.86/pc FOB Shanghai. The offer is valid until 31 March 2026.\n\nBest regards\nLi")
                .header("In-Reply-To: <k1@acme.example>").at("2026-03-02T02:00:00Z").id("<l1@factory.example>"));
    }

    private static List<Reason> reasons(Desk desk, String at) {
        return desk.board().due(EVERYONE, Instant.parse(at)).stream()
                .flatMap(it -> it.reasons().stream())
                .map(DueItem.Due::reason)
                .toList();
    }

    private CustomerRow acme(Desk desk) {
        return desk.board().named(EVERYONE, "Acme", clock.instant()).getFirst();
    }

    @Test
    void anOfferWithoutAnswerIsDueAfterThreeDaysWithItsWordsAndAnswersForAnyInstant() throws Exception {
        inquiryAndOffer();
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            assertThat(reasons(desk, "2026-03-05T00:30:00Z")).containsExactly(Reason.QUOTE_SILENT);
            DueItem item = desk.board().due(EVERYONE, Instant.parse("2026-03-05T00:30:00Z")).getFirst();
            assertThat(item.evidence().quote()).isEqualTo("USD 0.86/pc");
            assertThat(item.evidence().key()).startsWith("mail:l1");
            assertThat(new DueSentence(Language.EN).why(item)).isEqualTo("no answer to our offer of 3 days ago");
            assertThat(new DueSentence(Language.DE).why(item)).isEqualTo("keine Antwort auf unser Angebot (vor 3 Tagen)");
            assertThat(new DueSentence(Language.EN).there(item.customer(), Instant.parse("2026-03-05T00:30:00Z"), desk.board().zone()))
                    .isEqualTo("it is 01:30 there; both of you are at work 16:00–18:00");
            assertThat(reasons(desk, "2026-03-02T01:30:00Z")).as("the inquiry has just come").isEmpty();
            assertThat(desk.board().customer(EVERYONE, item.customer().id(), Instant.parse("2026-03-02T01:30:00Z")).orElseThrow().turn())
                    .as("as it was then").isEqualTo(Turn.MINE);
            assertThat(reasons(desk, "2026-03-26T00:30:00Z")).as("the offer ends soon").contains(Reason.QUOTE_EXPIRING);
        }
    }

    @Test
    void anAnswerOnWhatsAppEndsTheNudgeOfAMail() throws Exception {
        inquiryAndOffer();
        Path chat = folder.resolve("WhatsApp Chat with +49 30 55501234.txt");
        Files.writeString(chat, "04/03/2026, 18:12 - +49 30 55501234: Thanks, we are looking at it.\n");
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            assertThat(reasons(daemon.desk(), "2026-03-05T00:30:00Z")).containsExactly(Reason.QUOTE_SILENT);
        }
        clock.set("2026-03-05T00:00:00Z");
        assertThat(home.run("import", chat.toString(), "--owner", LI, "--time-zone", "Asia/Shanghai").exit()).isZero();
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            assertThat(acme(daemon.desk()).touches()).isEqualTo(3);
            assertThat(reasons(daemon.desk(), "2026-03-05T00:30:00Z")).isEmpty();
        }
    }

    @Test
    void whatAColleagueAnswersIsAnsweredAndThanksOweNothing() throws Exception {
        inquiryAndOffer();
        server.deliver(LI, mail().from("kim@acme.example").subject("Re: Flanges").text("Can you do 0.82 for 10,000 pcs?")
                .at("2026-03-03T02:00:00Z").id("<k2@acme.example>"));
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            assertThat(reasons(desk, "2026-03-04T00:30:00Z")).containsExactly(Reason.REPLY_OWED);
            DueItem item = desk.board().due(EVERYONE, Instant.parse("2026-03-04T00:30:00Z")).getFirst();
            assertThat(item.evidence().quote()).isEqualTo("Can you do 0.82 for 10,000 pcs?");
            server.sent(WANG, mail().from(WANG).to("kim@acme.example").subject("Re: Flanges").text("Yes, 0.82 it is.")
                    .at("2026-03-04T01:00:00Z").id("<w1@factory.example>"));
            server.deliver(WANG, mail().from("kim@acme.example").to(WANG).subject("Re: Flanges").text("Thank you, received.")
                    .at("2026-03-04T02:00:00Z").id("<k3@acme.example>"));
            clock.set("2026-03-04T03:00:00Z");
            sync(desk);
            assertThat(reasons(desk, "2026-03-06T00:30:00Z")).isEmpty();
            assertThat(acme(desk).turn()).isEqualTo(Turn.NOBODY);
        }
    }

    @Test
    void whoIsOutOfOfficeIsNudgedOnTheDayOfTheReturn() throws Exception {
        inquiryAndOffer();
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").subject("Automatic reply: Flanges").header("Auto-Submitted: auto-replied")
                .text("I am out of the office until 13 March 2026 and will be back on 16 March 2026.")
                .at("2026-03-02T02:01:00Z").id("<ooo@acme.example>"));
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            assertThat(reasons(desk, "2026-03-05T00:30:00Z")).isEmpty();
            DueItem item = desk.board().due(EVERYONE, Instant.parse("2026-03-16T00:30:00Z")).getFirst();
            assertThat(item.due()).isEqualTo(LocalDate.parse("2026-03-16"));
            assertThat(new DueSentence(Language.EN).why(item)).contains("moved from 03-05: away until 03-16");
        }
    }

    @Test
    void aMailThatCameBackAsksForAnotherWayAndNamesIt() throws Exception {
        inquiryAndOffer();
        server.deliver(LI, mail().from("Mail Delivery System <mailer-daemon@mx.factory.example>").subject("Undelivered Mail Returned to Sender")
                .header("Auto-Submitted: auto-replied").header("X-Failed-Recipients: kim@acme.example")
                .text("The following message could not be delivered: user unknown").at("2026-03-02T02:05:00Z").id("<b1@mx.factory.example>"));
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            assertThat(reasons(desk, "2026-03-05T00:30:00Z")).containsExactly(Reason.ADDRESS_DEAD);
            DueItem item = desk.board().due(EVERYONE, Instant.parse("2026-03-05T00:30:00Z")).getFirst();
            assertThat(new DueSentence(Language.EN).why(item))
                    .startsWith("mail to kim@acme.example came back: nobody reads it there; other ways: +493055501234");
            desk.decisions().log(item.customer().id(), LI, "called her: new address follows", clock.instant().plusSeconds(7200));
            clock.set("2026-03-02T06:00:00Z");
            sync(desk);
            assertThat(reasons(desk, "2026-03-03T00:30:00Z")).isEmpty();
        }
    }

    @Test
    void theCommandLineSaysInJsonWhoIsDueWithAllReasons() throws Exception {
        inquiryAndOffer();
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
        }
        String json = home.run("today", "--json", "--at", "2026-03-27T00:30:00Z").out();
        assertThat(json).contains("\"reason\" : \"quote-expiring\"", "\"reasons\" : [", "\"quote\" : \"USD 0.86/pc\"", "\"turn\" : \"theirs\"");
        assertThat(home.run("today", "--at", "2026-03-27T00:30:00Z").out())
                .contains("2026-03-27: 1 customer to follow up", "our offer holds good until 03-31 only", "“USD 0.86/pc”  mail:l1");
        assertThat(home.run("today", "--at", "2026-03-03T00:30:00Z").out()).contains("2026-03-03: nobody is due.");
        assertThat(home.run("customers", "--json", "--at", "2026-03-03T00:30:00Z").out())
                .contains("\"nextReason\" : \"quote-silent\"", "\"nextFollowUp\" : \"2026-03-05\"", "\"nextAction\" : \"ask what they think of the offer\"");
    }

    @Test
    void whoNeverAnswersIsAskedAboutAndRestsIfAPersonSaysSo() throws Exception {
        inquiryAndOffer();
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            clock.set("2027-03-02T03:00:00Z");
            assertThat(desk.board().due(EVERYONE, clock.instant())).as("not nagged about for ever").isEmpty();
            desk.dormancy().ask(clock.instant());
            desk.dormancy().ask(clock.instant());
            assertThat(desk.questions().open(EVERYONE)).hasSize(1);
            assertThat(desk.questions().open(EVERYONE).getFirst().proposal().why()).isEqualTo("1 messages of ours without an answer");
            desk.questions().answer(desk.questions().open(EVERYONE).getFirst().proposal().id(), true, EVERYONE, clock.instant());
            assertThat(acme(desk).stage()).isEqualTo(Stage.DORMANT);
            desk.dormancy().ask(clock.instant());
            assertThat(desk.questions().open(EVERYONE)).isEmpty();
        }
    }

    @Test
    void whoIsNotToRestIsRemindedOfAgain() throws Exception {
        inquiryAndOffer();
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            clock.set("2027-03-02T03:00:00Z");
            desk.dormancy().ask(clock.instant());
            desk.questions().answer(desk.questions().open(EVERYONE).getFirst().proposal().id(), false, EVERYONE, clock.instant());
            assertThat(acme(desk).next().orElseThrow().reason()).isEqualTo(Reason.CADENCE);
            assertThat(acme(desk).next().orElseThrow().date()).isAfter(LocalDate.parse("2027-03-02"));
        }
    }

    @Test
    void aMailboxReadYearsLaterStillSaysWhoWasDueThen() throws Exception {
        inquiryAndOffer();
        clock.set("2030-03-02T03:00:00Z");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            assertThat(desk.board().due(EVERYONE, clock.instant())).isEmpty();
            assertThat(reasons(desk, "2026-03-05T00:30:00Z")).containsExactly(Reason.QUOTE_SILENT);
        }
    }
}
