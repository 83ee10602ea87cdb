package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;
import static org.genjin.daemon.TestHome.sync;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.MessageTable;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.ProposalTable;
import org.genjin.daemon.outbox.OwnMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rep answers to the morning mail, on a real mail server, with a clock that the test moves. The owners live in UTC+8. */
class AnswerScenarioTest {

    private static final Optional<String> LIS = Optional.of(LI);

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T09:00:00Z");
    private TestMailServer server;
    private TestHome home;
    private Daemon daemon;
    private Desk desk;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI, WANG);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI, WANG);
        asks("kim@acme.example", "Kim Lee", "Acme GmbH");
        asks("ana@andina.example", "Ana Ruiz", "Andina SAS");
        daemon = home.open();
        desk = daemon.desk();
        sync(desk);
        clock.set("2026-03-03T00:01:00Z"); // a minute past eight over there
        desk.reminders().run();
        assertThat(server.digests(LI)).hasSize(1);
        sync(desk);
        clock.set("2026-03-03T01:00:00Z");
    }

    @AfterEach
    void end() throws Exception {
        daemon.close();
        server.close();
    }

    private void asks(String address, String name, String firm) throws Exception {
        server.sent(LI, mail().from(LI).to(address).subject("Catalogue " + firm).text("Our catalogue.").at("2026-02-20T02:00:00Z"));
        server.deliver(LI, mail().from(name + " <" + address + ">").subject("Re: Catalogue " + firm)
                .text("Please quote flange DN50, 2000 pcs.\n\n--\n" + name + "\n" + firm).at("2026-03-02T02:00:00Z"));
    }

    private Mails reply(String text) throws Exception {
        return replyTo(server.digests(LI).getFirst(), text);
    }

    private Mails replyTo(MimeMessage ours, String text) throws Exception {
        return mail().from(LI).to(LI).subject("Re: " + ours.getSubject())
                .text(text + "\n\nOn Tue, 3 Mar 2026 at 08:01, Li <li@factory.example> wrote:\n> " + plain(ours).replace("\n", "\n> "))
                .header("In-Reply-To: " + ours.getHeader(OwnMail.HEADER, null)).at(clock.instant().toString());
    }

    private static String plain(MimeMessage mail) throws Exception {
        return String.valueOf(((Multipart) mail.getContent()).getBodyPart(0).getContent()).replace("\r\n", "\n");
    }

    private void arrives(Mails reply) throws Exception {
        server.deliver(LI, reply);
        obey();
    }

    private void obey() throws Exception {
        sync(desk);
        desk.answers().run();
        desk.indexing().await(false, () -> {});
    }

    private List<MimeMessage> receipts() throws Exception {
        List<MimeMessage> all = server.digests(LI);
        return all.subList(1, all.size());
    }

    private CustomerRow customer(String name) {
        return desk.board().named(LIS, name, clock.instant()).getFirst();
    }

    private List<String> due(String at) {
        return desk.board().due(LIS, Instant.parse(at)).stream().map(DueItem::customer).map(CustomerRow::name).sorted().toList();
    }

    private long setAside() {
        return daemon.ledger().read(tx -> tx.messages().counts()).getOrDefault(MatchState.SET_ASIDE, 0L);
    }

    private int number(String name) throws Exception {
        String text = plain(server.digests(LI).getFirst());
        String line = text.lines().filter(it -> it.contains(name)).findFirst().orElseThrow();
        return Integer.parseInt(line.strip().split("\\s+")[0]);
    }

    @Test
    void aReplyToOneselfThatLiesInInboxAndSentIsObeyedOnceAndToldOnce() throws Exception {
        Mails reply = reply("1 done, called them");
        server.deliver(LI, reply);
        server.sent(LI, reply);
        obey();
        obey();
        assertThat(due("2026-03-03T02:00:00Z")).hasSize(1);
        assertThat(receipts()).hasSize(1);
        assertThat(plain(receipts().getFirst())).contains("Done · 1", "what was due is dealt with", "called them", "undo");
        assertThat(desk.finder().find("called them channel:note", LIS, 10, 0, clock.instant()).total()).isEqualTo(1);
        sync(desk);
        desk.answers().run();
        assertThat(receipts()).as("the receipt is no answer").hasSize(1);
    }

    @Test
    void doneSettlesWhatIsDueForThatCustomerAndRestartsTheClock() throws Exception {
        String name = due("2026-03-03T01:00:00Z").getFirst();
        arrives(reply(number(name) + " done"));
        assertThat(due("2026-03-03T01:30:00Z")).doesNotContain(name).hasSize(1);
        assertThat(due("2026-03-10T01:30:00Z")).doesNotContain(name);
        assertThat(customer(name).lastOut()).isEqualTo(clock.instant());
        assertThat(due("2026-06-10T01:30:00Z")).as("silence counts from then").contains(name);
    }

    @Test
    void theAnswerIsSetAsideAndCountsAsNoContact() throws Exception {
        int touches = customer("Acme").touches();
        long before = setAside();
        arrives(reply("thanks"));
        assertThat(customer("Acme").touches()).isEqualTo(touches);
        assertThat(setAside()).isEqualTo(before + 1);
        assertThat(receipts()).as("there was nothing to do").isEmpty();
    }

    @Test
    void whatIsPutOffIsNotAskedForBeforeThatDayUnlessTheCustomerWrites() throws Exception {
        arrives(reply("all in 3 days send samples")); // Friday
        assertThat(due("2026-03-05T01:00:00Z")).isEmpty();
        assertThat(due("2026-03-06T01:00:00Z")).containsExactly("Acme GmbH", "Andina SAS");
        assertThat(customer("Acme").next().orElseThrow().date()).isEqualTo("2026-03-06");
        clock.set("2026-03-03T03:00:00Z");
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").subject("Re: Catalogue Acme GmbH")
                .text("Any news? Please quote by return.").at("2026-03-03T02:30:00Z"));
        sync(desk);
        assertThat(due("2026-03-04T01:00:00Z")).containsExactly("Acme GmbH");
    }

    @Test
    void aDayOffIsMovedToADayOnWhichBothSidesWorkAndTheReceiptSaysSo() throws Exception {
        arrives(reply(number("Acme") + " Saturday"));
        assertThat(customer("Acme").next().orElseThrow().date()).isEqualTo("2026-03-09");
        assertThat(plain(receipts().getFirst())).contains("2026-03-07 (Sat) is a day off, so not before 2026-03-09 (Mon)");
    }

    @Test
    void gradesAndNotesAreSetByHandAndTheNoteIsNoContact() throws Exception {
        int touches = customer("Acme").touches();
        arrives(reply(number("Acme") + " 等级A\nnote " + number("Acme") + " wants 2 more days"));
        assertThat(customer("Acme").grade()).isEqualTo(Grade.A);
        assertThat(customer("Acme").gradeByHand()).isTrue();
        assertThat(customer("Acme").notes()).isEqualTo("2026-03-03 wants 2 more days");
        assertThat(customer("Acme").touches()).isEqualTo(touches);
        assertThat(due("2026-03-03T02:00:00Z")).hasSize(2);
    }

    @Test
    void undoAsAnswerToTheReceiptTakesAllBackOrOneLine() throws Exception {
        arrives(reply("1 done\n2 grade S\nall tomorrow"));
        assertThat(due("2026-03-03T02:00:00Z")).isEmpty();
        clock.move(Duration.ofMinutes(5));
        arrives(replyTo(receipts().getFirst(), "undo 2"));
        assertThat(desk.board().customers(LIS, clock.instant())).extracting(CustomerRow::grade).doesNotContain(Grade.S);
        assertThat(receipts()).hasSize(2);
        clock.move(Duration.ofMinutes(5));
        arrives(replyTo(receipts().getFirst(), "撤销"));
        assertThat(due("2026-03-03T02:00:00Z")).hasSize(2);
        assertThat(desk.board().customers(LIS, clock.instant())).allMatch(it -> it.next().isEmpty() || it.next().get().action().isEmpty());
        clock.move(Duration.ofMinutes(5));
        arrives(replyTo(receipts().getFirst(), "undo"));
        assertThat(plain(receipts().getLast())).contains("nothing to take back");
    }

    @Test
    void whatWasNotUnderstoodIsToldWithItsLineAndAnExample() throws Exception {
        arrives(reply("1 done\n9 done\nwhat about the price"));
        String receipt = plain(receipts().getFirst());
        assertThat(receipt).contains("Not done · 2", "the mail has no line 9", "what about the price", "no command in it", "“1 done”, “2 3 days”");
        assertThat(receipts().getFirst().getSubject()).isEqualTo("Your reply: 1 done, 2 not done");
        assertThat(receipts().getFirst().getHeader("In-Reply-To", null)).isNotNull();
    }

    @Test
    void aMailOfALinkHasNoInReplyToButTheTokenInItsSubject() throws Exception {
        String token = OwnMail.token(server.digests(LI).getFirst().getHeader(OwnMail.HEADER, null));
        arrives(mail().from(LI).to(LI).subject("完成 [" + token + "]").text("1 完成").at("2026-03-03T00:50:00Z"));
        assertThat(due("2026-03-03T02:00:00Z")).hasSize(1);
        arrives(mail().from(LI).to(LI).subject("stop [" + token + "]").text("").at("2026-03-03T00:55:00Z"));
        assertThat(desk.answers().paused(clock.instant())).hasSize(1);
    }

    @Test
    void stopAndPauseEndTheMailsAndStartBringsThemBack() throws Exception {
        arrives(reply("stop"));
        clock.set("2026-03-04T00:01:00Z");
        desk.reminders().run();
        assertThat(server.digests(LI)).as("digest and receipt").hasSize(2);
        assertThat(desk.status().read(LIS, 0, 0, clock.instant()).paused()).hasSize(1);
        arrives(reply("start"));
        desk.reminders().run();
        assertThat(server.digests(LI)).hasSize(4);
        arrives(reply("pause until Friday"));
        clock.set("2026-03-05T00:01:00Z");
        desk.reminders().run();
        clock.set("2026-03-06T00:01:00Z");
        desk.reminders().run();
        assertThat(server.digests(LI)).as("three receipts, and digests of three days").hasSize(6);
    }

    @Test
    void fromAnybodyElseNothingIsObeyed() throws Exception {
        String id = server.digests(LI).getFirst().getHeader(OwnMail.HEADER, null);
        server.deliver(LI, mail().from("kim@acme.example").to(LI).header("In-Reply-To: " + id).text("1 done").at("2026-03-03T00:50:00Z"));
        server.deliver(LI, mail().from(WANG).to(LI).header("In-Reply-To: " + id).text("all done").at("2026-03-03T00:50:00Z"));
        server.deliver(WANG, mail().from(WANG).to(WANG).header("In-Reply-To: " + id).text("all done").at("2026-03-03T00:50:00Z"));
        server.deliver(WANG, mail().from(LI).to(WANG).header("In-Reply-To: " + id).text("all done").at("2026-03-03T00:50:00Z"));
        server.deliver(LI, mail().from(LI).to(LI).header("In-Reply-To: <d.20260303.00000000000000000000@genjin.local>")
                .text("all done").at("2026-03-03T00:50:00Z"));
        server.deliver(LI, mail().from(LI).to(LI).subject("Re: Follow-up 03-03").text("all done").at("2026-03-03T00:50:00Z"));
        server.sent(LI, mail().from(LI).to(LI + ", boss@elsewhere.example").header("In-Reply-To: " + id).text("all done").at("2026-03-03T00:50:00Z"));
        obey();
        assertThat(due("2026-03-03T02:00:00Z")).contains("Andina SAS");
        assertThat(receipts()).isEmpty();
        List<?> noted = daemon.ledger().read(tx -> tx.answers().unsettled());
        assertThat(noted).isEmpty();
    }

    @Test
    void whatAProgramAnswersIsNoAnswerAndNoLoopBegins() throws Exception {
        String id = server.digests(LI).getFirst().getHeader(OwnMail.HEADER, null);
        arrives(mail().from(LI).to(LI).subject("Automatic reply").header("Auto-Submitted: auto-replied").header("In-Reply-To: " + id)
                .text("I am away. 1 done").at("2026-03-03T00:50:00Z"));
        assertThat(due("2026-03-03T02:00:00Z")).hasSize(2);
        assertThat(receipts()).isEmpty();
        assertThat(desk.board().customers(LIS, clock.instant())).hasSize(2);
    }

    @Test
    void aMailOlderThanAWeekIsNotObeyedAndTheReceiptSaysSo() throws Exception {
        clock.set("2026-03-11T01:00:00Z");
        arrives(reply("all done"));
        assertThat(due("2026-03-11T02:00:00Z")).hasSize(2);
        assertThat(plain(server.digests(LI).getLast())).contains("more than seven days old");
    }

    @Test
    void noReceiptIsSentIfTheMorningMailTellsItWithinTheHour() throws Exception {
        clock.set("2026-03-03T23:30:00Z"); // half past seven
        arrives(reply("1 done"));
        assertThat(receipts()).isEmpty();
        arrives(reply("1 done\nand the price?"));
        assertThat(receipts()).as("what was not understood is told at once").hasSize(1);
    }

    @Test
    void twentyAnswersAnHourAreObeyedAndMoreAreALoop() throws Exception {
        for (int i = 0; i < 24; i++) {
            server.deliver(LI, reply("note 1 number " + i));
            clock.move(Duration.ofSeconds(20));
        }
        obey();
        assertThat(desk.board().customers(LIS, clock.instant()).stream().mapToLong(it -> it.notes().lines().count()).sum()).isEqualTo(20);
    }

    /** The next morning's mail, with the question whether Acme has grade S and the one whose our letter to both is. */
    private MimeMessage nextMorningWithQuestions() throws Exception {
        server.sent(LI, mail().from(LI).to("kim@acme.example, ana@andina.example").subject("New prices")
                .text("Our new prices from April.").id("<prices@factory.example>").at("2026-03-03T02:00:00Z"));
        clock.set("2026-03-03T03:00:00Z");
        sync(desk);
        CustomerId acme = customer("Acme").id();
        CustomerId andina = customer("Andina").id();
        daemon.ledger().transact(tx -> {
            long prices = tx.messages().findByMessageId("<prices@factory.example>").orElseThrow().id();
            tx.messages().assign(List.of(new MessageTable.Assigned(prices, null, MatchState.SEVERAL, "written to both")));
            tx.undecided().setCandidates(prices, List.of(acme, andina));
            return tx.proposals().propose(tx, ProposalTable.Kind.GRADE, acme, null, "S", "2 orders lately", null, clock.instant());
        });
        clock.set("2026-03-04T00:01:00Z");
        desk.reminders().run();
        sync(desk);
        clock.set("2026-03-04T01:00:00Z");
        return server.digests(LI).getLast();
    }

    private int asked(OutboxTable.About about) {
        return daemon.ledger().read(tx -> {
            long mail = tx.outbox().find(LI, OutboxTable.Kind.DIGEST, "2026-03-04").orElseThrow().id();
            return tx.outbox().items(mail).stream().filter(it -> it.about() == about).mapToInt(OutboxTable.Item::number).findFirst().orElseThrow();
        });
    }

    private List<ProposalTable.Kind> openQuestions() {
        return desk.questions().open(LIS).stream().map(it -> it.proposal().kind()).toList();
    }

    private List<Questions.Doubtful> doubtful() {
        return desk.questions().doubtful(LIS, 10);
    }

    @Test
    void aQuestionIsAnsweredWithYesOrNoAndUndoOpensItAgain() throws Exception {
        MimeMessage morning = nextMorningWithQuestions();
        int number = asked(OutboxTable.About.PROPOSAL);
        arrives(replyTo(morning, number + " yes"));
        assertThat(customer("Acme").grade()).isEqualTo(Grade.S);
        assertThat(openQuestions()).isEmpty();
        assertThat(server.digests(LI)).hasSize(3);
        assertThat(plain(server.digests(LI).getLast())).contains("Done · 1", "undo");
        clock.move(Duration.ofMinutes(5));
        arrives(replyTo(server.digests(LI).getLast(), "undo"));
        assertThat(customer("Acme").grade()).isNotEqualTo(Grade.S);
        assertThat(openQuestions()).containsExactly(ProposalTable.Kind.GRADE);
        clock.move(Duration.ofMinutes(5));
        arrives(replyTo(morning, number + " 否"));
        assertThat(customer("Acme").grade()).isNotEqualTo(Grade.S);
        assertThat(openQuestions()).isEmpty();
    }

    @Test
    void whoseAMessageIsIsAnsweredWithItsLetterOrTheNumberOfTheCustomer() throws Exception {
        MimeMessage morning = nextMorningWithQuestions();
        int number = asked(OutboxTable.About.MESSAGE);
        Questions.Doubtful asked = doubtful().getFirst();
        CustomerId second = asked.candidates().get(1);
        assertThat(plain(morning)).contains("    b  \u2068" + second);
        arrives(replyTo(morning, number + " b"));
        assertThat(doubtful()).isEmpty();
        assertThat(daemon.ledger().read(tx -> tx.messages().find(asked.row())).orElseThrow().customer()).isEqualTo(second);
        clock.move(Duration.ofMinutes(5));
        arrives(replyTo(server.digests(LI).getLast(), "undo"));
        assertThat(doubtful()).hasSize(1);
        clock.move(Duration.ofMinutes(5));
        CustomerId first = asked.candidates().getFirst();
        arrives(replyTo(morning, number + " " + first));
        assertThat(daemon.ledger().read(tx -> tx.messages().find(asked.row())).orElseThrow().customer()).isEqualTo(first);
    }

    @Test
    void aMessageThatIsNobodysIsSaidToBeSoWithNo() throws Exception {
        MimeMessage morning = nextMorningWithQuestions();
        long row = doubtful().getFirst().row();
        arrives(replyTo(morning, asked(OutboxTable.About.MESSAGE) + " no"));
        assertThat(doubtful()).isEmpty();
        assertThat(daemon.ledger().read(tx -> tx.messages().find(row)).orElseThrow().customer()).isNull();
        assertThat(customer("Acme").grade()).isNotEqualTo(Grade.S);
    }
}
