package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customerlist.file.ListReader;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.file.Book;
import org.junit.jupiter.api.Test;

class NewBookTest {

    private static final List<String> TEXTS = List.of(
            "", "好的 👍🏽 𠮷野家", "  two blanks before and after  ", "line\nline\ttab", "<b>&amp;]]></b> \"'", "=1+1", "مرحبا", "e\u0301 \u200F \uFFFD", "Firm");

    @Test
    void strangeTextsOnManySheetsAreReadAsTheyWereWritten() throws Exception {
        byte[] file;
        try (Book book = Book.fresh()) {
            Cells cells = new Cells(book.workbook());
            for (int i = 0; i < 20; i++) {
                XSSFSheet sheet = book.workbook().createSheet("C" + i);
                for (int line = 0; line < TEXTS.size(); line++) {
                    Row row = Cells.row(sheet, line);
                    cells.text(row, 0, TEXTS.get(line), Look.WRAPPED);
                    cells.number(row, 1, i);
                    cells.linkToPage(row, 2, "open", "https://genjin.example/customers/C" + i);
                }
                book.done(sheet);
            }
            book.workbook().createSheet("not done").createRow(0).createCell(0).setCellValue("Firm");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            file = out.toByteArray();
        }
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(read.getNumberOfSheets()).isEqualTo(21);
            assertThat(read.getSheet("not done").getRow(0).getCell(0).getStringCellValue()).isEqualTo("Firm");
            for (int i = 0; i < 20; i++) {
                XSSFSheet sheet = read.getSheet("C" + i);
                assertThat(column(sheet)).isEqualTo(TEXTS);
                assertThat(sheet.getRow(3).getCell(1).getNumericCellValue()).isEqualTo(i);
                assertThat(sheet.getRow(3).getCell(2).getHyperlink().getAddress()).isEqualTo("https://genjin.example/customers/C" + i);
            }
            assertThat(read.getSheet("C1").getRow(1).getCell(0).getCellStyle().getWrapText()).isTrue();
            assertThat(read.getSharedStringSource().getUniqueCount()).as("each text once").isEqualTo(TEXTS.size());
        }
        Sheet first = ListReader.readWhole(file, "a.xlsx").sheets().getFirst();
        assertThat(first.rows().stream().map(it -> it.cell(0).text()).toList()).contains("好的 👍🏽 𠮷野家", "<b>&amp;]]></b> \"'");
    }

    private static List<String> column(XSSFSheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet) {
            texts.add(row.getCell(0).getStringCellValue());
        }
        return texts;
    }
}
