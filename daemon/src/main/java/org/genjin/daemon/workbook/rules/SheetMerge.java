package org.genjin.daemon.workbook.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private final List<Placed> elsewhere = new ArrayList<>();
    private final Map<String, List<Placed>> overtyped = new LinkedHashMap<>();

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
     * @param remarks of the overview
     * @param elsewhere those of other places
     * @param lines customer's number → its row's line
     * @param seen what it says now, of the revision that it is
     */
    public record Merged(
            List<SheetEdit> edits, List<Remark> remarks, List<Placed> elsewhere, Map<Long, Integer> lines, long revision, Snapshot seen) {}

    /**
     * @param rows of the overview
     * @param others what stands in other places; of the same revision as the overview
     */
    public Merged merge(List<FoundRow> rows, List<Elsewhere> others) {
        long newest = written.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        boolean unsaid = rows.stream().allMatch(it -> it.revision() == 0);
        long revision = rows.stream().mapToLong(FoundRow::revision).filter(written::containsKey).max().orElse(unsaid ? newest : 0);
        Snapshot before = seen.getOrDefault(revision, new Snapshot());
        Snapshot after = before.copy();
        RowOwners owners = RowOwners.of(rows, now);
        remarks.addAll(owners.remarks());
        Map<Long, Integer> lines = new HashMap<>();
        Map<Long, List<Elsewhere>> beside = new LinkedHashMap<>();
        others.forEach(it -> it.row().id().ifPresent(id -> beside.computeIfAbsent(id, _ -> new ArrayList<>()).add(it)));
        owners.known().forEach((customer, row) -> {
            lines.put(customer, row.line());
            // A row of a revision that is not known any more has nothing to be held against.
            Snapshot base = row.revision() == 0 ? before : seen.getOrDefault(row.revision(), new Snapshot());
            Map<String, List<Typed>> typed = new LinkedHashMap<>();
            look(Place.OVERVIEW, customer, row, base, typed);
            beside.getOrDefault(customer, List.of()).forEach(it -> look(it.place(), customer, it.row(), before, typed));
            settle(customer, typed, after);
        });
        beside.forEach((customer, all) -> {
            if (!owners.known().containsKey(customer)) {
                Map<String, List<Typed>> typed = new LinkedHashMap<>();
                all.forEach(it -> look(it.place(), customer, it.row(), before, typed));
                settle(customer, typed, after);
            }
        });
        overtyped(others, lines.size());
        owners.added().forEach(this::added);
        if (!copy) {
            missing(before, after, lines.keySet(), owners.asked());
        }
        return new Merged(List.copyOf(edits), List.copyOf(remarks), List.copyOf(elsewhere), lines, revision, after);
    }

    /** What has changed in most rows at once, a program did. */
    private void overtyped(List<Elsewhere> others, int rows) {
        for (List<Placed> same : overtyped.values()) {
            Place place = same.getFirst().place();
            long all = place == Place.OVERVIEW ? rows : others.stream().filter(it -> it.place() == place).count();
            if (same.size() <= FEW || same.size() * 2L <= all) {
                same.forEach(it -> remark(it.place(), it.customer(), it.remark()));
            }
        }
    }

    private void remark(Place place, long customer, Remark remark) {
        if (place == Place.OVERVIEW) {
            remarks.add(remark);
        } else {
            elsewhere.add(new Placed(place, customer, remark));
        }
    }

    /** Notes what a person typed in one place. */
    private void look(Place place, long customer, FoundRow row, Snapshot base, Map<String, List<Typed>> typed) {
        Map<String, String> was = base.row(customer);
        Map<String, String> is = now.row(customer);
        if (is == null) {
            return;
        }
        row.cells().forEach((key, told) -> {
            if (Columns.isTheirs(key)) {
                switch (told) {
                    case Told.NotValid(String text, String expected) -> {
                        if (place == Place.OVERVIEW || was != null && was.containsKey(place.key(key))) {
                            remark(place, customer, new Remark.NotValid(row.line(), customer, key, text, expected));
                        }
                    }
                    case Told.Value(String value) -> {
                        String before = before(place, key, value, was, is);
                        if (!value.equals(before) && !(value.isEmpty() && Columns.NEVER_EMPTY.contains(key))) {
                            typed.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Typed(place, row.line(), value, before));
                        }
                    }
                }
            }
        });
        row.ours().forEach((key, text) -> {
            String before = was == null ? null : was.get(place.key(key));
            if (before != null && isTyped(text, before)) {
                overtyped.computeIfAbsent(place.key(key), _ -> new ArrayList<>())
                        .add(new Placed(place, customer, new Remark.Overtyped(row.line(), customer, key, text)));
            }
        });
    }

    /** What was never written so has nothing to be held against: the ledger's word stands. */
    private static String before(Place place, String key, String value, @Nullable Map<String, String> was, Map<String, String> is) {
        if (was == null) {
            return value;
        }
        return place == Place.OVERVIEW
                ? was.getOrDefault(key, Columns.isOwn(key) ? "" : is.getOrDefault(key, ""))
                : was.getOrDefault(place.key(key), value);
    }

    /** A formula may be written in another way by another program, or be a number since that one saved it. */
    private static boolean isTyped(String text, String before) {
        boolean formula = before.startsWith(Snapshot.FORMULA) && (text.startsWith(Snapshot.FORMULA) || text.matches("[\\d.,:/-]+"));
        return !text.isEmpty() && !text.equals(before) && !formula;
    }

    /** Of one customer. Who typed different things in two places has to say which it is. */
    private void settle(long customer, Map<String, List<Typed>> all, Snapshot after) {
        Map<String, String> is = now.row(customer);
        all.forEach((key, typed) -> {
            Set<String> values = new LinkedHashSet<>();
            typed.forEach(it -> values.add(it.value()));
            if (values.size() > 1) {
                for (Typed it : typed) {
                    List<String> others = values.stream().filter(value -> !value.equals(it.value())).toList();
                    remark(it.place(), customer, new Remark.Disagree(it.line(), customer, key, it.value(), others));
                }
            } else {
                value(customer, key, typed, is == null ? "" : is.getOrDefault(key, ""), after);
            }
        });
    }

    private void value(long customer, String key, List<Typed> typed, String ledger, Snapshot after) {
        String value = typed.getFirst().value();
        boolean both = !ledger.equals(typed.getFirst().before());
        if (!value.equals(ledger) && copy && both) {
            remarks.add(new Remark.Differs(customer, key, value, ledger));
            return;
        }
        if (!value.equals(ledger)) {
            edits.add(new SheetEdit.Set(customer, key, value, ledger, both));
        }
        typed.forEach(it -> after.put(customer, it.place().key(key), value));
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
        Set<Long> rows = new HashSet<>();
        before.rows().forEach((customer, cells) -> {
            if (cells.keySet().stream().anyMatch(Place::isOverview)) {
                rows.add(customer);
            }
        });
        Set<Long> gone = new HashSet<>(rows);
        gone.removeAll(there);
        gone.removeAll(asked);
        gone.retainAll(now.rows().keySet());
        if (gone.size() > FEW && gone.size() * 2 > rows.size()) {
            remarks.add(new Remark.Emptied(gone.size(), rows.size()));
            return;
        }
        gone.stream().sorted().forEach(it -> {
            edits.add(new SheetEdit.Missing(it));
            after.drop(it, Place::isOverview);
        });
    }
}
