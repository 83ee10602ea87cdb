package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.find.Finder;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ledger.Finding;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.Proof;
import org.genjin.daemon.ledger.SourceStatus;
import org.genjin.daemon.ledger.Status;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.privacy.Privacy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not be kept is not, what need not be goes, and what turns out to be needed comes back. */
class PrivacyTest {

    private static final String NOBODYS = "Weekly offers";

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-03T01:00:00Z");
    private TestMailServer server;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI, WANG);
        home = new TestHome(folder.resolve("home"), clock);
        configure("");
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void configure(String more) throws Exception {
        home.configure(server, LI, WANG);
        Files.writeString(home.home.configFile(), Files.readString(home.home.configFile()) + more);
    }

    /** What the verb 'sync' does. */
    private Privacy.Round sync(Daemon daemon) throws IOException {
        Privacy.Round round = daemon.desk().privacy().run(clock.instant());
        daemon.desk().sync().retryAll();
        daemon.desk().sync().pollAll(daemon.desk().config().sources(), Poll.Progress.SILENT)
                .forEach((source, outcome) -> assertThat(outcome).as(source.name()).isInstanceOf(Poll.Outcome.Drained.class));
        daemon.desk().indexing().await(true, () -> {});
        assertThat(daemon.desk().verification().run(_ -> {}).counts()).isEmpty();
        for (Proof it : status(daemon).sources().getFirst().mailboxes()) {
            assertThat(it.missing()).as(it.toString()).isZero();
            assertThat(it.logged() + it.tooOld() + it.unreadable() + it.toCome() + it.missing() + it.neverLogged()).isEqualTo(it.held());
        }
        return round;
    }

    private Status status(Daemon daemon) {
        return daemon.desk().status().read(Optional.empty(), daemon.desk().index().documents(), 0, clock.instant());
    }

    private Finder.Found find(Daemon daemon, String query) throws IOException {
        return daemon.desk().finder().find(query, Optional.empty(), 20, 0, clock.instant());
    }

    private static Optional<MessageRow> row(Daemon daemon, String messageId) {
        return daemon.ledger().read(tx -> Stream.iterate(1L, id -> id < 60, id -> id + 1)
                .flatMap(id -> tx.messages().find(id).stream())
                .filter(it -> messageId.equals(it.messageId()))
                .findFirst());
    }

    /** A mail that the ledger has. */
    private static MessageRow have(Daemon daemon, String messageId) {
        return row(daemon, messageId).orElseThrow();
    }

    private long packBytes() throws IOException {
        try (Stream<Path> files = Files.walk(home.home.store())) {
            return files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum();
        }
    }

    /** What the ledger knows to lie in the store. */
    private static long knownBytes(Daemon daemon) {
        return daemon.ledger().read(tx -> tx.contents().after("", 1000)).stream().mapToLong(it -> it.length()).sum();
    }

    private static int contents(Daemon daemon) {
        return daemon.ledger().read(tx -> tx.contents().after("", 1000)).size();
    }

    private static Mails offers() {
        return mail().id("<offers@shop.example>").from("Shop <news@shop.example>").subject(NOBODYS).text("superheterodyne receivers")
                .to(LI + ", colleague@elsewhere.example").attach("price.csv", "code;price\nX1;philharmonic\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Words that went both ways. */
    private void exchange(String buyer, String subject) throws Exception {
        server.deliver(LI, mail().id("<ask-" + buyer + ">").from("Buyer <" + buyer + ">").subject(subject).text("Please quote."));
        server.sent(LI, mail().id("<answer-" + buyer + ">").from(LI).to(buyer).subject("Re: " + subject).text("Here is our price."));
    }

    @Test
    void whatIsNeverLoggedLeavesNothingButThePlaceWhereItLies() throws Exception {
        server.deliver(LI, mail().from("Mum <mum@home.example>").subject("Sunday").text("pneumonoultramicroscopic"));
        server.deliver(LI, mail().id("<kept@acme.example>").text("kept words"));
        server.deliver(LI, mail().from("alerts@mail.bank.example").subject("balance").text("pneumonoultramicroscopic"));
        server.put(LI, "Family", mail().from("dad@elsewhere.example").text("pneumonoultramicroscopic"));
        server.put(LI, "Family.Holidays", mail().from("dad@elsewhere.example").text("pneumonoultramicroscopic"));
        configure("never-log: {folders: [family], addresses: [mum@home.example], domains: [bank.example]}\n");
        try (Daemon daemon = home.open()) {
            sync(daemon);
            assertThat(status(daemon).messages()).isEqualTo(1);
            assertThat(status(daemon).neverLogged()).isEqualTo(2);
            SourceStatus source = status(daemon).sources().getFirst();
            assertThat(source.state()).isEqualTo(SourceStatus.State.OK);
            assertThat(source.notOpened()).containsExactly("Family", "Family.Holidays");
            assertThat(source.mailboxes()).extracting(it -> it.mailbox().name()).containsExactly("INBOX", "Sent");
            assertThat(source.mailboxes().getFirst().neverLogged()).isEqualTo(2);
            assertThat(find(daemon, "pneumonoultramicroscopic").total()).isZero();
            assertThat(find(daemon, "balance").total()).isZero();
            assertThat(find(daemon, "words").total()).isEqualTo(1);
            assertThat(packBytes()).isEqualTo(knownBytes(daemon));
            assertThat(contents(daemon)).isEqualTo(1);
        }
        TestHome.Said status = home.run("status");
        assertThat(status.out()).contains("2 not logged").contains("never opened: Family, Family.Holidays");
        assertThat(home.run("status", "--json").out()).contains("\"neverLogged\" : 2").contains("\"neverOpened\" : [ \"Family\", \"Family.Holidays\" ]");
    }

    @Test
    void anEntryThatIsAddedLaterTakesOutWhatWasStoredAndOneThatIsTakenAwayBringsItIn() throws Exception {
        exchange("kim@acme.example", "flanges");
        server.deliver(LI, mail().id("<mum1@home.example>").from("Mum <mum@home.example>").subject("Sunday").text("dinner at seven"));
        server.deliver(LI, mail().id("<mum2@home.example>").from("Dad <dad@home.example>").header("Reply-To: mum@home.example")
                .subject("Monday").text("dinner at eight"));
        server.put(LI, "Family", mail().id("<dad@elsewhere.example>").from("dad@elsewhere.example").text("dinner at nine"));
        try (Daemon daemon = home.open()) {
            sync(daemon);
            assertThat(find(daemon, "dinner").total()).isEqualTo(3);
        }
        configure("never-log: {folders: [family], addresses: [mum@home.example]}\n");
        try (Daemon daemon = home.open()) {
            Privacy.Round round = sync(daemon);
            assertThat(round.takenOut()).isEqualTo(3);
            assertThat(status(daemon).messages()).isEqualTo(2);
            assertThat(find(daemon, "dinner").total()).isZero();
            assertThat(row(daemon, "<mum1@home.example>")).isEmpty();
            assertThat(status(daemon).sources().getFirst().mailboxes().getFirst().neverLogged()).isEqualTo(2);
            assertThat(packBytes()).as("their bytes are gone from the store").isEqualTo(knownBytes(daemon));
            assertThat(contents(daemon)).isEqualTo(2);
        }
        try (Daemon daemon = home.open()) {
            assertThat(sync(daemon).takenOut()).as("once").isZero();
            assertThat(find(daemon, "flanges").total()).isEqualTo(2);
        }
        configure("");
        try (Daemon daemon = home.open()) {
            sync(daemon);
            assertThat(find(daemon, "dinner").total()).isEqualTo(3);
            assertThat(status(daemon).neverLogged()).isZero();
            assertThat(status(daemon).messages()).isEqualTo(5);
        }
    }

    @Test
    void whatIsNoCustomersLosesItsContentAfterThirtyDaysAndIsNotFetchedAgain() throws Exception {
        exchange("kim@acme.example", "flanges");
        server.deliver(LI, offers());
        try (Daemon daemon = home.open()) {
            sync(daemon);
            MessageRow before = have(daemon, "<offers@shop.example>");
            assertThat(find(daemon, "superheterodyne").total()).isEqualTo(1);
            assertThat(find(daemon, "philharmonic").total()).as("in its attachment").isEqualTo(1);
            clock.move(Duration.ofDays(29));
            assertThat(sync(daemon).dropped()).isZero();
            clock.move(Duration.ofDays(2));
            assertThat(sync(daemon).dropped()).isEqualTo(1);

            MessageRow after = have(daemon, "<offers@shop.example>");
            assertThat(after.isDropped()).isTrue();
            assertThat(after.subject() + after.preview()).isEmpty();
            assertThat(after.fromAddress()).isEqualTo("news@shop.example");
            assertThat(after.sentAt()).isEqualTo(before.sentAt());
            assertThat(after.key()).isEqualTo(before.key());
            for (String words : List.of("superheterodyne", "philharmonic", "offers", "colleague@elsewhere.example", "price.csv")) {
                assertThat(find(daemon, words).total()).as(words).isZero();
            }
            assertThat(find(daemon, "news@shop.example").total()).as("who wrote it is still known").isEqualTo(1);
            assertThat(contents(daemon)).as("the two mails to and from the customer").isEqualTo(2);
            assertThat(packBytes()).isEqualTo(knownBytes(daemon));
            assertThat(status(daemon).dropped()).isEqualTo(1);
            assertThat(status(daemon).attachmentsRead()).isZero();
            assertThat(find(daemon, "flanges").total()).as("customers' mails stay").isEqualTo(2);

            daemon.ledger().transact(tx -> {
                tx.cursors().forget(new Mailbox(LI, "INBOX"));
                return null;
            });
            sync(daemon);
            assertThat(have(daemon, "<offers@shop.example>").isDropped()).as("seen again, and left as it is").isTrue();
            assertThat(status(daemon).messages()).isEqualTo(3);
            assertThat(packBytes()).isEqualTo(knownBytes(daemon));
        }
        assertThat(home.run("status").out()).contains("1 of them without content by now");
        assertThat(home.run("verify").exit()).isZero();
    }

    @Test
    void whoWantsToKeepEverythingDoes() throws Exception {
        configure("unmatched: {keep: forever}\n");
        server.deliver(LI, offers());
        try (Daemon daemon = home.open()) {
            sync(daemon);
            clock.move(Duration.ofDays(4000));
            assertThat(sync(daemon).dropped()).isZero();
            assertThat(find(daemon, "superheterodyne").total()).isEqualTo(1);
        }
    }

    @Test
    void aDocumentThatACustomerSentTooStays() throws Exception {
        byte[] list = "code;qty\nX1;philharmonic\n".getBytes(StandardCharsets.UTF_8);
        exchange("kim@acme.example", "flanges");
        server.deliver(LI, mail().id("<kim-list@acme.example>").text("our list").attach("list.csv", list));
        server.deliver(LI, mail().id("<other@shop.example>").from("news@shop.example").text("their list").attach("list.csv", list));
        try (Daemon daemon = home.open()) {
            sync(daemon);
            assertThat(find(daemon, "philharmonic").total()).isEqualTo(2);
            clock.move(Duration.ofDays(31));
            assertThat(sync(daemon).dropped()).isEqualTo(1);
            assertThat(find(daemon, "philharmonic").hits()).extracting(Finding::messageId).containsExactly("<kim-list@acme.example>");
        }
    }

    @Test
    void whatTurnsOutToBeACustomersComesBackWholeByItself() throws Exception {
        server.deliver(LI, mail().id("<first@acme.example>").subject("Hello").text("superheterodyne greetings from the fair")
                .attach("drawing.csv", "part;philharmonic\n".getBytes(StandardCharsets.UTF_8)));
        try (Daemon daemon = home.open()) {
            sync(daemon);
            MessageRow before = have(daemon, "<first@acme.example>");
            clock.move(Duration.ofDays(31));
            assertThat(sync(daemon).dropped()).isEqualTo(1);

            clock.move(Duration.ofDays(10));
            server.sent(LI, mail().id("<late@factory.example>").from(LI).to("kim@acme.example").at("2026-04-13T01:00:00Z")
                    .subject("Your enquiry").text("Sorry for the delay."));
            server.deliver(LI, mail().id("<now@acme.example>").at("2026-04-13T02:00:00Z").subject("Re: Your enquiry")
                    .text("No problem. Please quote 500 pcs of flanges, FOB Shanghai."));
            poll(daemon);
            sync(daemon);
            CustomerId customer = have(daemon, "<now@acme.example>").customer();
            assertThat(customer).as("words went both ways, and a price was asked for").isNotNull();
            MessageRow again = have(daemon, "<first@acme.example>");
            assertThat(again.isDropped()).isFalse();
            assertThat(again.customer()).isEqualTo(customer);
            assertThat(again.subject()).isEqualTo("Hello");
            assertThat(again.rawHash()).isEqualTo(before.rawHash());
            assertThat(find(daemon, "superheterodyne").total()).isEqualTo(1);
            assertThat(find(daemon, "philharmonic").hits()).extracting(Finding::foundIn).first().asString().startsWith("attachment:drawing.csv");
            assertThat(timeline(daemon, customer)).extracting(TimelineEntry::text).anyMatch(it -> it.contains("superheterodyne"));
            assertThat(status(daemon).dropped()).isZero();
        }
    }

    @Test
    void whatWeWroteToSomebodyWhoAnswersMuchLaterComesBackToo() throws Exception {
        server.sent(LI, mail().id("<offer@factory.example>").from(LI).to("Maria <maria@nuevo.example>").subject("Our flanges")
                .text("superheterodyne offer"));
        try (Daemon daemon = home.open()) {
            sync(daemon);
            clock.move(Duration.ofDays(31));
            assertThat(sync(daemon).dropped()).isEqualTo(1);
            assertThat(find(daemon, "nuevo.example").total()).as("whom it went to is gone").isZero();
            server.deliver(LI, mail().id("<yes@nuevo.example>").from("Maria <maria@nuevo.example>").at("2026-05-02T01:00:00Z").text("Yes, please quote 500 pcs of your flanges, FOB Shanghai."));
            poll(daemon);
            assertThat(sync(daemon).wanted()).isEqualTo(1);
            assertThat(have(daemon, "<offer@factory.example>").customer()).isNotNull().isEqualTo(have(daemon, "<yes@nuevo.example>").customer());
            assertThat(find(daemon, "superheterodyne").total()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotThereAnyMoreIsSaidToBeGone() throws Exception {
        Path exports = Files.createDirectories(folder.resolve("exports"));
        Path file = exports.resolve("old.mbox");
        Files.write(file, mbox(mail().id("<first@acme.example>").subject("Hello").text("superheterodyne flanges")));
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(clock.instant().minusSeconds(60)));
        configure("exports: [{folder: \"" + exports + "\", owner: " + LI + "}]\n");
        try (Daemon daemon = home.open()) {
            sync(daemon);
            clock.move(Duration.ofDays(31));
            assertThat(sync(daemon).dropped()).isEqualTo(1);
            Path elsewhere = Files.move(file, folder.resolve("old.mbox"));
            CustomerId customer = given(daemon, "<first@acme.example>");
            assertThat(timeline(daemon, customer)).extracting(TimelineEntry::text)
                    .containsExactly("Its content was dropped on 2026-04-03, as it was nobody's then; it is being fetched again.");
            sync(daemon);
            assertThat(timeline(daemon, customer)).extracting(TimelineEntry::text).first().asString()
                    .startsWith("Its content was dropped on 2026-04-03, as it was nobody's then, and cannot be fetched again");
            Files.move(elsewhere, exports.resolve("again.mbox"));
            clock.move(Duration.ofMinutes(1));
            sync(daemon);
            assertThat(timeline(daemon, customer)).extracting(TimelineEntry::text).containsExactly("superheterodyne flanges");
        }
    }

    @Test
    void whatWasImportedByNameIsReadAgainFromWhereItLies() throws Exception {
        Files.createDirectories(home.home.folder());
        Path file = home.home.folder().resolve("old.mbox");
        Files.write(file, mbox(mail().id("<first@acme.example>").subject("Hello").text("superheterodyne flanges")));
        assertThat(home.run("import", "old.mbox", "--owner", LI).exit()).isZero();
        clock.move(Duration.ofDays(31));
        try (Daemon daemon = home.open()) {
            assertThat(sync(daemon).dropped()).isEqualTo(1);
            CustomerId customer = given(daemon, "<first@acme.example>");
            sync(daemon);
            assertThat(timeline(daemon, customer)).extracting(TimelineEntry::text).containsExactly("superheterodyne flanges");
        }
    }

    @Test
    void whatIsNoCustomersIsSeenByItsOwnerOnly() throws Exception {
        server.deliver(LI, offers());
        server.deliver(WANG, mail().id("<wangs@other.example>").from("x@other.example").text("another matter"));
        try (Daemon daemon = home.open()) {
            sync(daemon);
            long row = have(daemon, "<offers@shop.example>").id();
            for (String query : List.of("superheterodyne", "philharmonic", "news@shop.example", "price.csv", "has:attachment")) {
                assertThat(daemon.desk().finder().find(query, Optional.of(LI), 20, 0, clock.instant()).total()).as(query).isEqualTo(1);
                assertThat(daemon.desk().finder().find(query, Optional.of(WANG), 20, 0, clock.instant()).total()).as(query).isZero();
            }
            Finder.Found all = daemon.desk().finder().find("*", Optional.of(WANG), 20, 0, clock.instant());
            assertThat(all.total()).isEqualTo(1);
            all.facets().values().forEach(counts -> counts.forEach(it -> assertThat(it.count()).isEqualTo(1)));
            assertThat(daemon.desk().timeline().document(Optional.of(LI), row, 0)).isPresent();
            assertThat(daemon.desk().timeline().document(Optional.of(WANG), row, 0)).isEmpty();
            assertThat(daemon.desk().board().customers(Optional.of(WANG), clock.instant())).isEmpty();
            assertThat(daemon.desk().status().read(Optional.of(WANG), 0, 0, clock.instant()).sources()).extracting(SourceStatus::name)
                    .containsExactly(WANG);
        }
    }

    /** Polls without a round of privacy before. */
    private static void poll(Daemon daemon) throws IOException {
        daemon.desk().sync().pollAll(daemon.desk().config().sources(), Poll.Progress.SILENT);
        daemon.desk().indexing().await(true, () -> {});
    }

    private List<TimelineEntry> timeline(Daemon daemon, CustomerId customer) {
        return daemon.desk().timeline().of(customer, clock.instant().plusSeconds(1), 50);
    }

    /** A person says whose a mail is. */
    private CustomerId given(Daemon daemon, String messageId) {
        long message = have(daemon, messageId).id();
        return daemon.ledger().transact(tx -> {
            CustomerId customer = new CustomerId(tx.take(org.genjin.daemon.ledger.Transaction.Counter.CUSTOMER, 1));
            tx.customers().insert(customer, "Acme", LI, clock.instant());
            tx.messages().assign(List.of(new org.genjin.daemon.ledger.MessageTable.Assigned(message, customer, MessageRow.MatchState.ONE, "by hand")));
            tx.renew(List.of(message));
            return customer;
        });
    }

    private static byte[] mbox(Mails mail) {
        return ("From x Mon Mar  2 02:00:00 2026\n" + new String(mail.bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n") + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
