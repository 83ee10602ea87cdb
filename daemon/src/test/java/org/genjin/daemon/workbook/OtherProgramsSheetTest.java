package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;
import static org.genjin.daemon.workbook.SheetDesk.column;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workbook as other programs write it: what was typed there is read, what was not is no edit, and nothing is lost. */
class OtherProgramsSheetTest extends DeskTest {

    private static final int DAYS_UNTIL_1904 = 1462;

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS", "Gulf Trading LLC");
        desk.decisions().next(new CustomerId(2), LocalDate.parse("2026-03-20"), "", LI, NOW);
        desk.decisions().log(new CustomerId(1), LI, "asked for 500 flanges", NOW);
        desk.decisions().log(new CustomerId(2), LI, "sent the drawing", NOW);
        desk.sheets().write(LI, NOW);
    }

    @Test
    void aWorkbookThatCountsItsDaysFrom1904KeepsItsDays() throws Exception {
        desk.edit(workbook -> {
            (workbook.getCTWorkbook().isSetWorkbookPr() ? workbook.getCTWorkbook().getWorkbookPr() : workbook.getCTWorkbook().addNewWorkbookPr())
                    .setDate1904(true);
            for (Sheet sheet : workbook) {
                sheet.forEach(row -> row.forEach(OtherProgramsSheetTest::earlier));
            }
        });
        assertNothingSaid();
        desk.change(sheet -> cell(sheet, "C0001", "下次跟进").setCellValue(LocalDate.parse("2026-03-12")));
        assertThat(desk.written(NOW).taken()).hasSize(1);
        assertThat(desk.customer(1, NOW).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-03-12"));
        desk.decisions().next(new CustomerId(3), LocalDate.parse("2026-04-01"), "", LI, NOW);
        assertNothingSaid();
        desk.look(sheet -> {
            assertThat(cell(sheet, "C0003", "下次跟进").getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-04-01");
            assertThat(cell(sheet, "C0002", "下次跟进").getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-03-20");
        });
    }

    private static void earlier(Cell it) {
        if (it.getCellType() == CellType.NUMERIC && DateUtil.isADateFormat(it.getCellStyle().getDataFormat(), it.getCellStyle().getDataFormatString())) {
            it.setCellValue(it.getNumericCellValue() - DAYS_UNTIL_1904);
        }
    }

    @Test
    void cellsAndRowsThatDoNotSayWhereTheyStandAreReadWhereTheyAre() throws Exception {
        desk.change(sheet -> {
            sheet.forEach(row -> { // a program that leaves references out writes each cell, empty ones too
                for (int i = 0; i < row.getLastCellNum(); i++) {
                    row.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                }
            });
            cell(sheet, "C0001", "等级").setCellValue("A");
        });
        String overview = part("总览");
        Parts.of(desk.file())
                .changed((name, text) -> name.equals(overview)
                        ? text.replaceAll("<c r=\"[A-Z]+[0-9]+\"", "<c").replaceAll("<row r=\"[0-9]+\"", "<row").replaceAll("<dimension [^>]*>", "")
                        : text)
                .write(desk.file());
        assertThat(desk.written(NOW).taken()).hasSize(1);
        assertThat(desk.customer(1, NOW).grade()).isEqualTo(Grade.A);
        assertNothingSaid();
    }

    @Test
    void textsInTheCellsThemselvesAreReadWithoutATableOfTexts() throws Exception {
        desk.change(sheet -> cell(sheet, "C0001", "备注").setCellValue("急 & <快>"));
        inline();
        assertThat(desk.written(NOW).taken()).hasSize(1);
        assertThat(desk.customer(1, NOW).notes()).isEqualTo("急 & <快>");
        assertNothingSaid();
        assertThat(texts()).contains("asked for 500 flanges", "sent the drawing", "急 & <快>");
    }

    /** As many libraries write: no shared texts, no chain of calculation, nothing on who made it. */
    private void inline() throws Exception {
        List<String> shared = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(desk.file())))) {
            workbook.getSharedStringSource().getSharedStringItems().forEach(it -> shared.add(it.getString()));
        }
        Pattern cell = Pattern.compile("(<c [^>]*)t=\"s\"([^>]*)><v>(\\d+)</v></c>");
        Parts.of(desk.file())
                .without("docProps/.*|xl/sharedStrings.xml|xl/calcChain.xml")
                .changed((name, text) -> switch (name) {
                    case "[Content_Types].xml" -> text.replaceAll("<Override [^>]*(docProps|sharedStrings|calcChain)[^>]*/>", "");
                    case "_rels/.rels", "xl/_rels/workbook.xml.rels" ->
                        text.replaceAll("<Relationship [^>]*(docProps|sharedStrings|calcChain)[^>]*/>", "");
                    default -> !name.startsWith("xl/worksheets/sheet")
                            ? text
                            : cell.matcher(text).replaceAll((MatchResult it) -> java.util.regex.Matcher.quoteReplacement(
                                    it.group(1) + "t=\"inlineStr\"" + it.group(2) + "><is><t xml:space=\"preserve\">"
                                            + shared.get(Integer.parseInt(it.group(3))).replace("&", "&amp;").replace("<", "&lt;")
                                            + "</t></is></c>"));
                })
                .write(desk.file());
    }

    @Test
    void partsMayBeNumberedWrittenInOtherLettersNamedFromTheRootAndWithTheSlashesOfWindows() throws Exception {
        Parts.Name web = name -> name.equals("xl/workbook.xml") ? "xl/workbook22.xml"
                : name.equals("xl/_rels/workbook.xml.rels") ? "xl/_rels/workbook22.xml.rels" : name;
        Parts.Name capital = name -> name.equals("xl/sharedStrings.xml") ? "xl/SharedStrings.xml" : name;
        Parts.Name windows = name -> name.replace('/', '\\');
        int said = 0;
        for (Parts.Name way : List.of(web, capital, windows, (Parts.Name) name -> name)) {
            String note = "note " + said++;
            desk.sheets().write(LI, NOW); // read as it was written, so that sheets of which nothing is new are not opened
            desk.change(sheet -> cell(sheet, "C0001", "备注").setCellValue(note));
            boolean numbered = way == web;
            Parts.of(desk.file())
                    .changed((name, text) -> switch (name) {
                        case "xl/_rels/workbook.xml.rels" -> text.replaceAll("Target=\"(?!/)", "Target=\"/xl/");
                        case "[Content_Types].xml", "_rels/.rels" -> numbered ? text.replace("xl/workbook.xml", "xl/workbook22.xml") : text;
                        default -> text;
                    })
                    .renamed(way)
                    .write(desk.file());
            assertThat(desk.written(NOW).taken()).as(note).hasSize(1);
            assertThat(desk.customer(1, NOW).notes()).isEqualTo(note);
            assertNothingSaid();
            assertThat(texts()).contains("asked for 500 flanges", "sent the drawing", note);
        }
    }

    @Test
    void aDayInAFormThatCannotBeWrittenAgainIsReadAndTheFileIsLeftAloneAndSaid() throws Exception {
        desk.change(sheet -> cell(sheet, "C0001", "下次跟进").setCellValue("2026-03-12T00:00:00"));
        inline();
        Pattern day = Pattern.compile("t=\"inlineStr\"([^>]*)><is><t[^>]*>(2026-03-12T00:00:00)</t></is>");
        Parts.of(desk.file()).changed((name, text) -> day.matcher(text).replaceAll("t=\"d\"$1><v>$2</v>")).write(desk.file());
        byte[] before = Files.readAllBytes(desk.file());
        assertThat(desk.sheets().write(LI, NOW)).isInstanceOfSatisfying(
                Sheets.Outcome.Unreadable.class, it -> assertThat(it.why()).contains("save it once in Excel"));
        assertThat(desk.customer(1, NOW).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-03-12"));
        desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(3_600));
        assertThat(Files.readAllBytes(desk.file())).as("never set aside").isEqualTo(before);
        assertThat(desk.sheets().states().getFirst().notes()).singleElement().asString().contains("save it once in Excel");
        desk.change(sheet -> cell(sheet, "C0001", "下次跟进").setCellValue(LocalDate.parse("2026-03-13")));
        desk.written(NOW);
        assertThat(desk.customer(1, NOW).next().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-03-13"));
        assertNothingSaid();
    }

    @Test
    void aPictureThatWpsPutIntoACellStaysThere() throws Exception {
        String formula = "_xlfn.DISPIMG(\"ID_0123456789ABCDEF0123456789ABCDEF\",1)";
        desk.change(sheet -> {
            int free = sheet.getRow(0).getLastCellNum();
            sheet.getRow(0).createCell(free).setCellValue("产品图片");
            cell(sheet, "C0003", "产品图片").setCellValue("WPS-PICTURE");
        });
        inline();
        Parts.of(desk.file())
                .changed((name, text) -> switch (name) {
                    case "[Content_Types].xml" -> text.replace("</Types>", "<Override PartName=\"/xl/cellimages.xml\""
                            + " ContentType=\"application/vnd.wps-officedocument.cellimage+xml\"/></Types>");
                    case "xl/_rels/workbook.xml.rels" -> text.replace("</Relationships>", "<Relationship Id=\"rId900\""
                            + " Type=\"http://www.wps.cn/officeDocument/2020/cellImage\" Target=\"cellimages.xml\"/></Relationships>");
                    default -> text.replaceAll("t=\"inlineStr\"([^>]*)><is><t[^>]*>WPS-PICTURE</t></is>",
                            "t=\"str\"$1><f>" + formula.replace("\"", "&quot;") + "</f><v>=DISPIMG(\"ID_0123456789ABCDEF0123456789ABCDEF\",1)</v>");
                })
                .with("xl/cellimages.xml", "<etc:cellImages xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"/>")
                .write(desk.file());
        for (int i = 1; i < 4; i++) {
            desk.decisions().log(new CustomerId(1), LI, "call " + i, NOW.plusSeconds(i));
            desk.written(NOW.plusSeconds(60L * i));
        }
        desk.look(sheet -> {
            Cell picture = cell(sheet, "C0003", "产品图片");
            assertThat(picture.getCellType()).isEqualTo(CellType.FORMULA);
            assertThat(picture.getCellFormula()).isEqualTo(formula);
        });
        assertThat(Parts.of(desk.file()).text("xl/cellimages.xml")).contains("cellImages");
        assertThat(Parts.of(desk.file()).text("xl/_rels/workbook.xml.rels")).contains("2020/cellImage");
        assertThat(texts()).contains("call 3");
    }

    /** Neither now nor the next time. */
    private void assertNothingSaid() throws IOException {
        for (int i = 0; i < 2; i++) {
            Sheets.Outcome.Written written = desk.written(NOW);
            assertThat(written.taken()).isEmpty();
            assertThat(written.remarks()).isEmpty();
        }
        assertThat(desk.questions().open(Optional.of(LI))).isEmpty();
        desk.look(sheet -> {
            int customers = 0;
            for (Row row : sheet) {
                Cell id = row.getCell(column(sheet, "_id"));
                customers += id != null && id.toString().startsWith("C000") ? 1 : 0;
            }
            assertThat(customers).as("each customer once").isEqualTo(3);
        });
    }

    private String part(String sheet) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(desk.file())))) {
            return workbook.getSheet(sheet).getPackagePart().getPartName().getName().substring(1);
        }
    }

    /** All that the workbook says. */
    private String texts() throws IOException {
        StringBuilder texts = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(desk.file())))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(it -> texts.append(it).append('\n'))));
        }
        return texts.toString();
    }
}
