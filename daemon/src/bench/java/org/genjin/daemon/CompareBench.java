package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.cli.BenchSource;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;

/**
 * Genjin beside the indexers that are installed, on the same Maildir in the same run, in turns: how many mails a second until all
 * can be found, memory, disk, and how long a search from the command line takes. Each is a process that begins with nothing.
 * Genjin also stores the mail, keeps the ledger, and says whose each message is; the others index only.
 */
final class CompareBench {

    private final Surroundings around;
    private final PrintStream out;

    CompareBench(Surroundings around, PrintStream out) {
        this.around = around;
        this.out = out;
    }

    /** @param bytes on disk afterwards */
    private record Run(double seconds, long resident, long bytes) {}

    private interface Indexer {
        Run index() throws IOException, InterruptedException, Trouble;
    }

    private record Measured(String name, Indexer indexer, List<Run> runs) {

        Run median() {
            return runs.stream().sorted((a, b) -> Double.compare(a.seconds(), b.seconds())).toList().get(runs.size() / 2);
        }
    }

    int run(BenchSource.Beside what) throws IOException, Trouble {
        Path folder = Files.createTempDirectory("genjin-compare");
        try {
            Path maildir = folder.resolve("Maildir");
            MadeUpMailbox mailbox = new MadeUpMailbox(what.mails(), what.documents() ? 10 : 0);
            long bytes = mailbox.write(maildir);
            out.println(String.format(
                    Locale.ROOT, "%d mails, %d MB, %s; medians of %d", what.mails(), bytes / 1_000_000,
                    what.documents() ? "every tenth with a PDF, DOCX or XLSX" : "no attachments", what.runs()));
            List<Measured> all = all(maildir, folder, what.documents());
            for (int i = 0; i < what.runs(); i++) {
                for (Measured it : all) {
                    it.runs().add(it.indexer().index());
                }
            }
            print(all, what.mails(), bytes);
            find(mailbox.someWords(), folder);
            return Exit.DONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a benchmark", e);
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private List<Measured> all(Path maildir, Path folder, boolean documents) {
        List<Measured> all = new ArrayList<>();
        all.add(new Measured("genjin", () -> genjin(maildir, documents), new ArrayList<>()));
        for (Peer it : Peer.values()) {
            Installed.program(around, it.program()).ifPresentOrElse(
                    program -> all.add(new Measured(it.program(), () -> index(it, program, maildir, folder), new ArrayList<>())),
                    () -> out.println(it.program() + " is not installed: not compared"));
        }
        return all;
    }

    private static Run genjin(Path maildir, boolean documents) throws IOException, InterruptedException, Trouble {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-Xmx512m", "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "bench",
                "ingest", maildir.toString()));
        if (documents) {
            command.add("--documents");
        }
        Timed timed = Timed.run(command, Map.of());
        // From the start of the process until all can be found: the second poll and the tidying up do not count.
        return new Run(number(timed, IngestBench.SINCE_START), timed.resident(), (long) (number(timed, IngestBench.ON_DISK) * 1e6));
    }

    private static double number(Timed timed, String line) throws Trouble {
        return timed.said().stream()
                .filter(it -> it.startsWith(line))
                .mapToDouble(it -> Double.parseDouble(it.substring(line.length()).strip().split(" ", -1)[0]))
                .findFirst()
                .orElseThrow(() -> Trouble.failed("The take-in did not say '" + line + "': " + String.join(" / ", timed.said())));
    }

    private static Run index(Peer peer, Path program, Path maildir, Path folder) throws IOException, InterruptedException, Trouble {
        Path own = folder.resolve(peer.program());
        if (Files.exists(own)) {
            Daemon.deleteAll(own);
        }
        double seconds = 0;
        long resident = 0;
        for (List<String> command : peer.index(program.toString(), maildir, own)) {
            Timed timed = Timed.run(command, peer.environment(own));
            seconds += timed.seconds();
            resident = Math.max(resident, timed.resident());
        }
        return new Run(seconds, resident, Timed.size(own));
    }

    private void print(List<Measured> all, int mails, long bytes) {
        out.println(String.format(Locale.ROOT, "%-12s %12s %14s %10s %18s", "", "messages/s", "genjin is", "memory MB", "disk of mailbox"));
        double own = all.getFirst().median().seconds();
        for (Measured it : all) {
            Run median = it.median();
            out.println(String.format(
                    Locale.ROOT, "%-12s %12.0f %14s %10d %18.2f   (%s)", it.name(), mails / median.seconds(),
                    it.equals(all.getFirst()) ? "" : String.format(Locale.ROOT, "%.2f x", median.seconds() / own),
                    median.resident() / 1_000_000, (double) median.bytes() / bytes,
                    String.join(", ", it.runs().stream().map(run -> String.format(Locale.ROOT, "%.1f s", run.seconds())).toList())));
        }
    }

    private void find(List<String> words, Path folder) throws IOException, InterruptedException, Trouble {
        for (Peer peer : Peer.values()) {
            Optional<Path> program = Installed.program(around, peer.program());
            Path own = folder.resolve(peer.program());
            if (program.isEmpty() || peer.find("", "", own).isEmpty()) {
                continue;
            }
            List<Double> millis = new ArrayList<>();
            for (String word : words) {
                List<String> command = peer.find(program.get().toString(), word, own).orElseThrow();
                Timed.run(command, peer.environment(own));
                millis.add(Timed.run(command, peer.environment(own)).seconds() * 1000);
            }
            double[] sorted = millis.stream().mapToDouble(it -> it).sorted().toArray();
            out.println(String.format(
                    Locale.ROOT, "%-12s finds one of %d words, from the command line, in %.0f ms (median; %.0f to %.0f)", peer.program(),
                    words.size(), sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]));
        }
    }
}
