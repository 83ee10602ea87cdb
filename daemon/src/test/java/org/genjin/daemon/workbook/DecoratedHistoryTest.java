package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rep puts beside the rows of a history stays beside them while messages come, and what is on sheets of their own stays as it is. */
class DecoratedHistoryTest extends DeskTest {

    private static final int WRITINGS = 100;

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS");
        for (int i = 0; i < 4; i++) {
            desk.decisions().log(new CustomerId(1), LI, "call " + i, NOW.plusSeconds(i));
        }
        desk.sheets().write(LI, NOW.plusSeconds(10));
    }

    @Test
    void itIsSoAfterAHundredWritingsWithNewMessagesAndCustomersThatComeAndGo() throws Exception {
        desk.edit(DecoratedHistoryTest::decorate);
        Parts.of(desk.file())
                .changed((name, text) -> switch (name) {
                    case "[Content_Types].xml" -> text.replace("</Types>", "<Override PartName=\"/xl/persons/person.xml\""
                            + " ContentType=\"application/vnd.ms-excel.person+xml\"/></Types>");
                    case "xl/_rels/workbook.xml.rels" -> text.replace("</Relationships>", "<Relationship Id=\"rId901\" Target=\"persons/person.xml\""
                            + " Type=\"http://schemas.microsoft.com/office/2017/10/relationships/person\"/></Relationships>");
                    case "xl/styles.xml" -> text.replaceFirst("<cellStyles[^>]*/?>(.*?</cellStyles>)?", "") // one named style beside the usual
                            .replaceFirst("</cellXfs>", "</cellXfs><cellStyles count=\"2\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
                                    + "<cellStyle name=\"老板看\" xfId=\"0\"/></cellStyles>");
                    default -> text;
                })
                .with("xl/persons/person.xml", "<personList xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\"/>")
                .write(desk.file());
        desk.sheets().write(LI, NOW.plusSeconds(20));
        Parts first = Parts.of(desk.file());
        List<String> looks = looks();
        for (int i = 0; i < WRITINGS; i++) {
            Instant at = NOW.plusSeconds(60L * (i + 1));
            desk.decisions().log(new CustomerId(1), LI, "later " + i, at);
            if (i % 25 == 0) {
                long number = 100 + i;
                desk.ledger().transact(tx -> {
                    tx.customers().insert(new CustomerId(number), "Buyer " + number, LI, at);
                    return null;
                });
            } else if (i % 25 == 5) {
                desk.decisions().set(new CustomerId(100 + i - 5), "owner", "wang@factory.example", List.of(LI, "wang@factory.example"), LI, at);
            }
            assertThat(desk.sheets().write(LI, at.plusSeconds(1))).isInstanceOf(Sheets.Outcome.Written.class);
        }
        assertThat(looks()).isEqualTo(looks);
        assertThat(changed(first, Parts.of(desk.file()))).as("no part of a person's own changed").isEmpty();
    }

    private static void decorate(XSSFWorkbook workbook) {
        XSSFSheet history = history(workbook);
        int line = line(history, "call 1");
        history.getRow(line).createCell(12).setCellValue("问过老板");
        history.getRow(line).setHeightInPoints(33);
        XSSFDrawing drawing = history.createDrawingPatriarch();
        ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 13, line, 15, line + 2);
        drawing.createPicture(anchor, workbook.addPicture(new byte[] {1, 2, 3}, XSSFWorkbook.PICTURE_TYPE_PNG));
        drawing.createSimpleShape(drawing.createAnchor(0, 0, 0, 0, 16, line, 17, line + 1)).setText("看这里");
        var comment = drawing.createCellComment(drawing.createAnchor(0, 0, 0, 0, 3, line, 5, line + 3));
        comment.setString(workbook.getCreationHelper().createRichTextString("重要"));
        history.getRow(line).getCell(12).setCellComment(comment);
        var rules = history.getSheetConditionalFormatting();
        rules.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(line(history, "call 3"), line(history, "call 0"), 0, 5)},
                rules.createConditionalFormattingRule("LEN($A" + (line(history, "call 3") + 1) + ")>0"));
        history.setTabColor(new org.apache.poi.xssf.usermodel.XSSFColor(new byte[] {(byte) 0xFF, 0, 0}));
        XSSFSheet own = workbook.createSheet("图表");
        own.createRow(0).createCell(0).setCellValue(3);
        own.createRow(1).createCell(0).setCellFormula("'" + history.getSheetName() + "'!M" + (line + 1));
        XSSFChart chart = own.createDrawingPatriarch().createChart(own.createDrawingPatriarch().createAnchor(0, 0, 0, 0, 3, 3, 9, 15));
        var bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
        var left = chart.createValueAxis(AxisPosition.LEFT);
        var data = chart.createData(ChartTypes.LINE, bottom, left);
        data.addSeries(
                XDDFDataSourcesFactory.fromArray(new String[] {"a"}), XDDFDataSourcesFactory.fromNumericCellRange(own, new CellRangeAddress(0, 0, 0, 0)));
        chart.plot(data);
        workbook.setSheetOrder("图表", 0);
        workbook.createName().setNameName("Asked");
        workbook.getName("Asked").setRefersToFormula("'" + history.getSheetName() + "'!$M$" + (line + 1));
    }

    /** What stands beside the row of that call, and what leads there, without saying in which line that is. */
    private List<String> looks() throws IOException {
        List<String> looks = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(desk.file())))) {
            XSSFSheet history = history(workbook);
            int line = line(history, "call 1");
            looks.add(history.getRow(line).getCell(12) + " " + history.getRow(line).getHeightInPoints() + " "
                    + history.getRow(line).getCell(12).getCellComment().getString());
            history.getDrawingPatriarch().getCTDrawing().getTwoCellAnchorList().forEach(it -> looks.add(
                    "shape " + (it.getFrom().getRow() - line) + " " + (it.getTo().getRow() - line) + " " + it.getFrom().getCol()));
            looks.add("call " + workbook.getName("Asked").getRefersToFormula().endsWith("$M$" + (line + 1)));
            looks.add("formula " + workbook.getSheet("图表").getRow(1).getCell(0).getCellFormula().endsWith("!M" + (line + 1)));
            var rules = history.getSheetConditionalFormatting().getConditionalFormattingAt(
                    history.getSheetConditionalFormatting().getNumConditionalFormattings() - 1);
            CellRangeAddress range = rules.getFormattingRanges()[0];
            looks.add("coloured from the newest " + (range.getFirstRow() - top(history)) + " to the call " + (range.getLastRow() >= line) + " by "
                    + rules.getRule(0).getFormula1().replace(Integer.toString(range.getFirstRow() + 1), "first"));
            looks.add("first sheet " + workbook.getSheetName(0) + ", tab " + Arrays.toString(history.getTabColor().getRGB()));
        }
        return looks;
    }

    private static XSSFSheet history(XSSFWorkbook workbook) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (workbook.getSheetName(i).startsWith("C0001")) {
                return workbook.getSheetAt(i);
            }
        }
        throw new AssertionError("no sheet of C0001");
    }

    private static int line(XSSFSheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell it : row) {
                if (it.toString().equals(text)) {
                    return row.getRowNum();
                }
            }
        }
        throw new AssertionError("no row with " + text);
    }

    /** The first line below the history's header. */
    private static int top(XSSFSheet sheet) {
        return line(sheet, "_id") + 1;
    }

    /** The names of a person's parts that are not what they were. */
    private static List<String> changed(Parts before, Parts now) {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, byte[]> it : before.all().entrySet()) {
            boolean theirs = it.getKey().matches("xl/(persons/.*|theme/.*|styles\\.xml|media/.*|charts/chart\\d+\\.xml)")
                    && !new String(it.getValue(), StandardCharsets.UTF_8).contains("统计");
            if (theirs && !Arrays.equals(it.getValue(), now.all().get(it.getKey()))) {
                changed.add(it.getKey());
            }
        }
        return changed;
    }
}
