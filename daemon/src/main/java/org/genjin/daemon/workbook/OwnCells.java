package org.genjin.daemon.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.rules.ValueWords;
import org.genjin.daemon.workbook.rules.Place;
import org.genjin.daemon.workbook.rules.Snapshot;

/**
 * What stands in the columns that Genjin fills, as it was written and as it is read back: the same text unless a person typed
 * something there, whatever program saved the file.
 */
final class OwnCells {

    private static final Set<String> DAYS = Set.of("last-out", "last-in", "first");

    private OwnCells() {}

    /**
     * Notes what was written into a row.
     *
     * @param place in which the row is
     */
    static void note(Spot spot, Row row, List<String> keys, long customer, Place place, Snapshot said) {
        for (String key : keys) {
            org.apache.poi.ss.usermodel.Cell cell = spot.column(key) < 0 ? null : row.getCell(spot.column(key));
            if (cell != null) {
                said.put(customer, place.key(key), written(cell));
            }
        }
    }

    static String written(org.apache.poi.ss.usermodel.Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> DateUtil.isCellDateFormatted(cell)
                    ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                    : number(BigDecimal.valueOf(cell.getNumericCellValue()));
            case STRING -> SheetValues.bare(cell.getStringCellValue());
            case FORMULA -> Snapshot.FORMULA;
            case BLANK, BOOLEAN, ERROR, _NONE -> "";
        };
    }

    static String read(String key, Cell cell) {
        if (!cell.formula().isEmpty()) {
            return Snapshot.FORMULA + cell.formula();
        }
        if (cell.date() != null) {
            return cell.date().toString();
        }
        String text = SheetValues.bare(cell.text());
        return DAYS.contains(key) ? ValueWords.day(cell).map(Object::toString).orElse(text) : text;
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
