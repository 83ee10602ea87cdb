package org.genjin.daemon.workbook.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.genjin.daemon.workbook.rules.RowMove;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDefinedName;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTExtensionList;

/** Rows that come and go take along all that a person put beside them. Lines 3, 4 and 8 go; two come before line 1, one before line 6. */
class MovedRowsTest {

    private static final RowMove MOVE = new RowMove(List.of(3, 4, 8), Map.of(1, 2, 6, 1), 1);
    private static final String NEWER = "_xlfn.LAMBDA(_xlpm.x,_xlpm.x+'It''s a log'!$B$2)";
    private static final String THREADS = "/xl/threadedComments/threadedComment1.xml";

    private XSSFWorkbook workbook = new XSSFWorkbook();
    private XSSFSheet log = workbook.createSheet("It's a log");
    private XSSFSheet own = workbook.createSheet("Mine");

    @BeforeEach
    void fill() {
        for (int line = 0; line < 12; line++) {
            Row row = log.createRow(line);
            row.createCell(0).setCellValue("line " + line);
            row.createCell(1).setCellValue(line);
        }
    }

    @Test
    void rowsComeWhereTheyBelongAndCanBeWrittenOnAfterwards() throws Exception {
        log.getRow(7).setHeightInPoints(40);
        log.groupRow(9, 10);
        moved();
        log.createRow(1).createCell(0).setCellValue("new 1");
        assertThat((Object) log.getRow(2)).isNull();
        for (Map.Entry<Integer, Integer> it : Map.of(0, 0, 1, 3, 2, 4, 5, 5, 6, 7, 7, 8, 9, 9, 11, 11).entrySet()) {
            assertThat(log.getRow(it.getValue()).getCell(0).getStringCellValue()).isEqualTo("line " + it.getKey());
        }
        assertThat(log.getLastRowNum()).isEqualTo(11);
        assertThat(log.getRow(8).getHeightInPoints()).isEqualTo(40);
        assertThat(log.getRow(9).getOutlineLevel()).isEqualTo(1);
        reopened();
        assertThat(log.getRow(1).getCell(0).getStringCellValue()).isEqualTo("new 1");
        assertThat(log.getRow(11).getCell(1).getNumericCellValue()).isEqualTo(11);
    }

    @Test
    void formulasAndNamesLeadWhereTheyLedAndThoseThatNobodyCanReadStayAsTheyAre() throws Exception {
        log.getRow(5).createCell(2).setCellFormula("B6*2+$B$3");
        own.createRow(0).createCell(0).setCellFormula("SUM('It''s a log'!B2:B12)+'It''s a log'!B8");
        own.getRow(0).createCell(1).setCellFormula("'It''s a log'!B4");
        own.getRow(0).createCell(2).setCellFormula("B6+COUNTA('It''s a log'!A:A)");
        for (String it : List.of("Best", "Newer", "Gone")) {
            workbook.createName().setNameName(it);
            workbook.getName(it).setRefersToFormula("'It''s a log'!$B$10");
        }
        reopened();
        name(1).setStringValue(NEWER);
        name(2).setStringValue("#REF!");
        moved();
        reopened();
        assertThat(log.getRow(5).getCell(2).getCellFormula()).isEqualTo("B6*2+$B$5");
        assertThat(own.getRow(0).getCell(0).getCellFormula()).isEqualTo("SUM('It''s a log'!B2:B12)+'It''s a log'!B9");
        assertThat(own.getRow(0).getCell(1).getCellFormula()).contains("#REF!");
        assertThat(own.getRow(0).getCell(2).getCellFormula()).isEqualTo("B6+COUNTA('It''s a log'!A:A)");
        assertThat(workbook.getName("Best").getRefersToFormula()).isEqualTo("'It''s a log'!$B$10");
        assertThat(name(1).getStringValue()).isEqualTo(NEWER);
        assertThat(name(2).getStringValue()).isEqualTo("#REF!");
    }

