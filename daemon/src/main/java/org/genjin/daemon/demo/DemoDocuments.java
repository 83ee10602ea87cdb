package org.genjin.daemon.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Real PDF, XLSX and DOCX files as such a business sends them. */
final class DemoDocuments {

    private DemoDocuments() {}

    /** @param deal what the document is about */
    static Attachment of(String kind, Deal deal) throws IOException {
        return switch (kind) {
            case "quotation" -> new Attachment("Quotation " + deal.number() + ".pdf", "application/pdf", pdf("QUOTATION", deal));
            case "slip" -> new Attachment("Bank slip " + deal.number() + ".pdf", "application/pdf", pdf("TELEGRAPHIC TRANSFER ADVICE", deal));
            case "invoice" -> new Attachment(
                    "PI " + deal.number() + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook("PROFORMA INVOICE", deal));
            case "packing" -> new Attachment(
                    "Packing list " + deal.order() + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", letter(deal));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** @param bytes the file */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Attachment(String name, String type, byte[] bytes) {}

    /** @param price in US dollars a piece */
    record Deal(String number, String order, String code, String product, int quantity, double price, String container) {

        String total() {
            return String.format(Locale.ROOT, "%,.2f", quantity * price);
        }

        List<String> lines() {
            return List.of(
                    "Seller: Eastbridge Valve Co., Ltd., Yuhuan",
                    "No.: " + number + "   Order: " + order,
                    "Item: valves and fittings " + code + ", stainless steel 304, DN15-DN50",
                    "Quantity: " + quantity + " pcs   Unit price: USD " + String.format(Locale.ROOT, "%.2f", price) + " FOB Ningbo",
                    "Total: USD " + total(),
                    "Payment: 30% T/T deposit, 70% against copy of B/L",
                    "Packing: export carton, 48 pcs, gross weight 21.5 kg, container " + container);
        }
    }

    private static byte[] pdf(String title, Deal deal) throws IOException {
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
                for (String line : deal.lines()) {
                    content.newLineAtOffset(0, -22);
                    content.showText(line);
                }
                content.endText();
            }
            // An id from the words instead of the clock: the same file at every run.
            document.setDocumentId((long) (title + deal.number()).hashCode());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] workbook(String title, Deal deal) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("PI");
            sheet.createRow(0).createCell(0).setCellValue(title + " " + deal.number());
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue(deal.code());
            row.createCell(1).setCellValue(deal.product());
            row.createCell(2).setCellValue(deal.quantity());
            row.createCell(3).setCellValue(deal.price());
            row.createCell(4).setCellFormula("C3*D3");
            int line = 4;
            for (String text : deal.lines()) {
                sheet.createRow(line++).createCell(0).setCellValue(text);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] letter(Deal deal) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("PACKING LIST " + deal.order());
            for (String line : deal.lines()) {
                document.createParagraph().createRun().setText(line);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }
}
