package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/**
 * A table in which each column holds one thing: what stands under {@code Company / Contact} is parted into two columns.
 *
 * @param columns those of the table
 */
record TwoInOne(Table table, List<Column> columns) {

    private static final Pattern HEADER = Pattern.compile("\\s*[/／|+＋&＆,，、\\n]\\s*|\\s+[-–—]\\s+|[及和与]");
    private static final Pattern LINE = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern CELL = Pattern.compile("\\s*[/／|]\\s*|\\s+[-–—]\\s+");

    static TwoInOne of(Table table, List<Column> columns, HeaderWords words) {
        if (Columns.has(columns, Role.PERSON) || Columns.has(columns, Role.FIRST) || Columns.has(columns, Role.LASTNAME)) {
            return new TwoInOne(table, columns);
        }
        for (Column it : columns) {
            String[] names = HEADER.split(it.header().strip(), -1);
            if (it.role() == Role.COMPANY && names.length == 2) {
                Role first = words.find(names[0]).map(HeaderWords.Hit::role).orElse(Role.UNKNOWN);
                Role second = words.find(names[1]).map(HeaderWords.Hit::role).orElse(Role.UNKNOWN);
                if (first == Role.COMPANY && second == Role.PERSON) {
                    return parted(table, columns, it, names, 0);
                }
                if (first == Role.PERSON && second == Role.COMPANY) {
                    return parted(table, columns, it, names, 1);
                }
            }
        }
        return new TwoInOne(table, columns);
    }

    /** @param company which of the two the company is */
    private static TwoInOne parted(Table table, List<Column> columns, Column both, String[] names, int company) {
        int width = table.headers().size();
        List<Row> body = new ArrayList<>();
        for (Row row : table.body()) {
            Cell cell = row.cell(both.index());
            String[] parts = parts(cell.text().strip());
            if (parts.length != 2) {
                body.add(row);
                continue;
            }
            List<Cell> cells = new ArrayList<>(row.cells());
            while (cells.size() < width) {
                cells.add(Cell.EMPTY);
            }
            cells.set(both.index(), cell.withText(parts[company]));
            cells.add(width, Cell.of(parts[1 - company]));
            body.add(new Row(row.number(), row.hidden(), cells));
        }
        List<String> headers = new ArrayList<>(table.headers());
        headers.add(names[1 - company]);
        List<String> groups = new ArrayList<>(table.groups());
        groups.add("");
        List<Column> all = new ArrayList<>(columns);
        all.set(both.index(), new Column(both.index(), names[company], Role.COMPANY, both.person()));
        all.add(new Column(width, names[1 - company], Role.PERSON, 0));
        return new TwoInOne(new Table(table.sheet(), headers, groups, body, table.headed()), all);
    }

    private static String[] parts(String text) {
        String[] lines = LINE.split(text, -1);
        return lines.length == 2 ? lines : CELL.split(text, -1);
    }
}
