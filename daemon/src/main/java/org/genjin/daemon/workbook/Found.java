package org.genjin.daemon.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.workbook.rules.Place;
import org.genjin.daemon.workbook.rules.Placed;
import org.genjin.daemon.workbook.rules.Remark;
import org.genjin.daemon.workbook.rules.Snapshot;

/**
 * What was found in the file that is written anew, and what was made of it.
 *
 * @param lines customer's number → the line of its row in the overview
 * @param seen what its cells say by now
 * @param away customers whose rows a person deleted, while they are asked about
 * @param asTyped cells of the overview with what is no valid value, which are left as they were typed: line and column
 * @param elsewhere what is to be looked at again in other places
 * @param answers what is said of cells in comments
 * @param noted what was typed into tables of history and is in the ledger by now
 */
public record Found(
        FoundBook book, Map<Long, Integer> lines, Snapshot seen, Set<Long> away, Set<String> asTyped, List<Placed> elsewhere,
        List<Answer> answers, Set<String> noted) {

    public static final Found NOTHING = of(FoundBook.NOTHING, Set.of(), Set.of());

    /** Of which nothing was taken from cells. */
    static Found of(FoundBook book, Set<Long> away, Set<String> noted) {
        return new Found(book, Map.of(), new Snapshot(), away, Set.of(), List.of(), List.of(), noted);
    }

    static Set<String> asTyped(List<Remark> remarks) {
        return remarks.stream().filter(Found::isLeft).map(it -> it.line() + " " + it.key()).collect(Collectors.toSet());
    }

    /** The columns of a customer in another place that stay as they were typed. */
    Set<String> asTyped(Place place, CustomerId customer) {
        return elsewhere.stream()
                .filter(it -> it.place() == place && it.customer() == customer.number() && isLeft(it.remark()))
                .map(it -> it.remark().key())
                .collect(Collectors.toSet());
    }

    /** The same of a table, by line as the spreadsheet counts; the columns as the table calls them. */
    Map<Integer, Set<String>> asTyped(TablePlace place) {
        Map<Integer, Set<String>> typed = new HashMap<>();
        elsewhere.stream()
                .filter(it -> it.place() == place.place() && isLeft(it.remark()))
                .map(Placed::remark)
                .forEach(it -> typed.computeIfAbsent(it.line(), _ -> new HashSet<>()).add(place.column(it.key())));
        return typed;
    }

    private static boolean isLeft(Remark remark) {
        return remark instanceof Remark.NotValid || remark instanceof Remark.Disagree;
    }

    /** The same in a book whose tables were mended. */
    public Found in(FoundBook mended) {
        return new Found(mended, lines, seen, away, asTyped, elsewhere, answers, noted);
    }

    /** What a cell says by now, as a code. */
    String typed(CustomerId customer, String key) {
        Map<String, String> row = seen.row(customer.number());
        return row == null ? "" : row.getOrDefault(key, "");
    }

    /** Whether the overview has had a column before, wherever it is now. */
    boolean wasWritten(String key) {
        Map<String, String> places = seen.row(0);
        return places != null && places.containsKey(key);
    }

    boolean isAsTyped(CustomerId customer, String key) {
        Integer line = lines.get(customer.number());
        return line != null && asTyped.contains(line + " " + key);
    }

    boolean isAway(CustomerId customer) {
        return away.contains(customer.number());
    }
}
