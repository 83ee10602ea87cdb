package org.genjin.daemon.customerlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.genjin.daemon.customerlist.file.ListRefused;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.junit.jupiter.api.Test;

/** The files that lists come in: encodings, separators, workbooks, and what is none. */
class ListFilesTest {

    private static final List<List<Object>> SMALL = List.of(List.of("Company", "Contact", "Email"), List.of("Acme Ltd", "Kim Lee", "kim@acme.example"));

    @Test
    void textIsReadInWhateverEncodingItWasSaved() throws Exception {
        Map<String, List<String>> texts = Map.of(
                "windows-1254", List.of("Müşteri Adı,Yetkili Kişi,Ülke,Notlar", "Bozkır Işık Ltd. Şti.,Gülşen Akbulut,Türkiye,numune gönderildi ağır ödüyor"),
                "windows-1250", List.of("Nazwa firmy,Osoba kontaktowa,Kraj,Uwagi", "Łączność Śląska S.A.,Małgorzata Wróbel,Polska,prosiła o próbki na święta"),
                "GB18030", List.of("公司名称,联系人,国家,备注", "Acme Ltd,张经理,德国,客户要求寄样品，付款慢"),
                "windows-1252", List.of("Firma,Ansprechpartner,Land,Bemerkung", "Säntis Küchen AG,Jörg Müller,Österreich,zahlt pünktlich – für große Mengen"),
                "windows-1251", List.of("Компания,Контакт,Страна,Примечание", "ООО «Ромашка Свет»,Пётр Иванов,Россия,ждут образцы до конца месяца"),
                "windows-1256", List.of("اسم الشركة,جهة الاتصال,الدولة,ملاحظات", "شركة النور للتجارة,ناصر الحربي,السعودية,طلب عرض سعر جديد"),
                "UTF-16", List.of("Société,Contact,Pays,Commentaires", "Brise SARL,Zoé Lefèvre,France,préfère être appelée à l’été"),
                "UTF-8", List.of("会社名,担当者,国,備考", "株式会社常盤,白石直子,日本,品質要求が高い"));
        for (Map.Entry<String, List<String>> it : texts.entrySet()) {
            byte[] bytes = String.join("\r\n", it.getValue()).getBytes(Charset.forName(it.getKey()));
            Proposal read = Lists.read("list.csv", bytes);
            String[] cells = it.getValue().get(1).split(",", -1);
            assertThat(Lists.only(read).name()).as(it.getKey()).isEqualTo(cells[0]);
            assertThat(Lists.only(read).allNotes()).as(it.getKey()).isEqualTo(cells[3]);
        }
    }

    @Test
    void theSeparatorIsTheOneThatMakesColumns() throws Exception {
        for (String separator : List.of(",", ";", "\t", "|")) {
            String text = String.join(separator, "Company", "Contact", "Notes") + "\n" + String.join(separator, "Acme Ltd", "Kim Lee", "\"a\nb\"");
            assertThat(Lists.only(Lists.text(text)).allNotes()).as(separator).isEqualTo("a\nb");
        }
        assertThat(Lists.only(Lists.text("sep=;", "Company;Contact", "Acme, Sons Ltd;Kim Lee")).name()).isEqualTo("Acme, Sons Ltd");
    }

