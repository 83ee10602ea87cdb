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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed while it reads and writes a workbook: the file is the old one or the new one, and nothing is read twice. */
class SheetKillTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    /** How many processes are killed; more by {@code -Dgenjin.kills=N}. */
    private static final int KILLS = 4 * Integer.getInteger("genjin.kills", 1);

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
        int replaced = 0;
        long usual = 0;
        for (int round = 0; round < KILLS; round++) {
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
            byte[] before = Files.readAllBytes(file);
            // The first one shows how long it takes; the others die within that time.
            long lasted = kill(round == 0 ? -1 : random.nextLong(usual));
            usual = round == 0 ? lasted : usual;
            byte[] after = Files.readAllBytes(file);
            replaced += Arrays.equals(before, after) ? 0 : 1;
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                assertThat(workbook.getSheet("总览")).isNotNull();
            }
            try (SheetDesk desk = new SheetDesk(folder, Language.ZH_CN, NOW)) {
                assertThat(desk.sheets().write(LI, NOW)).isInstanceOf(Sheets.Outcome.Written.class);
                assertThat(desk.customer(1, NOW).notes()).isEqualTo(note);
                List<String> calls = desk.timeline().shortly(new CustomerId(2), NOW.plusSeconds(1), 1000).stream()
                        .map(TimelineEntry::text)
                        .toList();
                assertThat(calls).as("each once").hasSize(round + 1).doesNotHaveDuplicates();
                assertThat(((Sheets.Outcome.Written) desk.sheets().write(LI, NOW)).taken()).isEmpty();
            }
            try (Stream<Path> all = Files.walk(file.getParent())) {
                assertThat(all.map(it -> String.valueOf(it.getFileName()))).noneMatch(it -> it.endsWith(".new"));
            }
        }
        System.out.println("workbook crash test: " + KILLS + " kills, the file replaced in " + replaced + ", each call once");
    }

    /**
     * @param nanos after it began; below 0: when it is done
     * @return how long it took, in nanoseconds
     */
    private long kill(long nanos) throws Exception {
        Process child = start();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8); OutputStream in = child.getOutputStream()) {
            await(out, "ready");
            long begun = System.nanoTime();
            in.write('g');
            in.flush();
            if (nanos < 0) {
                await(out, "done");
            } else {
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

    private Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-Xmx256m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        SheetChild.class.getName(), folder.toString(), NOW.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
