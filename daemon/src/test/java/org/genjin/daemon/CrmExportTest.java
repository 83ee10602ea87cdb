package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.genjin.daemon.TestHome.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers go to another system with their contacts, business, notes and tasks, and only those that may. */
class CrmExportTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-20T01:00:00Z");
    private TestMailServer server;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI, WANG);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI, WANG);
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").to(LI).subject("Inquiry")
                .text("Please quote 1000 pcs of ball valve DN50.").at("2026-03-03T02:00:00Z"));
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("PI LY-26021")
                .text("Please find our proforma invoice PI No. LY-26021, total amount USD 12,500.00, FOB Shanghai.").at("2026-03-05T02:00:00Z"));
        server.deliver(WANG, mail().from("Eva Roux <eva@brise.example>").to(WANG).subject("=Hello")
                .text("=HYPERLINK(\"https://evil.example\") please quote").at("2026-03-06T02:00:00Z"));
        server.sent(WANG, mail().from(WANG).to("eva@brise.example").subject("Re: Hello").text("Thank you, USD 3.20/pc.").at("2026-03-07T02:00:00Z"));
        assertThat(home.run("sync").exit()).isZero();
    }

    @AfterEach
    void end() {
        server.close();
    }

    private JsonNode export(String... more) {
        List<String> all = Stream.concat(Stream.of("export"), Stream.of(more)).toList();
        Said said = home.run(Stream.concat(all.stream(), Stream.of("--json")).toArray(String[]::new));
        assertThat(said.exit()).as(said.err()).isZero();
        return JsonMapper.shared().readTree(said.out());
    }

    private String file(String system, String name) throws IOException {
        return Files.readString(home.home.sheets().resolve("export").resolve(system).resolve(name));
    }

    @Test
    void allThatIsKnownStandsInNumberedFilesWithAPageThatSaysWhereToClick() throws Exception {
        JsonNode done = export("hubspot");
        assertThat(done.at("/files/0/part").asString()).isEqualTo("companies");
        assertThat(file("hubspot", "1-companies.csv")).contains("acme.example").contains("brise.example");
        assertThat(file("hubspot", "2-contacts.csv")).contains("Kim,Lee,kim@acme.example");
        assertThat(file("hubspot", "3-deals.csv")).contains("PI LY-26021").contains("Contract Sent,12500,USD,2026-03-05,2026-04-04");
        assertThat(file("hubspot", "4-notes.csv")).contains("2026-03-03 10:00:00").contains("Please quote 1000 pcs");
        assertThat(file("hubspot", "README.txt")).contains("1-companies.csv (customers: 2)").contains("not tried in the system itself");
    }

    @Test
    void anOwnersExportHasThatOwnersCustomersOnly() throws Exception {
        assertThat(export("generic", "--owner", LI).at("/files/0/rows").asInt()).isEqualTo(1);
        for (String it : List.of("1-companies.csv", "2-contacts.csv", "4-notes.csv")) {
            assertThat(file("generic", it)).doesNotContainIgnoringCase("brise").doesNotContain(WANG);
        }
    }

    @Test
    void nothingThatACustomerWroteIsAFormula() throws Exception {
        export("generic");
        assertThat(file("generic", "4-notes.csv")).contains("'=Hello").contains("\"'=HYPERLINK").doesNotContain(",=").doesNotContain("\"=");
    }

    @Test
    void messagesFromADayOnBecomeNotes() throws Exception {
        export("generic", "--since", "2026-03-06");
        assertThat(file("generic", "4-notes.csv")).contains("HYPERLINK").doesNotContain("DN50");
        assertThat(home.run("export", "generic", "--since", "spring").err()).contains("'spring' is no day");
    }

    @Test
    void aSmallerExportLeavesNothingOfTheLargerOne() throws Exception {
        export("generic");
        export("generic", "--since", "2026-03-19");
        assertThat(home.home.sheets().resolve("export/generic/4-notes.csv")).doesNotExist();
    }

    @Test
    void aSystemThatThereIsNotIsAnsweredWithTheNearest() {
        Said said = home.run("export", "hubspto");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("Did you mean 'hubspot'?");
        assertThat(home.run("export", "--list").out()).contains("HubSpot").contains("partly");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws Exception {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file");
        Said said = home.run("export", "hubspot", "--out", occupied.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("Cannot write to " + occupied).contains("--out");
    }

    @Test
    void theCheckSaysWhatIsMissingOfEachCustomer() {
        Said said = home.run("export", "standard", "--check");
        assertThat(said.out()).contains("no country").contains("no telephone number").contains("doubts");
        assertThat(export("standard", "--check").get(0).at("/doubt").asString()).isEqualTo("no-country");
    }
}
