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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.genjin.daemon.workbook.rules.Place;
import org.genjin.daemon.workbook.rules.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rep types into the list of customers without a sheet counts as in the overview, or is answered there. */
class TypedIntoRestTest extends DeskTest {

    private static final String REST = "其余客户";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant at = NOW;

    /** The sheets of all but one are in a second workbook, so that the first lists them. */
    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS", "Gulf Trading LLC", "Nova Import Ltda");
        desk.ledger().transact(tx -> {
            tx.sheets().place(LI, Map.of(new CustomerId(1), 1, new CustomerId(2), 2, new CustomerId(3), 2, new CustomerId(4), 2));
            tx.customers().setNext(new CustomerId(4), LocalDate.parse("2026-03-05"), "打电话", NOW.minusSeconds(60));
            return null;
        });
        desk.all(true);
        written();
    }

    @Test
    void gradeStageDayNameAndCountryAreSetOnceAndTakenBackLikeOthers() throws Exception {
        rest(sheet -> {
            cell(sheet, "C0002", "等级").setCellValue("A");
            cell(sheet, "C0002", "国家/地区").setCellValue("Colombia");
            cell(sheet, "C0003", "阶段").setCellValue("Quoted");
            cell(sheet, "C0003", "下次跟进").setCellValue("2026-04-01");
            cell(sheet, "C0004", "客户").setCellValue("Nova Importadora Ltda");
            cell(sheet, "C0004", "下次跟进").setBlank();
        });
        assertThat(written().taken()).hasSize(6);
        assertThat(desk.customer(2, at).grade()).isEqualTo(Grade.A);
        assertThat(desk.customer(2, at).country()).isEqualTo("CO");
        assertThat(desk.customer(3, at).stage()).isEqualTo(Stage.QUOTED);
        assertThat(desk.customer(3, at).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-04-01"));
        assertThat(desk.customer(4, at).name()).isEqualTo("Nova Importadora Ltda");
        desk.look(sheet -> assertThat(cell(sheet, "C0002", "等级").toString()).isEqualTo("A"));
        look(sheet -> {
            assertThat(cell(sheet, "C0003", "阶段").toString()).as("in the workbook's language").isEqualTo("已报价");
            assertThat(cell(sheet, "C0003", "下次跟进").getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.parse("2026-04-01"));
        });
        assertUntouched();
        desk.decisions().set(new CustomerId(2), "grade", "C", List.of(LI), LI, at);
        written();
        look(sheet -> assertThat(cell(sheet, "C0002", "等级").toString()).as("what was taken is no longer held fast").isEqualTo("C"));
        desk.undoing().last(Optional.of(LI), at);
        written();
        look(sheet -> assertThat(cell(sheet, "C0002", "等级").toString()).isEqualTo("A"));
    }

    @Test
    void ofASheetThatNobodyTouchedNothingIsRead() throws Exception {
        assertUntouched();
    }

    @Test
    void whatIsNoDayStaysThereWithAnAnswerUntilItIsMended() throws Exception {
        rest(sheet -> cell(sheet, "C0003", "下次跟进").setCellValue("等老板回来"));
        for (int i = 0; i < 2; i++) {
            assertThat(written().remarks()).singleElement().asString().startsWith("其余客户: ").contains("等老板回来");
            look(sheet -> {
                assertThat(cell(sheet, "C0003", "下次跟进").toString()).isEqualTo("等老板回来");
                assertThat(text(cell(sheet, "C0003", "下次跟进"))).contains("等老板回来");
            });
        }
        rest(sheet -> cell(sheet, "C0003", "下次跟进").setCellValue("2026-03-20"));
        Sheets.Outcome.Written mended = written();
        assertThat(mended.taken()).hasSize(1);
        assertThat(mended.remarks()).isEmpty();
        look(sheet -> assertThat(sheet.getCellComments()).isEmpty());
    }

    @Test
    void whoTypesDifferentThingsOnThreeSheetsIsAskedInEachAndNothingIsLost() throws Exception {
        desk.edit(workbook -> {
            cell(workbook.getSheet("总览"), "C0004", "等级").setCellValue("A");
            cell(workbook.getSheet(REST), "C0004", "等级").setCellValue("B");
            today(workbook).setCellValue("D");
        });
        Sheets.Outcome.Written written = written();
        assertThat(written.taken()).isEmpty();
        assertThat(written.remarks()).hasSize(3).anySatisfy(it -> assertThat(it).startsWith("其余客户: ").contains("'B'").contains("A / D"));
        assertThat(desk.customer(4, at).gradeByHand()).isFalse();
        look(sheet -> {
            assertThat(cell(sheet, "C0004", "等级").toString()).isEqualTo("B");
            assertThat(text(cell(sheet, "C0004", "等级"))).contains("“B”").contains("“A / D”");
        });
        desk.edit(workbook -> {
            cell(workbook.getSheet("总览"), "C0004", "等级").setCellValue("B");
            today(workbook).setCellValue("B");
        });
        assertThat(written().taken()).hasSize(1);
        assertThat(desk.customer(4, at).grade()).isEqualTo(Grade.B);
        look(sheet -> assertThat(sheet.getCellComments()).isEmpty());
        assertUntouched();
    }

    @Test
    void whatIsTypedIntoAColumnOfGenjinsIsAnsweredForTwoWeeksAndWrittenOver() throws Exception {
        rest(sheet -> {
            cell(sheet, "C0002", "待谁").setCellValue("客户生气了");
            cell(sheet, "C0002", "最近来信").setCellValue("上周三");
            cell(sheet, "C0003", "所在文件").setCellValue("桌面上");
            cell(sheet, "C0004", "客户编号").setCellValue("大客户");
        });
        assertThat(written().remarks()).hasSize(4).allSatisfy(it -> assertThat(it).startsWith("其余客户: "));
        look(sheet -> {
            assertThat(text(cell(sheet, "C0002", "待谁"))).contains("客户生气了");
            assertThat(text(cell(sheet, "C0002", "最近来信"))).contains("上周三");
            assertThat(cell(sheet, "C0002", "最近来信").toString()).isEmpty();
            assertThat(cell(sheet, "C0003", "所在文件").toString()).isEqualTo("外贸客户跟进表 2.xlsx");
            assertThat(text(cell(sheet, "C0003", "所在文件"))).contains("桌面上");
            assertThat(cell(sheet, "C0004", "客户编号").toString()).isEqualTo("C0004");
        });
        assertThat(written().remarks()).as("to be read for a while still").hasSize(4);
        at = NOW.plus(Duration.ofDays(15));
        assertThat(written().remarks()).isEmpty();
        look(sheet -> assertThat(sheet.getCellComments()).isEmpty());
    }

    @Test
    void aRowWithoutANumberStaysBelowAndIsToldWhereNewCustomersGo() throws Exception {
        rest(sheet -> {
            int customer = SheetDesk.column(sheet, "客户");
            sheet.createRow(sheet.getLastRowNum() + 1).createCell(customer).setCellValue("Baltic Tools OÜ");
        });
        for (int i = 0; i < 2; i++) {
            Sheets.Outcome.Written written = written();
            assertThat(written.taken()).isEmpty();
            assertThat(written.remarks()).singleElement().asString().contains("Baltic Tools OÜ").contains("总览");
        }
        look(sheet -> {
            Cell name = sheet.getRow(sheet.getLastRowNum()).getCell(SheetDesk.column(sheet, "客户"));
            assertThat(name.toString()).isEqualTo("Baltic Tools OÜ");
            assertThat(text(name)).contains("总览");
        });
    }

    @Test
    void ofASheetThatWasWrittenWithoutRememberingItNothingIsTakenAndWhatComesAfterIs() throws Exception {
        desk.ledger().transact(tx -> {
            SheetBook book = new SheetBook(LI, 1);
            tx.sheets().said(book).forEach((revision, said) ->
                    tx.sheets().say(book, revision, new SheetTable.Said(forgotten(said.written()), forgotten(said.seen()))));
            return null;
        });
        rest(sheet -> {
            cell(sheet, "C0002", "等级").setCellValue("A");
            cell(sheet, "C0003", "下次跟进").setCellValue("等老板回来");
            cell(sheet, "C0003", "待谁").setCellValue("客户");
        });
        Sheets.Outcome.Written written = written();
        assertThat(written.taken()).isEmpty();
        assertThat(written.remarks()).isEmpty();
        assertThat(desk.customer(2, at).gradeByHand()).isFalse();
        assertUntouched();
        rest(sheet -> cell(sheet, "C0002", "等级").setCellValue("A"));
        assertThat(written().taken()).hasSize(1);
    }

    @Test
    void aCopyOfTheWorkbookIsTakenAsFarAsNobodySaidOtherwiseSince() throws Exception {
        Path copy = Files.copy(desk.file(), folder.resolve("from the boss.xlsx"));
        desk.decisions().set(new CustomerId(3), "grade", "D", List.of(LI), LI, at);
        written();
        SheetDesk.edit(copy, workbook -> {
            cell(workbook.getSheet(REST), "C0002", "阶段").setCellValue("已报价");
            cell(workbook.getSheet(REST), "C0003", "等级").setCellValue("A");
        });
        Sheets.Outcome.Read read = (Sheets.Outcome.Read) desk.sheets().read(LI, Optional.of(copy), false, at);
        assertThat(read.taken()).hasSize(1);
        assertThat(read.remarks()).hasSize(1);
        assertThat(desk.customer(2, at).stage()).isEqualTo(Stage.QUOTED);
        assertThat(desk.customer(3, at).grade()).isEqualTo(Grade.D);
    }

    private static String forgotten(String said) {
        Snapshot all = Snapshot.of(said);
        all.rows().values().forEach(row -> row.keySet().removeIf(Place.REST::has));
        return all.text();
    }

    private void assertUntouched() throws Exception {
        for (int i = 0; i < 3; i++) {
            Sheets.Outcome.Written written = written();
            assertThat(written.taken()).isEmpty();
            assertThat(written.remarks()).isEmpty();
        }
    }

    private Sheets.Outcome.Written written() throws IOException {
        at = at.plus(MINUTE);
        return (Sheets.Outcome.Written) desk.sheets().writeAll(LI, Optional.empty(), at).getFirst();
    }

    private void rest(Consumer<Sheet> change) throws Exception {
        desk.edit(workbook -> change.accept(workbook.getSheet(REST)));
    }

    private void look(Consumer<Sheet> look) throws Exception {
        try (InputStream in = Files.newInputStream(desk.file()); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            look.accept(workbook.getSheet(REST));
        }
    }

    /** The grade of the only one who is to be followed up. */
    private static Cell today(XSSFWorkbook workbook) {
        Sheet sheet = workbook.getSheet("今日");
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals("C0004")) {
                return row.getCell(3);
            }
        }
        throw new AssertionError("not in today's sheet");
    }

    private static String text(Cell cell) {
        Comment comment = cell.getCellComment();
        return comment == null ? "" : comment.getString().getString();
    }
}
