package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;
import static org.genjin.daemon.workbook.SheetDesk.column;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.connectors.Needs;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rep types that cannot be taken is answered where they typed it. */
class AnsweredSheetTest extends DeskTest {

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS", "Gulf Trading LLC");
        desk.sheets().write(LI, NOW);
    }

    @Test
    void aGradeThatIsNoneIsAnsweredInACommentThatGoesWhenItIsMended() throws Exception {
        desk.change(sheet -> cell(sheet, "C0001", "等级").setCellValue("重点客户?"));
        desk.written(NOW);
        assertThat(comment("C0001", "等级")).startsWith("Genjin 跟进:\n“重点客户?”无法识别").contains("S A B C D E");
        desk.written(NOW);
        assertThat(comment("C0001", "等级")).as("once").contains("重点客户?");
        desk.change(sheet -> cell(sheet, "C0001", "等级").setCellValue("A"));
        desk.written(NOW);
        assertThat(comment("C0001", "等级")).isEmpty();
        assertThat(desk.customer(1, NOW).grade()).isEqualTo(Grade.A);
        assertThat(desk.sheets().states().getFirst().notes()).isEmpty();
    }

    @Test
    void readingAFileAgainTakesNothingTwiceAndStillSaysWhatIsWrongInIt() throws Exception {
        desk.change(sheet -> {
            cell(sheet, "C0001", "等级").setCellValue("重点客户?");
            cell(sheet, "C0002", "等级").setCellValue("A");
        });
        Sheets.Outcome.Read first = (Sheets.Outcome.Read) desk.sheets().read(LI, Optional.empty(), false, NOW);
        assertThat(first.taken()).hasSize(1);
        assertThat(first.remarks()).singleElement().asString().contains("重点客户?");
        Sheets.Outcome.Read again = (Sheets.Outcome.Read) desk.sheets().read(LI, Optional.empty(), false, NOW);
        assertThat(again.taken()).isEmpty();
        assertThat(again.remarks()).isEqualTo(first.remarks());
        desk.change(sheet -> cell(sheet, "C0001", "等级").setCellValue("B"));
        Sheets.Outcome.Read mended = (Sheets.Outcome.Read) desk.sheets().read(LI, Optional.empty(), false, NOW);
        assertThat(mended.taken()).hasSize(1);
        assertThat(mended.remarks()).isEmpty();
        Files.writeString(desk.file(), "half a file");
        for (int i = 0; i < 2; i++) {
            assertThat(desk.sheets().read(LI, Optional.empty(), false, NOW)).isInstanceOf(Sheets.Outcome.Unreadable.class);
        }
    }

    @Test
    void aCommentOfOnesOwnIsNeverTouchedAlsoOnACellWithANonsenseValueOrAddedToOneOfGenjins() throws Exception {
        desk.change(sheet -> {
            cell(sheet, "C0001", "等级").setCellValue("???");
            pin(cell(sheet, "C0001", "等级"), "老板说的");
            cell(sheet, "C0002", "等级").setCellValue("!!!");
        });
        assertThat(desk.written(NOW).remarks()).as("status says it").hasSize(2);
        assertThat(comment("C0001", "等级")).isEqualTo("老板说的");
        String said = comment("C0002", "等级");
        desk.change(sheet -> {
            pin(cell(sheet, "C0002", "等级"), said + "\n明天问老板");
            cell(sheet, "C0001", "等级").setCellValue("B");
            cell(sheet, "C0002", "等级").setCellValue("B");
        });
        desk.written(NOW);
        assertThat(comment("C0001", "等级")).isEqualTo("老板说的");
        assertThat(comment("C0002", "等级")).endsWith("明天问老板");
    }

    @Test
    void whatIsTypedIntoAColumnThatGenjinFillsIsSaidForTwoWeeksOrUntilTheCommentIsDeleted() throws Exception {
        desk.change(sheet -> {
            cell(sheet, "C0001", "跟进次数").setCellValue("很多次");
            cell(sheet, "C0002", "未联系天数").removeFormula();
            cell(sheet, "C0002", "未联系天数").setCellValue("节后再联系");
        });
        assertThat(desk.written(NOW).remarks()).hasSize(2).anySatisfy(it -> assertThat(it).contains("很多次").contains("跟进次数"));
        desk.look(sheet -> {
            assertThat(cell(sheet, "C0001", "跟进次数").getNumericCellValue()).isZero();
            assertThat(cell(sheet, "C0002", "未联系天数").getCellFormula()).contains("TODAY()");
        });
        assertThat(comment("C0001", "跟进次数")).contains("2026-03-03").contains("很多次");
        Instant later = NOW.plus(Duration.ofDays(3));
        desk.written(later);
        assertThat(comment("C0001", "跟进次数")).contains("很多次");
        assertThat(notes()).hasSize(2).anySatisfy(it -> assertThat(it).contains("节后再联系"));
        desk.change(sheet -> cell(sheet, "C0001", "跟进次数").removeCellComment());
        desk.written(later);
        assertThat(comment("C0001", "跟进次数")).isEmpty();
        assertThat(notes()).hasSize(1);
        desk.written(NOW.plus(Duration.ofDays(15)));
        assertThat(comment("C0002", "未联系天数")).isEmpty();
        assertThat(notes()).isEmpty();
    }

    @Test
    void whatAProgramChangedInAWholeColumnOfGenjinsNobodyTyped() throws Exception {
        desk.ledger().transact(tx -> {
            for (int i = 10; i < 30; i++) {
                tx.customers().insert(new CustomerId(i), "Buyer " + i + " Ltd", LI, NOW);
            }
            return null;
        });
        desk.written(NOW);
        desk.change(sheet -> {
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                sheet.getRow(i).getCell(column(sheet, "跟进次数")).setCellValue("0 次");
                sheet.getRow(i).getCell(column(sheet, "未联系天数")).removeFormula();
                sheet.getRow(i).getCell(column(sheet, "未联系天数")).setCellValue(7);
            }
        });
        Sheets.Outcome.Written written = desk.written(NOW);
        assertThat(written.remarks()).isEmpty();
        assertThat(written.taken()).isEmpty();
    }

    @Test
    void aNewCustomersGradeThatIsNoneStaysAsItWasTyped() throws Exception {
        desk.change(sheet -> {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            row.createCell(column(sheet, "客户名称")).setCellValue("Nova Import Ltda");
            row.createCell(column(sheet, "等级")).setCellValue("VIP?");
        });
        desk.written(NOW);
        desk.look(sheet -> assertThat(cell(sheet, "C0004", "等级").toString()).isEqualTo("VIP?"));
        assertThat(comment("C0004", "等级")).contains("VIP?");
        desk.written(NOW);
        desk.look(sheet -> assertThat(cell(sheet, "C0004", "等级").toString()).isEqualTo("VIP?"));
    }

    @Test
    void aCallInTheLogWithACustomerThatIsNoneOrADayThatIsNoneWaitsWithAnAnswer() throws Exception {
        desk.edit(workbook -> {
            log(workbook, "2026-03-01", "Andean Co", "要三台样机", "");
            log(workbook, "31/31/2026", "Andina SAS", "没接电话", "");
            log(workbook, "2026-03-01", "Andina SAS", "报了价", "下周三左右吧");
        });
        assertThat(desk.written(NOW).taken()).isEmpty();
        try (XSSFWorkbook workbook = new XSSFWorkbook(desk.file().toFile())) {
            Sheet log = workbook.getSheet("日志");
            assertThat(text(log.getRow(1).getCell(1).getCellComment())).contains("Andean Co").contains("C0042");
            assertThat(text(log.getRow(2).getCell(0).getCellComment())).contains("31/31/2026");
            assertThat(text(log.getRow(3).getCell(6).getCellComment())).contains("下周三左右吧");
        }
        desk.edit(workbook -> {
            workbook.getSheet("日志").getRow(1).getCell(1).setCellValue("C0002");
            workbook.getSheet("日志").getRow(2).getCell(0).setCellValue("2026-03-02");
            workbook.getSheet("日志").getRow(3).getCell(6).setCellValue("2026-03-11");
        });
        assertThat(desk.written(NOW).taken()).hasSize(3);
        try (XSSFWorkbook workbook = new XSSFWorkbook(desk.file().toFile())) {
            assertThat(workbook.getSheet("日志").getCellComments()).isEmpty();
            assertThat(workbook.getSheet("日志").getLastRowNum()).isEqualTo(3);
        }
    }

    @Test
    void theSameWordsTypedOnAnotherDayAreAnotherNote() throws Exception {
        desk.edit(workbook -> log(workbook, "", "Andina SAS", "没接电话", ""));
        assertThat(desk.written(NOW).taken()).hasSize(1);
        assertThat(desk.written(NOW).taken()).isEmpty();
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        desk.edit(workbook -> log(workbook, "", "Andina SAS", "没接电话", ""));
        assertThat(desk.written(tomorrow).taken()).hasSize(1);
        assertThat(desk.timeline().shortly(new CustomerId(2), tomorrow.plusSeconds(1), 5)).hasSize(2);
    }

    @Test
    void anAnswerIsKnownAgainInAFileThatLibreOfficeSaved() throws Exception {
        Path office = Needs.tool("soffice", "libreoffice");
        desk.change(sheet -> {
            cell(sheet, "C0001", "等级").setCellValue("重点客户?");
            cell(sheet, "C0002", "跟进次数").setCellValue("很多次");
        });
        desk.written(NOW);
        new Office(office, folder).save(desk.file());
        assertThat(desk.written(NOW).taken()).isEmpty();
        assertThat(notes()).hasSize(2).anySatisfy(it -> assertThat(it).contains("很多次"));
        desk.look(sheet -> assertThat(sheet.getCellComments()).hasSize(2));
        desk.change(sheet -> cell(sheet, "C0001", "等级").setCellValue("A"));
        desk.written(NOW);
        desk.look(sheet -> assertThat(sheet.getCellComments()).hasSize(1));
    }

    private static void log(XSSFWorkbook workbook, String day, String customer, String text, String next) {
        Sheet log = workbook.getSheet("日志");
        Row row = log.createRow(log.getLastRowNum() + 1);
        row.createCell(0).setCellValue(day);
        row.createCell(1).setCellValue(customer);
        row.createCell(4).setCellValue(text);
        row.createCell(6).setCellValue(next);
    }

    private static void pin(org.apache.poi.ss.usermodel.Cell cell, String text) {
        cell.removeCellComment();
        var helper = cell.getSheet().getWorkbook().getCreationHelper();
        Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(helper.createClientAnchor());
        comment.setString(helper.createRichTextString(text));
        cell.setCellComment(comment);
    }

    private static String text(@Nullable Comment comment) {
        return comment == null ? "" : comment.getString().getString();
    }

    private String comment(String customer, String header) throws Exception {
        String[] text = {""};
        desk.look(sheet -> text[0] = text(cell(sheet, customer, header).getCellComment()));
        return text[0];
    }

    private List<String> notes() {
        return desk.sheets().states().getFirst().notes();
    }
}
