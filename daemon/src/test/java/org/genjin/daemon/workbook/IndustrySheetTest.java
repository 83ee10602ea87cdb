package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;
import static org.genjin.daemon.workbook.SheetDesk.column;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The columns of a line of trade in the workbook: filled until a person writes there, whatever the language. */
class IndustrySheetTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final List<String> CHEMICALS = List.of("chemicals");

    @TempDir
    Path folder;

    private SheetDesk desk(Language language, List<String> trade) throws Exception {
        return new SheetDesk(folder, language, NOW, trade);
    }

    private Sheets.Outcome.Written write(SheetDesk desk) throws Exception {
        return (Sheets.Outcome.Written) desk.sheets().write(LI, NOW);
    }

    private static void overview(SheetDesk desk, String name, Consumer<XSSFSheet> look) throws Exception {
        try (var in = Files.newInputStream(desk.file());
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            look.accept(workbook.getSheet(name));
        }
    }

    private static String value(SheetDesk desk, long customer, String column) {
        return desk.ledger().read(tx -> tx.ownColumns().of(List.of(new CustomerId(customer))))
                .getOrDefault(new CustomerId(customer), java.util.Map.of())
                .getOrDefault(":+" + column, "");
    }

    @Test
    void columnsOfOurTradeStandBehindTheOthersAndWhatIsTypedThereIsTheCustomers() throws Exception {
        try (SheetDesk desk = desk(Language.ZH_CN, CHEMICALS)) {
            desk.customers(NOW, "Acme Coatings", "Andina SAS");
            write(desk);
            desk.edit(it -> {
                cell(it.getSheet("总览"), "C0001", "CAS 号").setCellValue("67-64-1");
                cell(it.getSheet("总览"), "C0001", "账期（天）").setCellValue(60);
                cell(it.getSheet("总览"), "C0002", "账期（天）").setCellValue("两个月");
            });
            Sheets.Outcome.Written written = write(desk);
            assertThat(written.taken()).hasSize(2);
            assertThat(written.remarks()).singleElement().asString().contains("两个月");
            assertThat(value(desk, 1, "cas")).isEqualTo("67-64-1");
            assertThat(value(desk, 1, "credit-days")).isEqualTo("60");
            assertThat(write(desk).taken()).as("once only").isEmpty();
            overview(desk, "总览", it -> {
                assertThat(cell(it, "C0001", "账期（天）").getCellType()).isEqualTo(CellType.NUMERIC);
                assertThat(cell(it, "C0002", "账期（天）").toString()).isEqualTo("两个月");
            });
        }
    }

    @Test
    void aTradeThatIsChosenLaterGetsItsColumnsAtTheEndAndOneThatAPersonDeletedStaysAway() throws Exception {
        try (SheetDesk desk = desk(Language.EN, List.of())) {
            desk.customers(NOW, "Acme Coatings");
            write(desk);
            desk.edit(it -> {
                XSSFSheet sheet = it.getSheet("Overview");
                sheet.getRow(0).createCell(30).setCellValue("Mood");
                sheet.getRow(1).createCell(30).setCellValue("good");
            });
            write(desk);
        }
        try (SheetDesk desk = desk(Language.EN, CHEMICALS)) {
            write(desk);
            overview(desk, "Overview", it -> {
                assertThat(column(it, "SDS")).isEqualTo(31);
                assertThat(cell(it, "C0001", "Mood").toString()).isEqualTo("good");
            });
            desk.edit(it -> it.getSheet("Overview").forEach(row -> {
                if (row.getCell(31) != null) {
                    row.removeCell(row.getCell(31));
                }
            }));
            write(desk);
            write(desk);
            overview(desk, "Overview", it -> {
                assertThat(it.getRow(0).getCell(31, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL)).isNull();
                assertThat(column(it, "CAS no.")).isEqualTo(32);
            });
        }
    }

    @Test
    void aChoiceIsShownInTheLanguageOfTheWorkbookAndReadInAny() throws Exception {
        try (SheetDesk desk = desk(Language.DE, List.of("construction"))) {
            desk.customers(NOW, "Acme Bau");
            write(desk);
            desk.edit(it -> cell(it.getSheetAt(1), "C0001", "Bauphase").setCellValue("Finishing"));
            write(desk);
            assertThat(value(desk, 1, "phase")).isEqualTo("finishing");
            try (var in = Files.newInputStream(desk.file());
                    XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                assertThat(cell(workbook.getSheetAt(1), "C0001", "Bauphase").toString()).isEqualTo("Ausbau");
            }
        }
        try (SheetDesk desk = desk(Language.FR, List.of("construction"))) {
            assertThat(write(desk).taken()).as("nobody has typed anything").isEmpty();
            try (var in = Files.newInputStream(desk.file());
                    XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                assertThat(cell(workbook.getSheetAt(1), "C0001", "Phase du projet").toString()).isEqualTo("Second œuvre");
            }
        }
    }

    @Test
    void aColumnOfTheirOwnWithTheSameHeaderBecomesTheColumnOfTheTrade() throws Exception {
        try (SheetDesk desk = desk(Language.ZH_CN, List.of())) {
            desk.customers(NOW, "Acme Pumpen GmbH");
            write(desk);
            desk.edit(it -> {
                XSSFSheet sheet = it.getSheet("总览");
                sheet.getRow(0).createCell(27).setCellValue("电压");
                sheet.getRow(1).createCell(27).setCellValue("220V");
            });
            write(desk);
        }
        try (SheetDesk desk = desk(Language.ZH_CN, List.of("machinery"))) {
            write(desk);
            write(desk);
            overview(desk, "总览", it -> {
                assertThat(column(it, "电压")).isEqualTo(27);
                assertThat(cell(it, "C0001", "电压").toString()).isEqualTo("220V");
                long headers = java.util.stream.StreamSupport.stream(it.getRow(0).spliterator(), false)
                        .filter(header -> header.toString().equals("电压"))
                        .count();
                assertThat(headers).isEqualTo(1);
            });
        }
    }

    @Test
    void theStandardTableHasThemAtItsEnd() throws Exception {
        try (SheetDesk desk = desk(Language.EN, CHEMICALS)) {
            desk.customers(NOW, "Acme Coatings");
            write(desk);
            desk.edit(it -> cell(it.getSheet("Overview"), "C0001", "Credit (days)").setCellValue(45));
            write(desk);
            Path file = folder.resolve("standard.csv");
            desk.exports().standard(Optional.of(LI), Optional.of(file), NOW);
            List<String> lines = Files.readAllLines(file);
            assertThat(lines.getFirst()).endsWith("erase_after,sds,cas,contract,credit_days");
            assertThat(lines.get(1)).endsWith(",,,,45");
        }
    }
}
