package org.genjin.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
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
    void theSheetsOfAWorkbookAreNamed() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Prices").createRow(0).createCell(0).setCellValue("flange DN50");
            workbook.createSheet("报价").createRow(0).createCell(0).setCellValue("法兰");
            workbook.write(bytes);
        }
        assertThat(text(extract("prices.xlsx", bytes.toByteArray())).parts())
                .extracting(IndexEntry.Part::place).containsExactly("Prices", "报价");
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
                new TikaWorkers.Bounds(1, maxKilobytes * 100_000L, timeout, megabytes), folder.resolve("workers"));
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
