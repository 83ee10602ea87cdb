package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.sync;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.customer.CustomerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rep says what line of trade they are in, and what customers say fills its columns. */
class IndustryScenarioTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-02T09:00:00Z");
    private TestMailServer server;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Mixer").text("Dear Kim,\n\nour offer for the mixer is attached. It is made for 380V 50Hz.")
                .at("2026-02-20T02:00:00Z"));
        says("Can you make it for 220V 60Hz?\n\nBest regards\nKim", "2026-02-21T02:00:00Z");
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void says(String text, String at) throws Exception {
        server.deliver(LI, mail().from("Kim <kim@acme.example>").subject("Re: Mixer").text(text).at(at));
    }

    private void inTrade(String trade) throws Exception {
        String yaml = Files.readString(home.home.configFile());
        home.write(yaml.replaceAll("(?m)^industry:.*\n", "") + "industry: " + trade + "\n");
    }

    private Map<String, String> values(Desk desk) {
        CustomerId kim = desk.board().customers(Optional.empty(), clock.instant()).getFirst().id();
        return desk.industries().of(kim).stream().collect(Collectors.toMap(it -> it.column().id(), it -> it.value()));
    }

    @Test
    void whatCustomersSayFillsTheColumnsOfOurTradeAndTheNewestCounts() throws Exception {
        inTrade("machinery");
        try (Daemon daemon = home.open()) {
            Desk desk = daemon.desk();
            sync(desk);
            assertThat(values(desk)).containsEntry("voltage", "220V 60Hz").containsEntry("drawing", "").hasSize(3);
            says("Sorry, it must be 240V 60Hz. Drawing no. MX-2207 is attached.", "2026-03-02T08:00:00Z");
            sync(desk);
            assertThat(values(desk)).containsEntry("voltage", "240V 60Hz").containsEntry("drawing", "MX-2207");
            assertThat(desk.industries().of(new CustomerId(1)).getLast().said().getFirst().value().said()).contains("it must be 240V 60Hz");
        }
    }

    @Test
    void aLineOfTradeThatIsChosenLaterIsFilledFromWhatWasSaidBefore() throws Exception {
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            assertThat(values(daemon.desk())).isEmpty();
        }
        inTrade("machinery");
        try (Daemon daemon = home.open()) {
            daemon.desk().indexing().await(false, () -> {});
            assertThat(values(daemon.desk())).containsEntry("voltage", "220V 60Hz");
        }
    }

    @Test
    void oneCustomerIsInAnotherTradeAndThatCanBeTakenBack() throws Exception {
        inTrade("machinery");
        says("The shelf life must be 18 months.", "2026-02-22T02:00:00Z");
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
        }
        assertThat(home.run("set", "C0001", "industry=food").out()).contains("set industry");
        TestHome.Said shown = home.run("show", "C0001");
        assertThat(shown.out()).contains("shelf-life 18 months: (2026-02-22 ← \"The shelf life must be 18 months\")").doesNotContain("220V 60Hz:");
        assertThat(home.run("undo").out()).contains("industry=food");
        assertThat(home.run("show", "C0001").out()).contains("voltage 220V 60Hz").doesNotContain("shelf-life");
    }

    @Test
    void whatAPersonSetsIsLeftAlone() throws Exception {
        inTrade("machinery");
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
        }
        assertThat(home.run("set", "C0001", "voltage=400V").exit()).isZero();
        says("It is 110V here.", "2026-03-02T08:00:00Z");
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            assertThat(values(daemon.desk())).containsEntry("voltage", "400V");
        }
        assertThat(home.run("show", "C0001").out()).contains("voltage 400V: set by hand");
        home.run("undo");
        assertThat(home.run("show", "C0001").out()).contains("voltage 110V");
    }

    @Test
    void whatAPersonWritesIntoAColumnOnTheCustomersPageStaysAndCanBeTakenBack() throws Exception {
        inTrade("machinery");
        Serving serving = new Serving(home);
        try {
            assertThat(page(serving, "/customers/C0001", "")).contains("name=\"trade.voltage\" value=\"220V 60Hz\"").contains("name=\"trade.drawing\"");
            page(serving, "/customers/C0001/set", "trade.voltage=220V+60Hz&trade.drawing=MX-9");
            assertThat(page(serving, "/customers/C0001", "")).contains("value=\"MX-9\"");
        } finally {
            serving.close();
        }
        assertThat(home.run("show", "C0001").out()).contains("drawing MX-9: set by hand").doesNotContain("220V 60Hz: set by hand");
        assertThat(home.run("undo").out()).contains("drawing=MX-9");
        assertThat(home.run("show", "C0001").out()).doesNotContain("MX-9");
    }

    /** @param form "" to look at the page only */
    private static String page(Serving serving, String path, String form) throws Exception {
        String link = serving.link(LI);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(link).resolve(path))
                .header("Cookie", "genjin=" + link.replaceFirst(".*token=", ""))
                .header("Content-Type", "application/x-www-form-urlencoded");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest sent = form.isEmpty() ? request.build() : request.POST(HttpRequest.BodyPublishers.ofString(form)).build();
            HttpResponse<String> response = client.send(sent, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isLessThan(400);
            return response.body();
        }
    }

    @Test
    void aFileInTheHomeAddsALineOfTradeAndWhatIsWrongInItIsSaidWithItsLine() throws Exception {
        Files.createDirectories(home.home.industries());
        Files.writeString(home.home.industries().resolve("mixers.yaml"), """
                name: {en: Mixers}
                columns:
                  - id: speed
                    header: {en: Speed}
                    said:
                      - pattern: '(?i)(\\d+) ?rpm'
                  - id: bowl
                    header: {zh-CN: 桶}
                """);
        says("It must run 300 rpm.", "2026-02-23T02:00:00Z");
        inTrade("mixers");
        try (Daemon daemon = home.open()) {
            sync(daemon.desk());
            assertThat(values(daemon.desk())).containsExactly(Map.entry("speed", "300"));
            assertThat(daemon.desk().industries().industries().problems()).singleElement().asString()
                    .isEqualTo("industries/mixers.yaml line 8: columns[1].header must have an English one, {en: …}; the column is left out.");
        }
    }

    @Test
    void aLineOfTradeThatThereIsNotIsRefusedWithThoseThatThereAre() throws Exception {
        inTrade("machinry");
        TestHome.Said said = home.run("customers");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("industry names 'machinry', which there is not; there are chemicals, construction, electronics, food, machinery");
    }
}
