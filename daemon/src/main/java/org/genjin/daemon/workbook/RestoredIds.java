package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet;

/**
 * Gives the rows of a table of history their numbers back where a person deleted the hidden column that holds them: each row of
 * ours links to its message. Without numbers all rows would be taken for typed by a person the next time.
 */
public final class RestoredIds {

    private static final String ID = "_id";
    private static final Pattern MESSAGE = Pattern.compile(".*/customers/(C\\d{4,15})(?:\\?[^#]*)?#m(\\d{1,18})");
    private static final Pattern CUSTOMER = Pattern.compile(".*/customers/C\\d{4,15}");

    private RestoredIds() {}

    /** Whether an address is that of a message on our page. */
    static boolean isOfMessage(String address) {
        return MESSAGE.matcher(address).matches();
    }

    /** Writes them into the workbook and returns the tables with them. */
    public static FoundBook in(XSSFWorkbook workbook, FoundBook book) {
        Map<CustomerId, FoundBook.FoundSheet> customers = new HashMap<>();
        book.customers().forEach((customer, sheet) -> customers.put(
                customer, new FoundBook.FoundSheet(sheet.sheet(), sheet.history().map(it -> numbered(workbook, it, false)))));
        return new FoundBook(
                book.overview(), book.today(), book.log().map(it -> numbered(workbook, it, true)), book.rest(), book.lists(), customers);
    }

    private static FoundTable numbered(XSSFWorkbook workbook, FoundTable table, boolean log) {
        if (table.columns().containsKey(ID)) {
            return table;
        }
        XSSFSheet sheet = workbook.getSheetAt(table.sheet());
        Map<Integer, String> ids = ids(sheet, log);
        int free = Math.max(
                Cells.row(sheet, table.header() - 1).getLastCellNum(),
                table.columns().values().stream().mapToInt(it -> it + 1).max().orElse(0));
        Cells.row(sheet, table.header() - 1).createCell(free).setCellValue(ID);
        sheet.setColumnHidden(free, true);
        List<Sheet.Row> rows = new ArrayList<>();
        for (Sheet.Row row : table.rows()) {
            String id = ids.getOrDefault(row.number(), "");
            if (!id.isEmpty()) {
                Cells.row(sheet, row.number() - 1).createCell(free).setCellValue(id);
            }
            List<Cell> cells = new ArrayList<>(row.cells().subList(0, Math.min(free, row.cells().size())));
            while (cells.size() < free) {
                cells.add(Cell.EMPTY);
            }
            cells.add(Cell.of(id));
            rows.add(new Sheet.Row(row.number(), row.hidden(), cells));
        }
        Map<String, Integer> columns = new LinkedHashMap<>(table.columns());
        columns.put(ID, free);
        return new FoundTable(table.sheet(), table.header(), columns, rows);
    }

    /** Line → number. */
    private static Map<Integer, String> ids(XSSFSheet sheet, boolean log) {
        Map<Integer, String> ids = new HashMap<>();
        for (Hyperlink it : sheet.getHyperlinkList()) {
            id(String.valueOf(it.getAddress()), log).ifPresent(id -> ids.put(it.getFirstRow() + 1, id));
        }
        return ids;
    }

    private static Optional<String> id(String address, boolean log) {
        Matcher message = MESSAGE.matcher(address);
        if (message.matches()) {
            return Optional.of(log ? message.group(1) + "." + message.group(2) : message.group(2));
        }
        return CUSTOMER.matcher(address).matches() ? Optional.of(CustomerSheet.OLDER) : Optional.empty();
    }
}
