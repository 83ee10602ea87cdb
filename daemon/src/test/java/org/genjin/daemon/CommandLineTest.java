package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genjin.daemon.TestHome.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands as people type them, and the JSON that other programs read. */
class CommandLineTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-03T01:00:00Z");
    private TestMailServer server;
    private TestHome home;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI);
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI);
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Catalogue").text("Our catalogue.").at("2026-02-20T02:00:00Z"));
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").subject("Quotation").text("please quote DN50-A\n\n> our catalogue")
                .at("2026-03-02T02:00:00Z").attach("list.csv", "code;qty\nDN65;300\n".getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private static JsonNode json(Said said) {
        assertThat(said.exit()).as(said.err()).isZero();
        return JsonMapper.shared().readTree(said.out());
    }

    @Test
    void aMailboxIsReadAndEveryQuestionAnsweredInTheAgreedJson() {
        Said sync = home.run("sync");
        assertThat(sync.exit()).as(sync.err()).isZero();
        assertThat(sync.out()).contains(LI + ": 2 new, 0 seen again");

        JsonNode status = json(home.run("status", "--json"));
        assertThat(status.at("/sources/0/state").asString()).isEqualTo("ok");
        assertThat(status.at("/sources/0/kind").asString()).isEqualTo("imap");
        assertThat(status.at("/ledger/messages").asInt()).isEqualTo(2);
        assertThat(status.at("/index/behind").asInt()).isZero();
        assertThat(status.at("/attachments/read").asInt()).isEqualTo(1);

        JsonNode found = json(home.run("find", "DN65", "--json"));
        JsonNode hit = found.at("/hits/0");
        assertThat(found.at("/total").asInt()).isEqualTo(1);
        assertThat(hit.at("/snippet").asString()).contains("<em>DN65</em>");
        assertThat(hit.at("/foundIn").asString()).startsWith("attachment:list.csv");
        assertThat(hit.at("/customer/name").asString()).isEqualTo("Acme");
        assertThat(hit.at("/match/state").asString()).isEqualTo("one");
        assertThat(hit.at("/seenAt/0").asString()).isEqualTo(LI + " INBOX uid 1");
        assertThat(found.at("/facets").propertyNames()).containsExactly("customer", "country", "grade", "stage", "channel", "direction",
                "language", "year", "month", "type", "says");

        JsonNode customer = json(home.run("customers", "--json")).get(0);
        assertThat(customer.propertyNames()).containsExactly("id", "name", "country", "timeZone", "languages", "grade", "gradeBy",
                "stage", "turn", "owner", "contacts", "firstContact", "lastIn", "lastOut", "touches", "nextFollowUp", "nextReason", "nextAction",
                "type", "source", "own");
        assertThat(customer.at("/turn").asString()).isEqualTo("mine");

        JsonNode shown = json(home.run("show", "acme", "--json"));
        assertThat(shown.at("/timeline").size()).isEqualTo(2);
        assertThat(shown.at("/timeline/0/quoted").asString()).contains("our catalogue");

        JsonNode today = json(home.run("today", "--json"));
        assertThat(today.at("/items/0/reason").asString()).isEqualTo("reply-owed");
        assertThat(today.at("/items/0/why").asString()).contains("waits for an answer");
        assertThat(json(home.run("today", "--json", "--at", "2026-03-02T03:00:00Z")).at("/items").size()).isZero();
    }

    @Test
    void whatAPersonDecidesIsKept() {
        home.run("sync");
        assertThat(home.run("set", "C0001", "grade=S", "notes=likes tea").exit()).isZero();
        assertThat(home.run("next", "acme", "+3d", "send", "sample").out()).contains("next on 2026-03-06");
        assertThat(home.run("log", "acme", "called", "about", "tea").exit()).isZero();
        JsonNode shown = json(home.run("show", "acme", "--json"));
        assertThat(shown.at("/grade").asString()).isEqualTo("S");
        assertThat(shown.at("/gradeBy").asString()).isEqualTo("person");
        assertThat(shown.at("/notes").asString()).isEqualTo("likes tea");
        assertThat(shown.at("/nextFollowUp").asString()).isEqualTo("2026-03-06");
        assertThat(shown.at("/nextAction").asString()).isEqualTo("send sample");
        assertThat(home.run("find", "called tea").out()).contains("1 found");
    }

    @Test
    void badInputGetsAClearErrorAndExitTwo() {
        home.run("sync");
        assertThat(home.run("set", "acme", "grade=Z")).satisfies(it -> {
            assertThat(it.exit()).isEqualTo(2);
            assertThat(it.err()).contains("a grade is one of S A B C D E");
        });
        assertThat(home.run("next", "acme", "someday").err()).contains("names no day");
        assertThat(home.run("find", "x", "--as", "nobody@factory.example").err()).contains("There is no owner");
        assertThat(home.run("sync", "--source", "nope").err()).contains("There is no source 'nope'");
        assertThat(home.run("show", "nobody")).satisfies(it -> {
            assertThat(it.exit()).isEqualTo(1);
            assertThat(it.err()).contains("There is no customer 'nobody'");
        });
        assertThat(home.run("fnid", "x").exit()).isEqualTo(2);
        assertThat(home.run("today", "--at", "yesterday").err()).contains("no instant");
    }

    @Test
    void optionsThatDoNotBelongTogetherAreRefusedInOneSentence() throws Exception {
        assertThat(home.run("report", "--json", "--mail").err()).startsWith("--json, --formulas and --weeks are for the report");
        assertThat(home.run("report", "--send", "--mail").err()).startsWith("--send sends the mail, --mail and --html only print it");
        assertThat(home.run("report", "--mail", "--weeks", "3").exit()).isEqualTo(2);
        assertThat(home.run("export", "standard", "--check", "--out", "x.csv").err()).startsWith("--check writes nothing");
        assertThat(home.run("export", "log", "--since", "all").err()).startsWith("--since says how far back the notes for a system go");
        assertThat(home.run("sheet", "write", "--file", "x.xlsx").err()).startsWith("--out belongs to 'write'");
        assertThat(home.run("sheet", "write", "--out", "sheet.csv").err()).startsWith("--out must be a file that ends in .xlsx");
        Files.createDirectories(home.home.folder().resolve("folder.xlsx"));
        assertThat(home.run("sheet", "write", "--out", "folder.xlsx").err()).startsWith("Cannot write to ").contains("--out");
        assertThat(home.home.folder().resolve(".folder.xlsx.new")).doesNotExist();
        home.run("sheet", "write");
        Files.writeString(home.home.folder().resolve("list.csv"), "Company,Country\nAcme,DE\n");
        Said list = home.run("sheet", "check", "--file", "list.csv");
        assertThat(list.err()).contains("cannot be read: neither Overview nor Log is in it").contains("customers import");
        assertThat(list.exit()).isEqualTo(1);
        assertThat(home.run("sheet", "check", "--file", "none.xlsx").err()).startsWith("There is no ").contains("look at its name and folder");
    }

    @Test
    void whatCannotBeDecidedIsSaidInOneSentenceThatTellsWhatToDo() {
        assertThat(home.run("undo", "abc").err()).startsWith("'abc' is no number of a decision; 'genjin undo --list' shows them.");
        assertThat(home.run("questions", "abc", "yes").err()).startsWith("'abc' is no number of a question; 'genjin questions' shows them.");
        assertThat(home.run("set-aside", "--limit", "-1").err()).startsWith("--limit is a number from 1 on, not -1.");
        assertThat(home.run("set-aside", "--limit", "-1").exit()).isEqualTo(2);
        assertThat(home.run("undo").err()).startsWith("There is nothing to undo.");
    }

    @Test
    void aConfigurationWithErrorsNamesAllOfThemAndNothingStarts() throws Exception {
        home.write("languge: en\nmailboxes:\n  - address: nobody\n    secret: hunter2\n");
        Said said = home.run("status");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("1.").contains("2.").contains("3.").contains("line 1").contains("language").doesNotContain("hunter2");
        assertThat(home.home.ledger()).doesNotExist();
    }

    @Test
    void aChatExportIsImportedOnceAndANewerOneAddsOnlyWhatIsNew() throws Exception {
        Path chat = folder.resolve("WhatsApp Chat with Ana.txt");
        String text = "12/03/2026, 14:05 - Ana: do you have flanges?\n12/03/2026, 14:09 - Li: yes, which size?\n";
        Files.writeString(chat, text);
        assertThat(home.run("import", chat.toString()).out()).startsWith("2 new, 0 seen again, 0 unreadable");
        Files.writeString(chat, text + "13/03/2026, 09:00 - Ana: DN80 please\n");
        JsonNode again = json(home.run("import", chat.toString(), "--json"));
        assertThat(again.at("/stored").asInt()).isEqualTo(1);
        assertThat(again.at("/seenAgain").asInt()).isEqualTo(2);
        assertThat(home.run("find", "DN80", "channel:whatsapp").out()).contains("1 found");
    }

    @Test
    void aFileThatIsNoMailIsNamedWithWhatWasExpected() throws Exception {
        Path good = Files.write(folder.resolve("good.eml"), mail().text("hello").bytes());
        Path bad = Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2});
        Said both = home.run("import", good.toString(), bad.toString());
        assertThat(both.exit()).isEqualTo(3);
        assertThat(both.out()).startsWith("1 new");
        assertThat(both.err()).contains("photo.jpg").contains("neither a mail nor a chat export");
        assertThat(home.run("import", bad.toString()).exit()).isEqualTo(1);
    }

    @Test
    void readAnswersEveryPathAndStoresNothing() throws Exception {
        Path good = Files.write(folder.resolve("good.eml"), mail().subject("报价").text("new words\n\n> old words").bytes());
        Said said = home.runWith(good + "\n" + folder.resolve("gone.eml") + "\n", "read", "-");
        List<JsonNode> lines = said.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(said.exit()).isEqualTo(3);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).at("/kind").asString()).isEqualTo("message");
        assertThat(lines.get(0).at("/subject").asString()).isEqualTo("报价");
        assertThat(lines.get(0).at("/text").asString()).isEqualTo("new words");
        assertThat(lines.get(0).at("/quoted").asString()).isEqualTo("old words");
        assertThat(lines.get(1).at("/kind").asString()).isEqualTo("unreadable");
        assertThat(home.home.ledger()).doesNotExist();
    }

    @Test
    void aNewsletterAndAnAutomaticAnswerWaitForNoAnswerWhateverTheyAsk() throws Exception {
        String question = "Could you please send us your best price by Friday?";
        Path person = Files.write(folder.resolve("person.eml"), mail().text(question).bytes());
        Path letter = Files.write(folder.resolve("letter.eml"), mail().header("List-Unsubscribe: <https://news.example/u>").text(question).bytes());
        Path machine = Files.write(folder.resolve("machine.eml"), mail().header("Auto-Submitted: auto-replied").text(question).bytes());
        List<JsonNode> lines = home.run("read", person.toString(), letter.toString(), machine.toString())
                .out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).extracting(it -> it.at("/expectsAnswer").asBoolean()).containsExactly(true, false, false);
        assertThat(lines).extracting(it -> it.at("/promises").isEmpty()).containsExactly(false, true, true);
    }

    @Test
    void readTellsWhenSomebodyIsBackAndUntilWhenAnOfferHolds() throws Exception {
        Path away = Files.write(folder.resolve("away.eml"), mail().header("Auto-Submitted: auto-replied")
                .text("I am out of the office and will be back on 16 March 2026.").at("2026-03-02T02:00:00Z").bytes());
        Path offer = Files.write(folder.resolve("offer.eml"), mail().text("USD 4.20/pc. This offer is valid until 31 March 2026.")
                .at("2026-03-02T02:00:00Z").bytes());
        List<JsonNode> lines = home.run("read", away.toString(), offer.toString()).out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines.get(0).at("/backOn").asString()).isEqualTo("2026-03-16");
        assertThat(lines.get(0).has("validUntil")).isFalse();
        assertThat(lines.get(1).at("/validUntil").asString()).isEqualTo("2026-03-31");
    }

    @Test
    void theDigestIsShownAndSent() throws Exception {
        home.run("sync");
        assertThat(home.run("digest", "preview").out()).contains("Subject: Follow-up 03-03: 1 waiting for me").contains("Acme");
        assertThat(home.run("digest", "send").out()).contains("sent");
        assertThat(home.run("digest", "send").out()).contains("settled before");
        assertThat(server.digests(LI)).hasSize(1);
    }

    @Test
    void verifyIsSoundAndSaysWhenBytesAreGone() throws Exception {
        home.run("sync");
        assertThat(home.run("verify").out()).contains("all is sound");
        assertThat(home.run("reindex").out()).contains("2 messages are searchable");
        Daemon.deleteAll(home.home.store());
        Said said = home.run("verify", "--json");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(JsonMapper.shared().readTree(said.out()).at("/sound").asBoolean()).isFalse();
    }

    @Test
    void tablesForOtherProgramsHaveOneHeaderAndHarmlessCells() throws Exception {
        home.run("sync");
        home.run("set", "acme", "notes==1+1");
        assertThat(home.run("export", "standard").out()).contains("1 rows");
        Path table = home.home.sheets().resolve("Standard customer table.csv");
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.get(0)).startsWith("\ufeffcustomer_id,company,");
        assertThat(lines.get(1)).startsWith("C0001,Acme,").contains("'=1+1");
        assertThat(home.run("export", "log", "--out", "log.xlsx").exit()).isZero();
        assertThat(home.home.folder().resolve("log.xlsx")).isNotEmptyFile();
        assertThat(home.run("export", "log", "--out", "log.doc").exit()).isEqualTo(2);
    }

    @Test
    void nobodyElseCanLookIntoAHome() throws Exception {
        home.run("sync");
        for (Path it : List.of(home.home.ledger(), home.home.store(), home.home.index(), home.home.sheets())) {
            assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(it))).as(it.toString()).isEqualTo("rwx------");
        }
    }

    @Test
    void everyCommandHasHelp() {
        for (String verb : List.of("demo", "init", "run", "doctor", "status", "sync", "import", "read", "find", "customers", "show", "today",
                "set", "log", "next", "merge", "split", "assign", "set-aside", "questions", "undo", "digest", "report", "sheet", "export", "verify", "reindex", "bench")) {
            Said said = home.run(verb, "--help");
            assertThat(said.exit()).as(verb).isZero();
            assertThat(said.out()).as(verb).contains("Usage: genjin " + verb);
        }
    }

    @Test
    void doctorTriesEverything() {
        Said well = home.run("doctor");
        assertThat(well.exit()).as(well.out()).isZero();
        assertThat(well.out()).contains("ok    read " + LI).contains("ok    send as " + LI).contains("All is well");
        server.close();
        Said ill = home.run("doctor");
        assertThat(ill.exit()).isEqualTo(1);
        assertThat(ill.out()).contains("FAIL  read " + LI).contains("does not answer");
    }

    @Test
    void anOptionThatAMeasureDoesNotUseIsRefusedRatherThanIgnored() {
        assertThat(bench("due", "--mails", "-3")).contains("bench due does not use --mails; it takes --customers.");
        assertThat(bench("read", ".", "--seed", "3", "--documents")).contains("bench read does not use --seed, --documents; it takes PATH, --runs.");
        assertThat(bench("pull", "--mails", "0")).contains("bench pull [--mails N]");
        assertThat(bench("start", "somewhere")).contains("bench start does not use PATH; it takes --mails.");
    }

    /** It takes no home. */
    private String bench(String... arguments) {
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        java.io.PrintStream out = new java.io.PrintStream(err, true, java.nio.charset.StandardCharsets.UTF_8);
        org.genjin.daemon.cli.Terminal terminal = new org.genjin.daemon.cli.Terminal(java.io.InputStream.nullInputStream(), out, out, false, folder);
        String[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of("bench"), java.util.Arrays.stream(arguments)).toArray(String[]::new);
        assertThat(Main.run(all, home.around, terminal)).isEqualTo(2);
        return err.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
