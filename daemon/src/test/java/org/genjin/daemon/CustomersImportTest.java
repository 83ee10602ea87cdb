package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.nio.file.Files;
import java.nio.file.Path;
import org.genjin.daemon.TestHome.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list of customers that somebody kept by hand goes into the ledger, and out again. */
class CustomersImportTest {

    private static final String LIST = """
            Company,Country,Contact,E-mail,Phone,Grade,Next follow-up,Remarks
            Acme Ltd,UK,Kim Lee,kim@acme.example,+44 113 496 0711,A,2026-03-20,pays in 14 days
            Brise SAS,France,Eva Roux,eva@brise.example,01 99 00 71 12,B,mid March,wants samples
            """;

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-03T01:00:00Z");
    private TestMailServer server;
    private TestHome home;
    private Path list;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
        list = Files.writeString(folder.resolve("customers.csv"), LIST);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Said take(String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "customers";
        arguments[1] = "import";
        arguments[2] = list.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return home.run(arguments);
    }

    private JsonNode json(String... arguments) {
        Said said = home.run(arguments);
        assertThat(said.exit()).as(said.err()).isZero();
        return JsonMapper.shared().readTree(said.out());
    }

    @Test
    void aDryRunShowsColumnsCustomersAndQuestionsAndWritesNothing() {
        Said shown = take("--dry-run");
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("Company", "company", "Brise SAS", "\"mid March\" names no day", "Nothing was written");
        assertThat(json("customers", "--json")).isEmpty();
        JsonNode read = json("customers", "import", list.toString(), "--dry-run", "--json");
        assertThat(read.propertyNames()).containsExactly(
                "file", "system", "written", "sheets", "customers", "ambiguous", "elsewhere", "strangers", "created", "updated", "unchanged", "deals");
        assertThat(read.at("/sheets/0/columns/5/as").asString()).isEqualTo("grade");
        assertThat(read.at("/customers/1/country").asString()).isEqualTo("FR");
        assertThat(read.at("/customers/1/contacts/0/phones/0").asString()).isEqualTo("+33199007112");
        assertThat(read.at("/created").asInt()).isEqualTo(2);
    }

    @Test
    void whatTheListSaysIsTheCustomersAndComesOnce() {
        assertThat(take().out()).contains("2 customers made, 0 updated, 0 unchanged");
        JsonNode acme = json("show", "Acme", "--json");
        assertThat(acme.at("/name").asString()).isEqualTo("Acme Ltd");
        assertThat(acme.at("/country").asString()).isEqualTo("GB");
        assertThat(acme.at("/grade").asString()).isEqualTo("A");
        assertThat(acme.at("/gradeBy").asString()).isEqualTo("person");
        assertThat(acme.at("/nextFollowUp").asString()).isEqualTo("2026-03-20");
        assertThat(acme.at("/notes").asString()).isEqualTo("pays in 14 days");
        assertThat(acme.at("/contacts/0/name").asString()).isEqualTo("Kim Lee");
        assertThat(acme.at("/contacts/0/phones/0").asString()).isEqualTo("+441134960711");
        assertThat(take().out()).contains("0 customers made, 0 updated, 2 unchanged");
    }

    @Test
    void aLaterListUpdatesButNeverWhatSomebodySetByHand() throws Exception {
        take();
        home.run("set", "Acme", "grade=S");
        home.run("next", "Acme", "2026-04-01", "call");
        Files.writeString(list, LIST.replace(",A,2026-03-20,pays in 14 days", ",C,2026-05-05,pays in 30 days").replace(",B,mid March", ",A,2026-03-25"));
        assertThat(take().out()).contains("0 customers made, 2 updated");
        JsonNode acme = json("show", "Acme", "--json");
        assertThat(acme.at("/grade").asString()).isEqualTo("S");
        assertThat(acme.at("/nextFollowUp").asString()).isEqualTo("2026-04-01");
        assertThat(acme.at("/notes").asString()).isEqualTo("pays in 14 days\npays in 30 days");
        JsonNode brise = json("show", "Brise", "--json");
        assertThat(brise.at("/grade").asString()).isEqualTo("A");
        assertThat(brise.at("/nextFollowUp").asString()).isEqualTo("2026-03-25");
    }

    @Test
    void theLastImportIsTakenBackButForWhatSomebodyChangedSince() {
        take();
        home.run("set", "Brise", "notes=never call on Fridays");
        Said undone = home.run("customers", "import", "--undo");
        assertThat(undone.out()).contains("1 customer is gone again", "Brise SAS stays");
        JsonNode left = json("customers", "--json");
        assertThat(left).hasSize(1);
        assertThat(left.at("/0/name").asString()).isEqualTo("Brise SAS");
        assertThat(home.run("customers", "import", "--undo").err()).contains("no import to take back");
    }

    @Test
    void aCustomerKnownFromMailIsTheOneInTheListAndEarlierMailOfNobodyIsFound() throws Exception {
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Catalogue").text("Our catalogue.").at("2026-02-20T02:00:00Z"));
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").subject("Quotation").text("please quote DN50").at("2026-02-22T02:00:00Z"));
        server.deliver(LI, mail().from("Eva Roux <eva@brise.example>").subject("Hello").text("we met at the fair").at("2026-02-23T02:00:00Z"));
        home.run("sync");
        assertThat(json("customers", "--json")).hasSize(1);
        assertThat(take().out()).contains("1 customer made, 1 updated");
        assertThat(json("show", "Brise", "--json").at("/touches").asInt()).isEqualTo(1);
        assertThat(json("show", "Acme", "--json").at("/touches").asInt()).isEqualTo(2);
        assertThat(json("customers", "--json")).hasSize(2);
        home.run("customers", "import", "--undo");
        JsonNode left = json("customers", "--json");
        assertThat(left).hasSize(1);
        assertThat(left.at("/0/touches").asInt()).isEqualTo(2);
        assertThat(left.at("/0/grade").asString()).isNotEqualTo("A");
    }

    @Test
    void aColumnGuessedWronglyIsSaidOnceAndRemembered() throws Exception {
        Files.writeString(list, "Company,Contact,Colour\nAcme Ltd,Kim Lee,red\nBrise SAS,Eva Roux,blue\n");
        assertThat(take("--column", "Colour=notes").out()).contains("2 customers made");
        assertThat(json("show", "Acme", "--json").at("/notes").asString()).isEqualTo("red");
        Files.writeString(list, "Contact,Colour,Company\nUdo Matz,green,Nordlicht GmbH\n");
        take();
        assertThat(json("show", "Nordlicht", "--json").at("/notes").asString()).isEqualTo("green");
    }

    @Test
    void whatIsNoListIsSaidInOneSentence() throws Exception {
        Files.write(list, new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1, 0, 2});
        assertThat(take()).satisfies(it -> {
            assertThat(it.exit()).isEqualTo(1);
            assertThat(it.err()).contains("customers.csv is no list of customers");
        });
        assertThat(home.run("customers", "import", "nowhere.xlsx").err()).contains("There is no");
        assertThat(home.run("customers", "import").exit()).isEqualTo(2);
        assertThat(take("--column", "Colour=taste").exit()).isEqualTo(2);
    }
}
