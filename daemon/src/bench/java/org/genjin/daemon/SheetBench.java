package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.config.Home;
import org.genjin.config.Workbooks;
import org.genjin.daemon.cli.BenchSource.Sheets.Part;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;
import org.genjin.daemon.customerlist.file.ListReader;
import org.genjin.daemon.customerlist.file.ListRefused;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.FlatTable;
import org.genjin.daemon.workbook.PlainWorkbook;
import org.genjin.daemon.workbook.keeping.Sheets;

/**
 * How long it takes to write the workbook of many customers who have written much, to write it again, and to read it back; to write
 * the standardised table; to take a long list in. Beside it what the library takes to write the same cells and nothing else.
 */
final class SheetBench {

    private static final String OWNER = MadeUpCustomers.OWNER;
    private static final int TABLE = 5_000;
    private static final int LIST = 20_000;
    /** To so many customers something was written since. */
    private static final int FRESH = 20;
    private static final int REMARKS_ROW = 3;

    private final Surroundings around;
    private final BenchLines lines;

    SheetBench(Surroundings around, PrintStream out) {
        this.around = around;
        this.lines = new BenchLines(out);
    }

    int run(Set<Part> parts, int runs) throws IOException, Trouble {
        lines.say("heap", "may grow to " + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB");
        for (Part it : parts) {
            switch (it) {
                case WORKBOOK -> workbook(200, 100, Workbooks.Sheets.BEST, runs);
                case LARGE -> workbook(500, 60, Workbooks.Sheets.ALL, runs);
                case TABLE -> table(runs);
                case LIST -> list(runs);
            }
        }
        return Exit.DONE;
    }

    private interface Measuring {
        void of(Daemon daemon, Path folder) throws IOException, Trouble;
    }

    private void home(Workbooks.Sheets wished, Measuring measuring) throws IOException, Trouble {
        Path folder = Files.createTempDirectory("genjin-bench");
        try (Daemon daemon = Daemon.open(
                        new Home(folder), BenchConfig.of(
                                around.zone(), List.of(), List.of(), List.of("factory.example"),
                                new Workbooks(new Workbooks.Kept(Optional.empty(), wished), Map.of())),
                        around)) {
            measuring.of(daemon, folder);
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    /** What others take for the same is not to be weighed with it. */
    private void weighed(Lap.Work work) throws IOException {
        try (LiveHeap heap = new LiveHeap()) {
            work.run();
            lines.say("  heap", "at most " + heap.megabytes() + " MB after a collection");
        }
    }

    private void workbook(int customers, int events, Workbooks.Sheets wished, int runs) throws IOException, Trouble {
        lines.say("workbook", customers + " customers with " + events + " messages each");
        home(wished, (daemon, folder) -> {
            Instant now = around.clock().instant();
            MadeUpCustomers made = new MadeUpCustomers(events, around.zone());
            made.put(daemon.ledger(), customers, now.minusSeconds(86_400));
            daemon.desk().indexing().renewStandings();
            Path given = folder.resolve("given.xlsx");
            List<Path> files = new ArrayList<>();
            List<Lap> write = new ArrayList<>();
            weighed(() -> {
                Sheets sheets = daemon.desk().sheets();
                write.add(Lap.median(runs, () -> {}, () -> sheets.write(OWNER, given, now)));
                sheets.write(OWNER, given, now).forEach(it -> files.add(it.file()));
                lines.say("  written", write.getFirst() + (files.size() == 1 ? "" : ", " + files.size() + " workbooks"));
                again(made, daemon, now, runs);
            });
            beside(files, write.getFirst(), runs);
        });
    }

    /** What is there is written and read again. */
    private void again(MadeUpCustomers made, Daemon daemon, Instant now, int runs) throws IOException {
        Sheets sheets = daemon.desk().sheets();
        sheets.write(OWNER, now);
        lines.say("  written again", Lap.median(runs, () -> {}, () -> sheets.write(OWNER, now)).toString());
        int[] day = {0};
        lines.say("  with new rows", Lap.median(
                        runs, () -> made.more(daemon.ledger(), FRESH, now.minusSeconds(60L * day[0]++)), () -> sheets.write(OWNER, now))
                + " with a new message of " + FRESH);
        Path file = sheets.file(OWNER);
        lines.say("  read unchanged", Lap.median(runs, () -> {}, () -> sheets.read(OWNER, Optional.empty(), false, now)).toString());
        lines.say("  looked at", Lap.median(runs, () -> {}, () -> sheets.keepInStep(List.of(OWNER), now)).toString());
        int[] remark = {0};
        lines.say("  read changed", Lap.median(
                        runs,
                        () -> Files.write(file, PlainWorkbook.edited(Files.readAllBytes(file), 1, REMARKS_ROW, 19, "remark " + remark[0]++)),
                        () -> sheets.read(OWNER, Optional.empty(), false, now)).toString());
    }

    /** What the library takes for the same. */
    private void beside(List<Path> files, Lap write, int runs) throws IOException, Trouble {
        List<List<Sheet>> cells = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        for (Path it : files) {
            cells.add(read(it));
            bytes.add(Files.readAllBytes(it));
        }
        Lap plain = Lap.median(runs, () -> {}, () -> {
            for (List<Sheet> it : cells) {
                PlainWorkbook.write(it);
            }
        });
        lines.say("  bare cells", plain + String.format(Locale.ROOT, ", POI alone; writing took %.1f times that", write.over(plain)));
        lines.say("  opened and saved", Lap.median(runs, () -> {}, () -> {
            for (byte[] it : bytes) {
                PlainWorkbook.rewrite(it);
            }
        }) + ", POI alone");
        for (int i = 0; i < files.size(); i++) {
            lines.say("  file", String.format(Locale.ROOT, "%.2f MB, %d sheets", bytes.get(i).length / 1e6, cells.get(i).size()));
        }
        office(files.getFirst(), cells.getFirst().size());
    }

    private static List<Sheet> read(Path file) throws IOException, Trouble {
        try {
            return ListReader.readWhole(Files.readAllBytes(file), String.valueOf(file.getFileName())).sheets();
        } catch (ListRefused e) {
            throw Trouble.failed(String.valueOf(e.getMessage()));
        }
    }

    /** LibreOffice, where it is installed: what it takes for as many sheets that are empty, and for a table of one cell. */
    private void office(Path file, int sheets) throws IOException, Trouble {
        Optional<Path> program = Installed.program(around, "soffice");
        if (program.isEmpty()) {
            lines.say("  LibreOffice", "is not installed");
            return;
        }
        Path small = file.resolveSibling("small.xlsx");
        FlatTable.write(small, "one", List.of("one"), List.of());
        opened(program.get(), small); // makes its profile
        double start = opened(program.get(), small);
        Path empty = Files.write(file.resolveSibling("empty.xlsx"), PlainWorkbook.empty(sheets));
        lines.say("  LibreOffice", String.format(Locale.ROOT, "%.1f s to open it, %.1f s for as many empty sheets, %.1f s for one cell",
                opened(program.get(), file), opened(program.get(), empty), start));
    }

    private static double opened(Path program, Path file) throws IOException, Trouble {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return Timed.run(
                    List.of(program.toString(), "-env:UserInstallation=" + file.resolveSibling("office").toUri(), "--headless",
                            "--convert-to", "csv", "--outdir", String.valueOf(folder), file.toString()),
                    Map.of()).seconds();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a benchmark", e);
        }
    }

    private void table(int runs) throws IOException, Trouble {
        lines.say("table", TABLE + " customers in the standardised table");
        home(Workbooks.Sheets.BEST, (daemon, folder) -> {
            Instant now = around.clock().instant();
            new MadeUpCustomers(2, around.zone()).put(daemon.ledger(), TABLE, now.minusSeconds(86_400));
            daemon.desk().indexing().renewStandings();
            Path csv = folder.resolve("table.csv");
            Path xlsx = folder.resolve("table.xlsx");
            lines.say("  csv", Lap.median(runs, () -> {}, () -> daemon.desk().exports().standard(Optional.of(OWNER), Optional.of(csv), now)).toString());
            Lap write = Lap.median(runs, () -> {}, () -> daemon.desk().exports().standard(Optional.of(OWNER), Optional.of(xlsx), now));
            lines.say("  xlsx", write.toString());
            List<Sheet> cells = read(xlsx);
            Lap plain = Lap.median(runs, () -> {}, () -> PlainWorkbook.stream(cells));
            lines.say("  bare cells", plain + String.format(Locale.ROOT, ", POI's streaming alone; ours took %.1f times that", write.over(plain)));
            Sheets sheets = daemon.desk().sheets();
            lines.say("  its workbook", Lap.of(() -> sheets.write(OWNER, folder.resolve("given.xlsx"), now)).toString());
            sheets.write(OWNER, now);
            sheets.keepInStep(List.of(OWNER), now);
            lines.say("  looked at", Lap.median(runs, () -> {}, () -> sheets.keepInStep(List.of(OWNER), now)).toString());
        });
    }

    private void list(int runs) throws IOException, Trouble {
        lines.say("list", LIST + " rows of a customer list");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < LIST; i++) {
            rows.add(MadeUpRow.of(i));
        }
        for (String kind : List.of("csv", "xlsx")) {
            for (int run = 0; run < runs; run++) {
                home(Workbooks.Sheets.BEST, (daemon, folder) -> {
                    Path file = folder.resolve("list." + kind);
                    FlatTable.write(file, "Customers", MadeUpRow.HEAD, rows);
                    weighed(() -> {
                        lines.say("  " + kind, Lap.of(() -> take(daemon, file)).toString());
                        lines.say("  once more", Lap.of(() -> take(daemon, file)).toString());
                    });
                });
            }
        }
    }

    private void take(Daemon daemon, Path file) throws IOException {
        try {
            var outcome = daemon.desk().customerLists().take(file, "list", OWNER, Map.of(), false, around.clock().instant());
            lines.say("  taken", outcome.created() + " new, " + outcome.updated() + " updated, " + outcome.unchanged() + " as they were, "
                    + outcome.proposal().questions().size() + " questions");
        } catch (ListRefused e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
