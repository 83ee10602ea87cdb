package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.industry.IndustryColumn;
import org.genjin.daemon.industry.TypedValue;
import org.genjin.daemon.ledger.IndustryBoard;

/**
 * The columns of lines of trade at the end of a flat table.
 *
 * @param columns id → column, in order
 */
record IndustryTail(Map<String, IndustryColumn> columns, Map<CustomerId, List<IndustryBoard.Cell>> cells, Language language) {

    /** Those that some customers have. */
    static IndustryTail of(IndustryBoard board, Collection<CustomerId> customers, Language language) {
        Map<CustomerId, List<IndustryBoard.Cell>> cells = board.of(customers);
        Map<String, IndustryColumn> columns = new LinkedHashMap<>();
        cells.values().forEach(it -> it.forEach(cell -> columns.putIfAbsent(cell.column().id(), cell.column())));
        return new IndustryTail(columns, cells, language);
    }

    /** @param named language in which the columns are called; empty: by their ids, as other programs know them */
    List<String> after(List<String> head, Optional<Language> named) {
        List<String> all = new ArrayList<>(head);
        columns.forEach((id, column) -> all.add(named.map(column::header).orElse(id.replace('-', '_'))));
        return all;
    }

    /**
     * A dropdown of a column.
     *
     * @param column its place behind the columns that every table has, from 0
     * @param name of its list, where it has to stand outside the column's own rule
     */
    record Offer(int column, String header, String name, List<String> values) {}

    /** What the columns of choices offer. */
    List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        int place = 0;
        for (IndustryColumn it : columns.values()) {
            List<String> values = TypedValue.offered(it, language);
            if (!values.isEmpty()) {
                offers.add(new Offer(place, it.header(language), IndustryLists.name(it.id()), values));
            }
            place++;
        }
        return offers;
    }

    List<String> after(List<String> row, CustomerId customer) {
        Map<String, IndustryBoard.Cell> theirs = IndustryBoard.byColumn(cells.getOrDefault(customer, List.of()));
        List<String> all = new ArrayList<>(row);
        columns.forEach((id, column) -> {
            IndustryBoard.Cell cell = theirs.get(id);
            all.add(cell == null ? "" : TypedValue.shown(column, cell.value(), language));
        });
        return all;
    }
}
