package org.genjin.daemon.customerlist.rules;

import java.util.regex.Pattern;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/** The row of a template that says below each header how it is to be filled in: {@code 必填}, {@code optional}, {@code yyyy-mm-dd}. */
final class FillIn {

    /** How far below its header such a row stands. */
    private static final int NEAR = 3;
    private static final Pattern DAY = Pattern.compile("(?iu)(?:[yjaг年]{2,4}|[md月м]{1,2}|[dtgд日]{1,2})(?:[-./年月]\\s?(?:[yjaг]{2,4}|m{1,2}|м{1,2}|[dtgjд]{1,2})日?){2}");
    private static final Pattern CUT = Pattern.compile("[，,;；:：(（\\[【\\n]");

    private FillIn() {}

    static boolean is(Row head, Row row) {
        if (row.number() > head.number() + NEAR || row.filled() < 2) {
            return false;
        }
        long said = row.cells().stream().filter(it -> !it.isEmpty() && says(it)).count();
        return said > 1 && said * 2 >= row.filled();
    }

    private static boolean says(Cell cell) {
        String text = cell.text().strip().replaceFirst("^[(（\\[【*＊]+", "");
        String first = CUT.split(text, 2)[0].replaceFirst("[)）\\]】]+$", "");
        return WordLists.is("fillin", first) || DAY.matcher(first).matches();
    }
}
