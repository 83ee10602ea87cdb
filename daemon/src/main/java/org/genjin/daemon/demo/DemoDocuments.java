package org.genjin.daemon.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Real PDF, XLSX and DOCX files as such a business sends them. */
final class DemoDocuments {

    private DemoDocuments() {}

    /** @param deal what the document is about */
    static Attachment of(String kind, Deal deal) throws IOException {
        return switch (kind) {
            case "quotation" -> new Attachment("Quotation " + deal.number() + ".pdf", "application/pdf", Papers.pdf("QUOTATION", deal.lines()));
            case "slip" -> new Attachment("Bank slip " + deal.number() + ".pdf", "application/pdf", Papers.pdf("TELEGRAPHIC TRANSFER ADVICE", deal.lines()));
            case "invoice" -> new Attachment(
                    "PI " + deal.number() + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook("PROFORMA INVOICE", deal));
            case "packing" -> new Attachment(
                    "Packing list " + deal.order() + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Papers.letter("PACKING LIST " + deal.order(), deal.lines()));
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
}
