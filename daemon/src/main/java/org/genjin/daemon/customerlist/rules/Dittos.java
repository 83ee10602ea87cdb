package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/** {@code 同上}, {@code ditto}, {@code -//-}: the same as in the cell above. */
final class Dittos {

    private static final Pattern MARK = Pattern.compile("[-–—\\s]*(?://|\"|''|″|”|“|„|〃|〻|,,)[-–—\\s]*");

    private Dittos() {}

    /** The table with what each such cell stands for. */
    static Table resolved(Table table, List<Column> columns, Asked asked) {
        if (table.body().stream().noneMatch(row -> row.cells().stream().anyMatch(it -> is(it) || isCompany(it)))) {
            return table;
        }
        Map<Integer, Cell> above = new HashMap<>();
        List<Row> body = new ArrayList<>();
        for (Row row : table.body()) {
            List<Cell> cells = new ArrayList<>(row.cells());
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i);
                Cell upper = above.getOrDefault(i, Cell.EMPTY);
                boolean company = i < columns.size() && columns.get(i).role() == Role.COMPANY;
                if ((is(cell) || company && isCompany(cell)) && !upper.isEmpty()) {
                    cells.set(i, new Cell(upper.text(), upper.number(), upper.date(), upper.formula(), cell.fill(), cell.comment()));
                    String header = i < columns.size() ? columns.get(i).header() + ": " : "";
                    asked.ask(Question.Kind.DITTO, table.sheet().name() + "!" + row.number(), header + cell.text().strip() + " = " + upper.text());
                } else if (!cell.isEmpty()) {
                    above.put(i, cell);
                }
            }
            body.add(new Row(row.number(), row.hidden(), cells));
        }
        return new Table(table.sheet(), table.headers(), table.groups(), body, table.headed());
    }

    /** {@code same customer}, {@code 同一客户}: only where a company's name stands. */
    private static boolean isCompany(Cell cell) {
        return WordLists.is("dittocompany", cell.text());
    }

    private static boolean is(Cell cell) {
        String text = cell.text();
        return !text.isEmpty() && text.length() < 30 && (MARK.matcher(text).matches() || WordLists.is("ditto", text));
    }
}
