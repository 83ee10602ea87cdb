package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Told;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A workbook is written in one of eight languages and read back in any. */
class SheetLanguagesTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsTypedIsReadAndTheWorkbookGoesOnInTheNextLanguage(Language language) throws Exception {
        Language next = Language.values()[(language.ordinal() + 1) % Language.values().length];
        SheetWords words = new SheetWords(language);
        try (SheetDesk desk = new SheetDesk(folder, language, NOW)) {
            desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS");
            desk.sheets().write(LI, NOW);
            desk.edit(workbook -> {
                Sheet overview = workbook.getSheet(words.text("sheet.overview"));
                cell(overview, "C0001", words.text("column.grade")).setCellValue("A");
                cell(overview, "C0001", words.text("column.stage")).setCellValue(words.value("stage", "sampling"));
                cell(overview, "C0001", words.text("column.type")).setCellValue(words.list("types").get(3));
                cell(overview, "C0001", words.text("column.source")).setCellValue(words.list("sources").get(7));
                cell(overview, "C0001", words.text("column.country")).setCellValue(words.country("CO"));
                cell(overview, "C0001", words.text("column.next")).setCellValue("2026-03-19");
                Sheet log = workbook.getSheet(words.text("sheet.log"));
                Row row = log.createRow(log.getLastRowNum() + 1);
                row.createCell(1).setCellValue("Andina SAS");
                row.createCell(4).setCellValue("called");
            });
        }
        try (SheetDesk desk = new SheetDesk(folder, next, NOW)) {
            Sheets.Outcome.Written written = (Sheets.Outcome.Written) desk.sheets().write(LI, NOW);
            assertThat(written.taken()).hasSize(7);
            assertThat(desk.customer(1, NOW).grade().name()).isEqualTo("A");
            assertThat(desk.customer(1, NOW).stage()).isEqualTo(Stage.SAMPLING);
            assertThat(desk.customer(1, NOW).country()).isEqualTo("CO");
            assertThat(desk.customer(1, NOW).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-03-19"));
            SheetWords others = new SheetWords(next);
            try (XSSFWorkbook workbook = new XSSFWorkbook(desk.file().toFile())) {
                Sheet overview = workbook.getSheet(others.text("sheet.overview"));
                assertThat(overview.isRightToLeft()).isEqualTo(next == Language.AR);
                assertThat(cell(overview, "C0001", others.text("column.stage"))).hasToString(others.value("stage", "sampling"));
                assertThat(cell(overview, "C0001", others.text("column.type"))).hasToString(others.list("types").get(3));
                assertThat(cell(overview, "C0001", others.text("column.source"))).hasToString(others.list("sources").get(7));
                assertThat(cell(overview, "C0001", others.text("column.country"))).hasToString(others.country("CO"));
            }
            assertThat(((Sheets.Outcome.Written) desk.sheets().write(LI, NOW)).taken()).as("nothing is an edit").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachValueOfADropdownIsReadBackAsTheSameWhateverTheHomesLanguage(Language language) throws Exception {
        SheetWords words = new SheetWords(language);
        try (SheetDesk desk = new SheetDesk(folder, language, NOW)) {
            eachIsReadBack(words, desk);
        }
    }

    private static void eachIsReadBack(SheetWords words, SheetDesk desk) {
        for (Language home : Language.values()) {
            SheetValues values = desk.values(home);
            for (Stage it : Stage.values()) {
                assertThat(values.read("stage", Cell.of(words.value("stage", it.id())), LocalDate.EPOCH)).isEqualTo(new Told.Value(it.id()));
            }
            for (String list : List.of("type", "source")) {
                List<String> english = new SheetWords(Language.EN).list(list + "s");
                List<String> labels = words.list(list + "s");
                assertThat(labels).hasSameSizeAs(english).doesNotHaveDuplicates();
                for (int i = 0; i < labels.size(); i++) {
                    assertThat(values.read(list, Cell.of(labels.get(i)), LocalDate.EPOCH))
                            .isEqualTo(values.read(list, Cell.of(english.get(i)), LocalDate.EPOCH));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noHeaderMeansTwoColumnsWhateverItsLanguage(List<String> columns) {
        Map<String, Set<String>> meanings = new TreeMap<>();
        for (Language language : Language.values()) {
            SheetWords words = new SheetWords(language);
            columns.stream().filter(it -> !it.startsWith("_")).forEach(it -> meanings
                    .computeIfAbsent(Names.folded(words.text("column." + it)), _ -> new TreeSet<>())
                    .add(it));
        }
        assertThat(meanings).allSatisfy((header, keys) -> {
            assertThat(header).isNotEmpty();
            assertThat(keys).as(header).hasSize(1);
        });
    }

    static Stream<List<String>> tables() {
        return Stream.of(Columns.OVERVIEW, TodaySheet.COLUMNS, LogSheet.COLUMNS, ReminderTable.COLUMNS, CustomerGrid.HISTORY, CustomerGrid.BUSINESS);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sheetsAreCalledAsASpreadsheetProgramTakesIt(Language language) {
        SheetWords words = new SheetWords(language);
        List<String> names = Stream.of("today", "overview", "log", "stats", "lists").map(it -> words.text("sheet." + it)).toList();
        assertThat(names).doesNotHaveDuplicates().allSatisfy(it ->
                assertThat(it).hasSizeLessThanOrEqualTo(31).matches("[^\\[\\]:*?/\\\\']+").isNotEqualToIgnoringCase("History"));
    }
}
