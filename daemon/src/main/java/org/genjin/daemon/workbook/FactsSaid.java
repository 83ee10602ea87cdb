package org.genjin.daemon.workbook;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.workbook.rules.Place;
import org.genjin.daemon.workbook.rules.Snapshot;

/** Notes what a customer's sheet says above the person's own zone when it has been written, as {@link FactsReading} reads it back. */
final class FactsSaid {

    private FactsSaid() {}

    /** @param end the line before which the facts are */
    static void note(XSSFSheet sheet, int end, CustomerRow it, WorkbookData data, SheetValues values, Snapshot said) {
        long number = it.id().number();
        for (String key : List.of("name", "grade", "stage")) {
            said.put(number, Place.SHEET.key(key), values.settled(key, data.code(it.id(), key)));
        }
        SheetTexts texts = SheetTexts.of(sheet);
        FactCells.of(texts, end).forEach((key, place) -> said.put(
                number, Place.SHEET.key(key),
                FactsReading.isTheirs(key, place) ? values.settled(key, data.code(it.id(), key)) : place.value(written(sheet, place.line(), place.column()))));
        BusinessBlock.header(texts, end).ifPresent(header -> FactCells.business(header, line -> column -> written(sheet, line, column))
                .forEach((key, text) -> said.put(number, Place.SHEET.key(key), text)));
    }

    /** Of a sheet that was not opened: it says what it said. */
    static void keep(long customer, Snapshot before, Snapshot said) {
        Map<String, String> row = before.row(customer);
        if (row != null) {
            row.forEach((key, value) -> {
                if (Place.SHEET.has(key)) {
                    said.put(customer, key, value);
                }
            });
        }
    }

    private static String written(XSSFSheet sheet, int line, int column) {
        Row row = sheet.getRow(line);
        Cell cell = row == null ? null : row.getCell(column);
        return cell == null ? "" : OwnCells.written(cell);
    }
}
