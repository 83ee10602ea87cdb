package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.connectors.Needs;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rep made of the workbook's looks is the same however often it is written. */
class DecoratedSheetTest extends DeskTest {

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "=cmd|'/C calc'!A0");
        desk.sheets().write(LI, NOW);
    }

    @Test
    void picturesColoursWidthsFiltersCommentsAndNotesAreTheSameAfterAHundredWritings() throws Exception {
        desk.edit(DecoratedSheetTest::decorate);
        desk.sheets().write(LI, NOW);
        List<String> before = looks();
        long size = Files.size(desk.file());
        rewrite(100);
        assertThat(looks()).isEqualTo(before);
        assertThat(Files.size(desk.file())).as("nothing piles up").isLessThan(size + 3_000);
    }

    @Test
    void aFileThatLibreOfficeSavedIsReadAndKeepsItsLooks() throws Exception {
        Path office = Needs.tool("soffice", "libreoffice");
        desk.edit(DecoratedSheetTest::decorate);
        savedBy(office);
        desk.sheets().write(LI, NOW);
        List<String> before = looks();
        assertThat(before).anySatisfy(it -> assertThat(it).contains("picture"));
        desk.edit(workbook -> cell(workbook.getSheet("总览"), "C0001", "备注").setCellValue("老客户"));
        savedBy(office);
        desk.sheets().write(LI, NOW);
        assertThat(desk.customer(1, NOW).notes()).isEqualTo("老客户");
        rewrite(20);
        assertThat(looks()).isEqualTo(before);
        savedBy(office);
        assertThat(((Sheets.Outcome.Written) desk.sheets().write(LI, NOW)).taken()).as("saving alone changes nothing").isEmpty();
    }

    @Test
    void nothingThatACustomerWroteIsAFormulaAlsoWhenSomebodyEditsTheCell() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(desk.file()))) {
            var name = cell(workbook.getSheet("总览"), "C0002", "客户名称");
            assertThat(name.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
            for (Sheet sheet : workbook) {
                sheet.getHyperlinkList().forEach(it -> assertThat(it.getAddress()).matches("(https?://|mailto:|').*"));
            }
        }
    }

    @Test
    void whatWasReplacedIsInTheFileNoMore() throws Exception {
        desk.decisions().set(new CustomerId(1), "notes", "a secret that goes", List.of(LI), LI, NOW);
        desk.sheets().write(LI, NOW);
        desk.decisions().set(new CustomerId(1), "notes", "", List.of(LI), LI, NOW);
        desk.sheets().write(LI, NOW);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(desk.file()))) {
            workbook.getSharedStringSource().getSharedStringItems().forEach(it -> assertThat(it.getString()).doesNotContain("secret"));
        }
    }

    private void rewrite(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            desk.decisions().set(new CustomerId(1), "stage", i % 2 == 0 ? "quoted" : "sampling", List.of(LI), LI, NOW);
            assertThat(desk.sheets().write(LI, NOW.plus(Duration.ofHours(i)))).isInstanceOf(Sheets.Outcome.Written.class);
        }
    }

    private static void decorate(XSSFWorkbook workbook) {
        XSSFSheet overview = workbook.getSheet("总览");
        overview.setColumnWidth(1, 55 * 256);
        overview.setColumnHidden(3, true);
        overview.createFreezePane(3, 1);
        overview.setZoom(80);
        overview.getPrintSetup().setLandscape(false);
        overview.getHeader().setLeft("我的客户");
        overview.getRow(1).setHeightInPoints(40);
        CellStyle red = workbook.createCellStyle();
        red.setFillForegroundColor(IndexedColors.RED.getIndex());
        red.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        cell(overview, "C0001", "阶段").setCellStyle(red);
        cell(overview, "C0001", "下次跟进").setCellStyle(red);
        XSSFDrawing drawing = overview.createDrawingPatriarch();
        Comment comment = drawing.createCellComment(drawing.createAnchor(0, 0, 0, 0, 4, 1, 7, 4));
        comment.setString(workbook.getCreationHelper().createRichTextString("老板很关注"));
        comment.setAuthor("Li");
        cell(overview, "C0001", "等级").setCellComment(comment);
        XSSFSheet customer = workbook.getSheetAt(2);
        customer.getRow(22).getCell(0).setCellValue("喜欢喝茶\n不要打电话");
        int picture = workbook.addPicture(png(), Workbook.PICTURE_TYPE_PNG);
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(2);
        anchor.setRow1(23);
        anchor.setCol2(4);
        anchor.setRow2(26);
        customer.createDrawingPatriarch().createPicture(anchor, picture);
        Sheet own = workbook.createSheet("我的计算");
        own.createRow(0).createCell(0).setCellFormula("COUNTA(总览!B:B)-1");
        workbook.createName().setNameName("Mine");
        workbook.getName("Mine").setRefersToFormula("'我的计算'!$A$1");
    }

    private static byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new java.awt.image.BufferedImage(20, 20, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** All that a rep can see of looks, as text. */
    private List<String> looks() throws Exception {
        List<String> looks = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(desk.file()))) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                looks.add(sheet.getSheetName() + " widths " + widths(sheet) + " pane " + pane(sheet) + " filter "
                        + sheet.getCTWorksheet().getAutoFilter() + " print " + sheet.getPrintSetup().getLandscape() + sheet.getHeader().getLeft()
                        + " zoom " + sheet.getCTWorksheet().getSheetViews().getSheetViewArray(0).getZoomScale() + " merged "
                        + sheet.getMergedRegions() + " choices " + sheet.getDataValidations().size() + " colours "
                        + sheet.getSheetConditionalFormatting().getNumConditionalFormattings() + " comments " + sheet.getCellComments().keySet());
                XSSFDrawing drawing = sheet.getDrawingPatriarch();
                if (drawing != null) {
                    drawing.getShapes().stream().filter(it -> it instanceof XSSFPicture).map(it -> (XSSFPicture) it).forEach(it -> looks.add(
                            "picture " + it.getClientAnchor().getRow1() + " " + it.getClientAnchor().getCol1() + " "
                                    + it.getPictureData().getData().length));
                }
            }
            Sheet overview = workbook.getSheet("总览");
            looks.add("fills " + cell(overview, "C0001", "阶段").getCellStyle().getFillPattern()
                    + cell(overview, "C0001", "下次跟进").getCellStyle().getFillPattern() + overview.getRow(1).getHeightInPoints());
            looks.add(workbook.getSheetAt(2).getRow(22).getCell(0).toString());
            looks.add(workbook.getSheet("我的计算").getRow(0).getCell(0).getCellFormula());
            looks.add(workbook.getName("Mine").getRefersToFormula());
            assertThat(workbook.getNumCellStyles()).as("styles do not pile up").isLessThan(32);
        }
        return looks;
    }

    private static String pane(XSSFSheet sheet) {
        return sheet.getPaneInformation() == null
                ? ""
                : sheet.getPaneInformation().getVerticalSplitLeftColumn() + "/" + sheet.getPaneInformation().getHorizontalSplitTopRow();
    }

    private static List<Integer> widths(Sheet sheet) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            // LibreOffice takes a five-hundredth of a character off a width each time it saves a file.
            widths.add(sheet.isColumnHidden(i) ? -1 : Math.round(sheet.getColumnWidth(i) / 64f));
        }
        return widths;
    }

    private void savedBy(Path office) throws Exception {
        Path out = Files.createDirectories(folder.resolve("saved"));
        Path copy = Files.copy(desk.file(), folder.resolve("sheet.xlsx"), StandardCopyOption.REPLACE_EXISTING);
        Process process = new ProcessBuilder(
                        office.toString(), "-env:UserInstallation=" + folder.resolve("office").toUri(), "--headless", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", out.toString(), copy.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        Files.move(out.resolve("sheet.xlsx"), desk.file(), StandardCopyOption.REPLACE_EXISTING);
    }
}
