package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genjin.config.AppConfig;
import org.genjin.config.ConfigLoader;
import org.genjin.config.Home;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.ingest.Poll;

/** A home in a temporary folder, commands to run on it, and a clock to move. */
final class TestHome {

    static final String LI = "li@factory.example";
    static final String WANG = "wang@factory.example";

    final Home home;
    final MutableClock clock;
    final Surroundings around;

    TestHome(Path folder, MutableClock clock) {
        this(folder, clock, Map.of("MAIL_SECRET", "secret"));
    }

    TestHome(Path folder, MutableClock clock, Map<String, String> environment) {
        this.home = new Home(folder);
        this.clock = clock;
        this.around = new Surroundings(environment, folder, ZoneId.of("Asia/Shanghai"), clock);
    }

    /** Mailboxes of the server's users, in English, in Shanghai's time. */
    TestHome configure(TestMailServer server, String... addresses) throws IOException {
        StringBuilder yaml = new StringBuilder("language: en\ntime-zone: Asia/Shanghai\nmailboxes:\n");
        for (String address : addresses) {
            yaml.append("  - {address: ").append(address).append(", secret: \"env:MAIL_SECRET\", since: all, imap: {host: 127.0.0.1, port: ")
                    .append(server.imapPort()).append(", tls: none}, smtp: {host: 127.0.0.1, port: ").append(server.smtpPort()).append(", tls: none}}\n");
        }
        yaml.append("our-domains: [factory.example]\nweb: {listen: \"127.0.0.1:0\"}\n");
        return write(yaml.toString());
    }

    /** Polls all sources to their ends and waits until everything can be found. */
    static void sync(Desk desk) throws Exception {
        assertThat(desk.sync().pollAll(desk.config().sources(), Poll.Progress.SILENT).values())
                .allMatch(it -> it instanceof Poll.Outcome.Drained);
        desk.indexing().await(true, () -> {});
    }

    TestHome write(String yaml) throws IOException {
        Files.createDirectories(home.folder());
        Files.writeString(home.configFile(), yaml);
        return this;
    }

    AppConfig config() throws Exception {
        return new ConfigLoader(home.folder(), around.zone()).load(home.configFile());
    }

    Daemon open() throws Exception {
        return Daemon.open(home, config(), around);
    }

    /** What a command said. */
    record Said(int exit, String out, String err) {}

    Said run(String... arguments) {
        return runWith("", arguments);
    }

    Said runWith(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false,
                home.folder());
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.isEmpty() && !all.contains("read") && !all.contains("--help") && !all.contains("--version")) {
            all.add(1, "--home");
            all.add(2, home.folder().toString());
        }
        int exit = Main.run(all.toArray(String[]::new), around, terminal);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
