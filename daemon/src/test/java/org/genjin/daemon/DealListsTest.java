package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.TestHome.LI;

import java.nio.file.Files;
import java.nio.file.Path;
import org.genjin.daemon.TestHome.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of deals are business with customers that are known; they make none. */
class DealListsTest {

    private static final String CUSTOMERS = """
            Company,Country,Contact,E-mail
            Acme Ltd,UK,Kim Lee,kim@acme.example
            Brise SAS,France,Eva Roux,eva@brise.example
            """;
    private static final String HUBSPOT = """
            Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Deal owner,Associated Company
            901,Valves spring,Contract Sent,"12,400.00",2026-01-10,2026-03-31,Li,Acme Ltd
            902,Hoses,Waiting for godot,800,2026-01-11,2026-04-30,Li,Brise SAS
            903,Pumps,Closed Won,5000,2026-01-12,2026-01-30,Li,Nobody Here Inc
            """;

    @TempDir
    Path folder;

    private TestHome home;
    private Path deals;

    @BeforeEach
    void begin() throws Exception {
        home = new TestHome(folder.resolve("home"), new MutableClock("2026-02-01T01:00:00Z")).write("language: en\ntime-zone: Asia/Shanghai\nmailboxes:\n  - {address: " + LI
                + ", secret: \"env:MAIL_SECRET\", imap: {host: 127.0.0.1, port: 1, tls: none}, smtp: {host: 127.0.0.1, port: 1, tls: none}}\n"
                + "our-domains: [factory.example]\nweb: {listen: \"127.0.0.1:0\"}\n");
        deals = Files.writeString(folder.resolve("deals.csv"), HUBSPOT);
    }

    private Said run(String... arguments) {
        Said said = home.run(arguments);
        assertThat(said.exit()).as(said.err()).isZero();
        return said;
    }

    private JsonNode show(String customer) {
        return JsonMapper.shared().readTree(run("show", customer, "--json").out());
    }

    @Test
    void noDealMakesACustomerAndWhoIsNotKnownIsNamed() throws Exception {
        assertThat(run("customers", "import", deals.toString()).out()).contains("3 customers with deals are not known here", "Nobody Here Inc");
        assertThat(run("customers", "--json").out().strip()).isEqualTo("[ ]");

        Files.writeString(folder.resolve("customers.csv"), CUSTOMERS);
        run("customers", "import", folder.resolve("customers.csv").toString());
        Said taken = run("customers", "import", deals.toString());
        assertThat(taken.out()).contains("0 customers made, 2 updated", "3 deals, 2 new", "Nobody Here Inc", "\"Waiting for godot\" is no stage");
        JsonNode acme = show("Acme");
        assertThat(acme.at("/deals/0/name").asString()).isEqualTo("Valves spring");
        assertThat(acme.at("/deals/0/amount").asString()).isEqualTo("12400");
        assertThat(acme.at("/deals/0/close").asString()).isEqualTo("2026-03-31");
        assertThat(acme.at("/stage").asString()).isEqualTo("pi-sent");
        assertThat(show("Brise").at("/deals/0/stage").asString()).isEqualTo("quoted");
        assertThat(run("customers", "import", deals.toString()).out()).contains("0 customers made, 0 updated, 2 unchanged", "3 deals, 0 new");

        run("customers", "import", "--undo");
        assertThat(show("Acme").at("/deals")).isEmpty();
        assertThat(show("Acme").at("/stage").asString()).isEqualTo("new");
    }

    @Test
    void theWayOfANoteIsNotWhereACustomerComesFrom() throws Exception {
        Path notes = Files.writeString(folder.resolve("4-notes.csv"), """
                Genjin ID,Company,Contact,Date,Channel,Direction,Subject,Text
                C0001,Acme Ltd,Kim Lee,2026-01-02 10:00:00,E-mail,in,Valves,please quote
                """);
        run("customers", "import", notes.toString());
        JsonNode acme = show("Acme");
        assertThat(acme.at("/source").isNull()).isTrue();
        assertThat(acme.at("/notes").asString()).contains("2026-01-02", "E-mail", "please quote");
    }

    @Test
    void aFolderOfFilesThatBelongTogetherIsOneImport() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(files.resolve("1-customers.csv"), CUSTOMERS);
        Files.writeString(files.resolve("2-deals.csv"), HUBSPOT);
        Files.writeString(files.resolve("README.txt"), "Name,E-mail,Phone\nNo Body,no@body.example,+441134960711\n");
        assertThat(run("customers", "import", files.toString()).out()).contains("2 customers made", "3 deals, 2 new", "Nobody Here Inc");
        assertThat(show("Acme").at("/deals")).hasSize(1);
        assertThat(show("Acme").at("/stage").asString()).isEqualTo("pi-sent");
        assertThat(run("customers", "import", "--undo").out()).contains("2 customers are gone again");
        assertThat(run("customers", "--json").out().strip()).isEqualTo("[ ]");
    }
}
