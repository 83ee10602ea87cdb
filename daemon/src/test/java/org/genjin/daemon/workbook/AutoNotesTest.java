package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.IdentityTable.By;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Genjin would say where a person has said something else. */
class AutoNotesTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    @TempDir
    Path folder;

    @Test
    void anAddressThatAPersonWroteHasTheKnownOneInACommentAndACommentOfAPersonsStays() throws Exception {
        try (SheetDesk desk = new SheetDesk(folder, Language.ZH_CN, NOW)) {
            desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS");
            desk.ledger().transact(tx -> {
                for (int i = 1; i <= 2; i++) {
                    tx.identities().put(new Identity(
                                    Kind.ADDRESS, "kim" + i + "@acme.example", "", new CustomerId(i), "Kim", null).by(By.PERSON));
                }
                return null;
            });
            desk.sheets().write(LI, NOW);
            change(desk, sheet -> {
                cell(sheet, "C0001", "邮箱").setCellValue("kim.private@acme.example");
                cell(sheet, "C0002", "邮箱").setCellValue("x@acme.example");
                Comment comment = sheet.createDrawingPatriarch()
                        .createCellComment(sheet.getWorkbook().getCreationHelper().createClientAnchor());
                comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString("老板的朋友"));
                cell(sheet, "C0002", "邮箱").setCellComment(comment);
            });
            desk.sheets().write(LI, NOW);
            look(desk, sheet -> {
                assertThat(said(sheet, "C0001", "邮箱")).isEqualTo("Genjin 跟进:\nGenjin 的记录：kim1@acme.example");
                assertThat(said(sheet, "C0002", "邮箱")).isEqualTo("老板的朋友");
            });
            assertThat(((Sheets.Outcome.Written) desk.sheets().write(LI, NOW)).taken()).as("a comment is nobody's word").isEmpty();
        }
    }

    @Test
    void aSuggestedGradeGoesWhenItIsNotSuggestedAnyMore() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet();
            AutoNotes first = new AutoNotes(new SheetWords(Language.DE), sheet);
            first.add(sheet.createRow(1), 4, "grade", "B");
            first.write();
            assertThat(sheet.getRow(1).getCell(4).getCellComment().getString().getString()).endsWith("Vorgeschlagene Klasse: B");
            new AutoNotes(new SheetWords(Language.ZH_CN), sheet).write();
            assertThat(sheet.getRow(1).getCell(4).getCellComment()).isNull();
        }
    }

    private static String said(Sheet sheet, String customer, String header) {
        Comment comment = cell(sheet, customer, header).getCellComment();
        return comment == null ? "" : comment.getString().getString();
    }

    private static void change(SheetDesk desk, Consumer<Sheet> change) throws Exception {
        desk.edit(workbook -> change.accept(workbook.getSheet("总览")));
    }

    private static void look(SheetDesk desk, Consumer<Sheet> look) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(desk.file().toFile())) {
            look.accept(workbook.getSheet("总览"));
        }
    }
}
