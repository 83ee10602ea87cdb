package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.config.AppConfig;
import org.genjin.config.Home;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.daemon.cli.BenchSource;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.ingest.Poll;

/** Takes a mailbox into an empty home and says how long each part took: until every message can be found. */
final class IngestBench {

    /** How the line begins that says after how many seconds since the process began all could be found. */
    static final String SINCE_START = "since start";
    /** How the line begins that says how many megabytes the home takes. */
    static final String ON_DISK = "on disk";

    private static final int MORE = 11;
    private static final String OWNER = MadeUpMailbox.OWNER;

    private final Surroundings around;
    private final BenchLines lines;

    IngestBench(Surroundings around, PrintStream out) {
        this.around = around;
        this.lines = new BenchLines(out);
    }

    int run(BenchSource.Ingest from) throws IOException, Trouble {
        Path folder = Files.createTempDirectory("genjin-bench");
        try {
            measure(from, new Home(folder));
            return Exit.DONE;
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private void measure(BenchSource.Ingest from, Home home) throws IOException, Trouble {
        SourceConfig source = source(from);
        AppConfig config = config(source);
        try (Daemon daemon = Daemon.open(home, config, around)) {
            Desk desk = daemon.desk();
            long begun = System.nanoTime();
            Poll.Outcome first = desk.sync().poll(source, Poll.Progress.SILENT);
            double stored = seconds(begun);
            boolean documents = from instanceof BenchSource.Mails mails && mails.documents();
            desk.indexing().await(documents, () -> {});
            double found = seconds(begun);
            double sinceStart = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
            if (first instanceof Poll.Outcome.Failed failed) {
                throw Trouble.failed(failed.problem());
            }
            Poll.Tally tally = first.tally();
            int messages = tally.stored() + tally.seenAgain();
            lines.say("messages", messages + " (" + tally.unreadable() + " unreadable), " + desk.index().documents() + " findable");
            lines.say("stored after", String.format(Locale.ROOT, "%.2f s", stored));
            lines.say(SINCE_START, String.format(Locale.ROOT, "%.2f s", sinceStart));
            lines.say(documents ? "all findable after" : "findable after", String.format(Locale.ROOT, "%.2f s = %.0f messages/s", found, messages / found));
            Poll.Times times = tally.times();
            lines.say("fetch", times.fetch());
            lines.say("parse", times.parse());
            lines.say("read words", times.read());
            lines.say("match", times.match());
            lines.say("ledger+store", times.store());
            lines.say("index", desk.indexing().spent());
            lines.say("put into the index", desk.indexing().entries() + " times");
            lines.say("grown to", String.format(Locale.ROOT, "%.1f MB", Timed.size(home.folder()) / 1e6));
            long room = System.nanoTime();
            daemon.ledger().giveRoomBack();
            lines.say("ledger written anew", String.format(Locale.ROOT, "in %.2f s", seconds(room)));
            lines.say(ON_DISK, String.format(Locale.ROOT, "%.1f MB", Timed.size(home.folder()) / 1e6));
            long again = System.nanoTime();
            Poll.Outcome second = desk.sync().poll(source, Poll.Progress.SILENT);
            lines.say("second poll", String.format(Locale.ROOT, "%.3f s, %d new", seconds(again), second.tally().stored()));
            lines.say("one more mail", fresh(desk));
            lines.say("peak heap", heap() / 1_000_000 + " MB of " + Runtime.getRuntime().maxMemory() / 1_000_000);
            resident().ifPresent(it -> lines.say("peak resident", it));
        }
    }

    /** How long after being stored mails that come one by one are found. */
    private String fresh(Desk desk) throws IOException {
        Path folder = Files.createTempDirectory("genjin-bench-mail");
        try {
            SourceConfig one = new SourceConfig.Files(List.of(folder), folder, Optional.empty(), OWNER, around.zone());
            List<Double> waited = new ArrayList<>();
            for (int i = 0; i < MORE; i++) {
                String word = "justnow" + i;
                Files.writeString(folder.resolve(i + ".eml"), "From: Kim <kim@new" + i + ".example>\r\nTo: " + OWNER
                        + "\r\nSubject: " + word + "\r\nMessage-ID: <" + word + "@new.example>\r\n\r\nPlease quote 500 pcs.\r\n");
                desk.sync().poll(one, Poll.Progress.SILENT);
                long stored = System.nanoTime();
                while (desk.finder().find(word, Optional.empty(), 1, 0, around.clock().instant()).total() == 0) {
                    Thread.onSpinWait();
                }
                waited.add(seconds(stored));
            }
            Collections.sort(waited);
            return String.format(
                    Locale.ROOT, "findable %.2f s after being stored (median of %d; at most %.2f s)", waited.get(MORE / 2), MORE,
                    waited.getLast());
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(it -> it.getUsed())
                .sum();
    }

    /** What Linux says of this process; elsewhere nothing does. */
    private static Optional<String> resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(it -> it.startsWith("VmHWM:"))
                        .map(it -> it.substring(6).strip())
                        .findFirst()
                : Optional.empty();
    }

    private SourceConfig source(BenchSource.Ingest from) {
        return switch (from) {
            case BenchSource.Imap it -> new SourceConfig.Imap(
                    OWNER, OWNER, it.user(), new Secret.Environment("GENJIN_BENCH_PASSWORD"),
                    new Server(it.host(), it.port(), Server.Tls.NONE), Optional.empty(), Optional.empty());
            case BenchSource.Mails it ->
                new SourceConfig.Files(List.of(it.folder()), it.folder(), Optional.empty(), OWNER, around.zone());
        };
    }

    private AppConfig config(SourceConfig source) {
        List<SourceConfig.Imap> mailboxes = source instanceof SourceConfig.Imap imap ? List.of(imap) : List.of();
        return BenchConfig.of(around.zone(), mailboxes, List.of(), List.of("factory.example"));
    }
}
