package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.Test;

/** An owner with more customers than a workbook can list. */
class ListingTest extends DeskTest {

    private static final int MORE = 7;

    @Test
    void theMostValuableAreListedAndItIsSaidInTheFileHowManyAreNot() throws Exception {
        desk.customers(NOW, IntStream.rangeClosed(1, Listing.MOST + MORE).mapToObj(it -> "Firm " + it).toArray(String[]::new));
        long last = Listing.MOST + MORE;
        desk.decisions().set(new CustomerId(last), "grade", "A", List.of(LI), LI, NOW);
        desk.decisions().next(new CustomerId(last - 1), LocalDate.parse("2026-03-04"), "", LI, NOW);
        Path file = folder.resolve("given.xlsx");
        Sheets.Outcome.Written written = (Sheets.Outcome.Written) desk.sheets().write(LI, file, NOW).getFirst();
        assertThat(written.customers()).isEqualTo(Listing.MOST);
        assertThat(written.remarks()).singleElement().asString().contains("lists 3000 of 3007 customers", "genjin export standard");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(workbook.getSheet("今日").getRow(0).getCell(0).getStringCellValue()).contains("另有 7 位客户未列入本表");
        }
        assertThat(listed(file)).contains(id(last), id(last - 1)).doesNotContain(id(last - 2));
    }

    @Test
    void whoMakesRoomForAMoreValuableOneIsNotTakenForDeleted() throws Exception {
        desk.customers(NOW, IntStream.rangeClosed(1, Listing.MOST + 1).mapToObj(it -> "Firm " + it).toArray(String[]::new));
        assertThat(desk.written(NOW).taken()).isEmpty();
        long last = Listing.MOST + 1;
        assertThat(listed(desk.file())).doesNotContain(id(last));
        desk.decisions().set(new CustomerId(last), "grade", "A", List.of(LI), LI, NOW);
        assertThat(desk.written(NOW.plusSeconds(1)).taken()).isEmpty();
        assertThat(listed(desk.file())).contains(id(last)).doesNotContain(id(last - 1)).hasSize(Listing.MOST);
        assertThat(desk.written(NOW.plusSeconds(2)).taken()).isEmpty();
        assertThat(desk.customer(last - 1, NOW).name()).isEqualTo("Firm " + (last - 1));
    }

    private static String id(long customer) {
        return new CustomerId(customer).toString();
    }

    private static Set<String> listed(Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Set<String> listed = new HashSet<>();
            workbook.getSheet("总览").forEach(row -> listed.add(row.getCell(0).getStringCellValue()));
            listed.remove(workbook.getSheet("总览").getRow(0).getCell(0).getStringCellValue());
            return listed;
        }
    }
}
