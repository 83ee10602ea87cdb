package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.workbook.rules.Business;
import org.genjin.daemon.workbook.rules.Columns;
import org.junit.jupiter.api.Test;

/** Whether a new sheet has room for the words of its language: a day that does not fit with its word is shown as ###. */
class RoomForWordsTest {

    private static final int CHARACTER = 256;

    @Test
    void aDayFitsWithTheWordBehindItAndEachWordOfAHeaderInEveryLanguage() throws Exception {
        for (SheetWords words : SheetWords.all().toList()) {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                XSSFSheet sheet = workbook.createSheet("a");
                Spot spot = Spot.fresh(sheet, 0, new Cells(workbook), words, Columns.OVERVIEW);
                OverviewLook.give(spot, words, 1);
                String language = words.language().toString();
                for (String word : new String[] {"word.overdue", "state.today", "state.soon"}) {
                    assertThat(sheet.getColumnWidth(spot.column("next")) / CHARACTER).as(language + " " + word)
                            .isGreaterThan(Text.columns("2026-12-28 " + words.text(word)));
                }
                assertThat(sheet.getColumnWidth(spot.column("silent")) / CHARACTER).as(language)
                        .isGreaterThan(Text.columns("100 " + words.text("word.silent")));
                for (String action : words.sentence().actions()) {
                    assertThat(sheet.getColumnWidth(spot.column("action")) / CHARACTER).as(language + " " + action).isGreaterThan(Text.columns(action));
                }
                Row head = sheet.getRow(0);
                for (int column = 0; column < 16; column++) {
                    for (String word : head.getCell(column).getStringCellValue().split("[\\s/-]", -1)) {
                        assertThat(sheet.getColumnWidth(column) / CHARACTER).as(language + " " + word).isGreaterThan(Text.columns(word));
                    }
                }
            }
        }
    }

    @Test
    void theKindsOfBusinessOnACustomersSheetFitInEveryLanguage() throws Exception {
        for (SheetWords words : SheetWords.all().toList()) {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                XSSFSheet sheet = workbook.createSheet("a");
                CustomerGrid.widths(sheet, words);
                for (Business.Kind it : Business.Kind.values()) {
                    String kind = words.value("says", it.id());
                    assertThat(sheet.getColumnWidth(1) / CHARACTER).as(words.language() + " " + kind).isGreaterThan(Text.columns(kind));
                }
            }
        }
    }

    @Test
    void headersAndNamesOfTheStandardTableFitInEveryLanguage() throws Exception {
        String name = "Comercializadora de Válvulas del Pacífico";
        for (SheetWords words : SheetWords.all().toList()) {
            List<String> head = new StandardTable(words, ZoneId.of("UTC")).head(words.language(), true);
            List<String> row = new ArrayList<>(Collections.nCopies(head.size(), ""));
            row.set(2, name);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new StandardBook(words).write(head, List.of(row), List.of(), out);
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                XSSFSheet sheet = workbook.getSheetAt(0);
                for (int column = 0; column < head.size(); column++) {
                    assertThat(sheet.getColumnWidth(column) / CHARACTER).as(head.get(column)).isGreaterThan(Text.columns(head.get(column)) + 2);
                }
                assertThat(sheet.getColumnWidth(2) / CHARACTER).isGreaterThan(Text.columns(name));
            }
        }
    }

    @Test
    void textsStandWhereTheirSheetBegins() throws Exception {
        for (boolean rightToLeft : new boolean[] {true, false}) {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                workbook.createSheet("a").setRightToLeft(rightToLeft);
                Styles styles = new Styles(workbook);
                HorizontalAlignment side = rightToLeft ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT;
                CellStyle name = styles.of(Look.LINK);
                assertThat(name.getAlignment()).isEqualTo(side);
                assertThat(styles.of(Look.WRAPPED).getAlignment()).isEqualTo(side);
                assertThat(styles.of(Look.DATE).getAlignment()).isEqualTo(side);
                assertThat(styles.of(Look.AMOUNT).getAlignment()).isEqualTo(HorizontalAlignment.GENERAL);
                assertThat(new Styles(workbook).of(Look.LINK)).isEqualTo(name);
            }
        }
    }
}
