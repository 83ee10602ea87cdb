package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.FoundBook.FoundSheet;
import org.genjin.daemon.workbook.rules.Columns;

/**
 * Finds our tables in a workbook by their headers, in any language: sheets may have been renamed, moved or hidden, columns
 * moved, rows put above.
 */
final class BookReader {

    /** So far down a header may have been pushed. */
    private static final int HEADERS_WITHIN = 15;
    private static final int HISTORY_WITHIN = 400;
    private static final Pattern NUMBERED = Pattern.compile("^(C\\d{4,9})\\b.*", Pattern.DOTALL);

    private static final HeaderWords TODAY = new HeaderWords(TodaySheet.COLUMNS);
    private static final HeaderWords LOG = new HeaderWords(LogSheet.COLUMNS);
    private static final HeaderWords REST = new HeaderWords(RestSheet.COLUMNS);
    private static final HeaderWords HISTORY = new HeaderWords(
            Stream.of(CustomerGrid.HISTORY, CustomerGrid.EARLIER).flatMap(List::stream).toList());

    private BookReader() {}

    /**
     * @param places where the overview's columns were when it was written: a header that nobody knows is the one that was there
     * @param overviewWords which of the overview's columns a header is
     */
    static FoundBook read(ListFile file, Map<String, String> places, HeaderWords overviewWords) {
        FoundTable overview = null;
        FoundTable today = null;
        FoundTable log = null;
        FoundTable rest = null;
        Integer lists = null;
        Map<CustomerId, FoundSheet> customers = new HashMap<>();
        for (int i = 0; i < file.sheets().size(); i++) {
            Sheet sheet = file.sheets().get(i);
            if (isReminder(sheet)) {
                continue;
            }
            Optional<FoundTable> found = table(sheet, i, overviewWords, HEADERS_WITHIN, Set.of("name", "grade", "stage"), 6);
            if (found.isPresent()) {
                overview = overview == null ? found.get() : overview;
                continue;
            }
            found = table(sheet, i, TODAY, HEADERS_WITHIN, Set.of("reason", "due"), 5);
            if (found.isPresent()) {
                today = today == null ? found.get() : today;
                continue;
            }
            found = table(sheet, i, LOG, HEADERS_WITHIN, Set.of("day", "customer", "summary"), 5);
            if (found.isPresent()) {
                log = log == null ? found.get() : log;
                continue;
            }
            found = table(sheet, i, REST, HEADERS_WITHIN, Set.of("customer", "grade", "stage", "_id"), 6);
            if (found.isPresent()) {
                rest = rest == null ? found.get() : rest;
                continue;
            }
            Optional<CustomerId> customer = customer(sheet);
            if (customer.isPresent()) {
                Optional<FoundTable> history = table(sheet, i, HISTORY, HISTORY_WITHIN, Set.of("at", "summary"), 5);
                customers.putIfAbsent(customer.get(), new FoundSheet(i, history));
            } else if (lists == null && isLists(sheet)) {
                lists = i;
            }
        }
        return new FoundBook(
                Optional.ofNullable(overview).map(it -> named(it, file.sheets().get(it.sheet()), places)), Optional.ofNullable(today),
                Optional.ofNullable(log), Optional.ofNullable(rest), Optional.ofNullable(lists), customers);
    }

    /** A sheet of a reminder file looks like an overview, and says nothing of what it said when it was written. */
    private static boolean isReminder(Sheet sheet) {
        return sheet.rows().stream()
                .limit(HEADERS_WITHIN)
                .anyMatch(row -> row.cells().stream().anyMatch(it -> it.text().equals(ReminderTable.MARK)));
    }

    private static Optional<FoundTable> table(
            Sheet sheet, int place, HeaderWords words, int within, Set<String> needed, int least) {
        for (Sheet.Row row : sheet.rows()) {
            if (row.number() > within) {
                break;
            }
            Map<String, Integer> columns = new LinkedHashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                int column = i;
                words.key(row.cell(i).text()).ifPresent(key -> columns.putIfAbsent(key, column));
            }
            // By its hidden columns it is known too where cells of the header were merged or emptied.
            boolean hidden = columns.containsKey("_id") && columns.containsKey("_rev");
            if (columns.size() >= least && (hidden || columns.keySet().containsAll(needed))) {
                List<Sheet.Row> below = sheet.rows().stream().filter(it -> it.number() > row.number()).toList();
                return Optional.of(new FoundTable(place, row.number(), columns, below));
            }
        }
        return Optional.empty();
    }

    /** The same with columns that a person renamed, and those that a person added. */
    private static FoundTable named(FoundTable table, Sheet sheet, Map<String, String> places) {
        Map<Integer, String> was = new HashMap<>();
        places.forEach((key, place) -> was.put(Integer.parseInt(place), key));
        Set<Integer> known = new HashSet<>(table.columns().values());
        Map<String, Integer> columns = new LinkedHashMap<>(table.columns());
        Sheet.Row header = sheet.rows().stream().filter(it -> it.number() == table.header()).findFirst().orElseThrow();
        for (int i = 0; i < header.cells().size(); i++) {
            String text = SheetValues.bare(header.cell(i).text());
            String before = was.get(i);
            if (known.contains(i)) {
                continue;
            }
            boolean renamed = before != null && (Columns.OVERVIEW.contains(before) || Columns.isIndustry(before)) && !columns.containsKey(before);
            if (renamed && before != null) {
                columns.putIfAbsent(before, i);
            } else if (!text.isEmpty()) {
                columns.putIfAbsent(Columns.own(text), i);
            }
        }
        return new FoundTable(table.sheet(), table.header(), columns, table.rows());
    }

    /** The number that stands before the name in the title, else in the name of the sheet. */
    private static Optional<CustomerId> customer(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        if (!sheet.rows().isEmpty() && sheet.rows().getFirst().number() <= 3) {
            sheet.rows().getFirst().cells().forEach(it -> texts.add(it.text()));
        }
        texts.add(sheet.name());
        for (String text : texts) {
            Matcher numbered = NUMBERED.matcher(text.strip());
            if (numbered.matches()) {
                return CustomerId.parse(numbered.group(1));
            }
        }
        return Optional.empty();
    }

    private static boolean isLists(Sheet sheet) {
        return sheet.rows().stream()
                .takeWhile(row -> row.number() <= HEADERS_WITHIN)
                .anyMatch(row -> row.cells().stream().anyMatch(it -> HeaderWords.is(it.text(), "lists.grade"))
                        && row.cells().stream().anyMatch(it -> HeaderWords.is(it.text(), "lists.limit")));
    }
}
