package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.industry.Industries;
import org.genjin.daemon.industry.Industry;
import org.genjin.daemon.industry.IndustryColumn;
import org.genjin.daemon.ledger.IndustryTable.SaidValue;

/** What stands in the columns of customers' lines of trade: what a person wrote there, else what was said last. Thread-safe. */
public final class IndustryBoard {

    /** Under what {@link OwnColumnTable} keeps what a person wrote into such a column; its id follows. */
    private static final String TYPED = ":+";

    private final Ledger ledger;
    private final Industries industries;

    public IndustryBoard(Ledger ledger, Industries industries) {
        this.ledger = ledger;
        this.industries = industries;
    }

    /**
     * One column of one customer.
     *
     * @param value as the column's kind keeps it; "" if nothing is known
     * @param byHand whether a person wrote it
     * @param said where it was said, the newest first; empty if a person wrote it
     */
    public record Cell(IndustryColumn column, String value, boolean byHand, List<SaidValue> said) {
        public Cell {
            said = List.copyOf(said);
        }
    }

    public Industries industries() {
        return industries;
    }

    /** The name under which {@link OwnColumnTable} keeps what a person wrote into a column. */
    public static String typed(String column) {
        return TYPED + column;
    }

    /** The columns of some customers, all that one of them has. */
    public List<IndustryColumn> columns(Transaction tx, Collection<CustomerId> customers) {
        Map<CustomerId, String> chosen = tx.industries().chosen();
        Set<Industry> theirs = new LinkedHashSet<>();
        if (customers.stream().anyMatch(it -> !chosen.containsKey(it))) {
            theirs.addAll(industries.of(""));
        }
        customers.forEach(it -> theirs.addAll(industries.of(chosen.getOrDefault(it, ""))));
        return Industries.columns(theirs);
    }

    /** The columns of one customer, in order. */
    public List<Cell> of(CustomerId customer) {
        return ledger.read(tx -> of(tx, List.of(customer)).getOrDefault(customer, List.of()));
    }

    /** Customer → its columns, in order; customers that have none are not in it. */
    public Map<CustomerId, List<Cell>> of(Collection<CustomerId> customers) {
        return ledger.read(tx -> of(tx, customers));
    }

    /** The same within a transaction. */
    public Map<CustomerId, List<Cell>> of(Transaction tx, Collection<CustomerId> customers) {
        Map<CustomerId, String> chosen = tx.industries().chosen();
        Map<CustomerId, List<IndustryColumn>> columns = new LinkedHashMap<>();
        for (CustomerId it : customers) {
            List<IndustryColumn> theirs = Industries.columns(industries.of(chosen.getOrDefault(it, "")));
            if (!theirs.isEmpty()) {
                columns.put(it, theirs);
            }
        }
        if (columns.isEmpty()) {
            return Map.of();
        }
        Map<CustomerId, List<SaidValue>> said = tx.industries().of(columns.keySet());
        Map<CustomerId, Map<String, String>> typed = tx.ownColumns().of(columns.keySet());
        Map<CustomerId, List<Cell>> cells = new LinkedHashMap<>();
        columns.forEach((customer, theirs) -> cells.put(customer, theirs.stream()
                .map(it -> cell(it, typed.getOrDefault(customer, Map.of()), said.getOrDefault(customer, List.of())))
                .toList()));
        return cells;
    }

    private static Cell cell(IndustryColumn column, Map<String, String> typed, List<SaidValue> said) {
        String written = typed.get(typed(column.id()));
        if (written != null) {
            return new Cell(column, written, true, List.of());
        }
        Map<String, SaidValue> distinct = new LinkedHashMap<>();
        for (SaidValue it : said) {
            if (it.value().column().equals(column.id()) && distinct.size() < column.most()) {
                distinct.putIfAbsent(Names.folded(it.value().value()), it);
            }
        }
        List<SaidValue> newest = new ArrayList<>(distinct.values());
        return new Cell(column, String.join(IndustryColumn.BETWEEN, newest.stream().map(it -> it.value().value()).toList()), false, newest);
    }

    /** Cells by their column's id. */
    public static Map<String, Cell> byColumn(List<Cell> cells) {
        Map<String, Cell> byColumn = new HashMap<>();
        cells.forEach(it -> byColumn.put(it.column().id(), it));
        return byColumn;
    }
}
