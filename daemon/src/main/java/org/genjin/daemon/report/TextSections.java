package org.genjin.daemon.report;

import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.words.TextColumns;

/** Tables of a report as lines of text, with bars of text. */
public final class TextSections {

    private static final int WIDEST = 44;
    private static final int BAR = 10;

    /** Its title first. */
    public List<String> lines(Section it) {
        List<String> lines = new ArrayList<>(List.of("== " + it.title() + " =="));
        TextColumns columns = new TextColumns(WIDEST);
        if (!it.head().isEmpty()) {
            columns.row(it.head().toArray());
        }
        for (Section.Line line : it.lines()) {
            List<String> cells = new ArrayList<>(line.cells());
            if (line.hasBar()) {
                cells.add(bar(line.percent()));
            }
            columns.row(cells.toArray());
        }
        lines.addAll(columns.lines());
        if (!it.note().isEmpty()) {
            lines.add(it.note());
        }
        return lines;
    }

    /** Such as {@code ███████░░░}. */
    public static String bar(int percent) {
        int full = Math.round(percent * BAR / 100f);
        return "\u2588".repeat(full) + "\u2591".repeat(BAR - full);
    }
}
