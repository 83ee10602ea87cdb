package org.genjin.daemon.report;

import java.util.List;

/**
 * A table of a report in words.
 *
 * @param head one for each cell; empty if the lines need none
 * @param note below it; "" if there is none
 */
public record Section(String title, List<String> head, List<Line> lines, String note) {

    public Section {
        head = List.copyOf(head);
        lines = List.copyOf(lines);
    }

    /**
     * @param bar how long a bar for it is, from 0 to 1; below 0 there is none
     */
    public record Line(List<String> cells, double bar) {
        public Line {
            cells = List.copyOf(cells);
        }

        public boolean hasBar() {
            return bar >= 0;
        }

        /** How long the bar is, in per cent. */
        public int percent() {
            return (int) Math.round(Math.max(0, Math.min(1, bar)) * 100);
        }
    }
}
