package org.genjin.index;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.genjin.index.worker.Wire;
import org.genjin.index.worker.Worker;

/** One worker's process with a folder of its own, which is emptied with it. One thread asks; any may stop it. */
final class WorkerProcess {

    /** What the JVM exits with when told to on running out of memory. */
    private static final int OUT_OF_MEMORY = 3;

    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Path folder;
    private final DataOutputStream out;
    private final DataInputStream in;

    private WorkerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new java.io.BufferedInputStream(process.getInputStream()));
    }

    /** What became of a question. */
    sealed interface Outcome {
        record Answered(Wire.Answer answer) implements Outcome {}

        record TimedOut() implements Outcome {}

        record OutOfMemory() implements Outcome {}

        record Died() implements Outcome {}
    }

    /** @throws IOException if no process can be started */
    static WorkerProcess start(String classPath, TikaWorkers.Bounds bounds, List<String> ocr, Path folder) throws IOException {
        deleteFolder(folder);
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms16m", // it would take a sixty-fourth of the machine's memory at once
                "-Xmx" + bounds.workerMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder.toAbsolutePath(),
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                Worker.class.getName(),
                Long.toString(bounds.timeout().toSeconds()),
                String.join("+", ocr)));
        builder.environment().put("OMP_THREAD_LIMIT", "1"); // Tesseract would take every core for each page
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        WorkerProcess worker = new WorkerProcess(builder.start(), folder);
        Outcome ready = worker.await(START);
        if (!(ready instanceof Outcome.Answered)) {
            worker.stop();
            throw new IOException("No process for reading documents can be started.");
        }
        return worker;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Outcome ask(Wire.Request request, Duration timeout) {
        try {
            Wire.write(out, request);
        } catch (IOException e) {
            return ended();
        }
        return await(timeout);
    }

    /** The process is ended and its files are deleted. */
    void stop() throws IOException {
        process.destroyForcibly();
        ended();
        deleteFolder(folder);
    }

    /** Reading an answer cannot be given up, so the process is: then the reading ends. */
    private Outcome await(Duration timeout) {
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> watch = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    process.destroyForcibly();
                },
                CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return new Outcome.Answered(Wire.readAnswer(in));
        } catch (IOException e) {
            return late.get() ? new Outcome.TimedOut() : ended();
        } finally {
            watch.cancel(false);
        }
    }

    private Outcome ended() {
        try {
            return process.waitFor() == OUT_OF_MEMORY ? new Outcome.OutOfMemory() : new Outcome.Died();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a reader of documents", e);
        }
    }

    static void deleteFolder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
