package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Row;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rep types the day of the next follow-up as a text, in the way of their language. */
class TypedDaysTest extends DeskTest {

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH");
        desk.sheets().write(LI, NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-25", "2026/3/25", "2026.3.25", "2026. 3. 25.", "20260325", "2026年3月25日", "3月25日", "25/3", "25.3.", "２０２６年３月２５日", "25/03/2026", "3/25/2026",
                "25.3.2026", "25.03.26", "25-Mar-2026", "25 March 2026", "March 25, 2026", "Mar 25", "25. März 2026", "25. März", "le 25 mars 2026", "25 mars",
                "25 de marzo de 2026", "25 de março de 2026", "25 марта 2026 г.", "25 марта", "25 مارس 2026", "٢٥/٣/٢٠٢٦", "46106"
            })
    void aDayIsReadAsTheOneThatIsMeant(String typed) throws Exception {
        desk.change(sheet -> cell(sheet, "C0001", "下次跟进").setCellValue(typed));
        assertThat(desk.written(NOW).taken()).hasSize(1);
        assertThat(desk.customer(1, NOW).next().map(CustomerRow.Next::date)).contains(LocalDate.parse("2026-03-25"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2026", "2026-02-30", "soon", "3月1日", "3/4", "1.5x", "31.11.2026", "00-00-00", "#REF!", "99999999"})
    void whatMayBeTwoDaysOrIsNoneStaysAsTypedAndIsAnswered(String typed) throws Exception {
        desk.change(sheet -> cell(sheet, "C0001", "下次跟进").setCellValue(typed));
        assertThat(desk.written(NOW).taken()).isEmpty();
        assertThat(desk.customer(1, NOW).next()).isEmpty();
        assertThat(desk.sheets().states().getFirst().notes()).singleElement().asString().contains(typed);
        desk.look(sheet -> assertThat(cell(sheet, "C0001", "下次跟进").getStringCellValue()).isEqualTo(typed));
    }

    @ParameterizedTest
    @CsvSource({"2月27日, 2026-02-27", "12月20日, 2025-12-20", "Mar 3, 2026-03-03", "20. Dez., 2025-12-20"})
    void aCallInTheLogWithoutAYearWasOnTheLastSuchDay(String typed, LocalDate day) throws Exception {
        desk.edit(workbook -> {
            Row row = workbook.getSheet("日志").createRow(1);
            row.createCell(0).setCellValue(typed);
            row.createCell(1).setCellValue("Acme Pumpen GmbH");
            row.createCell(4).setCellValue("没接电话");
        });
        assertThat(desk.written(NOW).taken()).hasSize(1);
        Instant at = desk.timeline().shortly(new CustomerId(1), NOW.plusSeconds(1), 1).getFirst().at();
        assertThat(at.atZone(SheetDesk.SHANGHAI).toLocalDate()).isEqualTo(day);
    }
}