    private CTDefinedName name(int place) {
        return workbook.getCTWorkbook().getDefinedNames().getDefinedNameArray(place);
    }

    @Test
    void rulesOfColoursChoicesFiltersAndTablesCoverTheNewRowsToo() throws Exception {
        var rules = log.getSheetConditionalFormatting();
        rules.addConditionalFormatting(
                new CellRangeAddress[] {CellRangeAddress.valueOf("A2:B12")}, rules.createConditionalFormattingRule("$B2>$B$7"));
        rules.addConditionalFormatting(
                new CellRangeAddress[] {CellRangeAddress.valueOf("C6:C8")}, rules.createConditionalFormattingRule("C6=1"));
        log.getCTWorksheet().getConditionalFormattingArray(1).getCfRuleArray(0).setFormulaArray(0, "_xlfn.LET(_xlpm.a,C6,_xlpm.a=1)");
        rules.addConditionalFormatting(
                new CellRangeAddress[] {CellRangeAddress.valueOf("D4:D5")}, rules.createConditionalFormattingRule("D4=1"));
        var helper = log.getDataValidationHelper();
        log.addValidationData(helper.createValidation(
                helper.createExplicitListConstraint(new String[] {"yes", "no"}), new CellRangeAddressList(1, 11, 4, 4)));
        log.setAutoFilter(CellRangeAddress.valueOf("A1:E12"));
        log.addMergedRegion(CellRangeAddress.valueOf("F6:F7"));
        log.addMergedRegion(CellRangeAddress.valueOf("F4:F5"));
        log.setRowBreak(9);
        log.getCTWorksheet().addNewExtLst().set(extension("E2:E12"));
        moved();
        reopened();
        assertThat(log.getCTWorksheet().getConditionalFormattingList().stream().map(it -> it.xgetSqref().getStringValue() + " " + it.getCfRuleArray(0).getFormulaArray(0)))
                .containsExactly("A2:B12 $B2>$B$8", "C6:C9 _xlfn.LET(_xlpm.a,C6,_xlpm.a=1)");
        assertThat(log.getCTWorksheet().getDataValidations().getDataValidationArray(0).xgetSqref().getStringValue()).isEqualTo("E2:E12");
        assertThat(log.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:E12");
        assertThat(log.getMergedRegions()).containsExactly(CellRangeAddress.valueOf("F6:F8"));
        assertThat(log.getRowBreaks()).containsExactly(9);
        assertThat(log.getCTWorksheet().getExtLst().toString()).contains("E2:E12");
        assertThat(name(0).getStringValue()).isEqualTo("'It''s a log'!$A$1:$E$12");
    }

    private static XmlObject extension(String range) throws XmlException {
        return CTExtensionList.Factory.parse(
                "<x:ext xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uri=\"{78C0D931-6437-407d-A8EE-F0AAD7539E65}\">"
                        + "<x14:conditionalFormattings xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">"
                        + "<x14:conditionalFormatting xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><xm:sqref>" + range
                        + "</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></x:ext>");
    }

    @Test
    void aTableOfAPersonsGrowsWithItsRows() throws Exception {
        log.getRow(0).getCell(1).setCellValue("number");
        var table = log.createTable(new AreaReference("A1:B12", SpreadsheetVersion.EXCEL2007));
        table.getCTTable().addNewAutoFilter().setRef("A1:B12");
        RowMove more = new RowMove(List.of(), Map.of(1, 3), 1);
        MovedRows.move(log, more);
        reopened();
        assertThat(log.getTables().getFirst().getCTTable().getRef()).isEqualTo("A1:B15");
        assertThat(log.getTables().getFirst().getCTTable().getAutoFilter().getRef()).isEqualTo("A1:B15");
        assertThat(log.getTables().getFirst().getEndRowIndex()).isEqualTo(14);
    }

    @Test
    void linksCommentsConversationsAndPicturesStayBesideTheirRows() throws Exception {
        for (int line : List.of(2, 4, 9)) {
            XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress("https://example.com/" + line);
            log.getRow(line).getCell(0).setHyperlink(link);
            comment(line);
        }
        picture(9, ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
        picture(2, ClientAnchor.AnchorType.MOVE_AND_RESIZE);
        picture(2, ClientAnchor.AnchorType.DONT_MOVE_AND_RESIZE);
        threads("<threadedComment ref=\"B3\" id=\"{1}\"><text>why?</text></threadedComment>"
                + "<threadedComment ref=\"B5\" id=\"{2}\"><text>gone</text></threadedComment>"
                + "<threadedComment ref=\"B10\" dT=\"2026-03-03\" id=\"{3}\"/>");
        moved();
        reopened();
        assertThat(log.getHyperlinkList().stream().map(it -> it.getCellRef() + " " + it.getAddress()))
                .containsExactlyInAnyOrder("A5 https://example.com/2", "A10 https://example.com/9");
        assertThat(log.getCellComments().keySet()).containsExactlyInAnyOrder(new CellAddress("B5"), new CellAddress("B10"));
        assertThat(log.getCellComment(new CellAddress("B5")).getString().getString()).isEqualTo("of 2");
        assertThat(log.getDrawingPatriarch().getCTDrawing().getTwoCellAnchorList().stream().map(it -> it.getFrom().getRow() + "-" + it.getTo().getRow()))
                .containsExactly("9-11", "4-6", "2-4");
        String threads = new String(
                workbook.getPackage().getPart(PackagingURIHelper.createPartName(THREADS)).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(threads).contains("ref=\"B5\" id=\"{1}\"><text>why?", "ref=\"B10\" dT=").doesNotContain("gone");
    }

    @Test
    void aCommentWhereThereIsNoCellGoesWithItsRow() throws Exception {
        for (int line : List.of(2, 3)) {
            comment(line);
            log.getRow(line).removeCell(log.getRow(line).getCell(1));
        }
        moved();
        reopened();
        assertThat(log.getCellComments().keySet()).containsExactly(new CellAddress("B5"));
        String shapes = new String(
                workbook.getPackage().getPartsByName(Pattern.compile("/xl/drawings/vml.*")).getFirst().getInputStream().readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(shapes).contains("Row>4<").doesNotContain("Row>3<");
    }

    private void comment(int line) {
        XSSFDrawing drawing = log.createDrawingPatriarch();
        Comment comment = drawing.createCellComment(drawing.createAnchor(0, 0, 0, 0, 3, line, 5, line + 3));
        comment.setString(workbook.getCreationHelper().createRichTextString("of " + line));
        log.getRow(line).getCell(1).setCellComment(comment);
    }

    private void picture(int line, ClientAnchor.AnchorType kind) {
        ClientAnchor anchor = log.createDrawingPatriarch().createAnchor(0, 0, 0, 0, 3, line, 5, line + 2);
        anchor.setAnchorType(kind);
        log.createDrawingPatriarch().createPicture(anchor, workbook.addPicture(new byte[] {1}, XSSFWorkbook.PICTURE_TYPE_PNG));
    }

    private void threads(String threads) throws Exception {
        PackagePart part = workbook.getPackage().createPart(PackagingURIHelper.createPartName(THREADS), "application/vnd.ms-excel.threadedcomments+xml");
        try (OutputStream out = part.getOutputStream()) {
            out.write(("<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">" + threads
                    + "</ThreadedComments>").getBytes(StandardCharsets.UTF_8));
        }
        log.getPackagePart().addRelationship(
                part.getPartName(), TargetMode.INTERNAL, "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment");
    }

    private void moved() throws IOException {
        reopened(); // as a file that was saved by another program
        MovedRows.move(log, MOVE);
    }

    private void reopened() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        workbook.close();
        workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
        log = workbook.getSheetAt(0);
        own = workbook.getSheetAt(1);
    }
}
