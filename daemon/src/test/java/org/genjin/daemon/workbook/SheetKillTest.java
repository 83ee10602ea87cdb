package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.workbook.file.SheetFiles;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed while it reads and writes a workbook: the file is the old one or the new one, and nothing is read twice. */
class SheetKillTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    /** How many processes are killed; more by {@code -Dgenjin.kills=N}. */
    private static final int KILLS = 4 * Integer.getInteger("genjin.kills", 1);
    private static final long POLL = 200_000;

    @TempDir
    Path folder;

    @Test
    void whereverTheDaemonIsKilledTheWorkbookIsWholeAndEachCallInItIsTakenOnce() throws Exception {
        Path file;
        try (SheetDesk desk = new SheetDesk(folder, Language.ZH_CN, NOW)) {
            desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS", "Gulf Trading LLC");
            desk.sheets().write(LI, NOW);
            file = desk.file();
        }
        Random random = new Random(7);
        Map<Reached, Integer> reached = new EnumMap<>(Reached.class);
        long usual = 0;
        for (int round = 0; round < KILLS; round++) {
            Instant at = NOW.plusSeconds(10L * round);
            String note = "note " + round;
            String call = "call " + round;
            SheetDesk.edit(file, workbook -> {
                cell(workbook.getSheet("总览"), "C0001", "备注").setCellValue(note);
                Sheet log = workbook.getSheet("日志");
                Row row = log.createRow(log.getLastRowNum() + 1);
                row.createCell(0).setCellValue("2026-03-01");
                row.createCell(1).setCellValue("C0002");
                row.createCell(4).setCellValue(call);
            });
            Disk before = Disk.of(file);
            usual = Math.max(usual, killed(round, at, usual, random, before));
            reached.merge(Disk.of(file).since(before), 1, Integer::sum);
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                assertThat(workbook.getSheet("总览")).isNotNull();
            }
            try (SheetDesk desk = new SheetDesk(folder, Language.ZH_CN, at)) {
                assertThat(desk.sheets().write(LI, at.plusSeconds(2))).isInstanceOf(Sheets.Outcome.Written.class);
                assertThat(desk.customer(1, at).notes()).isEqualTo(note);
                List<String> calls = desk.timeline().shortly(new CustomerId(2), NOW.plusSeconds(1), 1000).stream()
                        .map(TimelineEntry::text)
                        .toList();
                assertThat(calls).as("each once").hasSize(round + 1).doesNotHaveDuplicates();
                assertThat(((Sheets.Outcome.Written) desk.sheets().write(LI, at.plusSeconds(4))).taken()).isEmpty();
            }
            assertThat(Disk.of(file).versions()).hasSizeLessThanOrEqualTo(10);
            try (Stream<Path> all = Files.walk(file.getParent())) {
                assertThat(all.map(it -> String.valueOf(it.getFileName()))).noneMatch(it -> it.endsWith(".new"));
            }
        }
        System.out.println("workbook crash test: " + KILLS + " kills, each call once; how far they came: " + reached);
    }

    /**
     * The first process shows how long it takes. Of the others every second dies somewhere within that time, and the rest soon after
     * something came onto the disk, as that takes a small part of it.
     *
     * @return how long it lived, in nanoseconds
     */
    private long killed(int round, Instant at, long usual, Random random, Disk before) throws Exception {
        return switch (round % 4) {
            case 1, 3 -> kill(at, () -> true, random.nextLong(usual));
            case 2 -> kill(at, () -> !Disk.of(before.file()).equals(before), random.nextLong(usual / 50));
            default -> round == 0
                    ? kill(at, null, 0)
                    : kill(at, () -> Disk.of(before.file()).since(before).compareTo(Reached.NEW_FILE) > 0, random.nextLong(usual / 100));
        };
    }

    /** How far a process came before it was killed, as far as the disk shows. */
    private enum Reached {
        READING,
        NEW_FILE,
        COPY_OF_VERSION,
        VERSION,
        REPLACED
    }

    /**
     * What lies beside a workbook and among its versions, by name, and of itself how large it is and since when.
     *
     * @param file the workbook
     */
    private record Disk(Path file, String state, Set<String> beside, Set<String> versions) {

        static Disk of(Path file) throws IOException {
            return new Disk(
                    file, Files.getLastModifiedTime(file) + " " + Files.size(file), names(file.getParent()),
                    names(file.resolveSibling(SheetFiles.VERSIONS)));
        }

        Reached since(Disk before) {
            if (!state.equals(before.state())) {
                return Reached.REPLACED;
            }
            if (versions.stream().anyMatch(it -> it.endsWith(".new"))) {
                return Reached.COPY_OF_VERSION;
            }
            if (!versions.equals(before.versions())) {
                return Reached.VERSION;
            }
            return beside.equals(before.beside()) ? Reached.READING : Reached.NEW_FILE;
        }

        private static Set<String> names(Path folder) throws IOException {
            if (!Files.isDirectory(folder)) {
                return Set.of();
            }
            try (Stream<Path> all = Files.list(folder)) {
                return all.map(it -> String.valueOf(it.getFileName())).collect(Collectors.toSet());
            }
        }
    }

    private interface Moment {
        boolean isThere() throws IOException;
    }

    /**
     * @param moment after which it is killed; null: when it is done
     * @param nanos after that moment
     * @return how long it lived, in nanoseconds
     */
    private long kill(Instant at, @Nullable Moment moment, long nanos) throws Exception {
        Process child = start(at);
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8); OutputStream in = child.getOutputStream()) {
            await(out, "ready");
            long begun = System.nanoTime();
            in.write('g');
            in.flush();
            if (moment == null) {
                await(out, "done");
            } else {
                while (!moment.isThere() && !out.ready()) {
                    LockSupport.parkNanos(POLL);
                }
                LockSupport.parkNanos(nanos);
            }
            return System.nanoTime() - begun;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static void await(BufferedReader out, String word) throws IOException {
        String line = out.readLine();
        while (line != null && !line.equals(word)) {
            line = out.readLine();
        }
        assertThat(line).isEqualTo(word);
    }

    private Process start(Instant at) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-Xmx256m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        SheetChild.class.getName(), folder.toString(), at.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