    @Test
    void workbooksOldAndNewZipsAndPagesAreRead() throws Exception {
        byte[] xlsx = Lists.workbook(Map.of("Sheet1", SMALL));
        assertThat(Lists.names(Lists.read("a.xlsx", xlsx))).containsExactly("Acme Ltd");
        assertThat(Lists.names(Lists.read("a.csv", xlsx))).as("what is in it counts").containsExactly("Acme Ltd");
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            var sheet = book.createSheet("A");
            for (int r = 0; r < SMALL.size(); r++) {
                for (int c = 0; c < 3; c++) {
                    (sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r)).createCell(c).setCellValue(String.valueOf(SMALL.get(r).get(c)));
                }
            }
            book.write(old);
        }
        assertThat(Lists.names(Lists.read("a.xls", old.toByteArray()))).containsExactly("Acme Ltd");
        assertThat(Lists.names(Lists.read("a.zip", zip("inner/a.xlsx", xlsx)))).containsExactly("Acme Ltd");
        String page = "<html><table><tr><th>Company<th>Contact<th>Email</tr><tr><td>Acme Ltd<td>Kim Lee<td>kim@acme.example</tr></table></html>";
        assertThat(Lists.names(Lists.read("export.xls", page.getBytes(StandardCharsets.UTF_8)))).containsExactly("Acme Ltd");
    }

    @Test
    void commentsHiddenSheetsMergedHeadersAndErrorsAreNoTrouble() throws Exception {
        byte[] bytes;
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("Tracker");
            Lists.fill(sheet, List.of(
                    List.of("EXPORT TRACKER"), List.of("Customer", "", "Contact", "", "Remarks"), List.of("Company", "Country", "Name", "E-mail", ""),
                    List.of("Acme Ltd", "UK", "Kim Lee", "kim@acme.example", "2 containers a year")));
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(1, 1, 0, 1));
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(1, 1, 2, 3));
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(1, 2, 4, 4));
            var comment = sheet.createDrawingPatriarch().createCellComment(book.getCreationHelper().createClientAnchor());
            comment.setString("must be decided before 30 November");
            sheet.getRow(3).getCell(0).setCellComment(comment);
            sheet.getRow(3).createCell(5).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
            Lists.fill(book.createSheet("old"), List.of(List.of("Company", "Email", "Contact"), List.of("Bygone Ltd", "hello@bygone.example", "Joe")));
            book.setSheetHidden(1, true);
            book.write(out);
            bytes = out.toByteArray();
        }
        Proposal read = Lists.read("tracker.xlsx", bytes);
        assertThat(Lists.names(read)).containsExactly("Acme Ltd");
        assertThat(Lists.only(read).allNotes()).contains("2 containers a year").contains("must be decided before 30 November");
        assertThat(Lists.only(read).contacts().getFirst().name()).isEqualTo("Kim Lee");
    }

    @Test
    void whatIsNoListIsRefusedInOneSentence() throws Exception {
        refused(new byte[0], "is empty");
        refused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2, 0, 7}, "no list of customers");
        refused(zip("readme.pdf", new byte[] {1}), "a zip without a list");
        refused(zip("xl/workbook.xml", "<workbook".getBytes(StandardCharsets.UTF_8)), "damaged");
        refused(encrypted(), "protected with a password");
    }

    @Test
    void nothingOutsideTheFileIsReachedAndNothingGrows() throws Exception {
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE workbook [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><workbook>&x;</workbook>";
        refused(zip("xl/workbook.xml", entity.getBytes(StandardCharsets.UTF_8)), "damaged");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bomb)) {
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 120; i++) {
                out.write(block);
            }
        }
        refused(bomb.toByteArray(), "unpacked");
    }

    @Test
    void aSheetFormattedDownToItsLastRowIsReadAndOneFilledThatFarIsRefused() throws Exception {
        Proposal read = Lists.read("long.xlsx", long_(false));
        assertThat(Lists.names(read)).containsExactly("Acme Ltd");
        refused(long_(true), "more than 100000 rows");
    }

    private static byte[] long_(boolean filled) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            entry(out, "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            entry(out, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            write(out, "<worksheet><sheetData>");
            write(out, row(1, "Company", "Contact", "Email") + row(2, "Acme Ltd", "Kim Lee", "kim@acme.example"));
            for (int i = 3; i <= 1_048_576; i++) {
                write(out, filled ? "<row r=\"" + i + "\"><c r=\"A" + i + "\"><v>" + i + "</v></c></row>" : "<row r=\"" + i + "\"><c r=\"A" + i + "\" s=\"3\"/></row>");
            }
            write(out, "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append("<c r=\"").append((char) ('A' + i)).append(number).append("\" t=\"inlineStr\"><is><t>").append(cells[i]).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static void entry(ZipOutputStream out, String name, String content) throws Exception {
        out.putNextEntry(new ZipEntry(name));
        write(out, content);
    }

    private static void write(OutputStream out, String text) throws Exception {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void textWithCommasInItsSentencesIsNoList() {
        refused(
                """
                We met at the fair in spring, talked about valves for two hours, and parted as friends.
                Kim (kim@acme.example) wants to see samples, a price list and the certificates before anything is ordered.
                Nothing was promised.
                Call him on +49 30 5550 1234 in the first week of May, or write, or wait until he writes, which is likelier.
                """
                        .getBytes(StandardCharsets.UTF_8),
                "is text and no list");
    }

    private static byte[] zip(String name, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] encrypted() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(files)) {
                new ByteArrayInputStream(Lists.workbook(Map.of("A", SMALL))).transferTo(out);
            }
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    private static void refused(byte[] bytes, String sentence) {
        assertThatThrownBy(() -> Lists.read("list.xlsx", bytes)).isInstanceOf(ListRefused.class).hasMessageContaining(sentence).hasMessageStartingWith("list.xlsx");
    }
}
