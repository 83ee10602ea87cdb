package org.genjin.daemon.customerlist.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/**
 * A label and the value that stands behind it, in the same cell or in one to the right.
 *
 * @param label without its colon
 * @param value {@link Cell#EMPTY} if nothing stands there, or only the next label
 * @param next the first column behind both
 */
record Labelled(Role role, String label, Cell value, int next) {

    private static final Pattern BOTH = Pattern.compile("^([^:：\\n]{1,30})[:：]\\s*(\\S[^\\n]*)$");
    private static final Pattern COLON = Pattern.compile("[:：]\\s*$");
    private static final int LONGEST_LABEL = 30;

    /** What the cell is the label of; empty if it is none. */
    static Optional<Labelled> at(Row row, int column, HeaderWords words) {
        Cell cell = row.cell(column);
        String text = cell.text().strip();
        if (text.isEmpty() || cell.number() != null) {
            return Optional.empty();
        }
        Matcher both = BOTH.matcher(text);
        if (both.matches()) {
            return role(both.group(1), words).map(it -> new Labelled(it, both.group(1), cell.withText(both.group(2)), column + 1));
        }
        Optional<Role> role = role(text, words).filter(_ -> !row.cell(column + 1).isEmpty() || row.filled() > 1);
        return role.map(it -> beside(it, row, column, words));
    }

    private static Optional<Role> role(String label, HeaderWords words) {
        String bare = COLON.matcher(label.strip()).replaceFirst("").strip();
        return bare.length() > LONGEST_LABEL
                ? Optional.empty()
                : words.find(bare).filter(HeaderWords.Hit::whole).map(HeaderWords.Hit::role);
    }

    /** The value may stand further on, where cells are merged; a remark may begin as a label does. */
    private static Labelled beside(Role role, Row row, int column, HeaderWords words) {
        String label = COLON.matcher(row.cell(column).text().strip()).replaceFirst("").strip();
        int at = column + 1;
        while (at < row.cells().size() && row.cell(at).isEmpty()) {
            at++;
        }
        Cell value = row.cell(at);
        boolean remark = role == Role.NOTES && BOTH.matcher(value.text().strip()).matches();
        return value.isEmpty() || !remark && at(row, at, words).isPresent()
                ? new Labelled(role, label, Cell.EMPTY, column + 1)
                : new Labelled(role, label, value, at + 1);
    }
}
