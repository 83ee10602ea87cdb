package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rep with more customers than one workbook has sheets. */
class EveryCustomerTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final int CUSTOMERS = 450;

    @TempDir
    Path folder;

    @Test
    void ofFourHundredAndFiftyCustomersEachHasItsSheetInOneOfThreeWorkbooksWhereItStays() throws Exception {
        try (SheetDesk desk = new SheetDesk(folder, Language.ZH_CN, NOW)) {
            desk.customers(NOW, IntStream.rangeClosed(1, CUSTOMERS).mapToObj("Buyer %d"::formatted).toArray(String[]::new));
            desk.written(NOW);
            assertThat(sheets(desk.file(1))).as("the most valuable only, before all are wished").hasSize(200).contains("C0001", "C0200");
            assertThat(desk.file(2)).doesNotExist();
            SheetDesk.edit(desk.file(1), workbook -> cell(workbook.getSheet("总览"), "C0450", "等级").setCellValue("S"));
            desk.all(true);
            desk.sheets().writeAll(LI, Optional.empty(), NOW.plusSeconds(60));
            List<Set<String>> placed = List.of(sheets(desk.file(1)), sheets(desk.file(2)), sheets(desk.file(3)));
            assertThat(placed).extracting(Set::size).containsExactly(200, 200, 50);
            assertThat(placed.get(0)).as("who was there stays").contains("C0001", "C0200").doesNotContain("C0450");
            assertThat(placed.get(1)).as("then the most valuable").contains("C0450");
            Set<String> all = new HashSet<>();
            placed.forEach(all::addAll);
            assertThat(all).hasSize(CUSTOMERS);
            try (InputStream in = Files.newInputStream(desk.file(1)); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                Sheet rest = workbook.getSheet("其余客户");
                assertThat(rest.getLastRowNum()).isEqualTo(250);
                assertThat(cell(rest, "C0450", "所在文件").toString()).isEqualTo("外贸客户跟进表 2.xlsx");
            }
            desk.decisions().set(new CustomerId(440), "grade", "S", List.of(LI), LI, NOW.plusSeconds(90));
            desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(300));
            assertThat(List.of(sheets(desk.file(1)), sheets(desk.file(2)), sheets(desk.file(3)))).isEqualTo(placed);
        }
    }

    @Test
    void whoGetsAGradeInTheListOfTheOthersGetsASheetAndWhoMakesRoomIsReadThereToo() throws Exception {
        try (SheetDesk desk = new SheetDesk(folder, Language.ZH_CN, NOW)) {
            desk.customers(NOW, IntStream.rangeClosed(1, 203).mapToObj("Buyer %d"::formatted).toArray(String[]::new));
            desk.written(NOW);
            desk.edit(workbook -> {
                cell(workbook.getSheet("其余客户"), "C0202", "等级").setCellValue("S");
                cell(workbook.getSheet("其余客户"), "C0203", "等级").setCellValue("A");
                cell(workbook.getSheet("其余客户"), "C0203", "阶段").setCellValue("再看看吧");
            });
            assertThat(desk.written(NOW.plusSeconds(60)).taken()).hasSize(2);
            Set<String> sheets = sheets(desk.file());
            assertThat(sheets).hasSize(200).contains("C0202", "C0203").doesNotContain("C0200", "C0199");
            look(desk, rest -> {
                assertThat(rest.getLastRowNum()).as("whose word is not settled stays").isEqualTo(4);
                assertThat(cell(rest, "C0203", "阶段").toString()).isEqualTo("再看看吧");
                assertThat(cell(rest, "C0203", "等级").toString()).isEqualTo("A");
            });
            desk.edit(workbook -> {
                cell(workbook.getSheet("其余客户"), "C0203", "阶段").setCellValue("已报价");
                cell(workbook.getSheet("其余客户"), "C0200", "下次跟进").setCellValue("2026-04-01");
            });
            assertThat(desk.written(NOW.plusSeconds(120)).taken()).hasSize(2);
            assertThat(sheets(desk.file())).isEqualTo(sheets);
            look(desk, rest -> assertThat(rest.getLastRowNum()).isEqualTo(3));
            assertThat(desk.written(NOW.plusSeconds(180)).taken()).isEmpty();
        }
    }

    private static void look(SheetDesk desk, Consumer<Sheet> look) throws Exception {
        try (InputStream in = Files.newInputStream(desk.file()); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            look.accept(workbook.getSheet("其余客户"));
        }
    }

    /** The numbers of the customers that have a sheet. */
    private static Set<String> sheets(Path file) throws Exception {
        Set<String> numbers = new HashSet<>();
        try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            workbook.forEach(it -> {
                if (it.getSheetName().startsWith("C0")) {
                    numbers.add(it.getSheetName().substring(0, 5));
                }
            });
        }
        return numbers;
    }
}
