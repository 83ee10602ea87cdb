package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real mail server holds, held against the ledger, as other programs read it. */
class ServerProofTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-03T01:00:00Z");
    private TestMailServer server;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
        Files.writeString(home.home.configFile(), Files.readString(home.home.configFile()).replace("since: all", "since: 12 months"));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private JsonNode source() {
        JsonNode source = JsonMapper.shared().readTree(home.run("status", "--json").out()).at("/sources/0");
        for (JsonNode it : source.at("/mailboxes")) {
            long sum = 0;
            for (String part : new String[] {"logged", "tooOld", "unreadable", "toCome", "missing"}) {
                sum += it.at("/" + part).asLong();
            }
            assertThat(sum).as(it.toString()).isEqualTo(it.at("/held").asLong());
        }
        return source;
    }

    private static long[] counts(JsonNode source, String folder) {
        for (JsonNode it : source.at("/mailboxes")) {
            if (it.at("/name").asString().equals(folder)) {
                return new long[] {
                    it.at("/held").asLong(), it.at("/logged").asLong(), it.at("/duplicates").asLong(), it.at("/tooOld").asLong(),
                    it.at("/unreadable").asLong(), it.at("/toCome").asLong(), it.at("/missing").asLong()
                };
            }
        }
        throw new AssertionError("no folder " + folder + " in " + source);
    }

    @Test
    void copiesOldMailsAndUnreadableOnesAreEachAccountedFor() throws Exception {
        Mails copied = mail().id("<copy@acme.example>").text("the same in two folders");
        server.deliver(LI, copied);
        server.deliver(LI, mail());
        server.deliver(LI, mail().at("2024-01-01T08:00:00Z"));
        server.deliver(LI, mail().at("2024-02-01T08:00:00Z"));
        server.deliver(LI, "\r\nno mail at all".getBytes(StandardCharsets.US_ASCII), clock.instant());
        server.sent(LI, copied);
        server.sent(LI, mail().from(LI).to("kim@acme.example"));
        assertThat(home.run("sync").exit()).as("one could not be read").isEqualTo(3);
        JsonNode source = source();
        assertThat(source.at("/state").asString()).isEqualTo("ok");
        assertThat(source.at("/problem").isNull()).isTrue();
        assertThat(source.at("/messages").asLong()).isEqualTo(3);
        assertThat(counts(source, "INBOX")).containsExactly(5, 2, 0, 2, 1, 0, 0);
        assertThat(counts(source, "Sent")).containsExactly(2, 2, 1, 0, 0, 0, 0);
    }

    @Test
    void whatTheLedgerLostIsReadAgainThoughTheCursorSaysThatItWasRead() throws Exception {
        for (int i = 0; i < 5; i++) {
            server.deliver(LI, mail().text("mail number " + i));
        }
        server.sent(LI, mail().from(LI));
        home.run("sync");
        String url = "jdbc:h2:file:" + home.home.ledger().resolve("ledger").toAbsolutePath();
        try (Connection ledger = DriverManager.getConnection(url, "genjin", "");
                Statement statement = ledger.createStatement()) {
            statement.execute("delete from sighting where locator = 'uid 3' and mailbox = 'INBOX'");
        }
        assertThat(home.run("doctor").out()).contains("1 missing");
        assertThat(home.run("sync").out()).contains("0 new, 5 seen again");
        assertThat(counts(source(), "INBOX")).containsExactly(5, 5, 0, 0, 0, 0, 0);
        assertThat(home.run("verify").out()).contains("all is sound");
    }

    @Test
    void mailThatComesAfterTheLastPollIsToCome() throws Exception {
        server.deliver(LI, mail());
        server.sent(LI, mail().from(LI));
        home.run("sync");
        server.deliver(LI, mail());
        assertThat(home.run("doctor").out()).contains("1 to come");
        assertThat(counts(source(), "INBOX")).containsExactly(2, 1, 0, 0, 0, 1, 0);
        home.run("sync");
        assertThat(counts(source(), "INBOX")).containsExactly(2, 2, 0, 0, 0, 0, 0);
    }

    @Test
    void anAccountThatShowsOnlyOldMailIsSilent() throws Exception {
        server.deliver(LI, mail().at("2024-01-01T08:00:00Z"));
        home.run("sync");
        JsonNode source = source();
        assertThat(source.at("/state").asString()).isEqualTo("silent");
        assertThat(source.at("/problem").asString()).contains("since: all");
        assertThat(home.run("status").out()).contains("! " + LI + ": All 1 messages are older");
        assertThat(home.run("doctor").exit()).isEqualTo(1);
    }

    @Test
    void everySourceIsListedBeforeItIsRead() {
        JsonNode source = source();
        assertThat(source.at("/name").asString()).isEqualTo(LI);
        assertThat(source.at("/state").asString()).isEqualTo("ok");
        assertThat(source.at("/lastPoll").isNull()).isTrue();
        assertThat(source.at("/warnings/0").asString()).contains("not been read yet");
        assertThat(source.at("/mailboxes").size()).isZero();
    }
}
