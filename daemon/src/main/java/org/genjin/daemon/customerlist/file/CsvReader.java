package org.genjin.daemon.customerlist.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.genjin.daemon.words.HarmlessCell;

/** Rows of text between separators: the one that a {@code sep=} line names, else the one that makes the evenest columns. */
final class CsvReader {

    private static final char[] SEPARATORS = {',', ';', '\t', '|', '，', '\u0001'};
    private static final int LOOKED_AT = 60;

    /** Fewer lines tell nothing. */
    private static final int FEWEST_LINES = 3;
    /** Of a list's rows so many have as many columns, however carelessly it is kept. */
    private static final double ALIKE = 0.6;
    /** In characters, on average. */
    private static final int LONG_CELL = 22;

    private CsvReader() {}

    static Sheet read(String text, String name) throws ListRefused {
        char separator = 0;
        String body = text;
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5) {
            separator = text.charAt(4);
            body = text.substring(text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n') + 1);
        }
        CsvLines lines = new CsvLines(body, separator == 0 ? separator(body) : separator);
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (List<String> fields = lines.next(); fields != null; fields = lines.next()) {
            number++;
            if (fields.size() > ListReader.MOST_COLUMNS) {
                throw new ListRefused(name + " has more than " + ListReader.MOST_COLUMNS + " columns; keep those that matter.");
            }
            List<Cell> cells = fields.stream().map(it -> Cell.of(HarmlessCell.back(it.replace("\0", "")))).toList();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(new Row(number, false, cells));
            }
            if (rows.size() > ListReader.MOST_ROWS) {
                throw ListReader.tooMany(name);
            }
        }
        if (separator == 0 && isProse(rows)) {
            throw new ListRefused(name + " is text and no list: its lines have no columns in common. Save the list as .xlsx or .csv"
                    + " and try again.");
        }
        return new Sheet(plainName(name), false, rows, List.of());
    }

    /** Sentences are long between their commas, and as good as each has another number of them. */
    private static boolean isProse(List<Row> rows) {
        Map<Integer, Integer> widths = new HashMap<>();
        long letters = 0;
        long cells = 0;
        int parted = 0;
        for (Row row : rows) {
            if (row.cells().size() < 2) {
                continue;
            }
            parted++;
            widths.merge(row.cells().size(), 1, Integer::sum);
            for (Cell cell : row.cells()) {
                letters += cell.text().length();
                cells += cell.isEmpty() ? 0 : 1;
            }
        }
        int alike = widths.values().stream().max(Integer::compare).orElse(0);
        return parted >= FEWEST_LINES && alike < ALIKE * parted && letters > LONG_CELL * cells;
    }

    /** Of the first rows: how many columns most have, and how many of the rows have as many. */
    private static char separator(String text) {
        char best = ',';
        double most = 0;
        for (char candidate : SEPARATORS) {
            List<Integer> widths = widths(text, candidate);
            int usual = widths.stream().sorted().skip(widths.size() / 2).findFirst().orElse(1);
            int columns = Math.max(usual, Math.min(widths.stream().max(Integer::compare).orElse(1), 2));
            long even = widths.stream().filter(it -> it == columns).count();
            double score = columns < 2 ? 0 : Math.min(columns, 12) * (double) even / Math.max(1, widths.size());
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static List<Integer> widths(String text, char separator) {
        List<Integer> widths = new ArrayList<>();
        CsvLines lines = new CsvLines(text, separator);
        for (int i = 0; i < LOOKED_AT; i++) {
            List<String> fields = lines.next();
            if (fields == null) {
                break;
            }
            if (fields.stream().anyMatch(field -> !field.isBlank())) {
                widths.add(fields.size());
            }
        }
        return widths;
    }

    static String plainName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
