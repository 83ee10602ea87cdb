package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;
import static org.genjin.daemon.workbook.SheetDesk.column;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.industry.Industries;
import org.genjin.daemon.industry.IndustryColumn;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever fills a column of choices gets them offered, in the workbook's language, once, and may write what they like all the same. */
class IndustryListsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final List<String> ELECTRONICS = List.of("electronics");
    private static final int WRITINGS = 10;

    @TempDir
    Path folder;

    private SheetDesk desk(Language language, List<String> trade) throws IOException {
        return new SheetDesk(folder, language, NOW, trade);
    }

    private static IndustryColumn known(String id) {
        return new Industries(Path.of("none"), List.of()).allColumns().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> names(String id, Language language) {
        return known(id).choices().stream().map(it -> it.name(language)).toList();
    }

    private static XSSFWorkbook workbook(SheetDesk desk) throws IOException {
        try (var in = Files.newInputStream(desk.file())) {
            return new XSSFWorkbook(in);
        }
    }

    /** What is offered in the cell of a column, a list for each rule that it has. */
    private static List<List<String>> offered(Sheet sheet, int column, int line) {
        List<List<String>> all = new ArrayList<>();
        for (DataValidation it : sheet.getDataValidations()) {
            boolean here = Stream.of(it.getRegions().getCellRangeAddresses()).anyMatch(range -> range.isInRange(line, column));
            if (here) {
                assertThat(it.getShowErrorBox()).as("what is not on the list may be written").isFalse();
                assertThat(it.getSuppressDropDownArrow()).as("the arrow is shown, in files of this kind").isTrue();
                String[] inline = it.getValidationConstraint().getExplicitListValues();
                all.add(inline == null ? named(sheet, it.getValidationConstraint().getFormula1()) : List.of(inline));
            }
        }
        return all;
    }

    private static List<String> only(Sheet sheet, int column) {
        List<List<String>> all = offered(sheet, column, 1);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<String> named(Sheet sheet, String name) {
        List<? extends Name> names = sheet.getWorkbook().getNames(name);
        assertThat(names).as(name).hasSize(1);
        AreaReference range = new AreaReference(names.getFirst().getRefersToFormula(), sheet.getWorkbook().getSpreadsheetVersion());
        Sheet lists = sheet.getWorkbook().getSheet(range.getFirstCell().getSheetName());
        return Stream.of(range.getAllReferencedCells())
                .map((CellReference it) -> lists.getRow(it.getRow()).getCell(it.getCol()).getStringCellValue())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theChoicesAreOfferedInTheWorkbooksLanguageAndOnce(Language language) throws Exception {
        SheetWords words = new SheetWords(language);
        try (SheetDesk desk = desk(language, ELECTRONICS)) {
            desk.customers(NOW, "Acme Audio", "Andina SAS");
            desk.written(NOW);
            desk.decisions().log(new CustomerId(1), LI, "called", NOW);
            desk.written(NOW.plusSeconds(1));
            try (XSSFWorkbook workbook = workbook(desk)) {
                Sheet sheet = workbook.getSheet(words.text("sheet.overview"));
                for (String id : List.of("channel", "promotion")) {
                    int column = column(sheet, known(id).header(language));
                    assertThat(offered(sheet, column, 1)).containsExactly(names(id, language));
                    assertThat(offered(sheet, column, 500)).as("rows to come").containsExactly(names(id, language));
                    assertThat(offered(sheet, column, 0)).as("the header").isEmpty();
                }
                assertThat(offered(sheet, column(sheet, known("preference").header(language)), 1)).as("free words").isEmpty();
                Sheet lists = workbook.getSheet(words.text("sheet.lists"));
                assertThat(IntStream.range(0, lists.getRow(0).getLastCellNum()).mapToObj(it -> lists.getRow(0).getCell(it).toString()))
                        .hasSize(10)
                        .endsWith(known("promotion").header(language), known("channel").header(language));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachThatIsOfferedIsReadAsTheSameWhateverTheHomesLanguage(Language language) throws Exception {
        try (SheetDesk desk = desk(Language.EN, List.of())) {
            for (String id : List.of("channel", "promotion", "phase")) {
                for (IndustryColumn.Choice it : known(id).choices()) {
                    assertThat(desk.values(language).read(Columns.industry(id), Cell.of(it.name(language)), LocalDate.EPOCH))
                            .isEqualTo(new Told.Value(it.id()));
                    for (Language home : Language.values()) {
                        assertThat(desk.values(home).read(Columns.industry(id), Cell.of(it.name(language)), LocalDate.EPOCH))
                                .isEqualTo(new Told.Value(it.id()));
                    }
                }
            }
        }
    }

    @Test
    void aTradeThatIsChosenLaterIsOfferedWhereItsColumnStandsAndWhatPeopleMadeOfTheListsStays() throws Exception {
        try (SheetDesk desk = desk(Language.ZH_CN, List.of())) {
            desk.customers(NOW, "Acme Audio", "Andina SAS");
            desk.written(NOW);
            desk.edit(workbook -> {
                Sheet overview = workbook.getSheet("总览");
                overview.getRow(0).createCell(30).setCellValue("心情");
                overview.getRow(0).createCell(31).setCellValue("促销活动"); // their own, which the trade's becomes
                rule(overview, 30, "好,坏");
                rule(overview, 31, "有,没有");
                Sheet lists = workbook.getSheet("选项");
                lists.shiftRows(0, lists.getLastRowNum(), 1); // a title of their own
                lists.createRow(0).createCell(9).setCellValue("老板的清单");
                lists.getRow(3).createCell(9).setCellValue("老板看");
            });
            desk.written(NOW);
        }
        try (SheetDesk desk = desk(Language.ZH_CN, ELECTRONICS)) {
            for (int i = 0; i < WRITINGS; i++) {
                desk.written(NOW.plusSeconds(i));
                desk.decisions().log(new CustomerId(1), LI, "call " + i, NOW.plusSeconds(i));
            }
            desk.look(sheet -> {
                assertThat(offered(sheet, column(sheet, "销售渠道"), 1)).containsExactly(names("channel", Language.ZH_CN));
                assertThat(offered(sheet, 30, 1)).containsExactly(List.of("好", "坏"));
                assertThat(column(sheet, "促销活动")).isEqualTo(31);
                assertThat(offered(sheet, 31, 1)).as("a person's own stays").containsExactly(List.of("有", "没有"));
                Sheet lists = sheet.getWorkbook().getSheet("选项");
                assertThat(lists.getRow(3).getCell(9)).hasToString("老板看");
                assertThat(lists.getRow(1).getCell(10)).as("beside the other titles").hasToString("促销活动");
                assertThat(lists.getRow(1).getCell(11)).hasToString("销售渠道");
                assertThat((int) lists.getRow(1).getLastCellNum()).isEqualTo(12);
            });
        }
    }

    @Test
    void whatAPersonAddsToAListIsOfferedWhatTheyTakeAwayStaysAwayAndADeletedSheetOfListsComesBackWithAll() throws Exception {
        try (SheetDesk desk = desk(Language.EN, ELECTRONICS)) {
            desk.customers(NOW, "Acme Audio");
            desk.written(NOW);
            int channel;
            try (XSSFWorkbook workbook = workbook(desk)) {
                channel = column(workbook.getSheet("Overview"), "Channel");
            }
            desk.edit(workbook -> {
                Name list = workbook.getName(IndustryLists.name("channel"));
                AreaReference range = new AreaReference(list.getRefersToFormula(), workbook.getSpreadsheetVersion());
                CellReference last = range.getLastCell();
                Sheet lists = workbook.getSheet("Lists");
                lists.createRow(last.getRow() + 20).createCell(last.getCol()).setCellValue("Radio");
                lists.getRow(last.getRow()).getCell(last.getCol()).setCellValue("Radio");
                var rules = workbook.getSheet("Overview").getCTWorksheet().getDataValidations();
                for (int i = rules.sizeOfDataValidationArray() - 1; i >= 0; i--) {
                    if (rules.getDataValidationArray(i).getFormula1().equals(IndustryLists.name("promotion"))) {
                        rules.removeDataValidation(i);
                    }
                }
                cell(workbook.getSheet("Overview"), "C0001", "Channel").setCellValue("Radio");
            });
            assertThat(desk.written(NOW.plusSeconds(1)).remarks()).as("a value of their own is one").isEmpty();
            desk.written(NOW.plusSeconds(2));
            try (XSSFWorkbook workbook = workbook(desk)) {
                XSSFSheet sheet = workbook.getSheet("Overview");
                assertThat(only(sheet, channel)).contains("Amazon", "Radio").doesNotContain("Tenders and projects");
                assertThat(offered(sheet, column(sheet, "Promotion"), 1)).isEmpty();
                assertThat(cell(sheet, "C0001", "Channel")).hasToString("Radio");
            }
            desk.edit(workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Lists")));
            desk.written(NOW.plusSeconds(3));
            desk.written(NOW.plusSeconds(4));
            try (XSSFWorkbook workbook = workbook(desk)) {
                assertThat(offered(workbook.getSheet("Overview"), channel, 1)).containsExactly(names("channel", Language.EN));
                assertThat(only(workbook.getSheet("Overview"), 4)).startsWith("S", "A");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theStandardTableOffersThemAndStaysTheOnlySheet(Language language) throws Exception {
        try (SheetDesk desk = desk(language, List.of("electronics", "construction"))) {
            desk.customers(NOW, "Acme Audio");
            try (XSSFWorkbook workbook = standard(desk)) {
                assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
                for (String id : List.of("channel", "promotion", "phase")) {
                    assertThat(offered(workbook.getSheetAt(0), column(workbook.getSheetAt(0), id), 1)).containsExactly(names(id, language));
                }
            }
        }
    }

    @Test
    void aListThatIsTooLongForARuleStandsBehindTheStandardTableAndNamesMayHaveCommas() throws Exception {
        List<String> sizes = IntStream.range(0, 300).mapToObj(it -> "Size " + it + ", long").toList();
        StringBuilder file = new StringBuilder("name: {en: Pipes}\ncolumns:\n  - id: pipe-size\n    header: {en: Pipe size}\n    kind: choice\n    choices:\n");
        for (int i = 0; i < sizes.size(); i++) {
            file.append("      - {id: size-").append(i).append(", name: {en: \"").append(sizes.get(i)).append("\"}}\n");
        }
        file.append("  - id: galvanised\n    header: {en: Galvanised}\n    kind: yes-no\n");
        Files.createDirectories(folder.resolve("industries"));
        Files.writeString(folder.resolve("industries/pipes.yaml"), file);
        try (SheetDesk desk = desk(Language.EN, List.of("pipes"))) {
            desk.customers(NOW, "Acme Pipes");
            desk.written(NOW);
            try (XSSFWorkbook workbook = standard(desk)) {
                assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
                Sheet sheet = workbook.getSheetAt(0);
                assertThat(offered(sheet, column(sheet, "pipe_size"), 1)).containsExactly(sizes);
                assertThat(offered(sheet, column(sheet, "galvanised"), 1)).containsExactly(List.of("yes", "no"));
            }
            desk.edit(workbook -> cell(workbook.getSheet("Overview"), "C0001", "Pipe size").setCellValue("Size 7, long"));
            desk.written(NOW);
            try (XSSFWorkbook workbook = workbook(desk)) {
                Sheet sheet = workbook.getSheet("Overview");
                assertThat(offered(sheet, column(sheet, "Pipe size"), 1)).containsExactly(sizes);
                assertThat(offered(sheet, column(sheet, "Galvanised"), 1)).containsExactly(List.of("yes", "no"));
            }
            assertThat(desk.values(Language.EN).read("+pipe-size", Cell.of("Size 7, long"), LocalDate.EPOCH)).isEqualTo(new Told.Value("size-7"));
        }
    }

    private XSSFWorkbook standard(SheetDesk desk) throws IOException {
        Path file = desk.exports().standard(Optional.of(LI), Optional.of(folder.resolve("standard.xlsx")), NOW).file();
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static void rule(Sheet sheet, int column, String values) {
        var helper = sheet.getDataValidationHelper();
        DataValidation rule = helper.createValidation(
                helper.createExplicitListConstraint(values.split(",", -1)), new CellRangeAddressList(1, 300, column, column));
        rule.setShowErrorBox(false);
        rule.setSuppressDropDownArrow(true);
        sheet.addValidationData(rule);
    }
}
