package org.genjin.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Content;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.genjin.daemon.cli.BenchSource;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.reading.WordsReading;

/**
 * Reads damaged files by the whole way from the file to the words, and says where it fails: an exception that nobody
 * declared, more than ten seconds of work for a file, a cursor that stands still, or a sound mail beside a damaged one that
 * is lost.
 */
final class Fuzz {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration HANGS = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int BATCH = 100;
    private static final int MOST_BATCHES = 100_000;
    private static final int SLOWEST = 5;
    private static final List<String> NEIGHBOURS = List.of("before@neighbour.example", "behind@neighbour.example");

    private final Surroundings around;
    private final PrintStream out;
    private final WordsReading reading = new WordsReading();

    Fuzz(Surroundings around, PrintStream out) {
        this.around = around;
        this.out = out;
    }

    /** How the damaged file lies there. */
    private enum Company {
        ALONE,
        IN_MBOX,
        IN_ZIP,
        IN_FOLDER
    }

    private record Read(int messages, int unreadable, Set<String> ids) {}

    private record Slow(int number, String file, long millis) {}

    /** What came of it. */
    record Outcome(int files, int messages, int unreadable, List<String> failures) {}

    int run(BenchSource.Damaged what) throws IOException, Trouble {
        Mutator mutator = Mutator.of(what.folder(), what.seed());
        if (mutator.isEmpty()) {
            throw Trouble.usage("There is no file in " + what.folder() + ".");
        }
        Outcome outcome = run(mutator, what.count(), what.only());
        out.println(String.format(
                Locale.ROOT, "%d files, seed %d: %d messages, %d unreadable, %d failures; peak heap %d MB of %d", outcome.files(),
                what.seed(), outcome.messages(), outcome.unreadable(), outcome.failures().size(), ReadBench.heap() / 1_000_000,
                Runtime.getRuntime().maxMemory() / 1_000_000));
        return outcome.failures().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    /** @param only the one number to be read again, its file kept for a look */
    Outcome run(Mutator mutator, int count, OptionalInt only) throws IOException {
        List<String> failures = new ArrayList<>();
        List<Slow> slowest = new ArrayList<>();
        int messages = 0;
        int unreadable = 0;
        int files = 0;
        Path folder = Files.createTempDirectory("genjin-fuzz");
        try {
            for (int number = only.orElse(0); number < only.orElse(count - 1) + 1; number++) {
                Mutator.Damaged damaged = mutator.number(number);
                Company company = Company.values()[number % 8 < 4 ? 0 : number % 4];
                Path own = Files.createTempDirectory(folder, "file");
                Path place = lay(damaged, company, own);
                AtomicLong millis = new AtomicLong(LONGEST.toMillis());
                Optional<String> failure = Optional.empty();
                try {
                    Read read = within(place, millis);
                    messages += read.messages();
                    unreadable += read.unreadable();
                    failure = lost(company, read);
                } catch (TimeoutException e) {
                    failure = Optional.of("takes more than " + LONGEST.toSeconds() + " s at " + e.getMessage());
                } catch (ExecutionException e) {
                    failure = Optional.of(trace(e));
                }
                files++;
                slowest.add(new Slow(number, damaged.name(), millis.get()));
                slowest.sort((a, b) -> Long.compare(b.millis(), a.millis()));
                slowest.subList(Math.min(SLOWEST, slowest.size()), slowest.size()).clear();
                int it = number;
                failure.ifPresent(sentence -> {
                    failures.add("--only " + it + " (" + damaged.name() + ": " + damaged.how() + ", " + company + ") " + sentence);
                    out.println(failures.getLast());
                });
                if (only.isPresent()) {
                    out.println(damaged.name() + ": " + damaged.how() + ", " + company + "; it lies at " + place);
                } else {
                    Daemon.deleteAll(own);
                }
                if (files % 1000 == 0) {
                    out.println(files + " files, " + failures.size() + " failures");
                }
            }
        } finally {
            if (only.isEmpty()) {
                Daemon.deleteAll(folder);
            }
        }
        slowest.forEach(it -> out.println("slow: --only " + it.number() + " (" + it.file() + ") " + it.millis() + " ms"));
        return new Outcome(files, messages, unreadable, failures);
    }

    /**
     * On a thread of its own: one that never comes back is left behind. What counts is the processor's time, which a busy
     * machine does not make longer; who waits for ever uses none, so that there is an end on the wall clock as well.
     */
    private Read within(Path place, AtomicLong millis) throws TimeoutException, ExecutionException {
        CompletableFuture<Read> result = new CompletableFuture<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Thread reader = Thread.ofPlatform().daemon(true).name("fuzz").start(() -> {
            try {
                Read read = read(place);
                millis.set(threads.getCurrentThreadCpuTime() / 1_000_000);
                result.complete(read);
            } catch (ConnectorException | IOException | RuntimeException | Error e) {
                result.completeExceptionally(e); // whatever it is, it is what is looked for here
            }
        });
        long begun = System.nanoTime();
        while (true) {
            try {
                return result.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long used = threads.getThreadCpuTime(reader.threadId());
                if (used > LONGEST.toNanos() || System.nanoTime() - begun > HANGS.toNanos()) {
                    throw (TimeoutException) new TimeoutException(top(reader.getStackTrace())).initCause(e);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts here", e);
            }
        }
    }

    private Read read(Path place) throws ConnectorException, IOException {
        SourceConfig.Files source =
                new SourceConfig.Files(List.of(place), place, Optional.empty(), "fuzz@factory.example", around.zone());
        int messages = 0;
        int unreadable = 0;
        Set<String> ids = new HashSet<>();
        try (Connector connector = new Connectors(around.environment(), around.clock()).open(source)) {
            for (Mailbox mailbox : connector.mailboxes()) {
                Cursor cursor = Cursor.START;
                boolean drained = false;
                for (int batches = 0; !drained; batches++) {
                    Batch batch = connector.pull(mailbox, cursor, BATCH);
                    for (Message message : batch.messages()) {
                        look(message);
                        ids.add(String.valueOf(message.messageId()));
                    }
                    messages += batch.messages().size();
                    unreadable += batch.unreadable().size();
                    if (!batch.drained() && (batch.next().equals(cursor) || batches > MOST_BATCHES)) {
                        throw new IllegalStateException("the cursor stands still in " + mailbox.name());
                    }
                    cursor = batch.next();
                    drained = batch.drained();
                }
            }
        } catch (ConnectorException.Refused e) {
            return new Read(messages, unreadable + 1, ids);
        }
        return new Read(messages, unreadable, ids);
    }

    /** What the daemon does with it: its words, its documents, its bytes. */
    private void look(Message message) throws IOException {
        reading.read(message);
        if (message.key().value().isEmpty() || message.key().value().length() > 100) {
            throw new IllegalStateException("a key of " + message.key().value().length() + " signs");
        }
        for (Message.Attachment it : message.attachments()) {
            if (it.name().indexOf('/') >= 0 || it.name().indexOf('\\') >= 0 || it.name().equals("..")) {
                throw new IllegalStateException("a path as a name: " + it.name());
            }
            Content content = it.content();
            if (content != null) {
                drain(content);
            }
        }
        drain(message.raw());
    }

    private static void drain(Content content) throws IOException {
        try (InputStream in = content.open()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static Optional<String> lost(Company company, Read read) {
        if (company == Company.ALONE) {
            return Optional.empty();
        }
        List<String> missing = NEIGHBOURS.stream().filter(it -> !read.ids().contains("<" + it + ">")).toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("loses " + missing);
    }

    /** @return what is to be read */
    private static Path lay(Mutator.Damaged damaged, Company company, Path folder) throws IOException {
        byte[] before = neighbour(NEIGHBOURS.getFirst());
        byte[] behind = neighbour(NEIGHBOURS.getLast());
        return switch (company) {
            case ALONE -> Files.write(folder.resolve(damaged.name()), damaged.bytes());
            case IN_MBOX -> {
                Path mbox = folder.resolve("mails.mbox");
                try (OutputStream file = Files.newOutputStream(mbox)) {
                    for (byte[] mail : List.of(before, damaged.bytes(), behind)) {
                        file.write("From kim@acme.example Mon Mar  2 09:00:00 2026\n".getBytes(StandardCharsets.US_ASCII));
                        file.write(mail);
                        file.write("\n\n".getBytes(StandardCharsets.US_ASCII));
                    }
                }
                yield mbox;
            }
            case IN_ZIP -> {
                Path zip = folder.resolve("mails.zip");
                try (ZipOutputStream file = new ZipOutputStream(Files.newOutputStream(zip))) {
                    entry(file, "a.eml", before);
                    entry(file, "b " + damaged.name(), damaged.bytes());
                    entry(file, "c.eml", behind);
                }
                yield zip;
            }
            case IN_FOLDER -> {
                Path mails = Files.createDirectory(folder.resolve("mails"));
                Files.write(mails.resolve("a.eml"), before);
                Files.write(mails.resolve("b " + damaged.name()), damaged.bytes());
                Files.write(mails.resolve("c.eml"), behind);
                yield mails;
            }
        };
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] neighbour(String id) {
        return ("From: Kim <kim@acme.example>\nTo: li@factory.example\nSubject: Order\nDate: Mon, 2 Mar 2026 09:00:00 +0800\n"
                        + "Message-ID: <" + id + ">\n\n500 pcs, please.\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String trace(ExecutionException failed) {
        Throwable cause = failed;
        while ((cause instanceof ExecutionException || cause instanceof UncheckedIOException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause + " at " + top(cause.getStackTrace());
    }

    private static String top(StackTraceElement[] stack) {
        List<String> lines = new ArrayList<>();
        for (StackTraceElement it : stack) {
            if (lines.isEmpty() || (lines.size() < 6 && it.getClassName().startsWith("org.genjin"))) {
                lines.add(it.toString());
            }
        }
        return String.join(" < ", lines);
    }
}
