package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simple log in a file of its own, and what is typed into it. */
class LogFileTest extends DeskTest {

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS");
        desk.decisions().log(new CustomerId(1), LI, "=1+1 called", NOW);
        desk.sheets().write(LI, NOW);
    }

    @Test
    void aCallTypedBelowIsANoteOfThatCustomerOnceHoweverOftenTheFileIsRead() throws Exception {
        Path file = log();
        SheetDesk.edit(file, workbook -> {
            Sheet log = workbook.getSheetAt(0);
            Row row = log.createRow(log.getLastRowNum() + 1);
            row.createCell(0).setCellValue("2026-03-01");
            row.createCell(1).setCellValue("Andina SAS");
            row.createCell(2).setCellValue("电话");
            row.createCell(4).setCellValue("要三台样机");
            row.createCell(6).setCellValue("2026-03-10");
        });
        assertThat(read(file, true)).hasSize(1);
        assertThat(read(file, false)).containsExactly("C0002 log: 电话: 要三台样机");
        assertThat(desk.customer(2, NOW).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-03-10"));
        assertThat(read(file, false)).isEmpty();
        assertThat(desk.timeline().shortly(new CustomerId(2), NOW.plusSeconds(1), 9)).hasSize(1);
    }

    @Test
    void aCallTypedIntoTheLogInCsvIsANoteOnceAndItsOwnRowsAreNone() throws Exception {
        desk.mail(1, "From: kim@acme.example\r\nTo: li@factory.example\r\nSubject: Flange\r\n\r\nplease quote\r\n", NOW);
        Path csv = desk.exports().log(Optional.of(LI), Optional.of(folder.resolve("log.csv")), NOW).file();
        String mine = "2026/3/1,Andina SAS,电话,,要三台样机,,2026-03-10,\r\n";
        Files.writeString(csv, Files.readString(csv) + mine);
        assertThat(read(csv, false)).containsExactly("C0002 log: 电话: 要三台样机");
        assertThat(desk.customer(2, NOW).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-03-10"));
        Files.writeString(csv, Files.readString(csv).replaceAll("http://[^,\\r\\n]*", ""));
        assertThat(read(csv, false)).as("without links by their words").isEmpty();
    }

    @Test
    void itHasTrueDaysLinksDropdownsAndNoFormula() throws Exception {
        try (InputStream in = Files.newInputStream(log());
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            Sheet log = workbook.getSheetAt(0);
            assertThat(log.getRow(0).getLastCellNum()).as("eight, and the hidden number").isEqualTo((short) 9);
            assertThat(log.isColumnHidden(8)).isTrue();
            Row row = log.getRow(1);
            assertThat(row.getCell(0).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-03-03");
            assertThat(row.getCell(4).getStringCellValue()).isEqualTo("=1+1 called");
            assertThat(row.getCell(7).getHyperlink().getAddress()).startsWith("http://127.0.0.1:8025/customers/C0001");
            assertThat(log.getDataValidations()).hasSize(3);
            assertThat(workbook.getName("Channels").getRefersToFormula()).startsWith("'选项'!");
        }
        Path csv = desk.exports().log(Optional.of(LI), Optional.of(folder.resolve("log.csv")), NOW).file();
        assertThat(Files.readString(csv)).startsWith("\ufeff日期,客户,").contains("'=1+1 called");
    }

    @Test
    void whatIsChangedInAReminderFileIsNoWordForTheLedger() throws Exception {
        Path file = desk.exports().reminder(Optional.of(LI), Optional.empty(), NOW).file();
        SheetDesk.edit(file, workbook -> workbook.getSheet("全部").getRow(2).getCell(3).setCellValue("S"));
        assertThat(desk.sheets().read(LI, Optional.of(file), false, NOW))
                .isInstanceOfSatisfying(Sheets.Outcome.Unreadable.class, it -> assertThat(it.why()).contains("only these are read back"));
        assertThat(desk.customer(1, NOW).gradeByHand()).isFalse();
    }

    private Path log() throws Exception {
        return desk.exports().log(Optional.of(LI), Optional.of(folder.resolve("log.xlsx")), NOW).file();
    }

    private List<String> read(Path file, boolean dry) throws Exception {
        return ((Sheets.Outcome.Read) desk.sheets().read(LI, Optional.of(file), dry, NOW)).taken();
    }
}
