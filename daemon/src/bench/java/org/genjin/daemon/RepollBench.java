package org.genjin.daemon;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.genjin.config.Home;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.ingest.Sync;

/**
 * What it costs to poll twenty folders again in which nothing has changed: a Maildir that lies in a drop folder, and a Dovecot where
 * one is installed. Both as the daemon does in its rhythm, and as when a person asks and every folder is held against the ledger.
 */
final class RepollBench {

    private static final String OWNER = MadeUpMailbox.OWNER;
    private static final int FOLDERS = 20;
    private static final int TIMES = 3;

    private final Surroundings around;
    private final BenchLines lines;

    RepollBench(Surroundings around, PrintStream out) {
        Map<String, String> environment = new HashMap<>(around.environment());
        environment.put("PASSWORD", "secret");
        this.around = new Surroundings(Map.copyOf(environment), around.userHome(), around.zone(), around.clock()).aMinuteLater();
        this.lines = new BenchLines(out);
    }

    int run(int mails) throws IOException, Trouble {
        Path folder = Files.createTempDirectory("genjin-repoll");
        Optional<Path> dovecot = Installed.program(around, "dovecot");
        try (DovecotServer server = new DovecotServer(folder, dovecot.orElse(Path.of("dovecot")))) {
            fill(server, mails);
            lines.say("messages", mails + " in " + FOLDERS + " folders");
            measure("folder", new SourceConfig.DropFolder(folder.resolve("mail"), OWNER, around.zone()), folder, mails);
            if (dovecot.isEmpty()) {
                lines.say("server", "not measured, Dovecot is not installed");
                return Exit.DONE;
            }
            server.start();
            measure("server", new SourceConfig.Imap(
                    OWNER, OWNER, "li", new Secret.Environment("PASSWORD"), new Server("127.0.0.1", server.port(), Server.Tls.NONE),
                    Optional.empty(), Optional.empty()), folder, mails);
            return Exit.DONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a benchmark", e);
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private void measure(String name, SourceConfig source, Path folder, int mails) throws IOException, Trouble {
        Home home = new Home(Files.createDirectory(folder.resolve("home-" + name)));
        try (Daemon daemon = Daemon.open(home, BenchConfig.of(around.zone(), List.of(), List.of(), List.of("factory.example")), around)) {
            Sync sync = daemon.desk().sync();
            int stored = tally(sync.poll(source, Poll.Progress.SILENT)).stored();
            if (stored != mails) {
                throw Trouble.failed(stored + " messages were taken in of " + mails + ".");
            }
            daemon.desk().indexing().await(false, () -> {});
            again(name, "in its rhythm", () -> sync.poll(source, Poll.Progress.SILENT));
            again(name, "asked for", () -> sync.pollAll(List.of(source), Poll.Progress.SILENT).get(source));
        }
    }

    private void again(String name, String how, Supplier<Poll.Outcome> poll) throws Trouble {
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            long processor = processor();
            Poll.Tally tally = tally(poll.get());
            lines.say(name + " " + how, String.format(
                    Locale.ROOT, "%.3f s, %.3f s of a processor, %d new, %d seen again", (System.nanoTime() - begun) / 1e9,
                    (processor() - processor) / 1e9, tally.stored(), tally.seenAgain()));
        }
    }

    private static Poll.Tally tally(Poll.Outcome outcome) throws Trouble {
        if (outcome instanceof Poll.Outcome.Failed failed) {
            throw Trouble.failed(failed.problem());
        }
        return outcome.tally();
    }

    /** What all threads of this process have used, in nanoseconds. */
    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Short newsletters: what they say does not matter here. */
    private static void fill(DovecotServer server, int mails) throws IOException {
        for (int i = 0; i < mails; i++) {
            int folder = i % FOLDERS;
            server.put(folder == 0 ? "" : "Archiv.F" + folder, i, "S", """
                    From: News <news@letter%d.example>\r
                    To: Li Wei <li@factory.example>\r
                    Subject: News %d\r
                    Message-ID: <%d@letter.example>\r
                    Date: Mon, 2 Mar 2026 10:00:00 +0800\r
                    List-Unsubscribe: <mailto:off@letter.example>\r
                    Precedence: bulk\r
                    \r
                    What is new in week %d.\r
                    """.formatted(i % 50, i, i, i).getBytes(StandardCharsets.UTF_8));
        }
    }
}
