package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.workbook.file.Locked;
import org.genjin.daemon.workbook.keeping.SheetPasswords;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workbook with a password: it opens with that one only, and Genjin reads and writes it all the same. */
class LockedSheetTest extends DeskTest {

    private static final int MOST = 50 << 20;

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS");
    }

    @Test
    void aLockedWorkbookIsReadAndWrittenWithItsPasswordAndLiesNowhereInTheClear() throws Exception {
        desk.password(_ -> Optional.of("贸易-Tr4de"));
        assertThat(desk.sheets().write(LI, NOW)).isInstanceOf(Sheets.Outcome.Written.class);
        assertThat(Locked.is(Files.readAllBytes(desk.file()))).isTrue();
        try (Workbook workbook = WorkbookFactory.create(desk.file().toFile(), "贸易-Tr4de")) {
            assertThat(workbook.getSheet("总览")).as("another reader opens it").isNotNull();
        }
        change("贸易-Tr4de", "A");
        Sheets.Outcome.Written written = (Sheets.Outcome.Written) desk.sheets().write(LI, NOW);
        assertThat(written.taken()).hasSize(1);
        assertThat(desk.customer(1, NOW).grade()).isEqualTo(Grade.A);
        Path out = folder.resolve("for-the-boss.xlsx");
        desk.sheets().write(LI, out, NOW);
        assertThat(Locked.is(Files.readAllBytes(out))).isTrue();
        assertThat(versions()).isNotEmpty().allSatisfy(it -> assertThat(Locked.is(bytes(it))).isTrue());
        assertNowhereInTheClear();
    }

    @Test
    void aWorkbookThatWasThereAndItsVersionsAreLockedWhenAPasswordIsNamed() throws Exception {
        desk.sheets().write(LI, NOW);
        desk.sheets().write(LI, NOW.plus(Duration.ofHours(2)));
        assertThat(versions()).isNotEmpty().allSatisfy(it -> assertThat(Locked.is(bytes(it))).isFalse());
        desk.password(_ -> Optional.of("secret"));
        desk.sheets().write(LI, NOW.plus(Duration.ofHours(4)));
        assertThat(Locked.is(Files.readAllBytes(desk.file()))).isTrue();
        assertThat(versions()).hasSize(2).allSatisfy(it -> assertThat(Locked.is(bytes(it))).isTrue());
        byte[] opened = Locked.open(bytes(versions().getFirst()), "secret", MOST);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(opened))) {
            assertThat(workbook.getSheet("总览")).isNotNull();
        }
        assertNowhereInTheClear();
    }

    @Test
    void withAnotherPasswordTheFileIsLeftAsItIsAndTheOldOneOpensItOnce() throws Exception {
        desk.password(_ -> Optional.of("old"));
        desk.sheets().write(LI, NOW);
        change("old", "B");
        desk.password(_ -> Optional.of("new"));
        byte[] before = Files.readAllBytes(desk.file());
        assertThat(desk.sheets().write(LI, NOW)).isInstanceOfSatisfying(
                Sheets.Outcome.Unreadable.class, it -> assertThat(it.why()).contains("another password").contains("--unlock"));
        desk.sheets().keepInStep(List.of(LI), NOW.plus(Duration.ofMinutes(10)));
        desk.sheets().keepInStep(List.of(LI), NOW.plus(Duration.ofMinutes(20)));
        assertThat(Files.readAllBytes(desk.file())).as("never set aside").isEqualTo(before);
        assertThat(desk.sheets().states().getFirst().notes()).singleElement().asString().contains("another password");
        Sheets.Outcome.Written written = (Sheets.Outcome.Written) desk.sheets().write(LI, Optional.of("old"), NOW);
        assertThat(written.taken()).hasSize(1);
        assertThat(Locked.open(Files.readAllBytes(desk.file()), "new", MOST)).isNotEmpty();
    }

    @Test
    void thePasswordCanBeTakenAway() throws Exception {
        desk.password(_ -> Optional.of("old"));
        desk.sheets().write(LI, NOW);
        desk.password(SheetPasswords.NONE);
        assertThat(desk.sheets().write(LI, NOW)).isInstanceOf(Sheets.Outcome.Unreadable.class);
        assertThat(desk.sheets().write(LI, Optional.of("old"), NOW)).isInstanceOf(Sheets.Outcome.Written.class);
        try (XSSFWorkbook workbook = new XSSFWorkbook(desk.file().toFile())) {
            assertThat(workbook.getSheet("总览")).isNotNull();
        }
    }

    @Test
    void aWorkbookWhosePasswordCannotBeHadIsNotWrittenInTheClear() throws Exception {
        desk.password(_ -> {
            throw new IOException("the environment variable SHEET is not set");
        });
        assertThat(desk.sheets().write(LI, NOW)).isInstanceOfSatisfying(
                Sheets.Outcome.Unreadable.class, it -> assertThat(it.why())
                        .isEqualTo("The workbook's password cannot be had: the environment variable SHEET is not set."
                                + " Until then it is neither read nor written."));
        desk.sheets().keepInStep(List.of(LI), NOW);
        assertThat(desk.file()).doesNotExist();
        assertThat(desk.sheets().states().getFirst().notes()).singleElement().asString().contains("SHEET is not set");
    }

    private void change(String password, String grade) throws Exception {
        byte[] opened = Locked.open(Files.readAllBytes(desk.file()), password, MOST);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(opened))) {
            cell(workbook.getSheet("总览"), "C0001", "等级").setCellValue(grade);
            Locked.write(changed, password, workbook::write);
        }
        Files.write(desk.file(), changed.toByteArray());
    }

    private List<Path> versions() throws IOException {
        try (Stream<Path> all = Files.list(desk.file().resolveSibling("versions"))) {
            return all.sorted().toList();
        }
    }

    /** No zip and no customer's name in any file beside the ledger's own. */
    private void assertNowhereInTheClear() throws IOException {
        try (Stream<Path> sheets = Files.walk(folder.resolve("sheets")); Stream<Path> temporary = Files.walk(folder.resolve("temporary"))) {
            assertThat(Stream.concat(sheets, temporary).filter(Files::isRegularFile)).allSatisfy(it -> {
                String bytes = new String(bytes(it), StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotStartWith("PK").doesNotContain("Acme Pumpen");
            });
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
