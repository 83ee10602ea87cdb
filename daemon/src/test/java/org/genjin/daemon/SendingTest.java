package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;
import static org.genjin.daemon.TestHome.sync;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Logins;
import org.genjin.daemon.ScriptedSmtp.At;
import org.genjin.daemon.ScriptedSmtp.Fault;
import org.genjin.daemon.ledger.OutboxTable.Kind;
import org.genjin.daemon.ledger.OutboxTable.Row;
import org.genjin.daemon.ledger.OutboxTable.State;
import org.genjin.daemon.outbox.Delivery;
import org.genjin.daemon.outbox.SmtpMailer;
import org.genjin.daemon.provider.ProviderWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The morning mail on a server that fails in every way there is: it comes once, or it is said why it does not. */
class SendingTest {

    private static final String DAY = "2026-03-03";

    @TempDir
    Path folder;

    /** A Tuesday, a minute past eight in Shanghai. */
    private final MutableClock clock = new MutableClock("2026-03-03T00:01:00Z");
    private TestMailServer imap;
    private ScriptedSmtp smtp;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        imap = new TestMailServer(LI, WANG);
        smtp = new ScriptedSmtp(this::arrives);
        home = home("none", LI);
        conversation();
    }

    @AfterEach
    void end() {
        smtp.close();
        imap.close();
    }

    private void arrives(byte[] mail) {
        try {
            imap.deliver(LI, mail, clock.instant());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private TestHome home(String tls, String... owners) throws Exception {
        StringBuilder yaml = new StringBuilder("language: en\ntime-zone: Asia/Shanghai\nmailboxes:\n");
        for (String owner : owners) {
            yaml.append("  - {address: ").append(owner).append(", secret: \"env:MAIL_SECRET\", since: all, imap: {host: 127.0.0.1, port: ")
                    .append(imap.imapPort()).append(", tls: none}, smtp: {host: 127.0.0.1, port: ").append(smtp.port())
                    .append(", tls: ").append(tls).append("}}\n");
        }
        return new TestHome(folder.resolve("home"), clock).write(yaml + "our-domains: [factory.example]\nweb: {listen: \"127.0.0.1:0\"}\n");
    }

    private void conversation() throws Exception {
        imap.sent(LI, mail().from(LI).to("kim@acme.example").subject("Catalogue").text("Dear Kim, our catalogue.")
                .at("2026-02-20T02:00:00Z").id("<c1@factory.example>"));
        imap.deliver(LI, mail().from("Kim Lee <kim@acme.example>").to(LI).subject("Re: Catalogue")
                .text("Dear Li,\n\nplease quote flange DN50-A, 2000 pcs.\n\nKim").at("2026-03-02T02:00:00Z")
                .header("In-Reply-To: <c1@factory.example>").id("<k1@acme.example>"));
    }

    private static Row row(Daemon daemon) {
        return daemon.ledger().read(tx -> tx.outbox().find(LI, Kind.DIGEST, DAY)).orElseThrow();
    }

    private Delivery send() throws Exception {
        Logins logins = Connectors.signIns(home.home.tokens(), home.around.environment(), clock).logins();
        return new SmtpMailer(home.config().mailboxes(), logins, it -> it, new ProviderWords(Language.EN))
                .send(LI, "Subject: x\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    static Stream<Fault> whatIsTriedAgain() {
        return Stream.of(
                new Fault.Says(At.GREETING, "421 too many connections"), new Fault.HangsUp(At.GREETING), new Fault.Says(At.EHLO, "421 closing"),
                new Fault.HangsUp(At.EHLO), new Fault.HangsUp(At.AUTH), new Fault.Says(At.MAIL, "451 later"), new Fault.HangsUp(At.MAIL),
                new Fault.Says(At.RCPT, "450 mailbox busy"), new Fault.HangsUp(At.RCPT), new Fault.Says(At.DATA, "452 no room just now"),
                new Fault.HangsUp(At.DATA), new Fault.Says(At.DOT, "451 later"));
    }

    @ParameterizedTest
    @MethodSource("whatIsTriedAgain")
    void whatFailsBeforeTheMailCanHaveBeenTakenMayBeTriedAgain(Fault fault) throws Exception {
        smtp.then(fault);
        assertThat(send()).isInstanceOfSatisfying(Delivery.Deferred.class, it -> assertThat(it.why()).endsWith("."));
        assertThat(smtp.taken()).isEmpty();
        assertThat(send()).isEqualTo(new Delivery.Sent());
    }

    @ParameterizedTest
    @MethodSource("forGood")
    void whatIsRefusedForGoodIsSaidWithWhatToDo(Fault fault, String mend) throws Exception {
        smtp.then(fault);
        assertThat(send()).isInstanceOfSatisfying(Delivery.Rejected.class, it -> assertThat(it.why()).contains(mend).endsWith("."));
        assertThat(smtp.taken()).isEmpty();
    }

    @Test
    void whatWasNotTakenForTheMomentIsSentAgainByItselfAndOnce() throws Exception {
        smtp.then(new Fault.Says(At.RCPT, "450 mailbox busy")).then(new Fault.Says(At.DOT, "451 later"));
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            for (int i = 0; i < 5; i++) {
                daemon.desk().reminders().run();
                daemon.desk().reminders().run();
                assertThat(smtp.connections()).isEqualTo(Math.min(i + 1, 3));
                assertThat(row(daemon).state()).isEqualTo(i < 2 ? State.DEFERRED : State.SENT);
                clock.move(Duration.ofMinutes(1));
            }
            assertThat(smtp.taken()).hasSize(1);
        }
    }

    @Test
    void whatWasRefusedForGoodIsShownAndNotTriedUntilSomebodyAsks() throws Exception {
        smtp.then(new Fault.Says(At.RCPT, "552 5.2.2 over quota"));
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.desk().reminders().run();
            assertThat(row(daemon).state()).isEqualTo(State.REJECTED);
            clock.move(Duration.ofHours(3));
            daemon.desk().reminders().run();
            assertThat(smtp.taken()).isEmpty();
        }
        assertThat(home.run("status").out()).contains("! " + LI + ": The morning mail of 03-03 08:01 did not leave. The server answered: 552 5.2.2 over quota.",
                "make room there");
        assertThat(home.run("status", "--json").out()).contains("\"state\" : \"rejected\"", "make room there");
        assertThat(home.run("doctor").out()).contains("FAIL  mail to " + LI + ": The morning mail of 03-03 08:01 did not leave.");
        try (Daemon daemon = home.open()) {
            daemon.desk().reminders().send(List.of(LI), clock.instant());
            assertThat(smtp.taken()).as("somebody has mended it and sends it by hand").hasSize(1);
            assertThat(row(daemon).state()).isEqualTo(State.SENT);
        }
        assertThat(home.run("status").out()).contains(LI + ": last mail 03-03 11:01").doesNotContain("did not leave");
    }

    static Stream<Object[]> forGood() {
        return Stream.of(
                new Object[] {new Fault.Says(At.MAIL, "550 5.7.1 sending is blocked"), "notice, a limit on sending"},
                new Object[] {new Fault.Says(At.MAIL, "530 5.7.0 must issue STARTTLS first"), "'tls' under smtp"},
                new Object[] {new Fault.Says(At.RCPT, "550 5.1.1 no such user"), "knows no mailbox " + LI},
                new Object[] {new Fault.Says(At.RCPT, "552 5.2.2 over quota"), "make room"},
                new Object[] {new Fault.Says(At.DATA, "554 no"), "notice, a limit on sending"},
                new Object[] {new Fault.Says(At.DOT, "554 5.7.1 looks like spam"), "notice, a limit on sending"});
    }

    @Test
    void aLoginThatIsNotTakenIsTriedSeldomAndSaysWhatToDo() throws Exception {
        for (int i = 0; i < 3; i++) {
            smtp.then(new Fault.Says(At.AUTH, "535 5.7.8 wrong password"));
        }
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            for (int minute = 0; minute < 125; minute++) {
                daemon.desk().reminders().run();
                clock.move(Duration.ofMinutes(1));
            }
            assertThat(smtp.connections()).as("each hour, or the mailbox is locked").isEqualTo(3);
            assertThat(row(daemon).state()).isEqualTo(State.DEFERRED);
            assertThat(row(daemon).note()).contains("does not let " + LI + " in");
            daemon.outbox().wake();
            daemon.desk().reminders().run();
            assertThat(smtp.taken()).as("at once when the daemon is started anew").hasSize(1);
        }
    }

    @Test
    void aServerThatOffersNoEncryptionIsToldNothing() throws Exception {
        home = home("starttls", LI);
        assertThat(send()).isInstanceOfSatisfying(Delivery.Deferred.class, it -> assertThat(it.why()).contains("offers no encryption"));
        assertThat(smtp.taken()).isEmpty();
    }

    @Test
    void aServerThatThinksBetterOfEncryptionIsToldNothing() throws Exception {
        smtp.close();
        smtp = new ScriptedSmtp(this::arrives, true);
        home = home("starttls", LI);
        smtp.then(new Fault.Says(At.STARTTLS, "454 TLS not available")).then(new Fault.HangsUp(At.STARTTLS));
        assertThat(send()).isInstanceOf(Delivery.Deferred.class);
        assertThat(send()).isInstanceOf(Delivery.Deferred.class);
        assertThat(smtp.taken()).isEmpty();
    }

    @Test
    void howAConnectionEndsAfterTheMailWasTakenDoesNotMatter() throws Exception {
        smtp.then(new Fault.HangsUp(At.QUIT)).then(new Fault.Says(At.QUIT, "500 what?"));
        assertThat(send()).isEqualTo(new Delivery.Sent());
        assertThat(send()).isEqualTo(new Delivery.Sent());
    }

    @Test
    void aMailThatWasTakenBeforeTheLineBrokeIsFoundInTheMailboxAndNotSentAgain() throws Exception {
        smtp.then(new Fault.TakesAndHangsUp());
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.desk().reminders().run();
            assertThat(row(daemon).state()).isEqualTo(State.INTENT);
            assertThat(row(daemon).note()).contains("broke");
            clock.move(Duration.ofMinutes(11));
            sync(daemon.desk());
            daemon.desk().reminders().run();
            assertThat(smtp.taken()).hasSize(1);
            assertThat(row(daemon).state()).isEqualTo(State.SENT);
        }
    }

    @Test
    void aMailWhoseMessageIdTheServerReplacedIsKnownByOurOwnHeader() throws Exception {
        smtp.close();
        smtp = new ScriptedSmtp(it -> arrives(new String(it, StandardCharsets.ISO_8859_1)
                .replaceFirst("(?m)^Message-ID:.*$", "Message-ID: <0102018f@eu-west-1.mail.example>").getBytes(StandardCharsets.ISO_8859_1)));
        home = home("none", LI);
        smtp.then(new Fault.TakesAndHangsUp());
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.desk().reminders().run();
            clock.move(Duration.ofMinutes(11));
            sync(daemon.desk());
            daemon.desk().reminders().run();
            assertThat(smtp.taken()).hasSize(1);
            assertThat(row(daemon).state()).isEqualTo(State.SENT);
            Row found = daemon.ledger().read(tx -> tx.outbox().named("<0102018f@eu-west-1.mail.example>")).orElseThrow();
            assertThat(found.id()).isEqualTo(row(daemon).id());
        }
    }

    @Test
    void aMailThatWasNotTakenWhenTheLineBrokeIsSentAgainOnceTheMailboxShowsThatItIsMissing() throws Exception {
        smtp.then(new Fault.HangsUp(At.DOT));
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.desk().reminders().run();
            assertThat(row(daemon).state()).isEqualTo(State.INTENT);
            clock.move(Duration.ofMinutes(11));
            daemon.desk().reminders().run();
            assertThat(smtp.taken()).as("the mailbox has not been read since").isEmpty();
            sync(daemon.desk());
            daemon.desk().reminders().run();
            daemon.desk().reminders().run();
            assertThat(smtp.taken()).hasSize(1);
            assertThat(row(daemon).state()).isEqualTo(State.SENT);
        }
    }

    @Test
    void whileTheMailboxCannotBeReadNothingIsSentTwiceAndTheNextDayTellsAllAgain() throws Exception {
        smtp.then(new Fault.HangsUp(At.DOT));
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            for (int hour = 0; hour < 23; hour++) {
                daemon.desk().reminders().run();
                clock.move(Duration.ofHours(1));
            }
            assertThat(smtp.taken()).isEmpty();
            assertThat(row(daemon).state()).isEqualTo(State.REJECTED);
            assertThat(row(daemon).note()).contains("not known whether it left");
            clock.set("2026-03-04T00:01:00Z");
            daemon.desk().reminders().run();
            assertThat(smtp.taken()).singleElement().asString().contains("X-Genjin-Mail: <d.20260304.");
        }
    }

    @Test
    void aServerThatIsDownAllMorningGetsTheMailAtNoonAndNotTheDayAfter() throws Exception {
        for (int i = 0; i < 40; i++) {
            smtp.then(new Fault.Says(At.GREETING, "421 maintenance"));
        }
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            int minutes = 0;
            while (smtp.connections() < 12) {
                daemon.desk().reminders().run();
                clock.move(Duration.ofMinutes(1));
                minutes++;
            }
            assertThat(minutes).as("the pauses grow to an hour").isBetween(180, 420);
            while (clock.instant().isBefore(java.time.Instant.parse("2026-03-03T16:30:00Z"))) {
                daemon.desk().reminders().run();
                clock.move(Duration.ofMinutes(1));
            }
            assertThat(row(daemon).state()).as("the day is over").isEqualTo(State.REJECTED);
            assertThat(smtp.taken()).isEmpty();
        }
    }

    @Test
    void aSlowServerOfOneOwnerKeepsNobodyElseWaiting() throws Exception {
        CountDownLatch later = new CountDownLatch(1);
        home = home("none", LI, WANG);
        imap.sent(WANG, mail().from(WANG).to("ana@andina.example").text("USD 3").at("2026-02-20T02:00:00Z"));
        imap.deliver(WANG, mail().from("ana@andina.example").to(WANG).text("precio por favor?").at("2026-03-02T02:00:00Z"));
        smtp.then(new Fault.Waits(At.MAIL, later));
        try (Daemon daemon = home.open(); OwnerLanes lanes = new OwnerLanes("test")) {
            sync(daemon.desk());
            lanes.begin(List.of(LI), daemon.desk().reminders()::run);
            await(() -> smtp.connections() == 1);
            lanes.begin(List.of(LI, WANG), daemon.desk().reminders()::run);
            await(() -> smtp.taken().size() == 1);
            assertThat(smtp.taken().getFirst()).contains("To: " + WANG);
            later.countDown();
            await(() -> smtp.taken().size() == 2);
            assertThat(smtp.connections()).as("who is waited for is not asked again").isEqualTo(2);
        }
    }

    @Test
    void aMorningMailThatComesBackIsToldUntilAnotherArrivesAndIsAnsweredByNobody() throws Exception {
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.desk().reminders().run();
            imap.deliver(LI, mail().from("Mail Delivery System <mailer-daemon@mx.factory.example>").subject("Undelivered Mail Returned to Sender")
                    .header("Auto-Submitted: auto-replied").header("X-Failed-Recipients: " + LI)
                    .text("The following message could not be delivered: mailbox full").at("2026-03-03T00:05:00Z").id("<b1@mx.factory.example>"));
            clock.move(Duration.ofMinutes(10));
            sync(daemon.desk());
            daemon.desk().reminders().run();
            assertThat(smtp.taken()).hasSize(1);
            assertThat(daemon.desk().status().sendings(Optional.of(LI), clock.instant())).singleElement()
                    .satisfies(it -> assertThat(it.troubles().getFirst().why()).startsWith("It came back"));
            clock.set("2026-03-04T00:01:00Z");
            sync(daemon.desk());
            daemon.desk().reminders().run();
            assertThat(daemon.desk().status().sendings(Optional.of(LI), clock.instant())).singleElement()
                    .satisfies(it -> assertThat(it.troubles()).isEmpty());
        }
    }

    private static void await(java.util.function.BooleanSupplier done) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 1500 && !done.getAsBoolean(); i++) {
            assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    @Test
    void whatMustNotBeStoredIsNotSentEither() throws Exception {
        smtp.then(new Fault.Says(At.GREETING, "421 later"));
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.desk().reminders().run();
            assertThat(frozen(daemon)).isPresent();
        }
        home.write(java.nio.file.Files.readString(home.home.configFile()) + "never-log: {addresses: [kim@acme.example]}\n");
        try (Daemon daemon = home.open()) {
            daemon.desk().privacy().run(clock.instant());
            assertThat(frozen(daemon)).as("the words that quoted them").isEmpty();
            clock.move(Duration.ofMinutes(5));
            daemon.desk().reminders().run();
            assertThat(smtp.taken()).allSatisfy(it -> assertThat(it).doesNotContain("acme"));
            List<Row> open = daemon.ledger().read(tx -> tx.outbox().open());
            assertThat(open).isEmpty();
        }
    }

    private static Optional<byte[]> frozen(Daemon daemon) {
        return daemon.ledger().read(tx -> tx.outbox().frozen(row(daemon).id()));
    }
}
