package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;
import static org.genjin.daemon.TestHome.sync;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.figure.Figure;
import org.genjin.daemon.figure.Value;
import org.genjin.daemon.outbox.Outbox;
import org.genjin.daemon.report.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a made-up fortnight, and the mail about them. Times are UTC; the owners live in UTC+8, 2026-03-09 is a Monday. */
class ReportScenarioTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-09T00:30:00Z");
    private TestMailServer server;
    private TestHome home;
    private int count;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI, WANG);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI, WANG);
        manager("");
    }

    private void manager(String more) throws Exception {
        String yaml = Files.readString(home.home.configFile()).replaceAll("report:.*\n", "");
        home.write(yaml + "report: {managers: [" + WANG + "]" + more + "}\n");
    }

    @AfterEach
    void end() {
        server.close();
    }

    /** Somebody asks for a price and is answered. */
    private void inquiry(String owner, String firm, String asked, String answered) throws Exception {
        String id = "<q" + ++count + "@" + firm + ".example>";
        server.deliver(owner, mail().from("Kim <kim@" + firm + ".example>").to(owner).subject("Inquiry " + firm)
                .text("Dear Sir,\n\nplease quote flange DN50-A, 2000 pcs.\n\nKim").at(asked).id(id));
        server.sent(owner, mail().from(owner).to("kim@" + firm + ".example").subject("Re: Inquiry " + firm)
                .text("Dear Kim,\n\nour price is USD 3.20/pc FOB Ningbo.").at(answered).header("In-Reply-To: " + id)
                .id("<a" + count + "@factory.example>"));
    }

    private void lastWeek() throws Exception {
        inquiry(LI, "acme", "2026-03-02T02:00:00Z", "2026-03-02T04:00:00Z"); // two hours
        inquiry(LI, "brook", "2026-03-03T02:00:00Z", "2026-03-03T05:00:00Z"); // three hours
        inquiry(LI, "cedar", "2026-03-04T09:00:00Z", "2026-03-05T02:00:00Z"); // an hour in the evening, an hour in the morning
        inquiry(WANG, "dune", "2026-03-04T02:00:00Z", "2026-03-05T02:00:00Z"); // a working day
    }

    /** The subjects of the weekly mails that came. */
    private List<String> weeklies() throws Exception {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage it : server.digests(LI)) {
            if (it.getSubject().contains("Your week")) {
                subjects.add(it.getSubject());
            }
        }
        return subjects;
    }

    private static double number(Report.Week week, Figure figure) {
        return week.figures().of(figure) instanceof Value.Known(double number, int _) ? number : -1;
    }

    @Test
    void whatWasAskedAndAnsweredLastWeekIsCountedForItsOwnerInWorkingHours() throws Exception {
        lastWeek();
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            Report report = daemon.desk().reports().of(List.of(LI, WANG), 12, clock.instant());
            Report.Week li = report.owners().getFirst().last();
            assertThat(li.monday()).isEqualTo("2026-03-02");
            assertThat(number(li, Figure.INQUIRIES)).isEqualTo(3);
            assertThat(number(li, Figure.RESPONSE_RATE)).isEqualTo(1);
            assertThat(number(li, Figure.REPLY_MEDIAN)).isEqualTo(2);
            assertThat(li.figures().of(Figure.REPLY_SLOW)).isEqualTo(new Value.TooFew(3));
            Report.Week wang = report.owners().getLast().last();
            assertThat(wang.figures().of(Figure.RESPONSE_RATE)).isEqualTo(new Value.TooFew(1));
            assertThat(number(report.all().orElseThrow().last(), Figure.REPLY_MEDIAN)).as("of 2, 2, 3 and 9 hours").isEqualTo(2.5);
            assertThat(report.owners().getFirst().origins()).singleElement().extracting(Report.Group::customers).isEqualTo(3);
        }
    }

    @Test
    void aNewCustomerToWhomNobodyHasWrittenIsNamedToTheirOwnerOnly() throws Exception {
        lastWeek();
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.ledger().transact(tx -> {
                tx.customers().insert(new CustomerId(900), "Elm Trading", LI, clock.instant());
                return null;
            });
            Report report = daemon.desk().reports().of(List.of(LI, WANG), 12, clock.instant());
            assertThat(report.owners().getFirst().waiting()).extracting(Report.Waiting::name).containsExactly("Elm Trading");
            assertThat(daemon.desk().weekly().write(LI, clock.instant()).letter().text()).contains("Elm Trading").doesNotContain(WANG);
            assertThat(daemon.desk().weekly().write(WANG, clock.instant()).letter().text())
                    .contains("Each rep, last week", LI, "All together").doesNotContain("Elm Trading");
        }
    }

    @Test
    void theMailLeavesOnceOnTheFirstWorkingDayWhateverHappensInBetween() throws Exception {
        lastWeek();
        clock.set("2026-03-08T23:00:00Z"); // Monday, seven in the morning
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.desk().weekly().run();
            assertThat(weeklies()).as("before eight").isEmpty();
            clock.set("2026-03-09T00:05:00Z");
            daemon.desk().weekly().run();
            daemon.desk().weekly().run();
        }
        try (Daemon daemon = home.open()) {
            clock.set("2026-03-10T01:00:00Z");
            daemon.desk().weekly().run();
            assertThat(daemon.desk().weekly().send(LI, clock.instant())).isInstanceOf(Outbox.Outcome.DoneBefore.class);
        }
        assertThat(weeklies()).singleElement().satisfies(it -> assertThat(it).startsWith("Your week 03-02–03-08: Questions answered 100%"));
    }

    @Test
    void whoWasDownOnMondaySendsOnTuesdayAndNotOnWednesday() throws Exception {
        lastWeek();
        clock.set("2026-03-11T01:00:00Z");
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.desk().weekly().run();
            assertThat(weeklies()).isEmpty();
            clock.set("2026-03-10T01:00:00Z");
            daemon.desk().weekly().run();
            assertThat(weeklies()).hasSize(1);
        }
    }

    @Test
    void afterAHolidayItComesOnTheFirstDayThatIsWorked() throws Exception {
        lastWeek();
        clock.set("2026-04-06T01:00:00Z"); // Monday of the Qingming holiday
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.desk().weekly().run();
            assertThat(weeklies()).isEmpty();
            clock.set("2026-04-07T01:00:00Z");
            daemon.desk().weekly().run();
            assertThat(weeklies()).hasSize(1);
        }
    }

    @Test
    void whoDoesNotWantItGetsNone() throws Exception {
        manager(", weekly: off");
        lastWeek();
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.desk().weekly().run();
            assertThat(weeklies()).isEmpty();
        }
    }

    @Test
    void theCommandTellsTheSameAsTextAndAsJson() throws Exception {
        lastWeek();
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
        }
        TestHome.Said text = home.run("report", "--owner", LI);
        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains("Last week 03-02–03-08").containsPattern("Questions answered +100%").containsPattern("Time to answer, median +2 h")
                .contains("— (3 questions only)");
        TestHome.Said json = home.run("report", "--json", "--weeks", "2");
        assertThat(json.out()).contains("\"response-rate\"", "\"definitions\"", "\"neverContacted\"", "\"sources\"");
        assertThat(home.run("report", "--weeks", "0").exit()).isEqualTo(2);
        assertThat(home.run("report", "--formulas").out()).contains("nine to six");
        assertThat(home.run("report", "--mail", "--owner", LI).out()).contains("Subject: Your week 03-02–03-08: Questions answered 100%");
    }

    @Test
    void thePageShowsAnOwnerTheirOwnFiguresAndAManagerEverybodys() throws Exception {
        lastWeek();
        try (HomeLock lock = HomeLock.take(home.home).orElseThrow();
                Daemon daemon = home.open()) {
            sync(daemon.desk());
            daemon.ledger().transact(tx -> {
                tx.customers().insert(new CustomerId(900), "Elm Trading", LI, clock.instant());
                return null;
            });
            try (Service service = Service.start(daemon, home.around)) {
                String own = page(service, LI, "/report?owner=" + WANG);
                assertThat(own).contains("Last week 03-02–03-08", "<svg", "Elm Trading", "aria-current=\"page\">Figures").doesNotContain(WANG + "<");
                assertThat(page(service, WANG, "/report")).contains("Each rep", LI, "All together").doesNotContain("Elm Trading");
                assertThat(page(service, WANG, "/report?owner=" + LI)).contains("Each rep").doesNotContain("Elm Trading");
                assertThat(page(service, "*", "/report?owner=" + LI)).contains("Elm Trading");
            }
            assertThat(lock).isNotNull();
        }
    }

    private static String page(Service service, String viewer, String path) throws Exception {
        URI link = URI.create(service.link(viewer));
        String token = link.getQuery().replace("token=", "");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(link.resolve(path)).header("Cookie", "genjin=" + token).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
