package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;

/** Reads files by the connector alone, several times over; nothing is stored. Says how fast, by the median. */
final class ReadBench {

    private static final int BATCH = 100;

    private final Surroundings around;
    private final BenchLines lines;

    ReadBench(Surroundings around, PrintStream out) {
        this.around = around;
        this.lines = new BenchLines(out);
    }

    private record Run(int mailboxes, int messages, int unreadable, double seconds) {}

    int run(Path path, int runs) throws IOException, Trouble {
        long bytes = bytes(path);
        List<Run> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Run run = once(path);
            all.add(run);
            lines.say("run " + (i + 1), String.format(Locale.ROOT, "%.2f s", run.seconds()));
        }
        List<Double> times = all.stream().map(Run::seconds).sorted().toList();
        double median = times.get(times.size() / 2);
        Run last = all.getLast();
        lines.say("read", last.messages() + " messages (" + last.unreadable() + " unreadable) in " + last.mailboxes() + " mailboxes, "
                + bytes / 1_000_000 + " MB");
        lines.say("median", String.format(Locale.ROOT, "%.2f s = %.1f MB/s, %.0f messages/s", median, bytes / 1e6 / median, last.messages() / median));
        lines.say("peak heap", heap() / 1_000_000 + " MB of " + Runtime.getRuntime().maxMemory() / 1_000_000);
        return Exit.DONE;
    }

    private Run once(Path path) throws Trouble {
        SourceConfig.Files source = new SourceConfig.Files(List.of(path), path, Optional.empty(), "bench@factory.example", around.zone());
        int messages = 0;
        int unreadable = 0;
        long begun = System.nanoTime();
        try (Connector connector = new Connectors(around.environment(), around.clock()).open(source)) {
            List<Mailbox> mailboxes = connector.mailboxes();
            for (Mailbox mailbox : mailboxes) {
                Batch batch;
                Cursor cursor = Cursor.START;
                do {
                    batch = connector.pull(mailbox, cursor, BATCH);
                    messages += batch.messages().size();
                    unreadable += batch.unreadable().size();
                    cursor = batch.next();
                } while (!batch.drained());
            }
            return new Run(mailboxes.size(), messages, unreadable, (System.nanoTime() - begun) / 1e9);
        } catch (ConnectorException e) {
            throw Trouble.failed(String.valueOf(e.getMessage()));
        }
    }

    private static long bytes(Path path) throws IOException, Trouble {
        if (!Files.exists(path)) {
            throw Trouble.usage("There is no " + path + ".");
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum();
        }
    }

    /** The most that was ever in use. */
    static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(it -> it.getUsed())
                .sum();
    }
}
