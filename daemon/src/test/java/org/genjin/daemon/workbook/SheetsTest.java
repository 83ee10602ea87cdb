package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.connectors.Needs;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workbook as a spreadsheet program and a rep see it. */
class SheetsTest extends DeskTest {

    private static final String LI = "li@factory.example";

    private Ledger ledger;
    private Sheets sheets;

    @BeforeEach
    void begin() throws Exception {
        ledger = desk.ledger();
        sheets = desk.sheets();
        ledger.transact(tx -> {
            tx.customers().insert(new CustomerId(1), "Müller & Söhne [DE]: 'A/B' 一个名字很长很长很长很长很长的公司有限公司", LI, NOW);
            tx.customers().insert(new CustomerId(2), "=HYPERLINK(\"x\")", LI, NOW);
            tx.customers().setByHand(new CustomerId(1), CustomerTable.Field.GRADE, "A");
            tx.customers().setNext(new CustomerId(1), LocalDate.parse("2026-03-02"), "发样品", NOW);
            tx.customers().setNotes(new CustomerId(1), "只要不锈钢");
            return null;
        });
    }

    @Test
    void theFiguresStandInTheWorkbookWithTheirFormulasAndCharts() throws Exception {
        sheets.write(LI, NOW);
        try (XSSFWorkbook workbook = new XSSFWorkbook(sheets.file(LI).toFile())) {
            XSSFSheet stats = workbook.getSheet("统计");
            assertThat(stats.getRow(0).getCell(0).getStringCellValue()).isEqualTo("上周 02-23–03-01");
            assertThat(stats.getRow(2).getCell(0).getStringCellValue()).isEqualTo("回复率");
            assertThat(stats.getRow(2).getCell(1).getStringCellValue()).isEqualTo("—（没有咨询）");
            assertThat(stats.getRow(2).getCell(4).getStringCellValue()).startsWith("客户来信中需要答复且已答复的");
            assertThat(stats.getRow(8).getCell(0).getStringCellValue()).isEqualTo("从未联系");
            assertThat(stats.getRow(8).getCell(1).getNumericCellValue()).isEqualTo(2);
            assertThat(stats.getRow(12).getCell(0).getStringCellValue()).as("the oldest of twelve weeks").isEqualTo("12-08–12-14");
            assertThat(stats.getRow(24).getCell(0).getStringCellValue()).isEqualTo("本周至今");
            assertThat(stats.getDrawingPatriarch().getCharts()).hasSize(4);
            assertThat(stats.getDrawingPatriarch().getCharts().getFirst().getTitleText().getString()).isEqualTo("回复率 · 跟进及时率");
            assertThat(stats.getDrawingPatriarch().getCharts().getFirst().getChartSeries().getFirst().getSeries(0).getCategoryData().getPointCount())
                    .isEqualTo(12);
        }
    }

    @Test
    void theWorkbookHasTodayOverviewASheetForEachCustomerLogAndLists() throws Exception {
        assertThat(sheets.write(LI, NOW)).isInstanceOf(Sheets.Outcome.Written.class);
        try (Workbook workbook = WorkbookFactory.create(sheets.file(LI).toFile())) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("今日");
            assertThat(workbook.getSheetAt(1).getSheetName()).isEqualTo("总览");
            assertThat(workbook.getSheetAt(2).getSheetName()).startsWith("C0001 Müller & Söhne DE").hasSizeLessThanOrEqualTo(31);
            assertThat(workbook.getSheet("日志")).isNotNull();
            assertThat(workbook.getSheet("选项")).isNotNull();
            Sheet overview = workbook.getSheet("总览");
            assertThat(overview.getRow(0).getCell(6).getStringCellValue()).isEqualTo("待谁");
            Row first = overview.getRow(1);
            assertThat(first.getCell(4).getStringCellValue()).isEqualTo("A");
            assertThat(first.getCell(7).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-03-02");
            assertThat(first.getCell(8).getStringCellValue()).isEqualTo("发样品");
            assertThat(first.getCell(1).getHyperlink().getAddress()).startsWith("'C0001 ");
            assertThat(first.getCell(11).getCellFormula()).contains("TODAY()");
            assertThat(overview.getRow(2).getCell(1).getStringCellValue()).as("text, no formula").isEqualTo("=HYPERLINK(\"x\")");
            assertThat(overview.getSheetConditionalFormatting().getNumConditionalFormattings()).isGreaterThan(3);
            Row due = workbook.getSheet("今日").getRow(2);
            assertThat(due.getCell(5).getStringCellValue()).isEqualTo("逾期 1 天");
            assertThat(due.getCell(5).getCellFormula()).contains("TODAY()");
            assertThat(due.getCell(7).getStringCellValue()).isEqualTo("手动日期");
            assertThat(due.getCell(8).getStringCellValue()).isEqualTo("发样品");
            assertThat(workbook.getName("Grades").getRefersToFormula()).startsWith("'选项'!$A$2");
        }
    }

    @Test
    void aFileThatIsOpenInExcelIsWrittenLater() throws Exception {
        sheets.write(LI, NOW);
        Path file = sheets.file(LI);
        long before = Files.getLastModifiedTime(file).toMillis();
        Files.writeString(file.resolveSibling("~$" + file.getFileName()), "");
        assertThat(sheets.write(LI, NOW)).isInstanceOf(Sheets.Outcome.InUse.class);
        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(before);
    }

    @Test
    void libreOfficeOpensItWithoutComplaint() throws Exception {
        Path office = Needs.tool("soffice", "libreoffice");
        sheets.write(LI, NOW);
        Path copy = Files.copy(sheets.file(LI), folder.resolve("sheet.xlsx"));
        Process process = new ProcessBuilder(
                        office.toString(), "-env:UserInstallation=" + folder.resolve("office").toUri(), "--headless", "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76",
                        "--outdir", folder.toString(), copy.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "office.log"))
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("office.log"))).doesNotContainIgnoringCase("error");
        assertThat(folder.resolve("sheet.csv")).content().contains("发样品");
    }
}
