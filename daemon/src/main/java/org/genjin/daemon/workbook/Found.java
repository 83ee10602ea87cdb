package org.genjin.daemon.workbook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.workbook.rules.Remark;
import org.genjin.daemon.workbook.rules.Snapshot;

/**
 * What was found in the file that is written anew, and what was made of it.
 *
 * @param lines customer's number → the line of its row in the overview
 * @param seen what its cells say by now
 * @param away customers whose rows a person deleted, while they are asked about
 * @param asTyped cells with what is no valid value, which are left as they were typed: line and column
 * @param answers what is said of cells in comments
 * @param noted what was typed into tables of history and is in the ledger by now
 */
record Found(
        FoundBook book, Map<Long, Integer> lines, Snapshot seen, Set<Long> away, Set<String> asTyped, List<Answer> answers,
        Set<String> noted) {

    static final Found NOTHING = new Found(FoundBook.NOTHING, Map.of(), new Snapshot(), Set.of(), Set.of(), List.of(), Set.of());

    static Set<String> asTyped(List<Remark> remarks) {
        return remarks.stream()
                .flatMap(it -> it instanceof Remark.NotValid cell ? Stream.of(cell.line() + " " + cell.key()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    /** The same in a book whose tables were mended. */
    Found in(FoundBook mended) {
        return new Found(mended, lines, seen, away, asTyped, answers, noted);
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
