package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.sync;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.ledger.OutboxTable.About;
import org.genjin.daemon.ledger.OutboxTable.Item;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner is told at once. Times are UTC; the owner lives in UTC+8 and is at work from 01:00 to 10:00 UTC. */
class AlertTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-03T01:00:00Z");
    private TestMailServer server;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
        Files.writeString(home.home.configFile(), Files.readString(home.home.configFile())
                + "instant: {waiting-hours: 4, grades: [S], source-silent: 1 day, fraud: true}\ndigest: {at: \"23:59\"}\n");
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void buyer(String name, String at, Daemon daemon) throws Exception {
        String address = "kim@" + name + ".example";
        server.sent(LI, mail().from(LI).to(address).text("Dear Kim, our catalogue.").at("2026-02-20T02:00:00Z"));
        server.deliver(LI, mail().from("Kim <" + address + ">").subject("Flange").text("Dear Li,\n\nplease quote flange DN50-A, 2000 pcs.\n\nKim").at(at));
        sync(daemon.desk());
        daemon.desk().board().named(Optional.empty(), name, clock.instant())
                .forEach(it -> daemon.desk().decisions().set(it.id(), "grade", "S", List.of(LI), LI, clock.instant()));
    }

    /** Looks each minute, as the daemon does. */
    private void minutes(Daemon daemon, int minutes) {
        for (int i = 0; i < minutes; i++) {
            clock.move(Duration.ofMinutes(1));
            daemon.alerts().run(LI);
        }
    }

    private static String text(MimeMessage it) throws Exception {
        return (String) ((Multipart) it.getContent()).getBodyPart(0).getContent();
    }

    @Test
    void anImportantCustomerWhoWaitsTooLongIsToldOfOnceWithTheirWordsAndANumber() throws Exception {
        try (Daemon daemon = home.open()) {
            buyer("acme", "2026-03-03T01:00:00Z", daemon);
            minutes(daemon, 239);
            assertThat(server.digests(LI)).isEmpty();
            minutes(daemon, 300);
            assertThat(server.digests(LI)).hasSize(1);
            MimeMessage mail = server.digests(LI).getFirst();
            assertThat(mail.getSubject()).isEqualTo("Waiting for your answer: Acme");
            assertThat(text(mail)).contains("1  \u2068Acme\u2069", "without an answer for 4 working hours (written 03-03 09:00)",
                    "please quote flange DN50-A", "“1 done”, “1 tomorrow” or “1 3 days”");
            String html = (String) ((Multipart) mail.getContent()).getBodyPart(1).getContent();
            String token = org.genjin.daemon.outbox.OwnMail.token(mail.getMessageID());
            assertThat(html).contains("mailto:" + LI + "?subject=Genjin%20%5B" + token + "%5D&amp;body=1%20done");
            List<Item> items = daemon.ledger().read(tx -> tx.outbox().items(tx.outbox().named(id(mail)).orElseThrow().id()));
            assertThat(items).extracting(Item::about, Item::number, Item::reason)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(About.CUSTOMER, 1, "reply-owed"));
            clock.set("2026-03-04T01:00:00Z");
            sync(daemon.desk());
            minutes(daemon, 500);
            assertThat(server.digests(LI)).as("the same message is told of once").hasSize(1);
            server.deliver(LI, mail().from("Kim <kim@acme.example>").text("Any news on the price?").at("2026-03-05T01:00:00Z"));
            clock.set("2026-03-05T01:30:00Z");
            sync(daemon.desk());
            minutes(daemon, 300);
            assertThat(server.digests(LI)).as("they have written since, and wait since their first message").hasSize(1);
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theHoursOfTheNightAndOfDaysOffDoNotCountAndNobodyIsToldThen() throws Exception {
        clock.set("2026-03-06T09:00:00Z"); // Friday, an hour before the office closes
        try (Daemon daemon = home.open()) {
            buyer("acme", "2026-03-06T08:30:00Z", daemon);
            clock.set("2026-03-08T23:00:00Z");
            sync(daemon.desk());
            minutes(daemon, 240);
            assertThat(server.digests(LI)).as("an hour and a half on Friday, two on Monday").isEmpty();
            minutes(daemon, 45);
            assertThat(server.digests(LI)).hasSize(1);
        }
    }

    @Test
    void severalWhoWaitStandInOneMailAndAnHourLiesBetweenTwo() throws Exception {
        try (Daemon daemon = home.open()) {
            buyer("acme", "2026-03-03T01:00:00Z", daemon);
            buyer("bruno", "2026-03-03T01:00:00Z", daemon);
            buyer("cecil", "2026-03-03T01:10:00Z", daemon);
            minutes(daemon, 299);
            assertThat(server.digests(LI)).hasSize(1);
            assertThat(server.digests(LI).getFirst().getSubject()).contains("and 1 more");
            minutes(daemon, 5);
            assertThat(server.digests(LI)).hasSize(2);
            assertThat(server.digests(LI).get(1).getSubject()).isEqualTo("Waiting for your answer: Cecil");
        }
    }

    @Test
    void whoHasAnAnswerOrIsOfAnotherGradeIsNotToldOf() throws Exception {
        try (Daemon daemon = home.open()) {
            buyer("acme", "2026-03-03T01:00:00Z", daemon);
            buyer("bruno", "2026-03-03T01:00:00Z", daemon);
            daemon.desk().board().named(Optional.empty(), "bruno", clock.instant())
                    .forEach(it -> daemon.desk().decisions().set(it.id(), "grade", "C", List.of(LI), LI, clock.instant()));
            server.sent(LI, mail().from(LI).to("kim@acme.example").text("USD 3").at("2026-03-03T02:00:00Z"));
            clock.set("2026-03-03T02:01:00Z");
            sync(daemon.desk());
            minutes(daemon, 400);
            assertThat(server.digests(LI)).isEmpty();
        }
    }

    @Test
    void aMailboxThatIsNotReadForADayIsToldOfOnceAndNotWhenTheMachineOnlySlept() throws Exception {
        home.write(Files.readString(home.home.configFile()) + "exports: [{folder: gone, owner: " + LI + "}]\n");
        Files.createDirectories(home.home.folder().resolve("gone"));
        try (Daemon daemon = home.open()) {
            daemon.desk().sync().list(daemon.desk().config().sources());
            sync(daemon.desk());
            clock.set("2026-03-05T02:00:00Z");
            minutes(daemon, 5);
            assertThat(server.digests(LI)).as("it slept, and tries first").isEmpty();
            daemon.desk().sync().poll(daemon.desk().config().sources().getFirst(), org.genjin.daemon.ingest.Poll.Progress.SILENT);
            minutes(daemon, 60);
            assertThat(server.digests(LI)).singleElement().satisfies(it -> {
                assertThat(it.getSubject()).startsWith("Not read since 03-03 09:00: ").endsWith("gone");
                assertThat(text(it)).contains("Nothing that came to ", "It has not been read to its end since");
            });
        }
    }
}
