package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** LibreOffice, in which somebody opens a workbook and saves it. */
final class Office {

    private final Path program;
    private final Path folder;

    /** @param folder for its settings and what it writes */
    Office(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** Saves a workbook in its place, as it is. */
    void save(Path file) throws Exception {
        Files.move(converted(file, "xlsx", "xlsx:Calc MS Excel 2007 XML"), file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Saves it as another kind of file and that one as a workbook again. */
    void saveBy(Path file, String kind, String filter) throws Exception {
        Path other = converted(file, kind, filter);
        Files.move(converted(other, "xlsx", "xlsx:Calc MS Excel 2007 XML"), file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Has a workbook open until it is closed. */
    Opened open(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(), "-env:UserInstallation=" + folder.resolve("office").toUri(), "--headless", "--norestore",
                        "--nolockcheck", "--nofirststartwizard", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        Path mark = file.resolveSibling(".~lock." + file.getFileName() + "#");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!Files.exists(mark) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return new Opened(process, mark);
    }

    /** @param mark what the program lays beside a file that it has open */
    record Opened(Process process, Path mark) implements AutoCloseable {

        /** As when the program is closed: its mark goes with it. */
        @Override
        public void close() throws IOException {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
            for (ProcessHandle it : all) {
                it.destroy();
            }
            for (ProcessHandle it : all) {
                it.onExit().orTimeout(60, TimeUnit.SECONDS).join();
            }
            Files.deleteIfExists(mark);
        }
    }

    /** The file as one of another kind. */
    Path converted(Path file, String kind, String filter) throws Exception {
        String name = String.valueOf(file.getFileName());
        Path in = Files.createDirectories(folder.resolve("in"));
        Path out = Files.createDirectories(folder.resolve("out-" + kind));
        Path copy = Files.copy(file, in.resolve("sheet" + name.substring(name.lastIndexOf('.'))), StandardCopyOption.REPLACE_EXISTING);
        Process process = new ProcessBuilder(
                        program.toString(), "-env:UserInstallation=" + folder.resolve("office").toUri(), "--headless", "--convert-to", filter,
                        "--outdir", out.toString(), copy.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return out.resolve("sheet." + kind);
    }
}
