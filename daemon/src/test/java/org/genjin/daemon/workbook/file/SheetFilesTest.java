package org.genjin.daemon.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.genjin.connectors.Needs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files beside a workbook are copies of it that a sync program made, and when it is open in a program. */
class SheetFilesTest {

    private static final String NAME = "外贸客户跟进表";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        " (Li's conflicted copy 2026-03-03)", " (Li 的冲突副本 2026-03-03)", " (Copie en conflit de Li 2026-03-03)",
        " (In Konflikt stehende Kopie von Li 2026-03-03)", " (copia en conflicto de Li 2026-03-03)", " (cópia em conflito de Li 2026-03-03)",
        " (Конфликтующая копия Li 2026-03-03)", " (نسخة متعارضة 2026-03-03)", " (Li の競合コピー 2026-03-03)", " (conflicted copy 2026-03-03 101112)",
        "_conflict-20260303-101112", ".sync-conflict-20260303-101112-ABCDEFG", " (SFConflict li@factory.example 2026-03-03-10-11-12)",
        "_Li-PC_Mar-03-101112-2026_Conflict", "(冲突文件 2026-03-03)", "_冲突文件_Li_20260303", "（衝突副本）", " (1)", "(2)", "-DESKTOP-AB12CD3",
        "-LAPTOP-7XY", "-LI-THINKPAD", "-PC", "-Li’s MacBook Pro", " [conflicted]"
    })
    void whatASyncProgramAddsToTheNameIsKnown(String added) throws IOException {
        Path copy = Files.createFile(folder.resolve(NAME + added + ".xlsx"));
        assertThat(SheetFiles.conflicts(folder.resolve(NAME + ".xlsx"))).containsExactly(copy);
    }

    @ParameterizedTest
    @ValueSource(strings = {" - 副本", " - Copy", " - Kopie", "-2026-0303", "-old-version", " 给老板", " 2026", "_backup", " (老板)", "-备份"})
    void aCopyThatAPersonMadeIsLeftWhereItIs(String added) throws IOException {
        Files.createFile(folder.resolve(NAME + added + ".xlsx"));
        assertThat(SheetFiles.conflicts(folder.resolve(NAME + ".xlsx"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~$外贸客户跟进表.xlsx", ".~外贸客户跟进表.xlsx", ".~lock.外贸客户跟进表.xlsx#"})
    void theMarkThatAProgramLaysBesideAnOpenFileIsKnown(String mark) throws IOException {
        Path file = Files.createFile(folder.resolve(NAME + ".xlsx"));
        assertThat(SheetFiles.isOpen(file)).isFalse();
        Path beside = Files.createFile(folder.resolve(mark));
        assertThat(SheetFiles.isOpen(file)).isTrue();
        Files.delete(beside);
        assertThat(SheetFiles.isOpen(file)).isFalse();
    }

    /** The locks of C programs, which ask the system for them otherwise than Java does. */
    @Test
    void aLockOfAnotherProgramIsSeenAsLongAsItIsHeld() throws Exception {
        Path python = Needs.tool("python3");
        Path file = Files.writeString(folder.resolve(NAME + ".xlsx"), "x");
        Process holder = new ProcessBuilder(
                        python.toString(), "-c", "import fcntl,sys\nf=open(sys.argv[1],'r+b')\nfcntl.lockf(f,fcntl.LOCK_EX)\n"
                                + "print('held',flush=True)\nsys.stdin.read()", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = holder.inputReader()) {
            assertThat(Optional.ofNullable(out.readLine())).contains("held");
            assertThat(SheetFiles.isOpen(file)).isTrue();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(SheetFiles.isOpen(file)).isFalse();
    }
}
