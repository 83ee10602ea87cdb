package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.ListReader;
import org.genjin.daemon.ledger.CustomerTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.WsDrDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CommentsDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.SstDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** What no spreadsheet program offers to repair: each part of a workbook is as ECMA-376 has it, and what it refers to is there. */
class SchemaTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    @TempDir
    Path folder;

    private interface Parsing {
        XmlObject parse(InputStream in) throws Exception;
    }

    /** End of a content type → how such a part is parsed. */
    private static final Map<String, Parsing> KINDS = Map.of(
            "spreadsheetml.sheet.main+xml", WorkbookDocument.Factory::parse,
            "spreadsheetml.worksheet+xml", WorksheetDocument.Factory::parse,
            "spreadsheetml.styles+xml", StyleSheetDocument.Factory::parse,
            "spreadsheetml.sharedStrings+xml", SstDocument.Factory::parse,
            "spreadsheetml.comments+xml", CommentsDocument.Factory::parse,
            "drawing+xml", WsDrDocument.Factory::parse,
            "drawingml.chart+xml", ChartSpaceDocument.Factory::parse);

    @Test
    void eachPartOfAWorkbookIsAsTheSchemaHasItAlsoWhenItWasWrittenAgain() throws Exception {
        for (Language language : List.of(Language.ZH_CN, Language.AR)) {
            try (SheetDesk desk = new SheetDesk(folder.resolve(language.tag()), language, NOW)) {
                desk.customers(NOW, "Acme Pumpen GmbH", "=1+1 & <Söhne>");
                CustomerSheetTest.fill(desk, NOW);
                desk.sheets().write(LI, NOW);
                assertThat(problems(desk.file())).isEmpty();
                desk.decisions().set(new CustomerId(1), "stage", "lost", List.of(LI), LI, NOW);
                desk.edit(workbook -> SheetDesk.cell(workbook.getSheetAt(1), "C0002", words(language, "column.grade")).setCellValue("Z9"));
                desk.sheets().write(LI, NOW.plus(Duration.ofHours(1)));
                assertThat(problems(desk.file())).isEmpty();
                assertThat(ListReader.readWhole(java.nio.file.Files.readAllBytes(desk.file()), "a.xlsx").sheets()).hasSizeGreaterThan(5);
            }
        }
    }

    @Test
    void twoHundredCustomersHaveASheetAndTheRestIsInAListWithLinks() throws Exception {
        try (SheetDesk desk = new SheetDesk(folder, Language.ZH_CN, NOW)) {
            desk.customers(NOW, IntStream.rangeClosed(1, 203).mapToObj(it -> "Firm " + it).toArray(String[]::new));
            desk.sheets().write(LI, NOW);
            desk.edit(workbook -> {
                assertThat(rest(workbook)).hasSize(3);
                workbook.getSheet("C0002 Firm 2").getRow(CustomerGrid.NOTES_TITLE + 1).getCell(0).setCellValue("喜欢喝茶");
            });
            desk.ledger().transact(tx -> {
                for (long number : List.of(201L, 202L, 203L)) {
                    tx.customers().setByHand(new CustomerId(number), CustomerTable.Field.GRADE, "A");
                }
                return null;
            });
            desk.sheets().write(LI, NOW.plus(Duration.ofHours(1)));
            desk.edit(workbook -> {
                assertThat(rest(workbook)).hasSize(3);
                assertThat(workbook.getSheet("C0203 Firm 203")).as("more valuable now").isNotNull();
                assertThat(workbook.getSheet("C0002 Firm 2")).as("somebody wrote there").isNotNull();
                assertThat(IntStream.range(0, workbook.getNumberOfSheets()).filter(it -> workbook.getSheetName(it).startsWith("C0")).count())
                        .isEqualTo(200);
                assertThat(workbook.getSheet("其余客户").getRow(1).getCell(1).getHyperlink().getAddress()).contains("/customers/C0");
            });
            assertThat(problems(desk.file())).isEmpty();
        }
    }

    private static List<String> rest(XSSFWorkbook workbook) {
        Sheet sheet = workbook.getSheet("其余客户");
        List<String> ids = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getCell(0).toString().startsWith("C0")) {
                ids.add(row.getCell(0).toString());
            }
        }
        return ids;
    }

    private static String words(Language language, String key) {
        return new SheetWords(language).text(key);
    }

    private static List<String> problems(Path file) throws Exception {
        List<String> problems = new ArrayList<>();
        try (OPCPackage all = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            Set<String> kinds = new HashSet<>();
            for (PackagePart part : all.getParts()) {
                for (Map.Entry<String, Parsing> kind : KINDS.entrySet()) {
                    if (part.getContentType().endsWith("." + kind.getKey())) {
                        kinds.add(kind.getKey());
                        problems.addAll(problems(part, kind.getValue()));
                    }
                }
                if (!part.isRelationshipPart()) {
                    for (PackageRelationship it : part.getRelationships()) {
                        if (it.getTargetMode() == TargetMode.INTERNAL
                                && !all.containPart(PackagingURIHelper.createPartName(it.getTargetURI()))) {
                            problems.add(part.getPartName() + " leads to " + it.getTargetURI());
                        }
                    }
                }
            }
            assertThat(kinds).as("what was looked at").hasSizeGreaterThanOrEqualTo(6);
        }
        return problems;
    }

    private static List<String> problems(PackagePart part, Parsing parsing) throws Exception {
        List<XmlError> errors = new ArrayList<>();
        try (InputStream in = part.getInputStream()) {
            parsing.parse(in).validate(new XmlOptions().setErrorListener(errors));
        }
        return errors.stream().limit(5).map(it -> part.getPartName() + ": " + it.getMessage()).toList();
    }
}
