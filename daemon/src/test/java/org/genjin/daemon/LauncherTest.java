package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genjin.connectors.Needs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher alone, with no program beside it: what it answers, the running daemon has answered. */
class LauncherTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-07T01:00:00Z"); // a Saturday: no digest leaves
    private TestMailServer server;
    private TestHome home;
    private Serving serving;

    @BeforeEach
    void begin() throws Exception {
        Needs.tool("curl");
        server = new TestMailServer(LI);
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Catalogue").text("Our catalogue.").at("2026-02-20T02:00:00Z"));
        server.deliver(LI, mail().from("Kim <kim@acme.example>").text("请报价 flange A-1312/B & \"DN50\" 100%").at("2026-03-02T02:00:00Z"));
        home = new TestHome(folder.resolve("my home"), clock).configure(server, LI);
        serving = new Serving(home);
    }

    @AfterEach
    void end() throws Exception {
        if (server != null) {
            serving.close();
            server.close();
        }
    }

    @Test
    void whatIsAskedWhileTheDaemonRunsIsAnsweredWithoutStartingJava() throws Exception {
        assertThat(genjin("find", "报价 A-1312/B", "--limit", "3", "--json")).contains("\"total\" : 1").contains("\"name\" : \"Acme\"");
        assertThat(genjin("find", "\"DN50\" 100%")).contains("1 found in");
        assertThat(genjin("customers")).contains("Acme");
        assertThat(genjin("status", "--json")).startsWith("{");
    }

    @Test
    void whatTheDaemonRefusesGoesTheUsualWayWhichSaysWhatIsWrong() throws Exception {
        assertThat(genjin("find", "--limit", "none")).as("there is no program here to go to").doesNotContain("found");
        assertThat(genjin("show", "Nobody Ltd")).isEmpty();
        assertThat(genjin("customers", "import", "list.csv")).as("no question").isEmpty();
    }

    /** What it prints on standard output. */
    private String genjin(String... arguments) throws Exception {
        Path alone = Files.createDirectories(folder.resolve("alone")).resolve("genjin");
        if (!Files.exists(alone)) {
            Files.copy(Path.of("..", "genjin"), alone);
        }
        List<String> command = new ArrayList<>(List.of("sh", alone.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.home.folder().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("http_proxy", "http://127.0.0.1:9");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
