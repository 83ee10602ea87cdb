package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.connectors.Needs;
import org.genjin.daemon.customer.CustomerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The reminder sheet on the morning after it was written, without Genjin. Its formulas know no other day than the one of the machine
 * they are looked at on, so that the sheet is written as of the day before.
 */
class ReminderBookTest {

    @TempDir
    Path folder;

    private LocalDate today;
    private Instant yesterday;

    @BeforeEach
    void day() {
        today = LocalDate.now();
        yesterday = afternoon(today.minusDays(1));
    }

    @Test
    void theMorningAfterEachSheetHasThoseWhoBelongThereAndTheirWordsAreOfThatDay() throws Exception {
        Path file = written(Language.ZH_CN);
        try (XSSFWorkbook workbook = open(file)) {
            assertThat(ids(workbook.getSheet("今日"))).as("as it was written: what is due tomorrow is not due").doesNotContain("C0002");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertThat(ids(workbook.getSheet("今日"))).containsExactly("C0002");
            assertThat(ids(workbook.getSheet("逾期"))).as("the longest first").containsExactly("C0006", "C0001");
            assertThat(workbook.getSheet("今日").getRow(0).getCell(0).getStringCellValue()).isEqualTo("今日 · 1");
            assertThat(states(workbook.getSheet("全部"))).containsExactly("逾期 9 天", "逾期 1 天", "今天", "明天", "3 天内", "");
        }
    }

    @Test
    void whatAPersonChangesInTheTableMovesInTheOtherSheets() throws Exception {
        Path file = written(Language.ZH_CN);
        try (XSSFWorkbook workbook = open(file)) {
            Sheet all = workbook.getSheet("全部");
            for (Row row : all) {
                if (row.getRowNum() > 1 && row.getCell(0).toString().equals("C0006")) {
                    row.getCell(4).setCellValue("丢单");
                }
                if (row.getRowNum() > 1 && row.getCell(0).toString().equals("C0005")) {
                    row.getCell(7).setCellValue(today);
                }
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertThat(ids(workbook.getSheet("逾期"))).containsExactly("C0001");
            assertThat(ids(workbook.getSheet("今日"))).containsExactlyInAnyOrder("C0002", "C0005");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWordsOfTheFormulaAreThoseThatStandThereWhenItIsWritten(Language language) throws Exception {
        yesterday = afternoon(today);
        Path file = written(language);
        List<String> before;
        try (XSSFWorkbook workbook = open(file)) {
            Sheet all = workbook.getSheetAt(3);
            before = states(all);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertThat(states(all)).isEqualTo(before);
        }
    }

    @Test
    void libreOfficeCountsOn() throws Exception {
        Path office = Needs.tool("soffice", "libreoffice");
        Path copy = Files.copy(written(Language.EN), folder.resolve("reminder.xlsx"));
        Process process = new ProcessBuilder(
                        office.toString(), "-env:UserInstallation=" + folder.resolve("office").toUri(), "--headless", "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", folder.toString(),
                        copy.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "office.log"))
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("reminder-Today.csv"))).contains("Today · 1", "C0002", "Andina SAS").doesNotContain("C0001");
        assertThat(Files.readString(folder.resolve("reminder-Overdue.csv"))).contains("Overdue · 2", "C0006", "9 days overdue", "1 day overdue");
        assertThat(Files.readString(folder.resolve("reminder-All.csv"))).contains("Tomorrow", "Within 3 days").doesNotContain("#NAME", "Err:");
    }

    /** The same day here and at the rep's desk: the file counts with the day of the machine. */
    private static Instant afternoon(LocalDate day) {
        return day.atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    private Path written(Language language) throws Exception {
        try (SheetDesk desk = new SheetDesk(folder.resolve("home"), language, yesterday)) {
            desk.customers(yesterday, "Acme Pumpen GmbH", "Andina SAS", "Gulf Trading LLC", "Nova Import", "Later Ltd", "=HYPERLINK(\"http://x\")");
            desk.ledger().transact(tx -> {
                long[] days = {-1, 0, 1, 3, 40, -9};
                for (int i = 0; i < days.length; i++) {
                    tx.customers().setNext(new CustomerId(i + 1), today.plusDays(days[i]), "call", yesterday.minusSeconds(60));
                }
                return null;
            });
            return desk.exports().reminder(Optional.of(LI), Optional.empty(), yesterday).file();
        }
    }

    private static XSSFWorkbook open(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<String> ids(Sheet sheet) {
        return IntStream.rangeClosed(2, sheet.getLastRowNum())
                .mapToObj(it -> shown(sheet.getRow(it).getCell(0)))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static List<String> states(Sheet all) {
        return IntStream.rangeClosed(2, all.getLastRowNum()).mapToObj(it -> shown(all.getRow(it).getCell(6))).toList();
    }

    private static String shown(Cell cell) {
        return cell.getStringCellValue();
    }
}
