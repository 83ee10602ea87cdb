package org.genjin.daemon.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customerlist.file.Sheet;

/** The same cells as in another workbook, written by the library alone: no styles, no links, nothing looked up. */
public final class PlainWorkbook {

    private PlainWorkbook() {}

    public static void write(List<Sheet> sheets) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook, sheets);
            workbook.write(OutputStream.nullOutputStream());
        }
    }

    /** The same row by row, for tables that nobody reads back. */
    public static void stream(List<Sheet> sheets) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            fill(workbook, sheets);
            workbook.write(OutputStream.nullOutputStream());
        }
    }

    /** Opens a workbook and writes it again as it is. */
    public static void rewrite(byte[] bytes) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.write(OutputStream.nullOutputStream());
        }
    }

    /** The workbook with one cell changed, as if a person had saved it. */
    public static byte[] edited(byte[] bytes, int sheet, int row, int column, String text) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getSheetAt(sheet).getRow(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** A workbook of so many sheets with nothing in them. */
    public static byte[] empty(int sheets) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < sheets; i++) {
                workbook.createSheet(String.format(Locale.ROOT, "%d", i));
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Workbook workbook, List<Sheet> sheets) {
        for (int i = 0; i < sheets.size(); i++) {
            org.apache.poi.ss.usermodel.Sheet sheet = workbook.createSheet(String.format(Locale.ROOT, "%d", i));
            for (Sheet.Row from : sheets.get(i).rows()) {
                Row row = sheet.createRow(from.number() - 1);
                for (int column = 0; column < from.cells().size(); column++) {
                    Cell cell = row.createCell(column);
                    BigDecimal number = from.cell(column).number();
                    if (number != null) {
                        cell.setCellValue(number.doubleValue());
                    } else {
                        cell.setCellValue(from.cell(column).text());
                    }
                }
            }
        }
    }
}
