package org.genjin.daemon.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.genjin.daemon.customerlist.file.Sheet;

/**
 * What a row of a table of history said when it was written, as short marks behind its number in the hidden column: whatever was
 * sorted, copied or saved elsewhere, it is seen where a person typed over it.
 */
final class RowMark {

    /** Column → its letter in the mark. */
    private static final Map<String, Character> LETTERS = letters(
            "at", 't', "day", 't', "customer", 'n', "channel", 'c', "direction", 'd', "who", 'w', "kind", 'k', "summary", 's', "files", 'f',
            "action", 'a', "next", 'x');
    private static final int LENGTH = 5;
    private static final int MARK = 0xFFFF;
    /** What differs in more rows than these and in most, a program changed. */
    private static final int FEW = 5;

    private RowMark() {}

    private static Map<String, Character> letters(Object... all) {
        Map<String, Character> letters = new LinkedHashMap<>();
        for (int i = 0; i < all.length; i += 2) {
            letters.put((String) all[i], (Character) all[i + 1]);
        }
        return letters;
    }

    /** The number of a row; "" if a person typed it. */
    static String id(FoundTable table, Sheet.Row row) {
        return id(table.text(row, "_id"));
    }

    /** The number in a cell of the hidden column. */
    static String id(String cell) {
        int blank = cell.indexOf(' ');
        return blank < 0 ? cell : cell.substring(0, blank);
    }

    /**
     * Number and marks of a row that has been written.
     *
     * @param theirs columns in which a person's words stand, which were not written
     * @param before number and marks as they were
     */
    static String of(String id, Spot spot, Row row, Set<String> theirs, String before) {
        Map<Character, String> were = theirs.isEmpty() ? Map.of() : marks(before);
        StringBuilder marks = new StringBuilder(id);
        char between = ' ';
        for (Map.Entry<String, Character> it : LETTERS.entrySet()) {
            int column = spot.column(it.getKey());
            if (column < 0) {
                continue;
            }
            Cell cell = row.getCell(column);
            String mark = theirs.contains(it.getKey())
                    ? were.getOrDefault(it.getValue(), "0000")
                    : mark(cell == null ? "" : OwnCells.written(cell));
            if (between == ' ') {
                marks.append(between);
                between = 0;
            }
            marks.append(it.getValue().charValue()).append(mark);
        }
        return marks.toString();
    }

    /** Line, as the spreadsheet counts → the columns in which a person typed over what was written there. */
    static Map<Integer, Set<String>> typedOver(FoundTable table) {
        Map<Integer, Set<String>> typed = new HashMap<>();
        Map<String, Integer> often = new HashMap<>();
        int rows = 0;
        for (Sheet.Row row : table.rows()) {
            Map<Character, String> marks = marks(table.text(row, "_id"));
            rows += marks.isEmpty() ? 0 : 1;
            table.columns().forEach((key, column) -> {
                Character letter = LETTERS.get(key);
                String was = letter == null ? null : marks.get(letter);
                String text = was == null ? "" : OwnCells.read(key, row.cell(column));
                if (!text.isEmpty() && !mark(text).equals(was)) {
                    typed.computeIfAbsent(row.number(), _ -> new HashSet<>()).add(key);
                    often.merge(key, 1, Integer::sum);
                }
            });
        }
        int all = rows;
        often.forEach((key, times) -> {
            if (times > FEW && times * 2 > all) {
                typed.values().forEach(it -> it.remove(key));
            }
        });
        typed.values().removeIf(Set::isEmpty);
        return typed;
    }

    private static Map<Character, String> marks(String cell) {
        Map<Character, String> marks = new HashMap<>();
        for (int at = cell.indexOf(' ') + 1; at > 0 && at + LENGTH <= cell.length(); at += LENGTH) {
            marks.put(cell.charAt(at), cell.substring(at + 1, at + LENGTH));
        }
        return marks;
    }

    private static String mark(String text) {
        int hash = text.hashCode();
        return Integer.toHexString((hash ^ hash >>> 16) & MARK | MARK + 1).substring(1);
    }
}
