package org.genjin.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes and documents made here. */
class TikaWorkersTest {

    @TempDir
    Path folder;

    private List<String> ocr = List.of();
    private TikaWorkers workers;

    @BeforeEach
    void start() {
        workers = workers(256, Duration.ofSeconds(60), 20);
    }

    @AfterEach
    void stop() throws IOException {
        workers.close();
        assertThat(folder.resolve("workers")).doesNotExist();
    }

    @Test
    void thePagesOfAPdfAreReadOneByOne() throws Exception {
        Extraction.Text text = text(extract("quote.pdf", pdf(null, "Quotation 77", "HS code 84818090")));
        assertThat(text.mediaType()).isEqualTo("application/pdf");
        assertThat(text.parts()).containsExactly(
                new IndexEntry.Part("page=1", "Quotation 77"), new IndexEntry.Part("page=2", "HS code 84818090"));
    }

    @Test
    void theSheetsOfAWorkbookAreReadRowByRowFromTheirFirstCell() throws Exception {
        for (String name : List.of("prices.xlsx", "prices.xls")) {
            assertThat(text(extract(name, workbook(name))).parts()).as(name).containsExactly(
                    new IndexEntry.Part("Prices!A3", "\tflange DN50\t\t0.85\n\n\n\tgasket"),
                    new IndexEntry.Part("Prices!A901", "\tlast one"),
                    new IndexEntry.Part("Prices!CV902", "far out"),
                    new IndexEntry.Part("报价!A1", "法兰"));
        }
    }

    @Test
    void anOpenDocumentSpreadsheetIsReadCellByCellWithWhatIsRepeated() throws Exception {
        String sheet = "<table:table table:name='Prices'><table:table-row table:number-rows-repeated='2'><table:table-cell/>"
                + "</table:table-row><table:table-row><table:table-cell/><table:table-cell><text:p>flange</text:p><text:p>DN50</text:p>"
                + "</table:table-cell><table:table-cell table:number-columns-repeated='3'/><table:table-cell><text:p>0.85</text:p>"
                + "</table:table-cell></table:table-row></table:table>";
        assertThat(text(extract("prices.ods", ods(sheet))).parts())
                .containsExactly(new IndexEntry.Part("Prices!A3", "\tflange DN50\t\t\t\t0.85"));
    }

    @Test
    void theRowsOfAListAreCounted() throws Exception {
        String list = "Item,Name,Price\r\n1,flange,0.85\r\n2,\"gasket, red\",0.20\r\n\r\n4,bolt,0.10\r\n";
        IndexEntry.Part part = text(extract("list.csv", list.getBytes(StandardCharsets.UTF_8))).parts().getFirst();
        assertThat(part.place()).isEqualTo("row=1");
        assertThat(Places.of(part.place(), part.text(), part.text().indexOf("gasket"))).isEqualTo("#row=3");
    }

