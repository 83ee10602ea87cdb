package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;
import static org.genjin.daemon.workbook.SheetDesk.column;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.decision.Undoing;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.IdentityTable.By;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rep changes in the workbook, and what becomes of it. */
class TwoWaySheetTest extends DeskTest {

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS", "Gulf Trading LLC");
        desk.ledger().transact(tx -> {
            tx.identities().put(new Identity(Kind.ADDRESS, "kim@acme.example", "", new CustomerId(1), "Kim", null).by(By.PERSON));
            return null;
        });
        desk.sheets().write(LI, NOW);
    }

    @Test
    void aWorkbookThatWasThereBeforeTheFirstWasWrittenIsKeptAsideAndNothingInItIsTakenForTyped() throws Exception {
        desk.change(sheet -> cell(sheet, "C0001", "等级").setCellValue("A"));
        try (SheetDesk other = new SheetDesk(folder.resolve("another"), Language.ZH_CN, NOW)) {
            other.customers(NOW, "Acme Pumpen GmbH");
            Files.createDirectories(other.file().getParent());
            Files.copy(desk.file(), other.file());
            assertThat(other.sheets().read(LI, Optional.empty(), false, NOW)).isInstanceOf(Sheets.Outcome.Unreadable.class);
            Sheets.Outcome.Written written = (Sheets.Outcome.Written) other.sheets().write(LI, NOW);
            assertThat(written.taken()).isEmpty();
            assertThat(written.remarks()).singleElement().asString().contains("set aside").contains("customers import");
            assertThat(other.customer(1, NOW).gradeByHand()).isFalse();
            assertThat(((Sheets.Outcome.Read) other.sheets().read(LI, Optional.empty(), false, NOW)).taken()).isEmpty();
        }
    }

    @Test
    void aGradeAStageAndADayTypedIntoTheSheetAreSetByHandAndCanBeUndone() throws Exception {
        desk.change(sheet -> {
            cell(sheet, "C0001", "等级").setCellValue("A");
            cell(sheet, "C0001", "阶段").setCellValue("Quoted");
            cell(sheet, "C0001", "下次跟进").setCellValue("2026/3/9");
            cell(sheet, "C0001", "下一步").setCellValue("发样品");
            cell(sheet, "C0002", "备注").setCellValue("只要不锈钢");
        });
        assertThat(desk.written(NOW).taken()).hasSize(5);
        assertThat(desk.customer(1, NOW).grade()).isEqualTo(Grade.A);
        assertThat(desk.customer(1, NOW).gradeByHand()).isTrue();
        assertThat(desk.customer(1, NOW).stage()).isEqualTo(Stage.QUOTED);
        assertThat(desk.customer(1, NOW).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-03-09"));
        assertThat(desk.customer(1, NOW).next().orElseThrow().action()).isEqualTo("发样品");
        assertThat(desk.customer(2, NOW).notes()).isEqualTo("只要不锈钢");
        desk.look(sheet -> {
            assertThat(cell(sheet, "C0001", "阶段").toString()).as("in the workbook's language").isEqualTo("已报价");
            assertThat(cell(sheet, "C0001", "下次跟进").getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-03-09");
        });
        assertThat(desk.written(NOW).taken()).as("once only").isEmpty();
        List<org.genjin.daemon.ledger.DecisionTable.Decision> decisions = desk.undoing().newest(Optional.of(LI), 10);
        assertThat(decisions).anySatisfy(it -> assertThat(it.words()).isEqualTo("grade=A (in the sheet)"));
        long grade = decisions.stream().filter(it -> it.words().startsWith("grade")).findFirst().orElseThrow().id();
        assertThat(desk.undoing().one(grade, Optional.empty(), NOW)).isInstanceOf(Undoing.Undone.Done.class);
        desk.written(NOW);
        desk.look(sheet -> assertThat(cell(sheet, "C0001", "等级").toString()).isEqualTo("C"));
        assertThat(desk.customer(1, NOW).grade()).isEqualTo(Grade.C);
    }

    @Test
    void whatIsNoValueStaysAsItWasTypedAndIsSaid() throws Exception {
        desk.change(sheet -> {
            cell(sheet, "C0001", "等级").setCellValue("重点客户?");
            cell(sheet, "C0002", "下次跟进").setCellValue("03/04/2026");
            cell(sheet, "C0003", "阶段").setCellErrorValue((byte) 23);
        });
        Sheets.Outcome.Written written = desk.written(NOW);
        assertThat(written.taken()).isEmpty();
        assertThat(written.remarks()).hasSize(3).anySatisfy(it -> assertThat(it).contains("03/04/2026").contains("2026-12-03"));
        desk.look(sheet -> {
            assertThat(cell(sheet, "C0001", "等级").toString()).isEqualTo("重点客户?");
            assertThat(cell(sheet, "C0002", "下次跟进").toString()).isEqualTo("03/04/2026");
        });
        assertThat(desk.sheets().states().getFirst().notes()).hasSize(3);
        desk.change(sheet -> cell(sheet, "C0002", "下次跟进").setCellValue("2026-04-03"));
        assertThat(desk.written(NOW).remarks()).hasSize(2);
        assertThat(desk.customer(2, NOW).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-04-03"));
    }

    @Test
    void whereBothSidesChangedThePersonWinsAndTheOtherValueIsInTheListOfChanges() throws Exception {
        desk.change(sheet -> cell(sheet, "C0001", "阶段").setCellValue("谈判"));
        desk.ledger().transact(tx -> {
            tx.customers().propose(new CustomerId(1), Field.STAGE, "QUOTED", "said", null);
            return null;
        });
        desk.written(NOW);
        assertThat(desk.customer(1, NOW).stage()).isEqualTo(Stage.NEGOTIATING);
        assertThat(desk.undoing().newest(Optional.of(LI), 1).getFirst().words()).contains("instead of quoted");
    }

    @Test
    void whatAPersonDidNotTouchFollowsTheLedgerAlsoInAFileThatWasOpenMeanwhile() throws Exception {
        byte[] old = Files.readAllBytes(desk.file());
        desk.decisions().set(new CustomerId(1), "stage", "quoted", List.of(LI), LI, NOW);
        desk.written(NOW);
        // A rep had the first one open all the time, adds one word, and saves it over the second.
        Files.write(desk.file(), old);
        desk.change(sheet -> cell(sheet, "C0002", "备注").setCellValue("急"));
        assertThat(desk.written(NOW).taken()).hasSize(1);
        assertThat(desk.customer(1, NOW).stage()).as("the old stage in that file is nobody's word").isEqualTo(Stage.QUOTED);
        desk.look(sheet -> assertThat(cell(sheet, "C0001", "阶段").toString()).isEqualTo("已报价"));
    }

    @Test
    void aRowTypedBelowIsANewCustomerAndADeletedRowIsAQuestion() throws Exception {
        desk.change(sheet -> {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            row.createCell(column(sheet, "客户名称")).setCellValue("Nova Import Ltda");
            row.createCell(column(sheet, "邮箱")).setCellValue("ana@nova.example");
            row.createCell(column(sheet, "等级")).setCellValue("B");
            row.createCell(column(sheet, "国家/地区")).setCellValue("巴西");
            sheet.removeRow(sheet.getRow(2));
        });
        desk.written(NOW);
        assertThat(desk.customer(4, NOW).name()).isEqualTo("Nova Import Ltda");
        assertThat(desk.customer(4, NOW).country()).isEqualTo("BR");
        assertThat(desk.customer(4, NOW).contacts().getFirst().addresses()).containsExactly("ana@nova.example");
        assertThat(desk.customer(2, NOW).name()).as("never deleted").isEqualTo("Andina SAS");
        assertThat(desk.questions().open(Optional.of(LI))).hasSize(1);
        desk.look(sheet -> {
            assertThat(cell(sheet, "C0004", "客户编号").toString()).isEqualTo("C0004");
            assertThat(ids(sheet)).containsExactlyInAnyOrder("C0001", "C0003", "C0004");
        });
        desk.questions().answer(desk.questions().open(Optional.of(LI)).getFirst().proposal().id(), false, Optional.of(LI), NOW);
        desk.written(NOW);
        desk.look(sheet -> assertThat(ids(sheet)).contains("C0002"));
    }

    @Test
    void aColumnOfOnesOwnIsKeptAlsoWhenTheFileIsLost() throws Exception {
        desk.change(sheet -> {
            int free = sheet.getRow(0).getLastCellNum();
            sheet.getRow(0).createCell(free).setCellValue("喜好");
            cell(sheet, "C0001", "喜好").setCellValue("喝茶");
            cell(sheet, "C0001", "客户类型").setCellValue("进口商");
            cell(sheet, "C0001", "来源").setCellValue("Feria");
        });
        assertThat(desk.written(NOW).taken()).hasSize(3);
        Files.delete(desk.file());
        desk.written(NOW);
        desk.look(sheet -> {
            assertThat(cell(sheet, "C0001", "喜好").toString()).isEqualTo("喝茶");
            assertThat(cell(sheet, "C0001", "客户类型").toString()).isEqualTo("进口商");
            assertThat(cell(sheet, "C0001", "来源").toString()).isEqualTo("展会");
        });
    }

    @Test
    void rowsMayBeSortedColumnsMovedAndSheetsRenamed() throws Exception {
        desk.edit(workbook -> {
            Sheet sheet = workbook.getSheet("总览");
            workbook.setSheetName(workbook.getSheetIndex(sheet), "我的客户");
            cell(sheet, "C0003", "等级").setCellValue("A");
            sheet.shiftRows(1, sheet.getLastRowNum(), 1);
            swapColumns(sheet, column(sheet, "等级"), column(sheet, "备注"));
        });
        assertThat(desk.written(NOW).taken()).hasSize(1);
        assertThat(desk.customer(3, NOW).grade()).isEqualTo(Grade.A);
        assertThat(desk.customer(1, NOW).grade()).isEqualTo(Grade.C);
        try (XSSFWorkbook workbook = new XSSFWorkbook(desk.file().toFile())) {
            assertThat(workbook.getSheet("总览")).as("no second overview").isNull();
        }
    }

    @Test
    void aRowWithoutItsNumbersIsFoundByNameAndAddress() throws Exception {
        desk.change(sheet -> {
            cell(sheet, "C0001", "等级").setCellValue("S");
            List<Integer> gone = List.of(column(sheet, "客户编号"), column(sheet, "_id"), column(sheet, "_rev"));
            sheet.forEach(row -> gone.forEach(it -> row.removeCell(row.getCell(it))));
        });
        Sheets.Outcome.Written written = desk.written(NOW);
        assertThat(written.remarks()).isEmpty();
        assertThat(desk.customer(1, NOW).grade()).isEqualTo(Grade.S);
        assertThat(desk.questions().open(Optional.of(LI))).isEmpty();
        desk.look(sheet -> assertThat(ids(sheet)).containsExactlyInAnyOrder("C0001", "C0002", "C0003"));
    }

    @Test
    void aCallTypedIntoTheLogIsANoteOfThatCustomer() throws Exception {
        desk.edit(workbook -> {
            Sheet log = workbook.getSheet("日志");
            Row row = log.createRow(log.getLastRowNum() + 1);
            row.createCell(0).setCellValue("2026-03-01");
            row.createCell(1).setCellValue("Andina SAS");
            row.createCell(2).setCellValue("电话");
            row.createCell(4).setCellValue("要三台样机");
            row.createCell(6).setCellValue("2026-03-10");
        });
        assertThat(desk.written(NOW).taken()).containsExactly("C0002 log: 电话: 要三台样机");
        assertThat(desk.timeline().shortly(new CustomerId(2), NOW.plusSeconds(1), 5).getFirst().text()).contains("电话: 要三台样机");
        assertThat(desk.customer(2, NOW).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-03-10"));
        assertThat(desk.written(NOW).taken()).isEmpty();
        try (XSSFWorkbook workbook = new XSSFWorkbook(desk.file().toFile())) {
            Sheet log = workbook.getSheet("日志");
            assertThat(log.getLastRowNum()).as("the note's own row, in place of what was typed").isEqualTo(1);
            assertThat(log.getRow(1).getCell(8).toString()).startsWith("C0002.");
        }
    }

    @Test
    void manyRowsGoneAtOnceAreNobodysDoing() throws Exception {
        desk.ledger().transact(tx -> {
            for (int i = 10; i < 40; i++) {
                tx.customers().insert(new CustomerId(i), "Buyer " + i + " Ltd", LI, NOW);
            }
            return null;
        });
        desk.written(NOW);
        desk.change(sheet -> {
            for (int i = sheet.getLastRowNum(); i > 3; i--) {
                sheet.removeRow(sheet.getRow(i));
            }
        });
        assertThat(desk.written(NOW).remarks()).singleElement().asString().contains("30 of 34");
        assertThat(desk.questions().open(Optional.of(LI))).isEmpty();
        desk.look(sheet -> assertThat(ids(sheet)).hasSize(33));
    }

    @Test
    void aDamagedFileIsSetAsideAndSaid() throws Exception {
        byte[] half = java.util.Arrays.copyOf(Files.readAllBytes(desk.file()), 3000);
        Files.write(desk.file(), half);
        desk.sheets().keepInStep(List.of(LI), NOW);
        assertThat(Files.readAllBytes(desk.file())).as("it may be on its way still").isEqualTo(half);
        desk.sheets().keepInStep(List.of(LI), NOW.plus(Duration.ofMinutes(6)));
        assertThat(Files.size(desk.file())).isGreaterThan(3000);
        assertThat(desk.sheets().states().getFirst().notes()).anySatisfy(it -> assertThat(it).contains("set aside"));
        try (Stream<Path> kept = Files.list(desk.file().resolveSibling("versions"))) {
            assertThat(kept.filter(it -> it.toString().contains("damaged")).map(TwoWaySheetTest::bytes)).containsExactly(half);
        }
    }

    @Test
    void aConflictCopyOfACloudFolderIsReadAndSetAside() throws Exception {
        Path copy = desk.file().resolveSibling("外贸客户跟进表 (冲突 2026-03-03).xlsx");
        Files.copy(desk.file(), copy);
        SheetDesk.edit(copy, workbook -> {
            cell(workbook.getSheet("总览"), "C0003", "备注").setCellValue("从手机改的");
            cell(workbook.getSheet("总览"), "C0001", "等级").setCellValue("B");
        });
        desk.change(sheet -> cell(sheet, "C0001", "等级").setCellValue("A"));
        desk.written(NOW);
        assertThat(desk.customer(3, NOW).notes()).isEqualTo("从手机改的");
        assertThat(copy).doesNotExist();
    }

    @Test
    void whatIsSavedIsReadByTheRunningDaemonAndTenVersionsAreKept() throws Exception {
        for (int i = 0; i < 13; i++) {
            Instant at = NOW.plus(Duration.ofMinutes(i));
            String note = "note " + i;
            desk.change(sheet -> cell(sheet, "C0001", "备注").setCellValue(note));
            desk.sheets().keepInStep(List.of(LI), at);
            assertThat(desk.customer(1, NOW).notes()).isEqualTo(note);
        }
        try (Stream<Path> kept = Files.list(desk.file().resolveSibling("versions"))) {
            assertThat(kept).hasSize(10);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void swapColumns(Sheet sheet, int one, int other) {
        for (Row row : sheet) {
            if (row.getCell(one) != null && row.getCell(other) != null) {
                String first = row.getCell(one).toString();
                row.getCell(one).setCellValue(row.getCell(other).toString());
                row.getCell(other).setCellValue(first);
            }
        }
    }

    private static List<String> ids(Sheet sheet) {
        List<String> ids = new java.util.ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() > 0 && row.getCell(column(sheet, "_id")) != null) {
                ids.add(row.getCell(column(sheet, "_id")).toString());
            }
        }
        return ids;
    }
}
