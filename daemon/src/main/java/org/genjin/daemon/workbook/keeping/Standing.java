package org.genjin.daemon.workbook.keeping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.workbook.FoundBook;
import org.genjin.daemon.workbook.FoundBook.FoundSheet;
import org.genjin.daemon.workbook.WorkbookData;
import org.genjin.daemon.workbook.file.SheetSource;
import org.jspecify.annotations.Nullable;

/**
 * Which customers' sheets say already what they are to say, so that they need not be written. That is known of a sheet that this
 * process wrote and has read since: the first writing after a start writes all. One thread.
 */
final class Standing {

    /**
     * @param state of what was written
     * @param content what the cells said when the file was read that was written; null if it was not read yet
     */
    private record Known(int state, @Nullable Integer content) {}

    /** @param hash of the file that was written last */
    private record Book(String hash, Map<CustomerId, Known> sheets) {}

    private final Map<SheetBook, Book> books = new HashMap<>();

    /** Those whose sheet says in {@code source} what it is to say. */
    Set<CustomerId> unchanged(SheetSource source, FoundBook found, WorkbookData data) {
        Book book = books.get(data.book());
        Set<CustomerId> unchanged = new HashSet<>();
        if (book == null) {
            return unchanged;
        }
        boolean asWritten = book.hash().equals(source.hash());
        for (CustomerRow it : data.customers()) {
            FoundSheet place = found.customers().get(it.id());
            Known known = book.sheets().get(it.id());
            if (place == null || known == null) {
                continue;
            }
            Sheet sheet = source.sheets().get(place.sheet());
            int content = content(sheet);
            if (asWritten) {
                book.sheets().put(it.id(), new Known(known.state(), content));
            }
            boolean untouched = asWritten || known.content() != null && known.content() == content;
            if (untouched && known.state() == data.state(it) && !hasFormula(sheet)) {
                unchanged.add(it.id());
            }
        }
        return unchanged;
    }

    /**
     * @param hash of the file that was written
     * @param unchanged those whose sheets were left as they were
     */
    void written(WorkbookData data, String hash, Set<CustomerId> unchanged) {
        Book before = books.remove(data.book());
        if (data.pictures().waiting()) {
            return; // some sheets lack pictures that come with the next writing
        }
        Map<CustomerId, Known> sheets = new HashMap<>();
        for (CustomerRow it : data.customers()) {
            Known kept = before == null || !unchanged.contains(it.id()) ? null : before.sheets().get(it.id());
            sheets.put(it.id(), kept == null ? new Known(data.state(it), null) : kept);
        }
        books.put(data.book(), new Book(hash, sheets));
    }

    /** Differs when a person typed anything; colours and widths are theirs anyway. */
    private static int content(Sheet sheet) {
        int content = 0;
        for (Sheet.Row row : sheet.rows()) {
            content = 31 * content + row.number();
            for (Cell cell : row.cells()) {
                content = 31 * content + cell.text().hashCode();
            }
        }
        return content;
    }

    /** Formulas lead elsewhere, and must follow when rows move there. */
    private static boolean hasFormula(Sheet sheet) {
        return sheet.rows().stream().anyMatch(row -> row.cells().stream().anyMatch(it -> !it.formula().isEmpty()));
    }
}
