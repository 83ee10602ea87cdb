package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.file.ListReader;
import org.genjin.daemon.customerlist.file.ListRefused;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.file.Locked;
import org.genjin.daemon.workbook.file.SheetSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies where a workbook should be, or is given as a list of customers: one clear sentence, soon, and no harm. */
@Timeout(120)
class BadSheetTest {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    @TempDir
    Path folder;

    @Test
    void aTableInAnotherFormUnderTheNameOfAWorkbookIsNoWorkbookButAList() throws Exception {
        byte[] csv = "Customer,E-mail\nAcme,kim@acme.example\n".getBytes(StandardCharsets.UTF_8);
        byte[] html = "<html><table><tr><td>Customer</td></tr><tr><td>Acme</td></tr></table></html>".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream xls = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("Customer");
            workbook.write(xls);
        }
        for (byte[] bytes : List.of(csv, html, xls.toByteArray())) {
            assertThat(problem(bytes)).isEqualTo("sheet.xlsx is no .xlsx workbook; save it as one.");
            assertThat(ListReader.read(bytes, "sheet.xlsx").sheets()).isNotEmpty();
        }
    }

    @Test
    void aWorkbookWithAPasswordThatNobodyKnowsIsLeftAlone() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] content = workbook(_ -> {});
        Locked.write(bytes, "nobody knows", out -> out.write(content));
        assertThat(source(bytes.toByteArray()).state()).isEqualTo(SheetSource.State.SHUT);
        assertThat(problem(bytes.toByteArray())).startsWith("sheet.xlsx is locked with a password; Genjin leaves it as it is.");
        assertThat(refused(bytes.toByteArray())).contains("protected with a password");
    }

    @Test
    void aMillionRowsAreRefusedWhetherTheyHoldSomethingOrAreOnlyFormatted() throws Exception {
        byte[] filled = sheet(out -> {
            for (int i = 1; i <= 1_048_576; i++) {
                out.append("<row r=\"{}\"><c r=\"A{}\"><v>1</v></c></row>".replace("{}", Integer.toString(i)));
            }
        });
        assertThat(problem(filled)).matches("sheet.xlsx has more than .* rows .*|sheet.xlsx has more than .* MB of cells.*");
        assertThat(refused(filled)).contains("rows with something in them");
        byte[] formatted = sheet(out -> {
            out.append("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Customer</t></is></c></row>");
            for (int i = 2; i <= 1_048_576; i++) {
                out.append("<row r=\"{}\"><c r=\"A{}\" s=\"0\"/><c r=\"B{}\" s=\"0\"/></row>".replace("{}", Integer.toString(i)));
            }
        });
        assertThat(problem(formatted)).contains("MB of cells, most of them likely empty");
        assertThat(source(formatted).state()).as("never set aside").isEqualTo(SheetSource.State.SHUT);
        assertThat(ListReader.read(formatted, "list.xlsx").sheets().getFirst().rows()).hasSize(1);
    }

    @Test
    void sixteenThousandColumnsDoNoHarm() throws Exception {
        byte[] wide = workbook(workbook -> {
            for (int r = 0; r < 20; r++) {
                Row row = workbook.createSheet("w" + r).createRow(0);
                for (int i = 0; i < 16_384; i++) {
                    row.createCell(i).setCellValue("c" + i);
                }
            }
        });
        assertThat(source(wide).list()).isPresent();
        assertThat(ListReader.read(wide, "list.xlsx").sheets()).isNotEmpty();
    }

    @Test
    void aFileThatGrowsBeyondMeasureWhenItIsUnpackedIsRefused() throws Exception {
        byte[] bomb = zip("xl/sharedStrings.xml", out -> {
            out.append("<sst xmlns=\"" + MAIN + "\"><si><t>");
            for (int i = 0; i < 150; i++) {
                out.append(" ".repeat(1 << 20));
            }
            out.append("</t></si></sst>");
        });
        assertThat(problem(bomb)).contains("more than 48 MB of texts");
        assertThat(refused(bomb)).contains("grows to more than");
    }

    @Test
    void nothingOutsideTheFileIsReadInto() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the-secret-itself");
        byte[] reaching = zip("xl/worksheets/sheet1.xml", out -> out.append("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"")
                .append(secret.toUri().toString())
                .append("\">]><worksheet xmlns=\"" + MAIN + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a&e;b</t></is></c>"
                        + "</row></sheetData></worksheet>"));
        assertThat(texts(reaching)).doesNotContain("the-secret-itself");
        byte[] laughing = zip("xl/worksheets/sheet1.xml", out -> out.append("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\">"
                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
                + "<worksheet xmlns=\"" + MAIN + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&d;</t></is></c></row>"
                + "</sheetData></worksheet>"));
        assertThat(texts(laughing)).doesNotContain("haha");
    }

    @Test
    void strictOpenXmlIsReadAsAListAndAWorkbookSavedSoIsLeftAlone() throws Exception {
        byte[] strict = parts(
                "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\">"
                        + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/worksheets/sheet1.xml", out -> out.append("<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Customer</t></is></c></row></sheetData></worksheet>"));
        assertThat(problem(strict)).contains("Strict Open XML").contains("leaves it as it is");
        assertThat(ListReader.read(strict, "list.xlsx").sheets().getFirst().rows()).hasSize(1);
    }

    @Test
    void halfAFileAndNoiseAreSaidToBeDamaged() throws Exception {
        byte[] whole = workbook(workbook -> workbook.createSheet("a").createRow(0).createCell(0).setCellValue("x"));
        for (int part = 1; part < 10; part++) {
            byte[] half = java.util.Arrays.copyOf(whole, whole.length * part / 10);
            assertThat(source(half).list().isPresent() || !problem(half).isEmpty()).isTrue();
        }
        byte[] noise = new byte[50_000];
        new java.util.Random(3).nextBytes(noise);
        noise[0] = 'P';
        noise[1] = 'K';
        noise[2] = 3;
        noise[3] = 4;
        assertThat(problem(noise)).contains("damaged");
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, noise, 0, 4);
        assertThat(problem(noise)).isNotEmpty();
    }

    private SheetSource source(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("sheet.xlsx"), bytes);
        return SheetSource.read(file, List.of()).orElseThrow();
    }

    private String problem(byte[] bytes) throws IOException {
        return source(bytes).problem();
    }

    private static String refused(byte[] bytes) throws IOException {
        try {
            ListReader.read(bytes, "list.xlsx");
        } catch (ListRefused e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("read");
    }

    /** All that was read, or why nothing was. */
    private static String texts(byte[] bytes) throws IOException {
        try {
            ListFile list = ListReader.readWhole(bytes, "list.xlsx");
            StringBuilder all = new StringBuilder();
            for (Sheet sheet : list.sheets()) {
                sheet.rows().forEach(row -> row.cells().forEach(cell -> all.append(cell.text()).append('\n')));
            }
            return all.toString();
        } catch (ListRefused e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill.accept(workbook);
            if (workbook.getNumberOfSheets() == 0) {
                workbook.createSheet("a");
            }
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private interface Text {
        void to(Appendable out) throws IOException;
    }

    private static byte[] sheet(Text rows) throws IOException {
        return zip("xl/worksheets/sheet1.xml", out -> {
            out.append("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
            rows.to(out);
            out.append("</sheetData></worksheet>");
        });
    }

    private static byte[] zip(String part, Text text) throws IOException {
        return parts(
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                part, text);
    }

    private static byte[] parts(String book, String part, Text text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            put(zip, "xl/workbook.xml", book);
            put(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry(part));
            java.io.Writer writer = new java.io.BufferedWriter(new java.io.OutputStreamWriter(open(zip), StandardCharsets.UTF_8), 1 << 16);
            text.to(writer);
            writer.flush();
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** So that the writer does not end the zip. */
    private static OutputStream open(OutputStream out) {
        return new java.io.FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
