package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genjin.daemon.cli.Exit;
import org.genjin.index.CustomerTerms;
import org.genjin.index.IndexEntry;
import org.genjin.index.LuceneSearchIndex;
import org.genjin.index.Mark;
import org.genjin.index.SearchIndex;
import org.genjin.index.SearchQuery;
import org.genjin.index.SearchResult;

/** Fills an index with made-up messages, asks what is known to be in them, and says how right and how fast the answers are. */
final class SearchBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BATCH = 500;
    private static final int AT_ONCE = 8;
    private static final int ASKED_EACH = 500;
    private static final int SHOWN = 20;
    private static final int ALL = 10_000;
    private static final int MORE = 50;
    private static final int TYPED = 12;
    private static final int OFFERED = 4;

    private final BenchLines lines;

    SearchBench(PrintStream out) {
        this.lines = new BenchLines(out);
    }

    int run(int messages, boolean bodiesOnly) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "genjin-bench-search");
        try (SearchIndex index = LuceneSearchIndex.open(folder)) {
            MadeUpMail mail = new MadeUpMail(messages, bodiesOnly);
            fill(index, mail, messages);
            lines.say("on disk", Timed.size(folder) / 1_000_000 + " MB");
            correctness(index, mail);
            List<String> questions = new ArrayList<>();
            mail.answers().values().forEach(it -> questions.addAll(it.keySet()));
            Collections.sort(questions);
            speed(index, questions);
            fresh(index, mail, messages);
            suggestions(index, questions);
            for (Map.Entry<String, Map<String, Set<Long>>> kind : new TreeMap<>(mail.answers()).entrySet()) {
                single(index, kind.getKey(), new ArrayList<>(kind.getValue().keySet()));
            }
            return Exit.DONE;
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private void fill(SearchIndex index, MadeUpMail mail, int messages) throws IOException {
        long making = 0;
        long processorBegun = THREADS.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        for (long row = 1; row <= messages; row += BATCH) {
            long from = System.nanoTime();
            List<IndexEntry> entries = new ArrayList<>();
            for (long it = row; it < row + BATCH && it <= messages; it++) {
                entries.add(mail.message(it));
            }
            making += System.nanoTime() - from;
            index.put(entries);
        }
        index.commit(new Mark("bench", messages, ""));
        double seconds = (System.nanoTime() - begun - making) / 1e9;
        double processor = (THREADS.getCurrentThreadCpuTime() - processorBegun) / 1e9;
        lines.say("indexed", String.format(Locale.ROOT, "%d messages, %.0f a second; %.0f a second of processor time (with making them up)",
                messages, messages / seconds, messages / processor));
    }

    private void correctness(SearchIndex index, MadeUpMail mail) throws IOException {
        for (Map.Entry<String, Map<String, Set<Long>>> kind : new TreeMap<>(mail.answers()).entrySet()) {
            Tally tally = new Tally();
            int quick = 0;
            for (Map.Entry<String, Set<Long>> it : kind.getValue().entrySet()) {
                SearchResult result = search(index, it.getKey(), ALL);
                Set<Long> found = new HashSet<>();
                result.hits().forEach(hit -> found.add(hit.row()));
                if (result.total() > ALL) {
                    // More than can be shown: the count must be right, and what is shown.
                    tally.add(result.total() == it.getValue().size() && it.getValue().containsAll(found));
                } else {
                    tally.add(found, it.getValue());
                }
                quick++;
            }
            lines.say(kind.getKey(), String.format(Locale.ROOT, "recall %.3f  precision %.3f  (%d questions)", tally.recall(), tally.precision(), quick));
        }
    }

    private void speed(SearchIndex index, List<String> questions) throws IOException {
        List<Double> millis = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int round = 0; round < 2; round++) { // the first warms up
                millis.clear();
                List<Future<List<Double>>> asking = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    Random random = new Random(i + 10L * round);
                    asking.add(threads.submit(() -> ask(index, questions, random)));
                }
                for (Future<List<Double>> it : asking) {
                    millis.addAll(it.get());
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        lines.say("8 at once", percentiles(millis));
    }

    private void single(SearchIndex index, String kind, List<String> questions) throws IOException {
        long begun = THREADS.getCurrentThreadCpuTime();
        List<Double> millis = ask(index, questions, new Random(1));
        double each = (THREADS.getCurrentThreadCpuTime() - begun) / 1e6 / millis.size();
        lines.say("  " + kind, percentiles(millis) + String.format(Locale.ROOT, "  processor %.2f ms each", each));
    }

    /** From a message's being put to its being found; the daemon puts it at once, or half a second after the last one. */
    private void fresh(SearchIndex index, MadeUpMail mail, int messages) throws IOException {
        List<Double> millis = new ArrayList<>();
        for (int i = 1; i <= MORE; i++) {
            List<IndexEntry> one = List.of(mail.message(messages + i));
            long from = System.nanoTime();
            index.put(one);
            index.refresh();
            search(index, "*", 1);
            millis.add((System.nanoTime() - from) / 1e6);
        }
        lines.say("one more", percentiles(millis));
    }

    /** As somebody types a question, letter by letter. */
    private void suggestions(SearchIndex index, List<String> questions) throws IOException {
        List<Double> millis = new ArrayList<>();
        long begun = THREADS.getCurrentThreadCpuTime();
        Random random = new Random(1);
        while (millis.size() < ASKED_EACH) {
            String question = questions.get(random.nextInt(questions.size()));
            for (int length = 1; length <= Math.min(TYPED, question.length()); length++) {
                long from = System.nanoTime();
                index.suggest(question.substring(0, length), Optional.empty(), OFFERED);
                millis.add((System.nanoTime() - from) / 1e6);
            }
        }
        double each = (THREADS.getCurrentThreadCpuTime() - begun) / 1e6 / millis.size();
        lines.say("while typing", percentiles(millis) + String.format(Locale.ROOT, "  processor %.2f ms each", each));
    }

    private List<Double> ask(SearchIndex index, List<String> questions, Random random) throws IOException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < ASKED_EACH; i++) {
            String question = questions.get(random.nextInt(questions.size()));
            long from = System.nanoTime();
            search(index, question, SHOWN);
            millis.add((System.nanoTime() - from) / 1e6);
        }
        return millis;
    }

    private static String percentiles(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "p50 %.2f ms  p99 %.2f ms  most %.1f ms  (%d searches)", sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100), sorted.getLast(), sorted.size());
    }

    private static SearchResult search(SearchIndex index, String question, int limit) throws IOException {
        return index.search(SearchQuery.of(question, ZoneOffset.UTC, limit), CustomerTerms.NONE, MadeUpMail.NOW);
    }
}
