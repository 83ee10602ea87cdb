package org.genjin.daemon.workbook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.workbook.FoundBook.FoundSheet;
import org.jspecify.annotations.Nullable;

/**
 * Which sheets make room when more valuable customers come than there are sheets: the least valuable whose customers are no longer
 * among those that get one, and into which nobody has put anything. What a person has put somewhere stays where it is.
 */
final class SheetRoom {

    private final XSSFWorkbook workbook;
    private final WorkbookData data;

    SheetRoom(XSSFWorkbook workbook, WorkbookData data) {
        this.workbook = workbook;
        this.data = data;
    }

    /** Customers whose sheets are to go, so that all that are to have one have room. */
    List<CustomerId> going(Map<CustomerId, FoundSheet> there) {
        List<CustomerId> wanted = data.sheets().stream().map(CustomerRow::id).toList();
        Map<CustomerId, CustomerRow> rows = data.customers().stream().collect(Collectors.toMap(CustomerRow::id, it -> it));
        long known = there.keySet().stream().filter(rows::containsKey).count();
        long fresh = wanted.stream().filter(it -> !there.containsKey(it)).count();
        long surplus = known + fresh - FollowUpWorkbook.MOST_SHEETS;
        return there.keySet().stream()
                .filter(it -> !wanted.contains(it))
                .flatMap(it -> Optional.ofNullable(rows.get(it)).stream())
                .sorted(Gathering.VALUE.reversed().thenComparing(CustomerRow::id, Comparator.reverseOrder()))
                .map(CustomerRow::id)
                .filter(it -> isUntouched(there.get(it)))
                .limit(Math.max(0, surplus))
                .toList();
    }

    private boolean isUntouched(@Nullable FoundSheet found) {
        if (found == null) {
            return false;
        }
        XSSFSheet sheet = workbook.getSheetAt(found.sheet());
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        boolean drawn = drawing != null && drawing.getShapes().size() > OurPicture.in(drawing).size();
        return !drawn && sheet.getCellComments().isEmpty() && !isWrittenOn(sheet, found.history());
    }

    /** Whether anything stands in the person's zone, or beside the history. */
    private static boolean isWrittenOn(XSSFSheet sheet, Optional<FoundTable> history) {
        if (history.isEmpty()) {
            return true; // who took the table away has made something else of the sheet
        }
        int end = history.get().header() - 1;
        int begin = CustomerSheet.notes(SheetTexts.of(sheet), history);
        for (int line = begin + 1; line < end; line++) {
            Row row = sheet.getRow(line);
            for (Cell cell : row == null ? List.<Cell>of() : row) {
                boolean title = cell.getCellType() == CellType.STRING && HeaderWords.is(cell.getStringCellValue(), "customer.log");
                if (!title && cell.getCellType() != CellType.BLANK && !cell.toString().isEmpty()) {
                    return true;
                }
            }
        }
        FoundTable table = history.get();
        return !RowMark.typedOver(table).isEmpty() || table.rows().stream().anyMatch(it -> HistoryRows.isWrittenBeside(it, table.columns()));
    }
}
