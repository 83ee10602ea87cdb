package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sheets of customers of whom there is nothing new stay as they are while the workbook is written. */
class StillSheetTest extends DeskTest {

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS", "Gulf Trading LLC");
        desk.decisions().log(new CustomerId(1), LI, "asked for 500 flanges", NOW);
        desk.decisions().log(new CustomerId(2), LI, "sent the drawing", NOW);
        desk.sheets().write(LI, NOW);
        desk.sheets().write(LI, NOW); // as it was written it was read, so that it is known from now on
    }

    @Test
    void onlyTheSheetOfACustomerOfWhomThereIsSomethingNewIsWritten() throws Exception {
        desk.decisions().log(new CustomerId(2), LI, "they confirmed", NOW.plusSeconds(60));
        List<String> before = parts();
        desk.sheets().write(LI, NOW.plusSeconds(120));
        assertThat(parts()).hasSameSizeAs(before).doesNotHaveDuplicates();
        assertThat(sheet("C0002")).contains("they confirmed", "sent the drawing");
        assertThat(sheet("C0001")).contains("asked for 500 flanges");
    }

    @Test
    void aSheetOfWhichNothingIsNewIsTheSameByteForByte() throws Exception {
        String part = part("C0001");
        String other = part("C0002");
        spaced(part, other); // as another program might write it, and POI would not
        byte[] before = bytes(part);
        desk.decisions().log(new CustomerId(2), LI, "they confirmed", NOW.plusSeconds(60));
        desk.sheets().write(LI, NOW.plusSeconds(120));
        assertThat(bytes(part)).isEqualTo(before).asString(StandardCharsets.UTF_8).contains("<worksheet  ");
        assertThat(bytes(other)).asString(StandardCharsets.UTF_8).doesNotContain("<worksheet  ");
    }

    /** Puts a blank more into some parts of the workbook. */
    private void spaced(String... parts) throws IOException {
        Path spaced = folder.resolve("spaced.xlsx");
        try (ZipFile zip = new ZipFile(desk.file().toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(spaced))) {
            for (ZipEntry it : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(it.getName()));
                String text = new String(zip.getInputStream(it).readAllBytes(), StandardCharsets.UTF_8);
                out.write(List.of(parts).contains(it.getName())
                        ? text.replace("<worksheet ", "<worksheet  ").getBytes(StandardCharsets.UTF_8)
                        : zip.getInputStream(it).readAllBytes());
                out.closeEntry();
            }
        }
        Files.move(spaced, desk.file(), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void whatAPersonTypedOverOurCellsIsPutRightThoughNothingIsNew() throws Exception {
        desk.edit(workbook -> sheetOf(workbook, "C0001").getRow(CustomerGrid.FACTS + 6).getCell(4).setCellValue("nonsense"));
        desk.sheets().write(LI, NOW.plusSeconds(60));
        assertThat(sheet("C0001")).contains("C0001 Acme Pumpen GmbH").doesNotContain("nonsense");
    }

    @Test
    void aPersonsNotesStayAlsoInASheetThatIsNotWritten() throws Exception {
        desk.edit(workbook -> sheetOf(workbook, "C0003").createRow(200).createCell(3).setCellValue("likes tea"));
        for (int i = 1; i < 5; i++) {
            desk.sheets().write(LI, NOW.plusSeconds(60L * i));
        }
        assertThat(sheet("C0003")).contains("likes tea");
    }

    @Test
    void wordsThatAreGoneAreNowhereInTheFileThoughOtherSheetsWereNotWritten() throws Exception {
        desk.edit(workbook -> cell(workbook.getSheetAt(1), "C0002", "备注").setCellValue("secret of Andina"));
        desk.sheets().write(LI, NOW.plusSeconds(60));
        desk.sheets().write(LI, NOW.plusSeconds(120));
        desk.edit(workbook -> cell(workbook.getSheetAt(1), "C0002", "备注").setCellValue("nothing"));
        desk.sheets().write(LI, NOW.plusSeconds(180));
        desk.sheets().write(LI, NOW.plusSeconds(240));
        for (String part : parts()) {
            assertThat(new String(bytes(part), StandardCharsets.UTF_8)).as(part).doesNotContain("secret of Andina");
        }
        assertThat(sheet("C0001")).contains("asked for 500 flanges");
    }

    private static XSSFSheet sheetOf(XSSFWorkbook workbook, String customer) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (workbook.getSheetName(i).startsWith(customer)) {
                return workbook.getSheetAt(i);
            }
        }
        throw new AssertionError("no sheet of " + customer);
    }

    /** All that a customer's sheet says. */
    private String sheet(String customer) throws IOException {
        StringBuilder said = new StringBuilder();
        try (InputStream in = Files.newInputStream(desk.file()); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            sheetOf(workbook, customer).forEach(row -> row.forEach(cell -> said.append(cell).append('\n')));
        }
        return said.toString();
    }

    private String part(String customer) throws IOException {
        try (InputStream in = Files.newInputStream(desk.file()); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            return sheetOf(workbook, customer).getPackagePart().getPartName().getName().substring(1);
        }
    }

    private List<String> parts() throws IOException {
        try (ZipFile zip = new ZipFile(desk.file().toFile())) {
            return Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
        }
    }

    private byte[] bytes(String part) throws IOException {
        try (ZipFile zip = new ZipFile(desk.file().toFile()); InputStream in = zip.getInputStream(zip.getEntry(part))) {
            return in.readAllBytes();
        }
    }
}
