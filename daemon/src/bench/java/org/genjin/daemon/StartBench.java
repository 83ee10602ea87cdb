package org.genjin.daemon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.genjin.config.Home;
import org.genjin.config.SourceConfig;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.web.DaemonFile;
import org.genjin.daemon.web.RemoteCommand;

/**
 * How long the daemon of a home with many mails takes from the start of its process until it has answered a question, with the cache
 * that the launcher made for this benchmark and without; and what it takes when it has nothing to do, with five mailboxes at a Dovecot
 * where one is installed.
 */
final class StartBench {

    private static final int TIMES = 3;
    private static final int MAILBOXES = 5;
    private static final Duration SETTLE = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final String CACHE = "-XX:AOTCache";

    private final Surroundings around;
    private final BenchLines lines;

    StartBench(Surroundings around, PrintStream out) {
        this.around = around;
        this.lines = new BenchLines(out);
    }

    int run(int mails) throws IOException, Trouble {
        Path folder = Files.createTempDirectory("genjin-start");
        Optional<Path> dovecot = Installed.program(around, "dovecot");
        try (DovecotServer server = new DovecotServer(folder, dovecot.orElse(Path.of("dovecot")))) {
            Home home = new Home(Files.createDirectory(folder.resolve("home")));
            fill(home, folder, mails);
            if (dovecot.isPresent()) {
                server.put("", 1, "S", "From: kim@acme.example\r\nTo: li@factory.example\r\nSubject: one\r\n\r\nOne.\r\n".getBytes(StandardCharsets.UTF_8));
                server.start();
            }
            Files.writeString(home.configFile(), config(folder, dovecot.isPresent() ? server.port() : 0));
            lines.say("messages", Integer.toString(mails));
            List<String> cache = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(it -> it.startsWith(CACHE) || it.startsWith("-Xlog:aot"))
                    .toList();
            for (int i = 0; i < TIMES; i++) {
                lines.say("without the cache", start(home, List.of("-Xshare:auto"), false));
                if (!cache.isEmpty()) {
                    lines.say("with the cache", start(home, cache, false));
                }
            }
            start(home, cache, true);
            return Exit.DONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a benchmark", e);
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private void fill(Home home, Path folder, int mails) throws IOException, Trouble {
        Path maildir = folder.resolve("Maildir");
        new MadeUpMailbox(mails, 0).write(maildir);
        SourceConfig source = new SourceConfig.Files(List.of(maildir), maildir, Optional.empty(), MadeUpMailbox.OWNER, around.zone());
        try (Daemon daemon = Daemon.open(home, BenchConfig.of(around.zone(), List.of(), List.of(), List.of("factory.example")), around)) {
            if (daemon.desk().sync().poll(source, Poll.Progress.SILENT) instanceof Poll.Outcome.Failed failed) {
                throw Trouble.failed(failed.problem());
            }
            daemon.desk().indexing().await(false, () -> {});
        }
    }

    private static String config(Path folder, int port) throws IOException {
        StringBuilder yaml = new StringBuilder("language: en\nour-domains: [factory.example]\nweb: {listen: \"127.0.0.1:0\"}\n");
        if (port == 0) {
            return yaml + "exports:\n  - {folder: " + Files.createDirectory(folder.resolve("exports")) + ", owner: " + MadeUpMailbox.OWNER + "}\n";
        }
        Path secret = Files.writeString(folder.resolve("secret"), "secret\n");
        yaml.append("mailboxes:\n");
        for (int i = 0; i < MAILBOXES; i++) {
            yaml.append("  - {address: rep").append(i).append("@factory.example, secret: \"file:").append(secret)
                    .append("\", since: all, imap: {host: 127.0.0.1, port: ").append(port).append(", tls: none}}\n");
        }
        return yaml.toString();
    }

    private Duration start(Home home, List<String> options, boolean idle) throws IOException, InterruptedException, Trouble {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of(
                "-Xms32m", "-Xmx512m", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "run",
                "--home", home.folder().toString()));
        long begun = System.nanoTime();
        Process daemon = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.folder().resolve("said").toFile())
                .start();
        try {
            while (!answers(home, daemon)) {
                if (daemon.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw Trouble.failed("The daemon ended: " + Files.readString(home.folder().resolve("said")));
                }
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (idle) {
                idle(daemon);
            }
            return took;
        } finally {
            daemon.destroy();
            daemon.onExit().join();
        }
    }

    private boolean answers(Home home, Process daemon) throws IOException {
        Optional<DaemonFile.Daemon> file = DaemonFile.running(home.daemonFile()).filter(it -> it.process() == daemon.pid());
        if (file.isEmpty()) {
            return false;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, out, false, home.folder());
        return RemoteCommand.run(
                        URI.create(file.get().address()), file.get().token(), new String[] {"find", "inquiry", "--json"}, terminal)
                == Exit.DONE;
    }

    private void idle(Process daemon) throws InterruptedException {
        daemon.waitFor(SETTLE.toMillis(), TimeUnit.MILLISECONDS);
        Duration before = used(daemon);
        daemon.waitFor(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        lines.say("idle", String.format(
                Locale.ROOT, "%.2f %% of a core, %d MB resident", 100.0 * used(daemon).minus(before).toMillis() / IDLE.toMillis(),
                Timed.resident(daemon.toHandle()) / 1_000_000));
    }

    private static Duration used(Process daemon) {
        return daemon.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
