package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;
import static org.genjin.daemon.TestHome.sync;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.Finding;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.outbox.Delivery;
import org.genjin.daemon.reminder.ReminderSweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole daemon on a real mail server, with a clock that the test moves. Times are UTC; the owners live in UTC+8. */
class FollowUpScenarioTest {

    private static final Optional<String> EVERYONE = Optional.empty();

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T09:00:00Z");
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

    private void conversation() throws Exception {
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Catalogue").text("Dear Kim, our catalogue.")
                .at("2026-02-20T02:00:00Z").id("<c1@factory.example>"));
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").subject("Re: Catalogue")
                .text("Dear Li,\n\nplease quote flange DN50-A, 2000 pcs.\n\n--\nKim Lee\nAcme GmbH\nTel. +49 30 55501234")
                .at("2026-03-02T02:00:00Z").header("In-Reply-To: <c1@factory.example>").id("<k1@acme.example>"));
    }

    private List<Finding> find(Desk desk, String query, Optional<String> viewer) throws Exception {
        return desk.finder().find(query, viewer, 20, 0, clock.instant()).hits();
    }

    @Test
    void whatSomebodyWritesThroughLinkedInIsTheirsAndNotLinkedIns() throws Exception {
        server.deliver(LI, mail().from("Kofi Mensah <inmail-hit-reply@linkedin.com>").subject("Pumps for Accra")
                .header("Reply-To: Kofi Mensah <0c1d2e3f-aaaa-bbbb-cccc-1234567890ab@reply.linkedin.com>")
                .header("X-LinkedIn-Class: INMAIL")
                .text("Hello Li,\n\nplease quote flange DN50-A, 2000 pcs.\n\nKofi\n\n----------------------------------------\n\n"
                        + "This email was intended for Li (Sales)\nUnsubscribe: https://www.linkedin.com/comm/x")
                .at("2026-03-02T02:00:00Z").id("<in1@linkedin.example>"));
        server.sent(LI, mail().from(LI).to("Kofi Mensah <0c1d2e3f-aaaa-bbbb-cccc-1234567890ab@reply.linkedin.com>")
                .subject("Re: Pumps for Accra").text("Dear Kofi,\n\nUSD 3 each.\n\nOn Monday Kofi Mensah wrote:\n> please quote")
                .at("2026-03-02T03:00:00Z").header("In-Reply-To: <in1@linkedin.example>").id("<out1@factory.example>"));
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            CustomerRow customer = daemon.desk().board().customers(EVERYONE, clock.instant()).getFirst();
            assertThat(customer.name()).isEqualTo("Kofi Mensah");
            assertThat(customer.contacts().getFirst().handles())
                    .extracting(it -> it.channel() + " " + it.name()).containsExactly("linkedin Kofi Mensah");
            assertThat(find(daemon.desk(), "intended", EVERYONE)).isEmpty();
            assertThat(customer.touches()).isEqualTo(2);
            assertThat(find(daemon.desk(), "flange channel:linkedin", EVERYONE)).hasSize(1);
        }
    }

    @Test
    void mailThatWentBothWaysMakesACustomerWithPhoneAndCountry() throws Exception {
        conversation();
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            CustomerRow customer = daemon.desk().board().customers(EVERYONE, clock.instant()).getFirst();
            assertThat(customer.name()).isEqualTo("Acme GmbH");
            assertThat(customer.country()).isEqualTo("DE");
            assertThat(customer.owner()).isEqualTo(LI);
            assertThat(customer.touches()).isEqualTo(2);
            assertThat(customer.contacts().getFirst().addresses()).containsExactly("kim@acme.example");
            assertThat(customer.contacts().getFirst().phones()).containsExactly("+493055501234");
            assertThat(daemon.desk().timeline().of(customer.id(), clock.instant(), 10)).hasSize(2);
        }
    }

    @Test
    void aNewsletterMakesNoCustomerAndIsSetAside() throws Exception {
        server.deliver(LI, mail().from("news@steel.example").header("List-Unsubscribe: <mailto:x@steel.example>").text("Nickel fell"));
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            assertThat(daemon.desk().board().customers(EVERYONE, clock.instant())).isEmpty();
            assertThat(find(daemon.desk(), "nickel", EVERYONE).getFirst().match().state()).isEqualTo("set-aside");
        }
    }

    @Test
    void aReplyIsOwedOnTheNextWorkingDayAndOursEndsIt() throws Exception {
        conversation();
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            assertThat(desk.board().due(EVERYONE, clock.instant())).isEmpty();
            clock.set("2026-03-03T00:30:00Z");
            DueItem due = desk.board().due(EVERYONE, clock.instant()).getFirst();
            assertThat(due.reason()).isEqualTo(Reason.REPLY_OWED);
            assertThat(due.evidence().quote()).contains("please quote flange DN50-A");
            server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Re: Catalogue").text("USD 0.86").at("2026-03-03T00:40:00Z"));
            clock.set("2026-03-03T01:00:00Z");
            sync(desk);
            assertThat(desk.board().due(EVERYONE, clock.instant())).isEmpty();
            assertThat(desk.board().due(EVERYONE, java.time.Instant.parse("2026-03-03T00:35:00Z"))).as("as it was then").hasSize(1);
        }
    }

    @Test
    void theMorningMailComesOnceAndIsNoContactWithACustomer() throws Exception {
        conversation();
        server.deliver(WANG, mail().to(WANG).from("news@steel.example").header("List-Unsubscribe: <mailto:x@steel.example>"));
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            clock.set("2026-03-02T23:59:00Z"); // a minute before eight over there
            desk.reminders().run();
            assertThat(server.digests(LI)).isEmpty();
            clock.set("2026-03-03T00:01:00Z");
            desk.reminders().run();
            desk.reminders().run();
            assertThat(server.digests(LI)).hasSize(1);
            assertThat(server.digests(WANG)).as("nothing is due there").isEmpty();
            MimeMessage digest = server.digests(LI).getFirst();
            assertThat(digest.getSubject()).isEqualTo("Follow-up 03-03: 1 waiting for me");
            assertThat(digest.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
            assertThat(digest.getContentType()).startsWith("multipart/alternative");
            sync(desk);
            assertThat(desk.board().customers(EVERYONE, clock.instant())).hasSize(1);
            assertThat(desk.board().due(EVERYONE, clock.instant())).hasSize(1);
            clock.set("2026-03-04T00:01:00Z");
            desk.reminders().run();
            assertThat(server.digests(LI)).as("another morning, another mail").hasSize(2);
        }
    }

    @Test
    void noMorningMailOnSaturday() throws Exception {
        conversation();
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            clock.set("2026-03-07T01:00:00Z");
            daemon.desk().reminders().run();
            assertThat(server.digests(LI)).isEmpty();
        }
    }

    @Test
    void aMailboxThatShowsNothingIsToldInTheMorningUntilTheMorningMailItselfArrives() throws Exception {
        conversation();
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            clock.set("2026-03-03T00:01:00Z");
            desk.reminders().run();
            assertThat(server.digests(WANG)).hasSize(1);
            MimeMessage digest = server.digests(WANG).getFirst();
            assertThat(digest.getSubject()).isEqualTo("Follow-up 03-03: 1 not read as it should be");
            sync(desk);
            clock.set("2026-03-04T00:01:00Z");
            desk.reminders().run();
            assertThat(server.digests(WANG)).as("mail comes in: nothing is wrong").hasSize(1);
        }
    }

    @Test
    void theMorningMailSaysWhatServerAndLedgerHold() throws Exception {
        conversation();
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            clock.set("2026-03-03T00:01:00Z");
            String text = desk.digests().write(LI, clock.instant()).text();
            assertThat(text).contains(LI + ": last read 03-02 17:00 · the server holds 2, the ledger 2 of them");
            clock.set("2026-03-05T00:01:00Z");
            var late = desk.digests().write(LI, clock.instant());
            assertThat(late.text()).contains("! " + LI + ": It has not been read to its end since 2026-03-02 17:00");
            assertThat(late.html()).contains("color:#a3211a;font-weight:bold;\">! " + LI);
        }
    }

    @Test
    void aDigestThatLeftBeforeTheCrashIsFoundInTheMailboxAndNotSentAgain() throws Exception {
        conversation();
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            clock.set("2026-03-03T00:01:00Z");
            org.genjin.daemon.outbox.SmtpMailer real = new org.genjin.daemon.outbox.SmtpMailer(
                    desk.config().mailboxes(), desk.signIns().logins(), it -> it,
                    new org.genjin.daemon.provider.ProviderWords(desk.config().language()));
            ReminderSweep dying = daemon.sweepWith((owner, bytes) -> {
                real.send(owner, bytes);
                throw new IllegalStateException("the power goes");
            });
            org.assertj.core.api.Assertions.assertThatThrownBy(dying::run).hasMessage("the power goes");
            assertThat(state(daemon)).isEqualTo(OutboxTable.State.INTENT);
            clock.move(Duration.ofMinutes(2));
            desk.reminders().run();
            assertThat(server.digests(LI)).as("not before the mailbox was asked").hasSize(1);
            sync(desk);
            assertThat(state(daemon)).isEqualTo(OutboxTable.State.SENT);
            clock.move(Duration.ofHours(1));
            sync(desk);
            desk.reminders().run();
            assertThat(server.digests(LI)).hasSize(1);
        }
    }

    @Test
    void aDigestThatNeverLeftIsSentOnceTheMailboxShowsThatItIsMissing() throws Exception {
        conversation();
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            clock.set("2026-03-03T00:01:00Z");
            daemon.sweepWith((owner, bytes) -> new Delivery.Unknown("the line broke")).run();
            clock.move(Duration.ofMinutes(5));
            sync(desk);
            desk.reminders().run();
            assertThat(server.digests(LI)).as("it may still be on its way").isEmpty();
            clock.move(Duration.ofMinutes(10));
            sync(desk);
            desk.reminders().run();
            desk.reminders().run();
            assertThat(server.digests(LI)).hasSize(1);
        }
    }

    @Test
    void aServerThatIsBusyIsAskedAgainLater() throws Exception {
        conversation();
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            clock.set("2026-03-03T00:01:00Z");
            daemon.sweepWith((owner, bytes) -> new Delivery.Deferred("451 later")).run();
            daemon.desk().reminders().run();
            assertThat(server.digests(LI)).isEmpty();
            clock.move(Duration.ofMinutes(30));
            daemon.desk().reminders().run();
            assertThat(server.digests(LI)).hasSize(1);
        }
    }

    private static OutboxTable.State state(Daemon daemon) {
        return daemon.ledger().read(tx -> tx.outbox().find(LI, OutboxTable.Kind.DIGEST, "2026-03-03").orElseThrow().state());
    }

    @Test
    void wordsInAnAttachmentAreFoundAndTheAttachmentIsNamed() throws Exception {
        conversation();
        server.deliver(LI, mail().subject("Drawing").text("See attached.").attach("flange.csv", "part;torque\nDN50;superheterodyne\n".getBytes(StandardCharsets.UTF_8)));
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            Finding hit = find(daemon.desk(), "superheterodyne", EVERYONE).getFirst();
            assertThat(hit.foundIn()).startsWith("attachment:flange.csv");
            assertThat(hit.customerName()).isEqualTo("Acme GmbH");
        }
    }

    @Test
    void anOwnerSeesNothingOfAnothersCustomers() throws Exception {
        conversation();
        server.deliver(WANG, mail().from("ana@andina.example").to(WANG).text("precio por favor"));
        server.sent(WANG, mail().from(WANG).to("ana@andina.example").text("USD 3"));
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            Optional<String> wang = Optional.of(WANG);
            assertThat(find(desk, "DN50-A", wang)).isEmpty();
            assertThat(desk.finder().find("*", wang, 20, 0, clock.instant()).facets().get("customer")).hasSize(1);
            assertThat(desk.board().customers(wang, clock.instant())).extracting(CustomerRow::name).containsExactly("Andina");
            CustomerRow acme = desk.board().named(EVERYONE, "Acme", clock.instant()).getFirst();
            assertThat(desk.board().customer(wang, acme.id(), clock.instant())).isEmpty();
            desk.decisions().set(acme.id(), "owner", WANG, desk.config().owners(), "operator", clock.instant());
            desk.indexing().await(false, () -> {});
            assertThat(find(desk, "DN50-A", wang)).as("given to Wang").hasSize(1);
        }
    }

    @Test
    void theSameMailInTwoMailboxesIsOneMessage() throws Exception {
        Mails both = mail().to(LI + ", " + WANG).text("to both of you about gaskets");
        server.deliver(LI, both);
        server.deliver(WANG, both);
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            assertThat(find(daemon.desk(), "gaskets", EVERYONE)).hasSize(1);
            assertThat(find(daemon.desk(), "gaskets", EVERYONE).getFirst().seenAt()).hasSize(2);
            assertThat(find(daemon.desk(), "gaskets", Optional.of(WANG))).hasSize(1);
        }
    }

    @Test
    void whatAPersonSetIsNeverOverwritten() throws Exception {
        conversation();
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            CustomerRow acme = desk.board().customers(EVERYONE, clock.instant()).getFirst();
            desk.decisions().set(acme.id(), "country", "AT", desk.config().owners(), "operator", clock.instant());
            desk.decisions().set(acme.id(), "grade", "a", desk.config().owners(), "operator", clock.instant());
            desk.decisions().next(acme.id(), java.time.LocalDate.parse("2026-03-12"), "call", "operator", clock.instant());
            server.deliver(LI, mail().text("More.\n--\nKim Lee\nTel. +49 30 55501234").at("2026-02-25T02:00:00Z"));
            sync(desk);
            CustomerRow after = desk.board().customers(EVERYONE, clock.instant()).getFirst();
            assertThat(after.country()).isEqualTo("AT");
            assertThat(after.grade().name()).isEqualTo("A");
            assertThat(after.next().orElseThrow().date()).isEqualTo("2026-03-12");
            assertThat(after.next().orElseThrow().action()).isEqualTo("call");
        }
    }

    @Test
    void aLoggedCallIsContactAndCanBeFound() throws Exception {
        conversation();
        clock.set("2026-03-03T01:00:00Z");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            CustomerRow acme = desk.board().customers(EVERYONE, clock.instant()).getFirst();
            assertThat(desk.board().due(EVERYONE, clock.instant())).hasSize(1);
            desk.decisions().log(acme.id(), LI, "called, wants chromium plating", clock.instant());
            desk.indexing().await(false, () -> {});
            assertThat(desk.board().due(EVERYONE, clock.instant())).isEmpty();
            assertThat(find(desk, "chromium plating", Optional.of(LI)).getFirst().channel().id()).isEqualTo("note");
            assertThat(desk.verification().run(_ -> {}).sound()).isTrue();
        }
    }

    @Test
    void anIndexThatIsGoneIsBuiltAnewWithoutTheMailServer() throws Exception {
        conversation();
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
        }
        server.close();
        Daemon.deleteAll(home.home.index());
        Files.createDirectories(home.home.index());
        Files.writeString(home.home.index().resolve("segments_1"), "no index");
        try (Daemon daemon = home.open()) {
            daemon.desk().indexing().await(true, () -> {});
            assertThat(find(daemon.desk(), "flange", EVERYONE)).hasSize(1);
            assertThat(daemon.desk().verification().run(_ -> {}).sound()).isTrue();
        }
    }

    @Test
    void aServerThatIsDownIsToldInASentenceAndTriedAgain() throws Exception {
        server.close();
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            Poll.Outcome outcome = desk.sync().poll(desk.config().sources().getFirst(), Poll.Progress.SILENT);
            assertThat(((Poll.Outcome.Failed) outcome).problem()).contains("does not answer").contains("tried again");
            assertThat(desk.sync().poll(desk.config().sources().getFirst(), Poll.Progress.SILENT)).isInstanceOf(Poll.Outcome.Skipped.class);
        }
    }
}
