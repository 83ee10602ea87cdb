package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.sync;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.ProposalTable;
import org.genjin.daemon.outbox.OwnMail;
import org.genjin.daemon.reminder.DigestWriter;
import org.genjin.daemon.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the morning mail says, from mail on a real server. Times are UTC; the owner lives in UTC+8. */
class DigestScenarioTest {

    private static final Pattern LINK = Pattern.compile("href=\"(mailto:[^\"]+)\"");

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T09:00:00Z");
    private TestMailServer server;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
        server.sent(LI, mail().from("Li Wei <" + LI + ">").to("kim@acme.example").subject("Offer DN50-A")
                .text("Dear Kim,\n\nwe offer DN50-A at USD 0.86/pc FOB Ningbo, MOQ 5000 pcs.").at("2026-02-20T02:00:00Z").id("<c1@factory.example>"));
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").subject("Re: Offer DN50-A")
                .text("Dear Li,\n\nthank you. Can you do 0.82 for 10,000 pcs?\n\n--\nKim Lee\nAcme GmbH\nTel. +49 30 55501234")
                .at("2026-03-02T02:00:00Z").header("In-Reply-To: <c1@factory.example>").id("<k1@acme.example>"));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private static List<String> links(String html) {
        return LINK.matcher(html).results().map((MatchResult it) -> it.group(1).replace("&amp;", "&")).toList();
    }

    private static String field(String link, String name) {
        return Stream.of(link.substring(link.indexOf('?') + 1).split("&"))
                .filter(it -> it.startsWith(name + "="))
                .map(it -> URLDecoder.decode(it.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private DigestWriter.Written write(Desk desk, Language language) {
        return desk.digests().write(LI, clock.instant(), language);
    }

    @Test
    void whoWaitsStandsThereWithTheirQuestionOurLastOfferAndTheHourThere() throws Exception {
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            clock.set("2026-03-03T00:01:00Z");
            String text = write(daemon.desk(), Language.EN).text();
            assertThat(text).contains("== Waiting for my answer · 1 ==", " 1  \u2068Acme GmbH\u2069  Germany · grade ",
                    "“\u2068Can you do 0.82 for 10,000 pcs?\u2069”", "offer 02-20: USD 0.86/pcs FOB Ningbo · MOQ 5000 pcs",
                    "it is 01:01 there; both of you are at work 16:00–18:00", "    1 done\n", "    all tomorrow\n",
                    "Everything your mailboxes hold is in the ledger.");
            assertThat(text).doesNotContain("mailto:", "<", "http");
        }
    }

    @Test
    void everyLinkIsACommandThatAnswersAreUnderstoodByAndNamesTheMail() throws Exception {
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            clock.set("2026-03-03T00:01:00Z");
            String id = new OwnMail(daemon.ledger().hashKey()).messageId(LI, OutboxTable.Kind.DIGEST, "2026-03-03");
            for (Language language : Language.values()) {
                Words commands = Words.of("command", language);
                DigestWriter.Written digest = write(daemon.desk(), language);
                List<String> mine = links(digest.html()).stream().filter(it -> it.startsWith("mailto:" + LI)).toList();
                assertThat(mine).as(language.tag()).allMatch(it -> field(it, "subject").endsWith("[" + OwnMail.token(id) + "]"));
                assertThat(mine).as(language.tag()).extracting(it -> field(it, "body")).containsExactly(
                        "1 " + commands.text("done"), "1 " + commands.text("tomorrow"), "1 " + commands.text("days", 3),
                        "1 " + commands.text("monday"), "1 " + commands.text("note") + " ", commands.text("stop"));
                assertThat(digest.letter().headers().get("List-Unsubscribe")).startsWith("<mailto:" + LI + "?subject=").endsWith(">");
                assertThat(digest.html()).as(language.tag()).contains("lang=\"" + language.tag() + "\"", "dir=\"" + (language == Language.AR ? "rtl" : "ltr") + "\"");
                assertThat(digest.text()).as(language.tag()).contains("    1 " + commands.text("done") + "\n");
            }
            assertThat(write(daemon.desk(), Language.AR).text()).contains("\u206802-20\u2069", "\u2068USD 0.86/pcs FOB Ningbo\u2069");
        }
    }

    @Test
    void theSuggestedAnswerGoesIntoTheirThreadInTheirLanguage() throws Exception {
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            clock.set("2026-03-03T00:01:00Z");
            String link = links(write(daemon.desk(), Language.ZH_CN).html()).stream().filter(it -> it.startsWith("mailto:kim@")).findFirst().orElseThrow();
            assertThat(field(link, "subject")).isEqualTo("Re: Offer DN50-A");
            assertThat(field(link, "In-Reply-To")).isEqualTo("<k1@acme.example>");
            assertThat(field(link, "body")).startsWith("Dear Kim,\r\n\r\nThank you for your message of 2 March,").endsWith("Best regards,\r\nLi Wei");
        }
        assertThat(home.run("show", "Acme", "--json", "--limit", "0").out()).contains("\"inReplyTo\" : \"<k1@acme.example>\"");
        assertThat(home.run("today", "--json").out()).contains("\"to\" : \"kim@acme.example\"");
    }

    @Test
    void aCustomerStandsThereOnceWithAllReasonsUnderTheMostUrgent() throws Exception {
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            CustomerRow acme = desk.board().customers(Optional.empty(), clock.instant()).getFirst();
            desk.decisions().next(acme.id(), LocalDate.parse("2026-03-03"), "send drawing", "operator", clock.instant());
            clock.set("2026-03-03T00:01:00Z");
            DigestWriter.Written digest = write(desk, Language.EN);
            assertThat(digest.text()).containsOnlyOnce("Acme GmbH").contains("; also: you set this date", "note: \u2068send drawing\u2069")
                    .doesNotContain("== Today");
            assertThat(digest.items()).containsExactly(
                    new OutboxTable.Item(1, OutboxTable.About.CUSTOMER, acme.id().number(), "reply-owed"));
        }
    }

    private static void ask(Daemon daemon, CustomerId about, String grade, Instant at) {
        daemon.ledger().transact(tx -> tx.proposals().propose(tx, ProposalTable.Kind.GRADE, about, null, grade, "2 orders lately", null, at));
    }

    @Test
    void atMostThreeQuestionsFollowTheCustomersAndAreAskedInThreeMailsOnly() throws Exception {
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            CustomerId acme = desk.board().customers(Optional.empty(), clock.instant()).getFirst().id();
            for (String grade : List.of("S", "A", "B", "D")) {
                ask(daemon, acme, grade, clock.instant());
            }
            clock.set("2026-03-03T00:01:00Z");
            DigestWriter.Written first = write(desk, Language.EN);
            assertThat(first.text()).contains("== Only you can tell · 3 ==", " 2  Should \u2068" + acme + " Acme GmbH\u2069 have the grade S?",
                    "→ \u20682 yes\u2069 · \u20682 no\u2069", "    2 yes\n");
            assertThat(first.items()).extracting(OutboxTable.Item::number).containsExactly(1, 2, 3, 4);
            assertThat(first.items()).extracting(OutboxTable.Item::about)
                    .containsExactly(OutboxTable.About.CUSTOMER, OutboxTable.About.PROPOSAL, OutboxTable.About.PROPOSAL, OutboxTable.About.PROPOSAL);
            assertThat(first.letter().subject()).isEqualTo("Follow-up 03-03: 1 waiting for me · 3 questions");
            desk.reminders().send(List.of(LI), clock.instant());
            clock.set("2026-03-04T00:01:00Z");
            assertThat(write(desk, Language.EN).text()).as("what was not asked comes first").contains(" 2  Should \u2068" + acme + " Acme GmbH\u2069 have the grade D?");
            for (String day : List.of("2026-03-04", "2026-03-05", "2026-03-06")) {
                clock.set(day + "T00:01:00Z");
                desk.reminders().send(List.of(LI), clock.instant());
            }
            clock.set("2026-03-09T00:01:00Z");
            assertThat(write(desk, Language.EN).items()).as("each was asked three times").hasSize(1);
        }
    }

    @Test
    void questionsAloneMakeAMailOnceAWeek() throws Exception {
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Re: Offer DN50-A").text("Yes, USD 0.82.").at("2026-03-02T08:00:00Z").id("<c2@factory.example>"));
            sync(desk);
            CustomerId acme = desk.board().customers(Optional.empty(), clock.instant()).getFirst().id();
            clock.set("2026-03-03T00:01:00Z");
            sync(desk);
            assertThat(write(desk, Language.EN).empty()).as("nothing is due").isTrue();
            ask(daemon, acme, "A", clock.instant());
            assertThat(write(desk, Language.EN).empty()).isFalse();
            desk.reminders().send(List.of(LI), clock.instant());
            clock.set("2026-03-04T00:01:00Z");
            sync(desk);
            assertThat(write(desk, Language.EN).items()).filteredOn(it -> it.about() == OutboxTable.About.PROPOSAL).hasSize(1);
            assertThat(write(desk, Language.EN).empty()).as("not again tomorrow").isTrue();
        }
    }

    @Test
    void whereThereIsAPageEachActionCanBeDoneThereAndTheCustomerIsOneTapAway() throws Exception {
        home.write(Files.readString(home.home.configFile()).replace("127.0.0.1:0", "127.0.0.1:18025"));
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            clock.set("2026-03-03T00:01:00Z");
            String id = new OwnMail(daemon.ledger().hashKey()).messageId(LI, OutboxTable.Kind.DIGEST, "2026-03-03");
            String answer = "href=\"http://127.0.0.1:18025/answer/" + OwnMail.token(id) + "?say=";
            DigestWriter.Written digest = write(daemon.desk(), Language.ES);
            assertThat(digest.html()).contains(answer + "1%20hecho\"", answer + "1%20ma%C3%B1ana\"", answer + "1%203%20d%C3%ADas\"",
                    answer + "1%20pr%C3%B3ximo%20lunes\"", "href=\"http://127.0.0.1:18025/customers/C0001\"");
            assertThat(digest.text()).contains("La página, en su equipo: http://127.0.0.1:18025\n");
        }
    }

    @Test
    void theDoctorSaysWhatIsWrongInTheTextsOfOnesOwn() throws Exception {
        Files.createDirectories(home.home.drafts());
        Files.writeString(home.home.drafts().resolve("es.yaml"), "quote-silent: \"¿Qué tal, {nombre}?\"\n");
        assertThat(home.run("doctor").out()).contains("FAIL  suggested answers: drafts/es.yaml: 'quote-silent' leaves {nombre} open");
    }

    @Test
    void thePreviewSpeaksAnyOfOurLanguagesAndSaysWhichThereAre() throws Exception {
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
        }
        clock.set("2026-03-03T00:01:00Z");
        assertThat(home.run("digest", "preview", "--language", "zh-cn").out()).contains("Subject: 跟进 03-03：待我 1");
        assertThat(home.run("digest", "preview", "--html", "--language", "ar").out()).startsWith("<!doctype html>").contains("dir=\"rtl\"");
        assertThat(home.run("digest", "preview", "--language", "it").err()).contains("There is no language 'it'; there are: zh-CN, en, es");
        assertThat(home.run("digest", "send", "--html").err()).contains("are for 'preview'");
    }
}
