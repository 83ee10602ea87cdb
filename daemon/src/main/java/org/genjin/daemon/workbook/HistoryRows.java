package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.rows.MovedRows;
import org.genjin.daemon.workbook.rules.RowMove;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of a table that comes and goes row by row, such as a history, up to date: what is new comes to its place, what is
 * there stays in its row with all that a person added beside it or typed over it, what no longer belongs there goes unless a person
 * wrote there.
 */
final class HistoryRows {

    private final Spot spot;
    private final Cells cells;
    private final @Nullable FoundTable found;
    private final Set<String> noted;
    private final Map<Integer, Set<String>> typedOver;
    private final boolean marked;

    private HistoryRows(
            Spot spot, Cells cells, @Nullable FoundTable found, Set<String> noted, Map<Integer, Set<String>> typedOver, boolean marked) {
        this.spot = spot;
        this.cells = cells;
        this.found = found;
        this.noted = noted;
        this.typedOver = typedOver;
        this.marked = marked;
    }

    /**
     * A table in which nothing can be set: its rows carry marks of what they said, and what a person typed over it stays.
     *
     * @param noted what was typed into the table and is in the ledger by now: it comes back as a row of its own
     */
    static HistoryRows marked(Spot spot, Cells cells, @Nullable FoundTable found, Set<String> noted) {
        return new HistoryRows(spot, cells, found, noted, found == null ? Map.of() : RowMark.typedOver(found), true);
    }

    /**
     * A table whose cells are taken: what it said is remembered elsewhere.
     *
     * @param left line, as the spreadsheet counts → the columns that stay as they were typed
     */
    static HistoryRows taken(Spot spot, Cells cells, @Nullable FoundTable found, Map<Integer, Set<String>> left) {
        return new HistoryRows(spot, cells, found, Set.of(), left, false);
    }

    /** @param id by which its row is known again */
    record Line(String id, BiConsumer<Spot, Row> fill) {}

    /** @param wanted in the order in which they are to stand in a new table: the newest first */
    void write(List<Line> wanted) {
        Map<String, Line> byId = new HashMap<>();
        wanted.forEach(it -> byId.put(it.id(), it));
        List<Integer> gone = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        sort(byId, gone, kept);
        Set<String> there = new HashSet<>();
        kept.forEach(it -> there.add(it.id()));
        NavigableMap<Integer, List<Line>> inserts = inserts(wanted, kept, there);
        kept.stream().filter(it -> byId.containsKey(it.id())).forEach(it -> fill(byId.get(it.id()), it));
        if (!gone.isEmpty() || !inserts.isEmpty()) {
            move(gone, inserts);
        }
    }

    /**
     * A row that stays.
     *
     * @param mark its number and marks, as they were
     */
    private record Kept(int line, String id, String mark) {}

    private void sort(Map<String, Line> wanted, List<Integer> gone, List<Kept> kept) {
        Set<String> seen = new HashSet<>();
        for (Sheet.Row row : found == null ? List.<Sheet.Row>of() : found.rows()) {
            String id = found == null ? "" : RowMark.id(found, row);
            boolean stays = id.isEmpty()
                    ? found == null || !noted.contains(TypedNotes.mark(found, row))
                    : wanted.containsKey(id) && seen.add(id) || isWrittenBeside(row);
            if (stays) {
                kept.add(new Kept(row.number() - 1, id, found == null ? "" : found.text(row, "_id")));
            } else {
                gone.add(row.number() - 1);
            }
        }
    }

    private boolean isWrittenBeside(Sheet.Row row) {
        return typedOver.containsKey(row.number()) || isWrittenBeside(row, spot.columns());
    }

    /** Whether anything stands in a column of a person's own. */
    static boolean isWrittenBeside(Sheet.Row row, Map<String, Integer> ours) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty() && !ours.containsValue(i)) {
                return true;
            }
        }
        return false;
    }

    /** Line → what is to be put before it; in a new table all below the header. */
    private NavigableMap<Integer, List<Line>> inserts(List<Line> wanted, List<Kept> kept, Set<String> there) {
        Map<String, Integer> places = new HashMap<>();
        kept.forEach(it -> places.putIfAbsent(it.id(), it.line()));
        int end = kept.isEmpty() ? spot.header() + 1 : kept.getLast().line() + 1;
        TreeMap<Integer, List<Line>> inserts = new TreeMap<>();
        // From the oldest on: each stands before the one that is next older.
        int before = end;
        for (Line it : wanted.reversed()) {
            if (there.contains(it.id())) {
                before = places.getOrDefault(it.id(), before);
            } else {
                inserts.computeIfAbsent(before, _ -> new ArrayList<>()).addFirst(it);
            }
        }
        return inserts;
    }

    private void move(List<Integer> gone, NavigableMap<Integer, List<Line>> inserts) {
        Map<Integer, Integer> fresh = new HashMap<>();
        inserts.forEach((line, lines) -> fresh.put(line, lines.size()));
        RowMove move = new RowMove(gone, fresh, spot.header() + 1);
        boolean within = !gone.isEmpty() || inserts.firstKey() <= spot.sheet().getLastRowNum();
        if (within) {
            MovedRows.move((XSSFSheet) spot.sheet(), move);
            cells.moved(spot.sheet());
        }
        inserts.forEach((line, lines) -> {
            int place = move.before(line);
            for (Line it : lines) {
                fill(it, place++, Set.of(), "");
            }
        });
    }

    /** Where a person typed over what was written, their words stay. */
    private void fill(@Nullable Line line, Kept it) {
        fill(line, it.line(), typedOver.getOrDefault(it.line() + 1, Set.of()), it.mark());
    }

    private void fill(@Nullable Line line, int place, Set<String> theirs, String before) {
        if (line != null) {
            Row row = Cells.row(spot.sheet(), place);
            line.fill().accept(spot.without(theirs), row);
            String id = marked ? RowMark.of(line.id(), spot, row, theirs, before) : line.id();
            cells.text(row, spot.column("_id"), id, Look.PLAIN);
        }
    }
}
