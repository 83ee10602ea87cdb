package org.genjin.daemon.workbook.rules;

import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which lines of a sheet go, and where new ones come between: what becomes of all the others. Lines from 0. Immutable. */
public final class RowMove {

    /** The last line that a sheet has. */
    public static final int LAST = 1_048_575;

    private final BitSet gone = new BitSet();
    private final NavigableMap<Integer, Integer> fresh;
    private final int top;
    /** Line → by how many the lines from there on move. */
    private final NavigableMap<Integer, Integer> moved = new TreeMap<>();

    /**
     * @param gone lines that go
     * @param fresh line → how many new ones come before it
     * @param top the first line of the table in which this happens
     */
    public RowMove(Collection<Integer> gone, Map<Integer, Integer> fresh, int top) {
        gone.forEach(this.gone::set);
        this.fresh = new TreeMap<>(fresh);
        this.top = top;
        TreeSet<Integer> lines = new TreeSet<>(fresh.keySet());
        gone.forEach(it -> lines.add(it + 1));
        int by = 0;
        for (int line : lines) {
            by += fresh.getOrDefault(line, 0) - (line > 0 && this.gone.get(line - 1) ? 1 : 0);
            moved.put(line, by);
        }
    }

    /** From a line to a line. */
    public record Lines(int first, int last) {}

    public boolean isNothing() {
        return gone.isEmpty() && fresh.isEmpty();
    }

    public boolean goes(int line) {
        return gone.get(line);
    }

    /** Where a line comes to stand; of one that goes, where the next one does that stays. */
    public int line(int line) {
        Map.Entry<Integer, Integer> by = moved.floorEntry(line);
        return line == LAST ? LAST : Math.min(LAST, line + (by == null ? 0 : by.getValue()));
    }

    /** Where the first of the new lines before a line comes to stand. */
    public int before(int line) {
        return line(line) - fresh.getOrDefault(line, 0);
    }

    /** What becomes of a range; empty if all of it goes. */
    public Optional<Lines> lines(int first, int last) {
        int end = last == LAST ? LAST : gone.previousClearBit(last);
        int begin = gone.nextClearBit(first);
        return end < begin ? Optional.empty() : Optional.of(new Lines(first == 0 && last == LAST ? 0 : line(begin), line(end)));
    }

    /** The same of one that is meant for a table: if it begins there and has more than one line it takes in the new ones before it. */
    public Optional<Lines> tableLines(int first, int last) {
        return lines(first, last).map(it -> first == top && last > first ? new Lines(before(first), it.last()) : it);
    }
}
