package org.genjin.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.genjin.daemon.cli.Trouble;

/**
 * A process that was run to its end.
 *
 * @param seconds by the clock
 * @param resident what it and its children had in memory at most, in bytes; 0 where the system does not tell
 * @param said its lines
 */
record Timed(double seconds, long resident, List<String> said) {

    private static final long LOOK_EVERY_MILLIS = 50;

    /** @throws Trouble if it ends with anything but 0 */
    static Timed run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException, Trouble {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        Process process = builder.start();
        List<String> said = new ArrayList<>();
        Thread reader = Thread.ofPlatform().start(() -> read(process, said));
        long most = 0;
        do {
            most = Math.max(most, resident(process.toHandle()));
        } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - begun) / 1e9;
        reader.join();
        if (process.exitValue() != 0) {
            throw Trouble.failed(command.getFirst() + " failed: " + String.join(" ", said));
        }
        return new Timed(seconds, most, said);
    }

    /** How many bytes the files in a folder have. */
    static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum();
        }
    }

    private static void read(Process process, List<String> said) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(said::add);
        } catch (IOException e) {
            said.add("its output could not be read: " + e.getMessage());
        }
    }

    /** What a process and its children have in memory, in bytes. */
    static long resident(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).mapToLong(Timed::ownResident).sum();
    }

    private static long ownResident(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // it has ended, or the system does not tell
        }
    }
}
