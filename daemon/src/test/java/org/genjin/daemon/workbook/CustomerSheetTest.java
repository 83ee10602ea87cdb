package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.ledger.DealTable;
import org.genjin.daemon.ledger.ListImportTable;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rep finds on the sheet of one customer. */
class CustomerSheetTest extends DeskTest {

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Beta SA");
    }

    @Test
    void theNewestBusinessStandsAboveTheNotesWithSumTermsAndLink() throws Exception {
        desk.mail(1, mail("anna@acme.example", LI, "Anfrage", NOW.minus(Duration.ofDays(5))), NOW.minus(Duration.ofDays(5)),
                Fact.of(FactType.RFQ, "bitte ein Angebot"),
                Fact.of(FactType.QUANTITY, "500 Stück").with(FactField.AMOUNT, new BigDecimal("500")).with(FactField.UNIT, "pcs"));
        desk.mail(1, mail(LI, "anna@acme.example", "Quotation", NOW.minus(Duration.ofDays(4))), NOW.minus(Duration.ofDays(4)),
                price("2.40", "pcs"),
                Fact.of(FactType.QUANTITY, "500 pcs").with(FactField.AMOUNT, new BigDecimal("500")).with(FactField.UNIT, "pcs"),
                Fact.of(FactType.DOCUMENT, "QT-7").with(FactField.KIND, "QUOTATION").with(FactField.NUMBER, "QT-7"),
                Fact.of(FactType.INCOTERM, "FOB Ningbo").with(FactField.CODE, "FOB").with(FactField.PLACE, "Ningbo"),
                Fact.of(FactType.PAYMENT, "30% TT").with(FactField.METHOD, "TT").with(FactField.PERCENT, new BigDecimal("30")));
        desk.sheets().write(LI, NOW);
        XSSFSheet sheet = sheet("C0001");
        Row head = row(sheet, "金额");
        Row quote = sheet.getRow(head.getRowNum() + 1);
        assertThat(texts(quote)).startsWith("报价").contains("USD", "QUOTATION QT-7 · 500 pcs", "FOB Ningbo", "T/T 30%", "打开");
        assertThat(quote.getCell(2).getNumericCellValue()).as("price times quantity").isEqualTo(1200);
        assertThat(quote.getCell(7).getHyperlink().getAddress()).matches("http://127.0.0.1:8025/customers/C0001\\?before=.*#m\\d+");
        assertThat(texts(sheet.getRow(head.getRowNum() + 2))).startsWith("询盘").contains("500 pcs");
        assertThat(value(sheet, "贸易术语")).isEqualTo("FOB Ningbo");
        assertThat(value(sheet, "付款方式")).isEqualTo("T/T 30%");
        Row newest = sheet.getRow(row(sheet, "日期时间").getRowNum() + 1);
        assertThat(texts(newest)).contains("邮件", "→ Li", "报价 · 付款");
    }

    @Test
    void productsSpokenOfAreTheInterestUntilAPersonWritesAnotherAndAListedDealIsAQuoteToo() throws Exception {
        Instant before = NOW.minus(Duration.ofDays(4));
        desk.mail(1, mail("anna@acme.example", LI, "Anfrage", before), before,
                Fact.of(FactType.PRODUCT_CODE, "FL-200").with(FactField.CODE, "FL-200"), price("2.40", "pcs"));
        desk.ledger().transact(tx -> {
            tx.listImports().add(new ListImportTable.Imported(1, "deals.csv", "", LI, NOW, 0, 0, 0, null));
            tx.deals().add(1, List.of(new DealTable.Owned(new CustomerId(1), new Deal(
                    "Q-88", "Quotation Q-88", Stage.QUOTED, new BigDecimal("9600"), "USD", LocalDate.parse("2026-02-28"), null, ""))));
            return null;
        });
        desk.written(NOW);
        desk.look(sheet -> {
            assertThat(cell(sheet, "C0001", "意向产品").toString()).isEqualTo("FL-200");
            assertThat(cell(sheet, "C0001", "最近报价").toString()).isEqualTo("2026-02-28 USD 9600 Quotation Q-88");
            cell(sheet, "C0002", "意向产品");
        });
        assertThat(value(sheet("C0001"), "意向产品")).isEqualTo("FL-200");
        desk.change(sheet -> cell(sheet, "C0001", "意向产品").setCellValue("法兰"));
        desk.written(NOW);
        desk.mail(1, mail("anna@acme.example", LI, "Noch eins", NOW), NOW, Fact.of(FactType.PRODUCT_CODE, "FL-300").with(FactField.CODE, "FL-300"));
        desk.written(NOW.plusSeconds(600));
        desk.look(sheet -> assertThat(cell(sheet, "C0001", "意向产品").toString()).isEqualTo("法兰"));
    }

    @Test
    void aSheetOfAnEarlierLayoutIsWrittenInPlaceAndWhatThePersonPutThereStays() throws Exception {
        desk.mail(1, mail("anna@acme.example", LI, "Anfrage", NOW), NOW);
        desk.sheets().write(LI, NOW);
        desk.edit(workbook -> earlier(workbook, workbook.getSheet("C0001 Acme Pumpen GmbH")));
        desk.decisions().set(new CustomerId(1), "country", "DE", List.of(LI), LI, NOW);
        desk.mail(1, mail(LI, "anna@acme.example", "Angebot", NOW.plusSeconds(60)), NOW.plusSeconds(60), price("2.40", "pcs"));
        Instant later = NOW.plus(Duration.ofHours(1));
        desk.sheets().write(LI, later);
        XSSFSheet sheet = sheet("C0001");
        assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).as("the fact beside its label").isEqualTo("德国 DE");
        assertThat(sheet.getRow(6).getCell(4).getStringCellValue()).isEqualTo("跟进次数:  2");
        assertThat(sheet.getRow(9).getCell(0).getStringCellValue()).isEqualTo("我的备注");
        assertThat(sheet.getRow(10).getCell(0).getStringCellValue()).isEqualTo("国家/地区: 她在维也纳也有仓库");
        assertThat(sheet.getRow(12).getCell(2).getStringCellValue()).as("her own table").isEqualTo("金额");
        assertThat(sheet.getRow(18).getCell(3).getStringCellValue()).as("no column is put in between").isEqualTo("谁");
        assertThat(texts(sheet.getRow(19))).contains("→我方").anySatisfy(it -> assertThat(it).startsWith("Angebot"));
        assertThat(texts(sheet.getRow(20))).anySatisfy(it -> assertThat(it).startsWith("Anfrage"));
        byte[] before = Files.readAllBytes(desk.file());
        desk.sheets().write(LI, later);
        assertThat(sheet("C0001").getLastRowNum()).isEqualTo(sheet.getLastRowNum());
        assertThat(before).isNotEmpty();
    }

    @Test
    void picturesStandInTheRowOfTheirMessageAndGoWithIt() throws Exception {
        desk.mail(1, withPicture("anna@acme.example", LI, "Foto", NOW, "pump.png", photo(1)), NOW);
        desk.sheets().write(LI, NOW);
        assertThat(pictures()).singleElement().satisfies(it -> assertThat(it).isEqualTo("pump.png in Foto"));
        desk.edit(CustomerSheetTest::paste);
        desk.mail(1, mail(LI, "anna@acme.example", "Danke", NOW.plusSeconds(60)), NOW.plusSeconds(60));
        desk.mail(1, withPicture("anna@acme.example", LI, "Noch eins", NOW.plusSeconds(90), "crack.png", photo(2)), NOW.plusSeconds(90));
        Instant later = NOW.plus(Duration.ofHours(1));
        desk.sheets().write(LI, later);
        assertThat(pictures()).containsExactlyInAnyOrder("pasted in ", "pump.png in Foto", "crack.png in Noch eins");
        List<String> parts = media();
        List<String> references = references();
        for (int i = 0; i < 5; i++) {
            desk.sheets().write(LI, later.plusSeconds(i));
        }
        assertThat(pictures()).hasSize(3);
        assertThat(media()).as("nothing piles up").isEqualTo(parts);
        assertThat(references()).as("nothing piles up").isEqualTo(references);
        desk.ledger().transact(tx -> {
            long first = tx.messages().ofCustomer(new CustomerId(1), NOW.plusMillis(1), 1).getFirst().id();
            tx.messages().assign(List.of(new org.genjin.daemon.ledger.MessageTable.Assigned(
                    first, new CustomerId(2), org.genjin.daemon.ledger.MessageRow.MatchState.ONE, "moved")));
            return null;
        });
        desk.sheets().write(LI, later.plusSeconds(60));
        assertThat(pictures()).containsExactlyInAnyOrder("pasted in ", "pump.png in Foto", "crack.png in Noch eins");
        assertThat(media()).as("it went along to the other sheet").hasSameSizeAs(parts);
    }

    @Test
    void logosAndPicturesThatComeWithEveryMailAreNotShown() throws Exception {
        for (int i = 0; i < 5; i++) {
            Instant at = NOW.plusSeconds(i);
            desk.mail(1, withPicture("anna@acme.example", LI, "Mail " + i, at, "image001.png", photo(3)), at);
        }
        desk.mail(1, withPicture("anna@acme.example", LI, "Klein", NOW.plusSeconds(9), "dot.png", png(40, 40, 4)), NOW.plusSeconds(9));
        desk.sheets().write(LI, NOW.plus(Duration.ofHours(1)));
        assertThat(pictures()).isEmpty();
    }

    /** Mails with a quotation and a picture, of the first customer. */
    @Test
    void aCustomersSheetIsPrintedToItsLastRowAndAPartThatAPersonChoseStaysChosen() throws Exception {
        desk.mail(1, mail("anna@acme.example", LI, "Anfrage", NOW.minus(Duration.ofDays(5))), NOW.minus(Duration.ofDays(5)));
        desk.sheets().write(LI, NOW);
        assertThat(printed("C0001")).isEqualTo("$A$1:$H$" + rows("C0001"));
        desk.mail(1, mail("anna@acme.example", LI, "Noch eine", NOW.minus(Duration.ofDays(1))), NOW.minus(Duration.ofDays(1)));
        desk.mail(1, mail("anna@acme.example", LI, "Vor langem", NOW.minus(Duration.ofDays(90))), NOW.minus(Duration.ofDays(90)));
        int before = rows("C0001");
        desk.sheets().write(LI, NOW);
        assertThat(rows("C0001")).isEqualTo(before + 2);
        assertThat(printed("C0001")).isEqualTo("$A$1:$H$" + rows("C0001"));
        desk.edit(workbook -> {
            workbook.setPrintArea(place(workbook, "C0001"), "$A$1:$E$20");
            workbook.removePrintArea(place(workbook, "C0002"));
        });
        desk.mail(1, mail("anna@acme.example", LI, "Älter", NOW.minus(Duration.ofDays(91))), NOW.minus(Duration.ofDays(91)));
        desk.mail(2, mail("b@beta.example", LI, "Bonjour", NOW.minus(Duration.ofDays(1))), NOW.minus(Duration.ofDays(1)));
        desk.sheets().write(LI, NOW);
        assertThat(printed("C0001")).isEqualTo("$A$1:$E$20");
        assertThat(printed("C0002")).isEmpty();
    }

    private int rows(String customer) throws Exception {
        return sheet(customer).getLastRowNum() + 1;
    }

    private String printed(String customer) throws Exception {
        XSSFWorkbook workbook = sheet(customer).getWorkbook();
        String area = workbook.getPrintArea(place(workbook, customer));
        return area == null ? "" : area.substring(area.lastIndexOf('!') + 1);
    }

    static void fill(SheetDesk desk, Instant at) throws Exception {
        desk.mail(1, withPicture("anna@acme.example", LI, "Foto", at.minusSeconds(90), "pump.png", photo(1)), at.minusSeconds(90),
                Fact.of(FactType.RFQ, "bitte ein Angebot"));
        desk.mail(1, mail(LI, "anna@acme.example", "Quotation", at.minusSeconds(60)), at.minusSeconds(60), price("2.40", "pcs"));
    }

    private static void paste(XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.getSheet("C0001 Acme Pumpen GmbH");
        int picture = workbook.addPicture(png(20, 20, 5), Workbook.PICTURE_TYPE_PNG);
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(1);
        anchor.setRow1(24);
        anchor.setCol2(2);
        anchor.setRow2(26);
        XSSFPicture pasted = sheet.createDrawingPatriarch().createPicture(anchor, picture);
        pasted.getCTPicture().getNvPicPr().getCNvPr().setDescr("pasted");
    }

    /** As the sheet was laid out before there was a block of business. */
    private static void earlier(XSSFWorkbook workbook, XSSFSheet sheet) {
        Row said = row(sheet, "日期时间");
        String id = sheet.getRow(said.getRowNum() + 1).getCell(8).getStringCellValue();
        while (sheet.getNumMergedRegions() > 0) {
            sheet.removeMergedRegion(0);
        }
        for (int i = sheet.getLastRowNum(); i > 0; i--) {
            if (sheet.getRow(i) != null) {
                sheet.removeRow(sheet.getRow(i));
            }
        }
        fill(sheet, 2, "国家/地区", "", "", "", "时区:  ");
        fill(sheet, 3, "主联系人", "", "", "", "邮箱:  ");
        fill(sheet, 4, "电话/WhatsApp", "", "", "", "语言:  ");
        fill(sheet, 5, "下次跟进", "", "", "", "负责人:  ");
        fill(sheet, 6, "首次联系", "", "", "", "跟进次数:  1");
        fill(sheet, 9, "我的备注");
        fill(sheet, 10, "国家/地区: 她在维也纳也有仓库");
        fill(sheet, 12, "日期", "类型", "金额", "币种", "内容", "链接");
        fill(sheet, 17, "跟进记录");
        fill(sheet, 18, "日期时间", "方式", "方向", "谁", "摘要", "附件", "链接", "_id");
        fill(sheet, 19, "2026-03-03 09:00", "邮件", "←客户", "Anna", "Anfrage", "", "打开", id);
    }

    private static void fill(XSSFSheet sheet, int line, String... texts) {
        Row row = sheet.createRow(line);
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
    }

    private static Fact price(String amount, String per) {
        return Fact.of(FactType.PRICE, "USD " + amount + "/" + per)
                .with(FactField.AMOUNT, new BigDecimal(amount))
                .with(FactField.CURRENCY, "USD")
                .with(FactField.PER, per);
    }

    private XSSFSheet sheet(String customer) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(desk.file()));
        return workbook.getSheetAt(place(workbook, customer));
    }

    private static int place(XSSFWorkbook workbook, String customer) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (workbook.getSheetName(i).startsWith(customer)) {
                return i;
            }
        }
        throw new AssertionError("no sheet of " + customer);
    }

    /** Each picture by its description, with the subject of the row that it stands in. */
    private List<String> pictures() throws IOException {
        List<String> all = new ArrayList<>();
        for (String customer : List.of("C0001", "C0002")) {
            XSSFSheet sheet = sheet(customer);
            if (sheet.getDrawingPatriarch() != null) {
                sheet.getDrawingPatriarch().getShapes().forEach(it -> {
                    XSSFPicture picture = (XSSFPicture) it;
                    assertThat(picture.getPictureData().getData()).isNotEmpty();
                    Row row = sheet.getRow(picture.getClientAnchor().getRow1());
                    Cell summary = row == null ? null : row.getCell(4);
                    String said = summary == null ? "" : summary.toString().split(":")[0];
                    all.add(picture.getCTPicture().getNvPicPr().getCNvPr().getDescr() + " in " + said);
                });
            }
        }
        return all;
    }

    private List<String> media() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(desk.file()))) {
            return workbook.getPackage().getParts().stream()
                    .map(it -> it.getPartName().getName())
                    .filter(it -> it.startsWith("/xl/media/"))
                    .sorted()
                    .toList();
        }
    }

    /** What the drawings refer to. */
    private List<String> references() throws Exception {
        List<String> all = new ArrayList<>();
        try (ZipFile file = new ZipFile(desk.file().toFile())) {
            for (ZipEntry it : Collections.list(file.entries())) {
                if (it.getName().matches("xl/(?:drawings|worksheets)/_rels/.*")) {
                    all.add(it.getName() + " " + new String(file.getInputStream(it).readAllBytes(), StandardCharsets.UTF_8).split("<Relationship ").length);
                }
            }
        }
        return all.stream().sorted().toList();
    }

    private static Row row(XSSFSheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(text)) {
                    return row;
                }
            }
        }
        throw new AssertionError("no row with " + text);
    }

    private static String value(XSSFSheet sheet, String label) {
        for (Cell cell : row(sheet, label)) {
            if (cell.toString().equals(label)) {
                return cell.getRow().getCell(cell.getColumnIndex() + 1).toString();
            }
        }
        throw new AssertionError("no label " + label);
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING) {
                texts.add(cell.getStringCellValue());
            }
        }
        return texts;
    }

    private static String mail(String from, String to, String subject, Instant at) {
        return head(from, to, subject, at) + "Content-Type: text/plain; charset=utf-8\r\n\r\nText of " + subject + ".\r\n";
    }

    private static String withPicture(String from, String to, String subject, Instant at, String name, byte[] picture) {
        return head(from, to, subject, at)
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSee the picture.\r\n"
                + "--b\r\nContent-Type: image/png; name=\"" + name + "\"\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(picture) + "\r\n--b--\r\n";
    }

    private static String head(String from, String to, String subject, Instant at) {
        String name = from.substring(0, 1).toUpperCase() + from.substring(1, from.indexOf('@'));
        return "From: " + name + " <" + from + ">\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)) + "\r\nMessage-ID: <"
                + subject.hashCode() + "@desk.example>\r\n";
    }

    private static byte[] photo(int seed) {
        return png(400, 300, seed);
    }

    private static byte[] png(int width, int height, int seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, new Color(random.nextInt(256), x % 256, y % 256).getRGB());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
