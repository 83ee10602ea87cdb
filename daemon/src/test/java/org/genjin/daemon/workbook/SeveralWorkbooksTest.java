package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.workbook.file.Locked;
import org.genjin.daemon.workbook.file.SheetFiles;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rep who wants a sheet for each customer has further workbooks, each as good as the first. Here three customers are in three. */
class SeveralWorkbooksTest extends DeskTest {

    private static final String OVERVIEW = "总览";
    private static final int NOTES = CustomerGrid.NOTES_TITLE + 1;

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS", "Gulf Trading LLC");
        desk.ledger().transact(tx -> {
            tx.sheets().place(LI, Map.of(new CustomerId(1), 1, new CustomerId(2), 2, new CustomerId(3), 3));
            return null;
        });
        desk.all(true);
        write(NOW);
    }

    @Test
    void eachHasTheSheetsOfItsCustomersAndTheFirstSaysWhereTheOthersAre() throws Exception {
        assertThat(sheets(1)).contains("今日", OVERVIEW, "C0001 Acme Pumpen GmbH", "其余客户", "统计").doesNotContain("C0002 Andina SAS");
        assertThat(sheets(2)).containsExactly(OVERVIEW, "C0002 Andina SAS", "选项");
        assertThat(sheets(3)).containsExactly(OVERVIEW, "C0003 Gulf Trading LLC", "选项");
        look(1, workbook -> {
            assertThat(cell(workbook.getSheet("其余客户"), "C0003", "所在文件").toString()).isEqualTo("外贸客户跟进表 3.xlsx");
            assertThat(cell(workbook.getSheet(OVERVIEW), "C0003", "客户名称").toString()).as("all are in the first's overview").isEqualTo("Gulf Trading LLC");
        });
        look(3, workbook -> {
            XSSFSheet overview = workbook.getSheet(OVERVIEW);
            assertThat(overview.getLastRowNum()).as("its own customers only").isEqualTo(1);
            assertThat(cell(overview, "C0003", "客户名称").getHyperlink().getAddress()).isEqualTo("'C0003 Gulf Trading LLC'!A1");
        });
        assertThat(desk.sheets().states()).extracting(SheetTable.Written::path)
                .containsExactly(desk.file(1).toString(), desk.file(2).toString(), desk.file(3).toString());
    }

    @Test
    void whatIsTypedIntoAFurtherOneIsInTheLedgerInTheFirstAndStaysWhereItIs() throws Exception {
        SheetDesk.edit(desk.file(3), workbook -> {
            workbook.getSheet("C0003 Gulf Trading LLC").getRow(NOTES).getCell(0).setCellValue("爱喝茶");
            cell(workbook.getSheet(OVERVIEW), "C0003", "等级").setCellValue("A");
            typed(workbook.getSheet("C0003 Gulf Trading LLC"), "answered by telephone");
        });
        List<Sheets.Outcome> outcomes = write(NOW.plusSeconds(60));
        assertThat(((Sheets.Outcome.Written) outcomes.get(2)).taken()).as("said once, of its file").hasSize(2);
        assertThat(desk.customer(3, NOW).grade()).isEqualTo(Grade.A);
        assertThat(said(3)).containsExactly("answered by telephone");
        look(1, workbook -> assertThat(cell(workbook.getSheet(OVERVIEW), "C0003", "等级").toString()).isEqualTo("A"));
        assertThat(taken(write(NOW.plusSeconds(120)))).as("once only").isEmpty();
        assertThat(said(3)).hasSize(1);
        look(3, workbook -> assertThat(workbook.getSheet("C0003 Gulf Trading LLC").getRow(NOTES).getCell(0).toString()).isEqualTo("爱喝茶"));
    }

    @Test
    void whileTheDaemonRunsWhatIsTypedIntoOneComesIntoTheOthers() throws Exception {
        desk.sheets().keepInStep(List.of(LI), NOW);
        SheetDesk.edit(desk.file(2), workbook -> cell(workbook.getSheet(OVERVIEW), "C0002", "备注").setCellValue("只要不锈钢"));
        assertThat(desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(30))).isTrue();
        assertThat(desk.customer(2, NOW).notes()).isEqualTo("只要不锈钢");
        byte[] third = Files.readAllBytes(desk.file(3));
        desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(300));
        look(1, workbook -> assertThat(cell(workbook.getSheet(OVERVIEW), "C0002", "备注").toString()).isEqualTo("只要不锈钢"));
        assertThat(Files.readAllBytes(desk.file(3))).as("of which nothing is new").isEqualTo(third);
        assertThat(desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(600))).isFalse();
    }

    @Test
    void aCustomerStaysInItsFileWhenItBecomesTheMostValuable() throws Exception {
        desk.decisions().set(new CustomerId(3), "grade", "S", List.of(LI), LI, NOW);
        desk.decisions().set(new CustomerId(1), "grade", "C", List.of(LI), LI, NOW);
        write(NOW.plusSeconds(60));
        assertThat(sheets(1)).contains("C0001 Acme Pumpen GmbH").doesNotContain("C0003 Gulf Trading LLC");
        assertThat(sheets(3)).contains("C0003 Gulf Trading LLC");
    }

    @Test
    void aCustomerWhoIsAColleaguesNowLeavesItsFileWithAVersionOfItKeptAndANewOneComesIntoTheLast() throws Exception {
        SheetDesk.edit(desk.file(3), workbook -> workbook.getSheetAt(1).getRow(NOTES).getCell(0).setCellValue("爱喝茶"));
        desk.ledger().transact(tx -> {
            tx.customers().setOwner(new CustomerId(3), "wang@factory.example");
            tx.customers().insert(new CustomerId(4), "Nile Mills", LI, NOW);
            return tx.take(Transaction.Counter.CUSTOMER, 1);
        });
        write(NOW.plusSeconds(60));
        assertThat(sheets(3)).containsExactly(OVERVIEW, "选项", "C0004 Nile Mills");
        look(3, workbook -> assertThat(workbook.getSheet(OVERVIEW).getLastRowNum()).isEqualTo(1));
        assertThat(SheetFiles.aside(desk.file(3))).anyMatch(it -> it.toString().endsWith(" 外贸客户跟进表 3.xlsx"));
    }

    @Test
    void oneThatIsOpenIsWrittenLaterAndTheOthersMeanwhile() throws Exception {
        Path lock = desk.file(3).resolveSibling("~$客户跟进表 3.xlsx");
        Files.createFile(lock);
        byte[] before = Files.readAllBytes(desk.file(3));
        for (long it = 1; it <= 3; it++) {
            desk.decisions().set(new CustomerId(it), "stage", "quoted", List.of(LI), LI, NOW);
        }
        assertThat(write(NOW.plusSeconds(60))).hasExactlyElementsOfTypes(
                Sheets.Outcome.Written.class, Sheets.Outcome.Written.class, Sheets.Outcome.InUse.class);
        assertThat(Files.readAllBytes(desk.file(3))).isEqualTo(before);
        assertThat(desk.sheets().states().get(2).notes()).singleElement().asString().contains("open in a spreadsheet program");
        look(2, workbook -> assertThat(cell(workbook.getSheet(OVERVIEW), "C0002", "阶段").toString()).isEqualTo("已报价"));
        Files.delete(lock);
        desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(400));
        look(3, workbook -> assertThat(cell(workbook.getSheet(OVERVIEW), "C0003", "阶段").toString()).isEqualTo("已报价"));
        assertThat(desk.sheets().states().get(2).notes()).isEmpty();
    }

    @Test
    void whoNoLongerWantsAllKeepsTheFilesAndWhatIsTypedThereIsReadStill() throws Exception {
        desk.all(false);
        desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(300));
        assertThat(desk.sheets().states().get(1).notes()).singleElement().asString().contains("no longer writes it");
        assertThat(sheets(1)).as("there is room for all").contains("C0002 Andina SAS");
        SheetDesk.edit(desk.file(2), workbook -> {
            workbook.getSheetAt(1).getRow(NOTES).getCell(0).setCellValue("爱喝茶");
            cell(workbook.getSheet(OVERVIEW), "C0002", "等级").setCellValue("B");
            typed(workbook.getSheetAt(1), "met at the fair");
        });
        byte[] theirs = Files.readAllBytes(desk.file(2));
        assertThat(desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(600))).isTrue();
        desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(900));
        assertThat(Files.readAllBytes(desk.file(2))).isEqualTo(theirs);
        assertThat(desk.customer(2, NOW).grade()).isEqualTo(Grade.B);
        assertThat(said(2)).containsExactly("met at the fair");
        desk.all(true);
        desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(1200));
        assertThat(said(2)).containsExactly("met at the fair");
        look(2, workbook -> assertThat(workbook.getSheetAt(1).getRow(NOTES).getCell(0).toString()).as("it is gone on with").isEqualTo("爱喝茶"));
        assertThat(desk.sheets().states().get(1).notes()).isEmpty();
    }

    @Test
    void aFileThatIsWrittenNoMoreMayBeDeleted() throws Exception {
        desk.all(false);
        desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(300));
        Files.delete(desk.file(2));
        Files.delete(desk.file(3));
        desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(600));
        assertThat(desk.sheets().states()).hasSize(1);
        assertThat(write(NOW.plusSeconds(900))).hasSize(1);
        assertThat(desk.file(2)).doesNotExist();
    }

    @Test
    void allOfThemAndTheirVersionsAreLocked() throws Exception {
        desk.password(_ -> Optional.of("贸易-Tr4de"));
        write(NOW.plus(Duration.ofHours(2)));
        for (int number = 1; number <= 3; number++) {
            assertThat(Locked.is(Files.readAllBytes(desk.file(number)))).isTrue();
        }
        assertThat(SheetFiles.aside(desk.file(1))).hasSize(3).allSatisfy(it -> assertThat(Locked.is(Files.readAllBytes(it))).isTrue());
        desk.password(_ -> Optional.of("another"));
        assertThat(desk.sheets().writeAll(LI, Optional.of("贸易-Tr4de"), NOW.plus(Duration.ofHours(4))))
                .allSatisfy(it -> assertThat(it).isInstanceOf(Sheets.Outcome.Written.class)).hasSize(3);
        assertThat(write(NOW.plus(Duration.ofHours(6)))).hasOnlyElementsOfType(Sheets.Outcome.Written.class);
    }

    @Test
    void aFurtherOneIsNoConflictCopyOfTheFirstAndACopyOfItIsItsOwn() throws Exception {
        assertThat(SheetFiles.conflicts(desk.file(1))).isEmpty();
        Path copy = desk.file(2).resolveSibling("外贸客户跟进表 2 (冲突副本 2026-03-03).xlsx");
        Path other = desk.file(2).resolveSibling("外贸客户跟进表 2 (1).xlsx");
        Path firsts = desk.file(2).resolveSibling("外贸客户跟进表 (2).xlsx");
        Files.copy(desk.file(2), copy);
        Files.copy(desk.file(2), other);
        Files.copy(desk.file(1), firsts);
        assertThat(SheetFiles.conflicts(desk.file(1))).containsExactly(firsts);
        assertThat(SheetFiles.conflicts(desk.file(2))).containsExactlyInAnyOrder(copy, other);
        SheetDesk.edit(copy, workbook -> cell(workbook.getSheet(OVERVIEW), "C0002", "等级").setCellValue("B"));
        write(NOW.plusSeconds(60));
        assertThat(desk.customer(2, NOW).grade()).isEqualTo(Grade.B);
        assertThat(Stream.of(copy, other, firsts)).noneMatch(Files::exists);
    }

    @Test
    void aCopyOfAFurtherOneThatCameBackByMailIsReadUnderWhateverName() throws Exception {
        Path copy = folder.resolve("from the boss.xlsx");
        Files.copy(desk.file(3), copy);
        write(NOW.plusSeconds(60));
        SheetDesk.edit(copy, workbook -> cell(workbook.getSheet(OVERVIEW), "C0003", "备注").setCellValue("call on Monday"));
        Sheets.Outcome.Read read = (Sheets.Outcome.Read) desk.sheets().read(LI, Optional.of(copy), false, NOW.plusSeconds(120));
        assertThat(read.taken()).hasSize(1);
        assertThat(read.remarks()).isEmpty();
        assertThat(desk.customer(3, NOW).notes()).isEqualTo("call on Monday");
    }

    @Test
    void ofEachTheLastTenVersionsAreKept() throws Exception {
        for (int i = 1; i <= 12; i++) {
            write(NOW.plus(Duration.ofHours(2L * i)));
        }
        for (int number = 1; number <= 3; number++) {
            String name = " " + desk.file(number).getFileName();
            assertThat(SheetFiles.aside(desk.file(1)).stream().filter(it -> it.toString().endsWith(name))).as(name).hasSize(10);
        }
    }

    @Test
    void aDamagedOneIsSetAsideAndMadeAnewWithTheSameCustomers() throws Exception {
        Files.writeString(desk.file(2), "nothing of a workbook");
        write(NOW.plusSeconds(60));
        assertThat(sheets(2)).contains("C0002 Andina SAS");
        assertThat(SheetFiles.aside(desk.file(2))).anyMatch(it -> it.toString().endsWith("外贸客户跟进表 2 damaged.xlsx"));
        Files.delete(desk.file(2));
        write(NOW.plusSeconds(120));
        assertThat(sheets(2)).as("one that was deleted too").contains("C0002 Andina SAS");
    }

    @Test
    void theyCanBeGivenAwayAsFilesWithNumbers() throws Exception {
        Path out = folder.resolve("for the boss.xlsx");
        assertThat(desk.sheets().write(LI, out, NOW)).extracting(it -> it.file().getFileName().toString())
                .containsExactly("for the boss.xlsx", "for the boss 2.xlsx", "for the boss 3.xlsx");
        try (InputStream in = Files.newInputStream(out); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            assertThat(cell(workbook.getSheet("其余客户"), "C0003", "所在文件").toString()).isEqualTo("for the boss 3.xlsx");
        }
    }

    private List<Sheets.Outcome> write(Instant at) throws IOException {
        return desk.sheets().writeAll(LI, Optional.empty(), at);
    }

    private static List<String> taken(List<Sheets.Outcome> outcomes) {
        return outcomes.stream().flatMap(it -> ((Sheets.Outcome.Written) it).taken().stream()).toList();
    }

    /** A row in a customer's history, as a person adds one. */
    private static void typed(XSSFSheet sheet, String text) {
        int header = header(sheet);
        Row row = sheet.createRow(Math.max(header, sheet.getLastRowNum()) + 1);
        for (int i = 0; i < sheet.getRow(header).getLastCellNum(); i++) {
            String title = String.valueOf(sheet.getRow(header).getCell(i));
            if (title.equals("摘要")) {
                row.createCell(i).setCellValue(text);
            } else if (title.equals("日期时间")) {
                row.createCell(i).setCellValue("2026-03-02");
            }
        }
    }

    private static int header(XSSFSheet sheet) {
        for (Row row : sheet) {
            for (var it : row) {
                if (it.toString().equals("摘要")) {
                    return row.getRowNum();
                }
            }
        }
        throw new AssertionError("no history");
    }

    private List<String> said(long customer) {
        return desk.timeline().of(new CustomerId(customer), NOW.plus(Duration.ofDays(1)), 10).stream().map(TimelineEntry::text).toList();
    }

    private List<String> sheets(int number) throws IOException {
        List<String> names = new ArrayList<>();
        look(number, workbook -> workbook.forEach(it -> names.add(it.getSheetName())));
        return names;
    }

    private interface Look {
        void at(XSSFWorkbook workbook);
    }

    private void look(int number, Look look) throws IOException {
        try (InputStream in = Files.newInputStream(desk.file(number)); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            look.at(workbook);
        }
    }
}