    @Test
    void theSlidesOfPresentationsAreCountedOldOnesToo() throws Exception {
        ByteArrayOutputStream recent = new ByteArrayOutputStream();
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText("cover");
            show.createSlide().createTextBox().setText("flange");
            show.write(recent);
        }
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            show.createSlide().addTitle().setText("cover");
            show.createSlide().addTitle().setText("flange");
            show.write(old);
        }
        assertThat(text(extract("new.pptx", recent.toByteArray())).parts())
                .filteredOn(it -> !it.place().isEmpty()) // the title of the file
                .containsExactly(new IndexEntry.Part("slide=1", "cover"), new IndexEntry.Part("slide=2", "flange"));
        assertThat(text(extract("old.ppt", old.toByteArray())).parts())
                .filteredOn(it -> !it.place().isEmpty())
                .containsExactly(new IndexEntry.Part("slide=1", "cover"), new IndexEntry.Part("slide=2", "flange"));
    }

    @Test
    void aWorkbookInAnArchiveInAnArchiveIsNamedByItsPathSheetAndCell() throws Exception {
        byte[] inner = zip(Map.of(
                "prices.xlsx", workbook("prices.xlsx"), "prices.xls", workbook("prices.xls"),
                "list.csv", "a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8)));
        List<String> places = text(extract("all.zip", zip(Map.of("offers/all.zip", inner)))).parts().stream()
                .map(IndexEntry.Part::place)
                .toList();
        assertThat(places).contains(
                "!/offers/all.zip!/prices.xlsx#Prices!A3",
                "!/offers/all.zip!/prices.xls#Prices!A3",
                "!/offers/all.zip!/list.csv#row=1");
    }

    @Test
    void theCellOfAWordIsTheOneItStandsIn() {
        String text = "\tflange DN50\t\t0.85\n\n\n\tgasket";
        assertThat(Places.of("Prices!A3", text, text.indexOf("DN50"))).isEqualTo("#Prices!B3");
        assertThat(Places.of("Prices!A3", text, text.indexOf("0.85"))).isEqualTo("#Prices!D3");
        assertThat(Places.of("!/a.zip!/b.xlsx#Prices!A3", text, text.indexOf("gasket"))).isEqualTo("!/a.zip!/b.xlsx#Prices!B6");
        assertThat(Places.of("P!CV902", "far out\tand on", 10)).isEqualTo("#P!CW902");
        assertThat(Places.of("Prices", text, 5)).isEqualTo("#Prices");
        assertThat(Places.of("page=3", text, 5)).isEqualTo("#page=3");
        assertThat(Places.of("!/a.pdf", text, 5)).isEqualTo("!/a.pdf");
        assertThat(Places.of("", text, 5)).isEmpty();
    }

    @Test
    void theWordsOfScansAndPhotographsAreRead() throws Exception {
        assertThat("true".equals(System.getenv("GENJIN_CI")) && Ocr.installed().isEmpty()).as("CI has Tesseract").isFalse();
        Assumptions.assumeTrue(Ocr.installed().contains("eng"), "skipped: Tesseract is not installed");
        ocr = Ocr.languages(Optional.of(List.of("eng")));
        byte[] photograph = picture("Container MSKU 7750012 sealed");
        assertThat(text(extract("scan.png", photograph)).all()).contains("Container MSKU 7750012 sealed");
        assertThat(text(extract("scan.pdf", scan(photograph))).parts()).anySatisfy(it -> {
            assertThat(it.place()).isEqualTo("page=1");
            assertThat(it.text()).contains("MSKU 7750012");
        });
        assertThat(text(extract("scan.zip", zip(Map.of("in/scan.png", photograph)))).all()).contains("7750012");
    }

    @Test
    void scansThatNothingReadsAreSaidToBePicturesWithoutWords() throws Exception {
        byte[] photograph = picture("Container MSKU 7750012 sealed");
        assertThat(extract("scan.png", photograph)).isEqualTo(new Extraction.Nothing("image/png", true));
        assertThat(extract("scan.pdf", scan(photograph))).isEqualTo(new Extraction.Nothing("application/pdf", true));
    }

    @Test
    void ocrReadsTheLanguagesThatAreWantedAndThere() {
        assertThat(Ocr.languages(Optional.of(List.of()))).isEmpty();
        assertThat(Ocr.languages(Optional.of(List.of("xyz")))).isEmpty();
        assertThat(Ocr.languages(Optional.empty())).hasSizeLessThanOrEqualTo(9).isSubsetOf(Ocr.installed()).doesNotContain("osd");
    }

    /** Words as a scanner gives them. */
    private static byte[] picture(String words) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(null, words))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 150), "png", bytes);
            return bytes.toByteArray();
        }
    }

    /** A PDF of nothing but a picture. */
    private static byte[] scan(byte[] picture) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(PDImageXObject.createFromByteArray(document, picture, "scan"), 0, 0, 612, 792);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Prices");
            Row row = sheet.createRow(2);
            row.createCell(1).setCellValue("flange\nDN50");
            row.createCell(3).setCellValue(0.85);
            sheet.createRow(5).createCell(1).setCellValue("gasket");
            sheet.createRow(900).createCell(1).setCellValue("last one");
            sheet.createRow(901).createCell(99).setCellValue("far out");
            workbook.createSheet("报价").createRow(0).createCell(0).setCellValue("法兰");
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] ods(String sheets) throws IOException {
        String content = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:spreadsheet>" + sheets
                + "</office:spreadsheet></office:body></office:document-content>";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
        files.put("content.xml", content.getBytes(StandardCharsets.UTF_8));
        return zip(files);
    }

    @Test
    void aDocumentInAnArchiveIsNamedByItsPathAndPage() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("offers/quote.pdf"));
            zip.write(pdf(null, "cover", "HS code 84818090"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("note.txt"));
            zip.write("see the offer".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThat(text(extract("all.zip", bytes.toByteArray())).parts())
                .extracting(IndexEntry.Part::place)
                .contains("!/offers/quote.pdf#page=2", "!/note.txt");
    }

    @Test
    void aDocumentIsToldByItsBytesWhateverItIsCalled() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("packing list container MSKU7750012");
            document.write(bytes);
        }
        assertThat(text(extract("list.pdf", bytes.toByteArray())).parts().getFirst().text()).contains("MSKU7750012");
    }

    @Test
    void anEncryptedDocumentIsSaidToBeEncrypted() throws Exception {
        assertThat(extract("secret.pdf", pdf("password", "nobody sees this")))
                .isInstanceOfSatisfying(Extraction.Failed.class,
                        it -> assertThat(it.problem()).isEqualTo(Extraction.Problem.ENCRYPTED));
    }

    @Test
    void aDamagedDocumentCostsItselfOnly() throws Exception {
        byte[] pdf = pdf(null, "whole");
        assertThat(extract("cut.pdf", java.util.Arrays.copyOf(pdf, 60))).isNotInstanceOf(Extraction.Text.class);
        assertThat(extract("whole.pdf", pdf)).isInstanceOf(Extraction.Text.class);
    }

    @Test
    void anEmptyOrOverlargeDocumentStartsNothing() throws Exception {
        assertThat(extract("empty.pdf", new byte[0])).isInstanceOf(Extraction.Nothing.class);
        workers.close();
        workers = workers(256, Duration.ofSeconds(60), 0);
        assertThat(extract("large.txt", "x".repeat(2000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Extraction.Failed.class,
                        it -> assertThat(it.problem()).isEqualTo(Extraction.Problem.TOO_LARGE));
    }

    @Test
    void aDocumentThatTakesTooLongIsGivenUpAndTheNextIsRead() throws Exception {
        workers.close();
        workers = workers(256, Duration.ofMillis(1), 20);
        assertThat(extract("slow.pdf", pdf(null, "slow")))
                .isInstanceOfSatisfying(Extraction.Failed.class,
                        it -> assertThat(it.problem()).isEqualTo(Extraction.Problem.TIMED_OUT));
        workers.close();
        workers = workers(256, Duration.ofSeconds(60), 20);
        assertThat(extract("next.pdf", pdf(null, "next"))).isInstanceOf(Extraction.Text.class);
    }

    @Test
    void aDocumentThatEatsTheMemoryCostsItselfOnly() throws Exception {
        workers.close();
        workers = workers(48, Duration.ofSeconds(120), 200);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("huge.html"));
            byte[] block = "<b>".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 400; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        Extraction bomb = extract("bomb.zip", bytes.toByteArray());
        assertThat(extract("next.txt", "still here".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Extraction.Text.class);
        assertThat(bomb).isNotNull();
    }

    @Test
    void theDocumentsOfTheCorporaEndAsAnAnswerEach() throws Exception {
        Path documents = Path.of(System.getProperty("genjin.corpora", "")).resolve("mail/attachments");
        Assumptions.assumeTrue(Files.isDirectory(documents), "skipped: the shared test material is not there");
        Map<String, Integer> outcomes = new TreeMap<>();
        try (Stream<Path> files = Files.list(documents)) {
            for (Path file : files.filter(it -> !it.toString().endsWith(".tsv")).sorted().toList()) {
                Extraction it = workers.extract(file, file.getFileName().toString(), "");
                String outcome = it instanceof Extraction.Failed failed ? failed.problem().id() : it.getClass().getSimpleName();
                outcomes.merge(outcome, 1, Integer::sum);
                System.out.println("corpora/attachments " + outcome + " " + file.getFileName());
            }
        }
        assertThat(outcomes.get("Text")).isGreaterThan(10);
    }

    private Extraction extract(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("document"), bytes);
        return workers.extract(file, name, "");
    }

    private static Extraction.Text text(Extraction extraction) {
        assertThat(extraction).isInstanceOf(Extraction.Text.class);
        return (Extraction.Text) extraction;
    }

    private TikaWorkers workers(int megabytes, Duration timeout, int maxKilobytes) {
        return new TikaWorkers(
                new TikaWorkers.Bounds(1, maxKilobytes * 100_000L, timeout, megabytes), folder.resolve("workers"), () -> ocr);
    }

    private static byte[] pdf(@org.jspecify.annotations.Nullable String password, String... pages) throws IOException {
        List<String> all = new ArrayList<>(List.of(pages));
        try (PDDocument document = new PDDocument()) {
            for (String words : all) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(words);
                    content.endText();
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
