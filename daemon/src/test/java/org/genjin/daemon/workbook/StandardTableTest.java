package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.IdentityTable.By;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The standardised table as another program, and a team that goes on with it, get it. */
class StandardTableTest extends DeskTest {

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "=HYPERLINK(\"http://evil.example\")");
        desk.ledger().transact(tx -> {
            CustomerId acme = new CustomerId(1);
            tx.identities().put(new Identity(Kind.ADDRESS, "kim@acme.example", "", acme, "Kim van Dijk", null).by(By.PERSON));
            tx.identities().put(new Identity(Kind.ADDRESS, "lee@acme.example", "", acme, "Lee", null).by(By.PERSON));
            tx.identities().put(new Identity(Kind.DOMAIN, "acme.example", "", acme, "", null));
            tx.customers().setByHand(acme, Field.COUNTRY, "DE");
            tx.customers().setNext(acme, LocalDate.parse("2026-03-09"), "发样品", NOW.minusSeconds(60));
            tx.customers().setNotes(acme, "+49 first line\n@second");
            tx.ownColumns().set(acme, tx.ownColumns().field(tx, "城市"), "Köln");
            tx.ownColumns().set(acme, tx.ownColumns().field(tx, "erase_after"), "2029-01-31");
            tx.ownColumns().set(acme, tx.ownColumns().field(tx, ":type"), "importer");
            return null;
        });
    }

    @Test
    void oneRowAContactWithCodesDaysAndWhatAColumnOfOnesOwnSays() throws Exception {
        try (XSSFWorkbook workbook = workbook(Optional.empty())) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            Row kim = sheet.getRow(1);
            assertThat(text(kim, "customer_id")).isEqualTo("C0001");
            assertThat(text(kim, "company_short")).isEqualTo("Acme Pumpen");
            assertThat(text(kim, "country_iso2")).isEqualTo("DE");
            assertThat(text(kim, "city")).isEqualTo("Köln");
            assertThat(text(kim, "customer_type")).isEqualTo("importer");
            assertThat(text(kim, "stage")).isEqualTo("new");
            assertThat(text(kim, "first_name")).isEqualTo("Kim van");
            assertThat(text(kim, "last_name")).isEqualTo("Dijk");
            assertThat(text(kim, "domain")).isEqualTo("acme.example");
            assertThat(cell(kim, "next_follow_up").getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-03-09");
            assertThat(cell(kim, "erase_after").getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2029-01-31");
            assertThat(text(sheet.getRow(2), "email")).isEqualTo("lee@acme.example");
        }
    }

    @Test
    void theCheckNamesATypeAndASourceThatAreNoneOfTheChoices() {
        desk.ledger().transact(tx -> {
            tx.ownColumns().set(new CustomerId(1), tx.ownColumns().field(tx, ":source"), "from my uncle");
            tx.ownColumns().set(new CustomerId(2), tx.ownColumns().field(tx, ":type"), "pirate");
            return null;
        });
        assertThat(desk.exports().doubts(Optional.empty(), NOW).stream()
                        .filter(it -> it.kind().id().matches("odd-(type|source)"))
                        .map(it -> it.customer() + " " + it.kind().id() + " " + it.value()))
                .containsExactly("C0001 odd-source from my uncle", "C0002 odd-type pirate");
    }

    @Test
    void nothingIsAFormulaAndEachColumnTakesOnlyWhatMayStandThere() throws Exception {
        try (XSSFWorkbook workbook = workbook(Optional.empty())) {
            Sheet sheet = workbook.getSheetAt(0);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                }
            }
            assertThat(text(sheet.getRow(3), "company")).isEqualTo("=HYPERLINK(\"http://evil.example\")");
            assertThat(sheet.getRow(3).getCell(1).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(sheet.getDataValidations()).hasSizeGreaterThan(12).allSatisfy(it -> {
                String[] values = it.getValidationConstraint().getExplicitListValues();
                assertThat(values == null ? "" : String.join(",", values)).as("longer ones break the file").hasSizeLessThanOrEqualTo(255);
            });
            assertThat(sheet.getDataValidations().stream()
                            .map(DataValidation::getValidationConstraint)
                            .filter(it -> it.getExplicitListValues() != null)
                            .map(it -> List.of(it.getExplicitListValues())))
                    .anySatisfy(it -> assertThat(it).contains("importer", "distributor"))
                    .anySatisfy(it -> assertThat(it).contains("FOB", "DDP"));
        }
        Path csv = desk.exports().standard(Optional.of(LI), Optional.of(folder.resolve("all.csv")), NOW).file();
        assertThat(Files.readString(csv)).startsWith("\ufeffcustomer_id,company,").contains("\"'=HYPERLINK(").contains("2026-03-09");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theHeadersAreInAnyLanguageThatIsAskedForAndAreAllDifferent(Language language) throws Exception {
        try (XSSFWorkbook workbook = workbook(Optional.of(language))) {
            Row head = workbook.getSheetAt(0).getRow(0);
            assertThat(new TreeSet<>(StandardTable.COLUMNS.stream().map(it -> text(head, it)).toList())).hasSameSizeAs(StandardTable.COLUMNS);
            assertThat(text(head, "company")).isEqualTo(StandardTable.header("company", language)).isNotEqualTo("company");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Acme Pumpen GmbH, Acme Pumpen", "Andina S.A.S., Andina", "'Nova Trading Co., Ltd.', Nova Trading", "宁波东桥阀门有限公司, 宁波东桥阀门",
        "Ltd, Ltd", "Kim & Sons, Kim & Sons"
    })
    void aFirmIsCalledByItsNameWithoutItsLegalForm(String whole, String brief) {
        assertThat(FirmNames.brief(whole)).isEqualTo(brief);
    }

    private XSSFWorkbook workbook(Optional<Language> headers) throws Exception {
        Path file = desk.exports().standard(Optional.of(LI), Optional.of(folder.resolve("all.xlsx")), headers, NOW).file();
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static Cell cell(Row row, String column) {
        return row.getCell(StandardTable.COLUMNS.indexOf(column));
    }

    private static String text(Row row, String column) {
        Cell cell = cell(row, column);
        return cell == null ? "" : cell.getStringCellValue();
    }
}
