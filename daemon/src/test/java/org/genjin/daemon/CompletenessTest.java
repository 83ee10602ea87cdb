package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.Headway;
import org.genjin.daemon.ledger.Proof;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.SourceStatus.State;
import org.genjin.daemon.ledger.SourceTrouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything arrives, once, or Genjin says what to do: on an account that has every fault a real one may have. */
class CompletenessTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-03T01:00:00Z");
    private final ScriptedSource account = new ScriptedSource();
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        home = new TestHome(folder.resolve("home"), clock).write(
                "language: en\ntime-zone: UTC\nmailboxes:\n  - {address: " + LI
                        + ", secret: \"env:MAIL_SECRET\", imap: {host: 127.0.0.1, port: 1, tls: none}}\n");
    }

    private Daemon open() throws Exception {
        return Daemon.open(home.home, home.config(), home.around, account::with);
    }

    private static SourceConfig source(Daemon daemon) {
        return daemon.desk().config().sources().getFirst();
    }

    private SourceStatus sync(Daemon daemon) {
        daemon.desk().sync().pollAll(daemon.desk().config().sources(), Poll.Progress.SILENT);
        return status(daemon);
    }

    private SourceStatus status(Daemon daemon) {
        SourceStatus status = daemon.desk().status().sources(Optional.empty(), clock.instant()).getFirst();
        for (Proof it : status.mailboxes()) {
            assertThat(it.logged() + it.tooOld() + it.unreadable() + it.toCome() + it.missing() + it.neverLogged()).as(it.toString()).isEqualTo(it.held());
        }
        return status;
    }

    private static Proof proof(SourceStatus status, String folder) {
        return status.mailboxes().stream().filter(it -> it.mailbox().name().equals(folder)).findFirst().orElseThrow();
    }

    private static String digest(Daemon daemon, Instant at) {
        return daemon.desk().digests().write(LI, at).text();
    }

    @Test
    void aPollThatFindsNothingNewWritesNothingOfTheFolders() throws Exception {
        for (int i = 0; i < 20; i++) {
            account.mail("Folder " + i, mail());
        }
        try (Daemon daemon = open()) {
            assertThat(sync(daemon).messages()).isEqualTo(20);
            daemon.desk().indexing().await(false, () -> {});
            long before = daemon.ledger().changes();
            daemon.desk().sync().poll(source(daemon), Poll.Progress.SILENT);
            assertThat(daemon.ledger().changes() - before).as("that it is read, what it holds, that it was read").isLessThanOrEqualTo(3);
            account.mail("Folder 7", mail());
            assertThat(sync(daemon).messages()).isEqualTo(21);
        }
    }

    @Test
    void whatCameCanBeSearchedThoughNobodyWaitsForItHoweverMuchItIs() throws Exception {
        for (int i = 0; i < 300; i++) {
            account.mail("INBOX", mail());
        }
        try (Daemon daemon = open()) {
            sync(daemon);
            searchable(daemon);
            account.mail("INBOX", mail());
            sync(daemon);
            searchable(daemon);
        }
    }

    /** Waits until the last message is found, and gives up after a minute. */
    private static void searchable(Daemon daemon) throws Exception {
        long last = daemon.ledger().read(tx -> tx.messages().lastUpTo(Long.MAX_VALUE)).orElseThrow().id();
        long begun = System.nanoTime();
        while (daemon.desk().index().count(last) == 0) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("nobody asked for it").isLessThan(Duration.ofMinutes(1));
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void whatAServerDoesNotSayAnyMoreIsOverThoughNothingNewCame() throws Exception {
        account.mail("INBOX", mail()).warns("INBOX", "The mailbox is nearly full.");
        try (Daemon daemon = open()) {
            assertThat(sync(daemon).warnings()).hasSize(1);
            account.warns("INBOX");
            sync(daemon);
            assertThat(sync(daemon).warnings()).isEmpty();
        }
    }

    @Test
    void eachFolderIsHeldAgainstTheLedgerAndTheDifferencesSayWhy() throws Exception {
        Mails both = mail().id("<both@acme.example>").text("in two folders");
        account.mail("INBOX", both).mail("INBOX", mail()).mail("INBOX", mail()).unreadable("INBOX", mail())
                .tooOld("INBOX", mail()).tooOld("INBOX", mail())
                .mail("Orders", both).mail("Orders", both).mail("Sent", mail().from(LI).to("kim@acme.example"));
        try (Daemon daemon = open()) {
            SourceStatus status = sync(daemon);
            Proof inbox = proof(status, "INBOX");
            assertThat(List.of(inbox.held(), inbox.logged(), inbox.tooOld(), inbox.unreadable(), inbox.toCome(), inbox.missing()))
                    .containsExactly(6L, 3L, 2L, 1L, 0L, 0L);
            Proof orders = proof(status, "Orders");
            assertThat(orders.held()).isEqualTo(2);
            long duplicates = status.mailboxes().stream().mapToLong(Proof::duplicates).sum();
            assertThat(status.logged() - duplicates).as("what is in the folders, less the copies").isEqualTo(status.messages()).isEqualTo(4);
            assertThat(status.state()).isEqualTo(State.OK);
        }
    }

    @Test
    void aMailThatTheServerPassedOverIsAskedForAgainByItself() throws Exception {
        account.skippedOnce("INBOX", mail().text("superheterodyne")).mail("INBOX", mail()).mail("Sent", mail().from(LI));
        try (Daemon daemon = open()) {
            SourceStatus status = sync(daemon);
            assertThat(proof(status, "INBOX").missing()).isZero();
            assertThat(status.messages()).isEqualTo(3);
            assertThat(status.state()).isEqualTo(State.OK);
            assertThat(account.pulls()).as("only the folder that lacked something is read again").containsExactly("INBOX", "Sent", "INBOX");
            daemon.desk().indexing().await(true, () -> {});
            assertThat(daemon.desk().verification().run(_ -> {}).sound()).isTrue();
        }
    }

    @Test
    void whatStaysMissingIsToldEverywhereAndAskedForAgainOnlyNowAndThen() throws Exception {
        account.mail("INBOX", mail()).neverHandedOut("INBOX", mail()).mail("Sent", mail().from(LI));
        try (Daemon daemon = open()) {
            SourceStatus status = sync(daemon);
            assertThat(status.state()).isEqualTo(State.SILENT);
            assertThat(status.worst()).contains(new SourceTrouble.Missing("INBOX", 1, 2));
            int pulls = account.pulls().size();
            sync(daemon);
            assertThat(account.pulls()).as("a large folder is not read again at each poll").hasSize(pulls + 2);
            assertThat(digest(daemon, clock.instant())).contains("! " + LI + ": INBOX: 1 of 2 messages are not in the ledger")
                    .contains("the server holds 3, the ledger 2 of them, 1 missing");
            clock.move(Duration.ofDays(1));
            sync(daemon);
            assertThat(account.pulls()).as("a day later it is read again").hasSize(pulls + 5);
        }
    }

    @Test
    void aMailboxThatIsBeingReadAgainDoesNotLookDamaged() throws Exception {
        account.mail("INBOX", mail()).neverHandedOut("INBOX", mail()).mail("Sent", mail().from(LI));
        try (Daemon daemon = open()) {
            sync(daemon);
            Mailbox inbox = new Mailbox(LI, "INBOX");
            daemon.ledger().transact(tx -> {
                Proof proof = tx.proofs().find(inbox).orElseThrow();
                tx.cursors().forget(inbox);
                tx.proofs().save(proof.begunAgain(clock.instant()));
                return null;
            });
            daemon.desk().indexing().await(true, () -> {});
            assertThat(daemon.desk().verification().run(_ -> {}).counts()).isEmpty();
        }
    }

    @Test
    void aMailboxWhereNothingComesInIsNeverOk() throws Exception {
        try (Daemon daemon = open()) {
            assertThat(sync(daemon).worst()).contains(new SourceTrouble.NoMailbox());
            account.folder("INBOX").folder("Sent");
            assertThat(sync(daemon).worst()).contains(new SourceTrouble.Empty(2));
            account.tooOld("INBOX", mail());
            assertThat(sync(daemon).worst()).contains(new SourceTrouble.AllOld(1));
            account.unreadable("INBOX", mail());
            assertThat(sync(daemon).worst()).contains(new SourceTrouble.AllUnreadable(1));
            assertThat(status(daemon).state()).isEqualTo(State.SILENT);
            account.mail("INBOX", mail());
            assertThat(sync(daemon).state()).as("mended").isEqualTo(State.OK);
            account.partial("INBOX", "Only the last 30 days are shown.");
            assertThat(sync(daemon).worst()).contains(new SourceTrouble.Partial("INBOX", "Only the last 30 days are shown."));
        }
    }

    @Test
    void aServerThatHoldsBackWhatItHasIsSilent() throws Exception {
        account.mail("INBOX", mail()).handsOutNothing();
        try (Daemon daemon = open()) {
            assertThat(sync(daemon).worst()).contains(new SourceTrouble.NothingCame(1));
        }
    }

    @Test
    void aSourceThatNobodyPollsIsSilentAfterADayAndTheMorningMailSaysSo() throws Exception {
        account.mail("INBOX", mail()).mail("Sent", mail().from(LI));
        try (Daemon daemon = open()) {
            daemon.desk().sync().list(daemon.desk().config().sources());
            assertThat(status(daemon).troubles()).containsExactly(new SourceTrouble.NotYetRead());
            assertThat(sync(daemon).state()).isEqualTo(State.OK);
            assertThat(digest(daemon, clock.instant())).contains(LI + ": last read 03-03 01:00 · the server holds 2, the ledger 2 of them");
            clock.move(Duration.ofHours(25));
            assertThat(status(daemon).state()).isEqualTo(State.SILENT);
            assertThat(daemon.desk().digests().write(LI, clock.instant()).empty()).isFalse();
            assertThat(digest(daemon, clock.instant())).contains("1 not read as it should be").contains("has not been read to its end since 2026-03-03 01:00");
        }
    }

    @Test
    void aSourceIsListedBeforeItWasEverRead() throws Exception {
        try (Daemon daemon = open()) {
            SourceStatus status = status(daemon);
            assertThat(status.name()).isEqualTo(LI);
            assertThat(status.kind()).isEqualTo("imap");
            assertThat(status.state()).isEqualTo(State.OK);
            assertThat(status.troubles()).containsExactly(new SourceTrouble.NotYetRead());
        }
    }

    @Test
    void anOutageIsToldInTheMorningOnlyWhenItLasts() throws Exception {
        account.mail("INBOX", mail()).mail("Sent", mail().from(LI));
        try (Daemon daemon = open()) {
            sync(daemon);
            clock.move(Duration.ofHours(1));
            account.fails(new ConnectorException.Unavailable("The server does not answer.", null));
            daemon.desk().sync().retryAll();
            assertThat(sync(daemon).state()).isEqualTo(State.WAITING);
            assertThat(status(daemon).alarms()).isEmpty();
            clock.move(Duration.ofDays(2));
            assertThat(status(daemon).state()).isEqualTo(State.SILENT);
            assertThat(digest(daemon, clock.instant())).contains("since 2026-03-03 01:00: The server does not answer.");
            account.works();
            daemon.desk().sync().retryAll();
            assertThat(sync(daemon).alarms()).isEmpty();
        }
    }

    @Test
    void theLastWeeksOfAllFoldersComeBeforeTheLastYearOfOne() throws Exception {
        for (int i = 0; i < 1500; i++) {
            account.mail("INBOX", mail().at(Instant.parse("2024-03-01T00:00:00Z").plus(Duration.ofHours(i * 12L)).toString()));
        }
        for (int i = 0; i < 300; i++) {
            account.mail("Sent", mail().from(LI).at(Instant.parse("2025-09-01T00:00:00Z").plus(Duration.ofHours(i * 12L)).toString()));
        }
        account.tooOld("2019", mail().at("2019-05-01T00:00:00Z"));
        try (Daemon daemon = open()) {
            List<Headway> headways = new ArrayList<>();
            account.meanwhile(() -> clock.move(Duration.ofSeconds(1)));
            daemon.desk().sync().poll(source(daemon), step -> headways.add(step.headway()));
            assertThat(account.pulls().subList(0, 3)).containsExactly("INBOX", "Sent", "2019");
            assertThat(account.pulls().indexOf("Sent")).isLessThan(2);
            assertThat(account.pulls().lastIndexOf("Sent")).as("Sent is at its end long before INBOX").isLessThan(12);
            assertThat(headways.getFirst().total()).isEqualTo(1801);
            assertThat(headways.get(5).percent().orElseThrow()).as("after six batches of a hundred or two").isBetween(25, 65);
            assertThat(headways.get(5).left()).isPresent();
            assertThat(headways.getLast().remaining()).isZero();
            assertThat(status(daemon).state()).isEqualTo(State.OK);
            assertThat(status(daemon).headway()).isEmpty();
        }
    }

    @Test
    void whileAMailboxIsReadTheStatusSaysHowFarItIs() throws Exception {
        for (int i = 0; i < 400; i++) {
            account.mail("INBOX", mail());
        }
        try (Daemon daemon = open()) {
            List<SourceStatus> seen = new ArrayList<>();
            daemon.desk().sync().poll(source(daemon), _ -> seen.add(status(daemon)));
            assertThat(seen.getFirst().state()).isEqualTo(State.READING);
            assertThat(seen.getFirst().headway().orElseThrow().percent().orElseThrow()).isEqualTo(25);
            assertThat(proof(seen.getFirst(), "INBOX").held()).as("counted before the first mail came").isEqualTo(400);
        }
    }

    @Test
    void aReadingThatBreaksOffGoesOnWhereItWas() throws Exception {
        for (int i = 0; i < 500; i++) {
            account.mail("INBOX", mail());
        }
        account.breaksAfter(2);
        try (Daemon daemon = open()) {
            assertThat(daemon.desk().sync().poll(source(daemon), Poll.Progress.SILENT)).isInstanceOf(Poll.Outcome.Failed.class);
            assertThat(status(daemon).messages()).isEqualTo(200);
            clock.move(Duration.ofMinutes(5));
            List<Headway> headways = new ArrayList<>();
            daemon.desk().sync().poll(source(daemon), step -> headways.add(step.headway()));
            assertThat(headways.getLast().read()).as("nothing is read twice").isEqualTo(300);
            assertThat(status(daemon).messages()).isEqualTo(500);
            assertThat(status(daemon).state()).isEqualTo(State.OK);
        }
    }

    @Test
    void aWarningStaysUntilTheMailboxIsReadWithoutIt() throws Exception {
        account.mail("INBOX", mail()).mail("Sent", mail().from(LI)).warns("Sent", "It is over its limit.", "It is slow.");
        try (Daemon daemon = open()) {
            assertThat(sync(daemon).warnings()).containsExactly(
                    new SourceStatus.Warning("Sent", "It is over its limit."), new SourceStatus.Warning("Sent", "It is slow."));
            assertThat(sync(daemon).warnings()).as("said again, told once").hasSize(2);
            account.warns("Sent", "It is slow.");
            assertThat(sync(daemon).warnings()).containsExactly(new SourceStatus.Warning("Sent", "It is slow."));
            account.warns("Sent");
            assertThat(sync(daemon).warnings()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsGoneIsNoLongerCounted() throws Exception {
        account.mail("INBOX", mail()).mail("Old", mail()).mail("Sent", mail().from(LI));
        try (Daemon daemon = open()) {
            assertThat(sync(daemon).mailboxes()).hasSize(3);
            account.without("Old");
            assertThat(sync(daemon).mailboxes()).extracting(it -> it.mailbox().name()).containsExactly("INBOX", "Sent");
            assertThat(status(daemon).messages()).as("what was read stays").isEqualTo(3);
        }
    }

    @Test
    void aNewExportThatDoesNotReachBackToTheLastLeavesAGapUntilOneDoes() throws Exception {
        Path chat = folder.resolve("WhatsApp Chat with Ana.txt");
        String march = "12/03/2026, 14:05 - Ana: do you have flanges?\n31/03/2026, 14:09 - Li: yes, which size?\n";
        String june = "01/06/2026, 09:00 - Ana: DN80 please\n13/06/2026, 09:00 - Li: done\n";
        Files.writeString(chat, march);
        assertThat(home.run("import", chat.toString()).err()).doesNotContain("nothing was read");
        Files.writeString(chat, june);
        assertThat(home.run("import", chat.toString()).err()).contains("between 2026-03-31 and 2026-06-01 nothing was read");
        assertThat(home.run("status").out()).contains("between 2026-03-31 and 2026-06-01");
        Files.writeString(folder.resolve("WhatsApp Chat with Ana (1).txt"), march.lines().skip(1).findFirst().orElseThrow()
                + "\n20/04/2026, 10:00 - Ana: hello?\n" + june);
        home.run("import", folder.resolve("WhatsApp Chat with Ana (1).txt").toString());
        assertThat(home.run("status", "--json").out()).doesNotContain("nothing was read");
    }

    @Test
    void twentyCustomersWhoWroteAndNoAnswerSeenIsWorthAWord() throws Exception {
        for (int i = 0; i < 20; i++) {
            account.mail("INBOX", mail().from("buyer" + i + "@company" + i + ".example"));
        }
        try (Daemon daemon = open()) {
            SourceStatus status = sync(daemon);
            assertThat(status.troubles()).containsExactly(new SourceTrouble.NoneSent(LI));
            assertThat(status.state()).isEqualTo(State.OK);
            account.mail("Sent", mail().from(LI).to("buyer1@company1.example"));
            assertThat(sync(daemon).troubles()).isEmpty();
        }
    }

    @Test
    void whatIsReadForTheCountDoesNotDependOnWhoReadsIt() throws Exception {
        account.mail("INBOX", mail()).mail("Sent", mail().from(LI));
        try (Daemon daemon = open()) {
            Desk desk = daemon.desk();
            Poll.Examined before = desk.sync().examine(source(daemon)).orElseThrow();
            assertThat(before.proofs()).extracting(Proof::toCome).containsExactly(1L, 1L);
            sync(daemon);
            assertThat(desk.sync().examine(source(daemon)).orElseThrow().proofs()).extracting(Proof::logged).containsExactly(1L, 1L);
        }
    }
}
