package org.genjin.daemon.workbook.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a workbook's rows against what they said when they were written and what the ledger says now. What differs from what
 * was written, a person changed, and that counts whatever the ledger says; what a person left alone is nobody's word. Pure.
 */
public final class SheetMerge {

    /** Fewer rows may all be deleted by a person. */
    private static final int FEW = 5;

    private final Map<Long, Snapshot> written;
    private final Map<Long, Snapshot> seen;
    private final Snapshot now;
    private final boolean copy;
    private final List<SheetEdit> edits = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, List<Remark>> overtyped = new LinkedHashMap<>();

    /**
     * @param written revision → what was written
     * @param seen revision → the same with what was read since
     * @param now what the ledger says of each of the owner's customers
     * @param copy whether it is a copy of the workbook, which says less than the workbook itself
     */
    public SheetMerge(Map<Long, Snapshot> written, Map<Long, Snapshot> seen, Snapshot now, boolean copy) {
        this.written = written;
        this.seen = copy ? written : seen;
        this.now = now;
        this.copy = copy;
    }

    /**
     * What follows from a workbook.
     *
     * @param lines customer's number → its row's line
     * @param seen what it says now, of the revision that it is
     */
    public record Merged(List<SheetEdit> edits, List<Remark> remarks, Map<Long, Integer> lines, long revision, Snapshot seen) {}

    public Merged merge(List<FoundRow> rows) {
        long newest = written.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        boolean unsaid = rows.stream().allMatch(it -> it.revision() == 0);
        long revision = rows.stream().mapToLong(FoundRow::revision).filter(written::containsKey).max().orElse(unsaid ? newest : 0);
        Snapshot before = seen.getOrDefault(revision, new Snapshot());
        Snapshot after = before.copy();
        RowOwners owners = RowOwners.of(rows, now);
        remarks.addAll(owners.remarks());
        Map<Long, Integer> lines = new HashMap<>();
        owners.known().forEach((customer, row) -> {
            lines.put(customer, row.line());
            // A row of a revision that is not known any more has nothing to be held against.
            compare(customer, row, row.revision() == 0 ? before : seen.getOrDefault(row.revision(), new Snapshot()), after);
        });
        // What has changed in most rows at once, a program did.
        overtyped.values().stream().filter(it -> it.size() <= FEW || it.size() * 2 <= lines.size()).forEach(remarks::addAll);
        owners.added().forEach(this::added);
        if (!copy) {
            missing(before, after, lines.keySet(), owners.asked());
        }
        return new Merged(List.copyOf(edits), List.copyOf(remarks), lines, revision, after);
    }

    private void compare(long customer, FoundRow row, Snapshot base, Snapshot after) {
        Map<String, String> was = base.row(customer);
        Map<String, String> is = now.row(customer);
        if (is == null) {
            return;
        }
        row.cells().forEach((key, told) -> {
            if (Columns.isTheirs(key)) {
                switch (told) {
                    case Told.NotValid(String text, String expected) ->
                            remarks.add(new Remark.NotValid(row.line(), customer, key, text, expected));
                    case Told.Value(String value) -> value(customer, key, value, was, is, after);
                }
            }
        });
        row.ours().forEach((key, text) -> {
            String before = was == null ? null : was.get(key);
            if (before != null && isTyped(text, before)) {
                overtyped.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Remark.Overtyped(row.line(), customer, key, text));
            }
        });
    }

    /** A formula may be written in another way by another program, or be a number since that one saved it. */
    private static boolean isTyped(String text, String before) {
        boolean formula = before.startsWith(Snapshot.FORMULA) && (text.startsWith(Snapshot.FORMULA) || text.matches("[\\d.,:/-]+"));
        return !text.isEmpty() && !text.equals(before) && !formula;
    }

    private void value(
            long customer, String key, String value, @Nullable Map<String, String> was, Map<String, String> is, Snapshot after) {
        String ledger = is.getOrDefault(key, "");
        // A row that was never written so has nothing to be held against: the ledger's word stands.
        String before = was == null ? value : was.getOrDefault(key, Columns.isOwn(key) ? "" : ledger);
        if (value.equals(before) || value.isEmpty() && Columns.NEVER_EMPTY.contains(key)) {
            return;
        }
        if (value.equals(ledger)) {
            after.put(customer, key, value);
        } else if (copy && !ledger.equals(before)) {
            remarks.add(new Remark.Differs(customer, key, value, ledger));
        } else {
            edits.add(new SheetEdit.Set(customer, key, value, ledger, !ledger.equals(before)));
            after.put(customer, key, value);
        }
    }

    private void added(FoundRow row) {
        Map<String, String> values = new HashMap<>();
        row.cells().forEach((key, told) -> {
            if (Columns.isTheirs(key)) {
                switch (told) {
                    case Told.NotValid(String text, String expected) ->
                            remarks.add(new Remark.NotValid(row.line(), 0, key, text, expected));
                    case Told.Value(String value) -> {
                        if (!value.isEmpty()) {
                            values.put(key, value);
                        }
                    }
                }
            }
        });
        edits.add(new SheetEdit.Add(row.line(), values));
    }

    private void missing(Snapshot before, Snapshot after, Set<Long> there, Set<Long> asked) {
        Set<Long> gone = new HashSet<>(before.rows().keySet());
        gone.removeAll(there);
        gone.removeAll(asked);
        gone.retainAll(now.rows().keySet());
        int rows = before.rows().size();
        if (gone.size() > FEW && gone.size() * 2 > rows) {
            remarks.add(new Remark.Emptied(gone.size(), rows));
            return;
        }
        gone.stream().sorted().forEach(it -> {
            edits.add(new SheetEdit.Missing(it));
            after.rows().remove(it);
        });
    }
}
