package org.genjin.daemon.workbook;

import java.util.Collection;
import java.util.List;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.genjin.daemon.words.Text;

/**
 * The values of a dropdown: a column of the sheet of lists, which cells elsewhere know by its name. A list within a rule itself may have
 * 255 characters at most.
 *
 * @param title above the values
 * @param name of the range that they are in
 * @param look of the values; those with {@link Look#COUNT} are numbers
 */
record NamedList(String title, String name, List<String> values, Look look) {

    private static final int LEAST_WIDTH = 18;
    private static final int AROUND = 3;
    private static final int MOST_WIDTH = 60;

    NamedList {
        values = List.copyOf(values);
    }

    static NamedList of(String title, String name, List<String> values) {
        return new NamedList(title, name, values, Look.PLAIN);
    }

    /**
     * Writes lists beside each other, line by line, as sheets want it that cannot go back.
     *
     * @param header the line of their titles, from 0
     * @param column of the first
     */
    static void write(Sheet sheet, int header, int column, List<NamedList> lists, Cells cells) {
        Row head = Cells.row(sheet, header);
        int most = 0;
        for (int i = 0; i < lists.size(); i++) {
            NamedList it = lists.get(i);
            cells.text(head, column + i, it.title(), Look.HEAD);
            it.call(sheet, header, column + i);
            sheet.setColumnWidth(column + i, Math.max(LEAST_WIDTH, Math.max(width(List.of(it.title())), width(it.values()))) * 256);
            most = Math.max(most, it.values().size());
        }
        for (int line = 0; line < most; line++) {
            Row row = Cells.row(sheet, header + 1 + line);
            for (int i = 0; i < lists.size(); i++) {
                if (line < lists.get(i).values().size()) {
                    lists.get(i).value(row, column + i, line, cells);
                }
            }
        }
    }

    private void value(Row row, int column, int place, Cells cells) {
        if (look == Look.COUNT) {
            cells.number(row, column, Integer.parseInt(values.get(place)), look);
        } else {
            cells.text(row, column, values.get(place), look);
        }
    }

    /** A name that is there leads to this place from now on. */
    private void call(Sheet sheet, int header, int column) {
        Name there = sheet.getWorkbook().getName(name);
        Name range = there == null ? sheet.getWorkbook().createName() : there;
        range.setNameName(name);
        String letter = CellReference.convertNumToColString(column);
        int first = header + 2;
        range.setRefersToFormula(
                SheetNames.quoted(sheet.getSheetName()) + "!$" + letter + "$" + first + ":$" + letter + "$" + (first + values.size() - 1));
    }

    /** In characters, so that the longest of some values fits, and the arrow of a dropdown beside it. */
    static int width(Collection<String> values) {
        return Math.min(MOST_WIDTH, values.stream().mapToInt(Text::columns).max().orElse(0) + AROUND);
    }
}
