package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rep types into today's sheet and into a customer's own sheet counts as in the overview, or is answered there. */
class TypedElsewhereTest extends DeskTest {

    private static final String TODAY = "今日";

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS", "Gulf Trading LLC");
        desk.ledger().transact(tx -> {
            for (int i = 1; i <= 3; i++) {
                tx.customers().setNext(new CustomerId(i), LocalDate.parse("2026-03-0" + (i + 3)), "打电话", NOW.minusSeconds(60));
            }
            return null;
        });
        desk.sheets().write(LI, NOW);
    }

    @Test
    void aDayAnActionAndAGradeTypedIntoTodaysSheetAreSetAndTakenBackLikeOthers() throws Exception {
        today(sheet -> {
            at(sheet, "C0001", "到期").setCellValue("2026-03-20");
            at(sheet, "C0001", "下一步").setCellValue("寄样品");
            at(sheet, "C0002", "等级").setCellValue("A");
        });
        assertThat(desk.written(NOW).taken()).hasSize(3);
        assertThat(desk.customer(1, NOW).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-03-20"));
        assertThat(desk.customer(2, NOW).grade()).isEqualTo(Grade.A);
        desk.look(sheet -> {
            assertThat(cell(sheet, "C0002", "等级").toString()).isEqualTo("A");
            assertThat(cell(sheet, "C0001", "下一步").toString()).isEqualTo("寄样品");
        });
        look(TODAY, sheet -> assertThat(find(sheet, "C0001")).as("in two weeks and more nobody is reminded").isNull());
        assertThat(desk.written(NOW).taken()).isEmpty();
        desk.undoing().last(Optional.of(LI), NOW);
        desk.written(NOW);
        desk.look(sheet -> assertThat(cell(sheet, "C0002", "等级").toString()).isNotEqualTo("A"));
    }

    @Test
    void whoTypesDifferentThingsOnTwoSheetsIsAskedAndNeitherIsLost() throws Exception {
        desk.edit(workbook -> {
            cell(workbook.getSheet("总览"), "C0002", "等级").setCellValue("A");
            at(workbook.getSheet(TODAY), "C0002", "等级").setCellValue("B");
        });
        Sheets.Outcome.Written written = desk.written(NOW);
        assertThat(written.taken()).isEmpty();
        assertThat(written.remarks()).hasSize(2).anySatisfy(it -> assertThat(it).contains("今日").contains("'B'").contains("'A'"));
        assertThat(desk.customer(2, NOW).gradeByHand()).isFalse();
        desk.look(sheet -> {
            assertThat(cell(sheet, "C0002", "等级").toString()).isEqualTo("A");
            assertThat(text(cell(sheet, "C0002", "等级"))).contains("“A”").contains("“B”");
        });
        look(TODAY, sheet -> {
            assertThat(at(sheet, "C0002", "等级").toString()).isEqualTo("B");
            assertThat(text(at(sheet, "C0002", "等级"))).contains("“B”");
        });
        assertThat(desk.written(NOW).remarks()).hasSize(2);
        today(sheet -> at(sheet, "C0002", "等级").setCellValue("A"));
        assertThat(desk.written(NOW).taken()).hasSize(1);
        assertThat(desk.customer(2, NOW).grade()).isEqualTo(Grade.A);
        look(TODAY, sheet -> assertThat(sheet.getCellComments()).isEmpty());
        desk.look(sheet -> assertThat(sheet.getCellComments()).isEmpty());
    }

    @Test
    void whatIsNoDayInTodaysSheetStaysThereWithAnAnswerWhereverTheRowGoes() throws Exception {
        today(sheet -> {
            at(sheet, "C0002", "到期").setCellValue("等老板回来");
            at(sheet, "C0001", "到期").setCellValue("2026-03-16");
        });
        desk.written(NOW);
        look(TODAY, sheet -> {
            assertThat(at(sheet, "C0002", "到期").toString()).isEqualTo("等老板回来");
            assertThat(text(at(sheet, "C0002", "到期"))).contains("等老板回来");
            assertThat(at(sheet, "C0002", "id").getRowIndex()).isLessThan(at(sheet, "C0001", "id").getRowIndex());
        });
    }

    @Test
    void whatIsTypedOverTheReasonInTodaysSheetIsAnsweredForTwoWeeks() throws Exception {
        today(sheet -> at(sheet, "C0003", "原因").setCellValue("客户生气了"));
        assertThat(desk.written(NOW).remarks()).hasSize(1).anySatisfy(it -> assertThat(it).startsWith("今日: ").contains("客户生气了"));
        look(TODAY, sheet -> assertThat(text(at(sheet, "C0003", "原因"))).contains("客户生气了"));
        Instant later = NOW.plus(Duration.ofDays(3));
        assertThat(desk.written(later).remarks()).hasSize(1);
        look(TODAY, sheet -> assertThat(text(at(sheet, "C0003", "原因"))).contains("客户生气了"));
        assertThat(desk.written(NOW.plus(Duration.ofDays(15))).remarks()).isEmpty();
        look(TODAY, sheet -> assertThat(sheet.getCellComments()).isEmpty());
    }

    @Test
    void wordsInAColumnOfOnesOwnAndCommentsGoAlongWithTheirCustomerInTodaysSheet() throws Exception {
        today(sheet -> {
            int free = sheet.getRow(1).getLastCellNum();
            sheet.getRow(1).createCell(free).setCellValue("我的话");
            find(sheet, "C0001").createCell(free).setCellValue("先打给老板娘");
            find(sheet, "C0003").createCell(free).setCellFormula("J" + (find(sheet, "C0003").getRowNum() + 1) + "*2");
            pin(at(sheet, "C0001", "客户名称"), "老板说的");
            Row below = sheet.createRow(sheet.getLastRowNum() + 2);
            below.createCell(1).setCellValue("Nova Import Ltda");
        });
        desk.decisions().next(new CustomerId(1), LocalDate.parse("2026-03-12"), "", LI, NOW);
        assertThat(desk.written(NOW).remarks()).hasSize(1).anySatisfy(it -> assertThat(it).contains("Nova Import Ltda").contains("总览"));
        look(TODAY, sheet -> {
            Row row = find(sheet, "C0001");
            assertThat(row.getRowNum()).as("it is the last by now").isEqualTo(4);
            assertThat(at(sheet, "C0001", "我的话").toString()).isEqualTo("先打给老板娘");
            assertThat(at(sheet, "C0002", "我的话").toString()).isEmpty();
            assertThat(at(sheet, "C0003", "我的话").getCellFormula()).isEqualTo("J" + (find(sheet, "C0003").getRowNum() + 1) + "*2");
            assertThat(text(at(sheet, "C0001", "客户名称"))).isEqualTo("老板说的");
            assertThat(sheet.getRow(5).getCell(1).toString()).isEqualTo("Nova Import Ltda");
            assertThat(text(sheet.getRow(5).getCell(1))).contains("总览");
        });
        desk.written(NOW);
        look(TODAY, sheet -> assertThat(sheet.getLastRowNum()).as("once").isEqualTo(5));
    }

    @Test
    void factsThatAPersonMaySetAreReadFromTheCustomersOwnSheet() throws Exception {
        sheet("C0001", sheet -> {
            value(sheet, "国家/地区").setCellValue("Germany");
            value(sheet, "来源").setCellValue("展会");
            value(sheet, "下次跟进").setCellValue("2026-04-01");
            value(sheet, "下一步").setCellValue("寄样品");
            sheet.getRow(0).getCell(1).setCellValue("C0001 Acme Pumpen AG");
            sheet.getRow(0).getCell(5).setCellValue("等级 A  已报价  待我");
        });
        assertThat(desk.written(NOW).taken()).hasSize(7);
        var acme = desk.customer(1, NOW);
        assertThat(acme.name()).isEqualTo("Acme Pumpen AG");
        assertThat(acme.country()).isEqualTo("DE");
        assertThat(acme.grade()).isEqualTo(Grade.A);
        assertThat(acme.stage()).isEqualTo(Stage.QUOTED);
        assertThat(acme.next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-04-01"));
        desk.look(sheet -> assertThat(cell(sheet, "C0001", "来源").toString()).isEqualTo("展会"));
        assertThat(desk.written(NOW).taken()).isEmpty();
    }

    @Test
    void whatIsTypedOverOtherFactsOrBusinessOfACustomersSheetIsAnsweredInAComment() throws Exception {
        sheet("C0002", sheet -> {
            value(sheet, "时区").setCellValue("比我们晚十三小时");
            sheet.getRow(0).getCell(5).setCellValue("下个月再说");
            value(sheet, "主联系人").setCellValue("Juan, 138 0013 8000");
        });
        assertThat(desk.written(NOW).remarks()).hasSize(3).allSatisfy(it -> assertThat(it).startsWith("C0002 Andina SAS: "));
        sheetLook("C0002", sheet -> {
            assertThat(text(value(sheet, "时区"))).contains("比我们晚十三小时");
            assertThat(text(value(sheet, "主联系人"))).contains("138 0013 8000");
            assertThat(sheet.getRow(0).getCell(5).toString()).isEqualTo("下个月再说");
            assertThat(text(sheet.getRow(0).getCell(5))).contains("S A B C D E");
        });
        assertThat(desk.written(NOW).remarks()).hasSize(3);
        sheet("C0002", sheet -> sheet.getRow(0).getCell(5).setCellValue("等级 B"));
        assertThat(desk.written(NOW).taken()).hasSize(1);
        assertThat(desk.customer(2, NOW).grade()).isEqualTo(Grade.B);
        sheetLook("C0002", sheet -> assertThat(text(sheet.getRow(0).getCell(5))).isEmpty());
    }

    @Test
    void whatIsTypedOverAMessageOfTheHistoryStaysWhileTheOthersGoOn() throws Exception {
        for (int i = 0; i < 3; i++) {
            desk.decisions().log(new CustomerId(1), LI, "call " + i, NOW.minus(Duration.ofDays(9L - i)));
        }
        desk.written(NOW);
        sheet("C0001", sheet -> {
            said(sheet, "call 1").setCellValue("要 DN50，三月底前");
            said(sheet, "call 0").getRow().getCell(6, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue("问老板");
        });
        desk.edit(workbook -> said(workbook.getSheet("日志"), "call 2").setCellValue("没接"));
        desk.decisions().log(new CustomerId(1), LI, "call 3", NOW);
        for (int i = 0; i < 3; i++) {
            desk.written(NOW.plusSeconds(60L * i));
        }
        sheetLook("C0001", sheet -> {
            Row row = said(sheet, "要 DN50，三月底前").getRow();
            assertThat(said(sheet, "call 3").getRow().getRowNum()).isLessThan(row.getRowNum());
            assertThat(said(sheet, "call 2").getRow().getRowNum()).isEqualTo(row.getRowNum() - 1);
            assertThat(said(sheet, "call 0").getRow().getCell(6).toString()).isEqualTo("问老板");
        });
        look("日志", sheet -> assertThat(said(sheet, "没接").getRow().getRowNum()).isEqualTo(2));
        sheet("C0001", sheet -> said(sheet, "要 DN50，三月底前").setBlank());
        desk.written(NOW.plusSeconds(600));
        sheetLook("C0001", sheet -> assertThat(said(sheet, "call 1").toString()).as("an emptied cell is filled again").isEqualTo("call 1"));
    }

    @Test
    void whatAProgramMadeOfAWholeColumnOfHistoryNobodyTyped() throws Exception {
        for (int i = 0; i < 12; i++) {
            desk.decisions().log(new CustomerId(1), LI, "call " + i, NOW.minus(Duration.ofDays(20L - i)));
        }
        desk.written(NOW);
        sheet("C0001", sheet -> {
            for (Row row : sheet) {
                Cell cell = row.getCell(4);
                if (cell != null && cell.toString().startsWith("call ")) {
                    cell.setCellValue(cell.toString().toUpperCase(Locale.ROOT));
                }
            }
        });
        desk.written(NOW.plusSeconds(60));
        sheetLook("C0001", sheet -> assertThat(said(sheet, "call 7").toString()).isEqualTo("call 7"));
    }

    private static Cell said(Sheet sheet, String words) {
        for (Row row : sheet) {
            if (row.getCell(4) != null && row.getCell(4).toString().equals(words)) {
                return row.getCell(4);
            }
        }
        throw new AssertionError("nobody said " + words);
    }

    @Test
    void aSheetThatStaysAsItIsStillKnowsWhatItSaid() throws Exception {
        desk.written(NOW);
        desk.written(NOW);
        sheet("C0003", sheet -> value(sheet, "来源").setCellValue("Google"));
        assertThat(desk.written(NOW).taken()).hasSize(1);
    }

    private void today(Consumer<Sheet> change) throws Exception {
        desk.edit(workbook -> change.accept(workbook.getSheet(TODAY)));
    }

    private void sheet(String customer, Consumer<Sheet> change) throws Exception {
        desk.edit(workbook -> change.accept(of(workbook, customer)));
    }

    private void sheetLook(String customer, Consumer<Sheet> look) throws Exception {
        try (InputStream in = Files.newInputStream(desk.file()); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            look.accept(of(workbook, customer));
        }
    }

    private void look(String name, Consumer<Sheet> look) throws Exception {
        try (InputStream in = Files.newInputStream(desk.file()); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            look.accept(workbook.getSheet(name));
        }
    }

    private static Sheet of(XSSFWorkbook workbook, String customer) {
        for (Sheet it : workbook) {
            if (it.getSheetName().startsWith(customer)) {
                return it;
            }
        }
        throw new AssertionError("no sheet of " + customer);
    }

    private static @Nullable Row find(Sheet today, String customer) {
        for (Row row : today) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(customer)) {
                return row;
            }
        }
        return null;
    }

    /** In today's sheet the header stands below a line of words. */
    private static Cell at(Sheet today, String customer, String header) {
        for (Cell it : today.getRow(1)) {
            if (it.toString().equals(header) || header.equals("id") && it.getColumnIndex() == 0) {
                return find(today, customer).getCell(it.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError("no column " + header);
    }

    /** The cell beside a label. */
    private static Cell value(Sheet sheet, String label) {
        for (Row row : sheet) {
            for (Cell it : row) {
                if (it.toString().equals(label)) {
                    return row.getCell(it.getColumnIndex() + 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                }
            }
        }
        throw new AssertionError("no label " + label);
    }

    private static void pin(Cell cell, String text) {
        CreationHelper helper = cell.getSheet().getWorkbook().getCreationHelper();
        Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(helper.createClientAnchor());
        comment.setString(helper.createRichTextString(text));
        cell.setCellComment(comment);
    }

    private static String text(Cell cell) {
        Comment comment = cell.getCellComment();
        return comment == null ? "" : comment.getString().getString();
    }
}
