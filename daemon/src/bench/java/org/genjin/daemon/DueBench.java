package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.config.Home;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FollowUpBoard;

/** How long it takes to say who is due, with many customers who have written much: now, and as it was a month ago. */
final class DueBench {

    private static final int OF_A_CUSTOMER = 40;
    private static final int TIMES = 60;
    private static final int SHOWN = 20;
    private static final int WEEKS = 12;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final Surroundings around;
    private final BenchLines lines;

    DueBench(Surroundings around, PrintStream out) {
        this.around = around;
        this.lines = new BenchLines(out);
    }

    int run(int customers) throws IOException {
        Path folder = Files.createTempDirectory("genjin-bench");
        try (Daemon daemon = Daemon.open(
                new Home(folder), BenchConfig.of(around.zone(), List.of(), List.of(), List.of("factory.example")), around)) {
            Instant now = around.clock().instant();
            new MadeUpCustomers(OF_A_CUSTOMER, around.zone()).put(daemon.ledger(), customers, now);
            lines.say("customers", customers + " with " + OF_A_CUSTOMER + " messages each");
            measure(daemon, "not worked out yet", now, 1);
            long begun = System.nanoTime();
            daemon.desk().indexing().renewStandings();
            lines.say("working it out", Duration.ofNanos(System.nanoTime() - begun));
            measure(daemon, "first time", now, 1);
            measure(daemon, "today", now, TIMES);
            measure(daemon, "a month ago", now.minus(Duration.ofDays(30)), TIMES / 10);
            report(daemon, now);
            return Exit.DONE;
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private void measure(Daemon daemon, String what, Instant at, int times) {
        FollowUpBoard board = daemon.desk().board();
        double[] millis = new double[times];
        double[] all = new double[times];
        List<DueItem> due = List.of();
        for (int i = 0; i < times; i++) {
            long begun = CLOCK.getCurrentThreadCpuTime();
            due = board.dueInBrief(Optional.empty(), at);
            board.inFull(due.subList(0, Math.min(SHOWN, due.size())));
            millis[i] = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e6;
            board.inFull(due);
            all[i] = (CLOCK.getCurrentThreadCpuTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        Arrays.sort(all);
        lines.say(what, String.format(
                Locale.ROOT, "%.1f ms of processor time (quickest %.1f) for the first %d of %d, %.1f ms more for all",
                millis[times / 2], millis[0], SHOWN, due.size(), all[times / 2] - millis[times / 2]));
    }

    private void report(Daemon daemon, Instant now) {
        for (String what : List.of("report, first time", "report")) {
            long begun = CLOCK.getCurrentThreadCpuTime();
            daemon.desk().reports().of(List.of(MadeUpCustomers.OWNER), WEEKS, now.minus(Duration.ofDays(what.length()))).owners();
            lines.say(what, String.format(
                    Locale.ROOT, "%.1f s of processor time for %d weeks", (CLOCK.getCurrentThreadCpuTime() - begun) / 1e9, WEEKS));
        }
    }
}
