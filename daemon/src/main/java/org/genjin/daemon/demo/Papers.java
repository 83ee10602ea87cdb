package org.genjin.daemon.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Lines of text as real PDF, DOCX and XLSX files, of one page each. */
public final class Papers {

    private Papers() {}

    /** The same file at every run. */
    public static byte[] pdf(String title, List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 16);
                content.newLineAtOffset(60, 720);
                content.showText(title);
                content.setFont(font, 11);
                for (String line : lines) {
                    content.newLineAtOffset(0, -22);
                    content.showText(line);
                }
                content.endText();
            }
            // An id from the words instead of the clock.
            document.setDocumentId((long) (title + lines).hashCode());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    public static byte[] letter(String title, List<String> lines) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(title);
            for (String line : lines) {
                document.createParagraph().createRun().setText(line);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    /** A line in each row, numbered in the second column. */
    public static byte[] table(String title, List<String> lines) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("PI");
            sheet.createRow(0).createCell(0).setCellValue(title);
            for (int i = 0; i < lines.size(); i++) {
                sheet.createRow(i + 1).createCell(0).setCellValue(lines.get(i));
                sheet.getRow(i + 1).createCell(1).setCellValue(i + 1);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }
}
