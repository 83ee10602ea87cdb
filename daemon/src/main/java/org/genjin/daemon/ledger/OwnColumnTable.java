package org.genjin.daemon.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What people write of a customer into columns of the workbook that no message fills: type, source, and columns of their own.
 * Kept by header, so that it is there in a new file too.
 */
public final class OwnColumnTable {

    /** Before the number of a column: how a decision names such a value. */
    static final String FIELD = "own:";

    private final Handle handle;

    OwnColumnTable(Handle handle) {
        this.handle = handle;
    }

    /** Customer → header → value; what is empty is not there. What a merged customer had counts where the other has nothing. */
    public Map<CustomerId, Map<String, String>> of(Collection<CustomerId> customers) {
        Map<CustomerId, Map<String, String>> all = new HashMap<>();
        new ListQuery(
                        handle, "ids", customers,
                        "select c.whose, h.header, o.typed from " + CustomerTable.WITH_MERGED + " c"
                                + " join customer_own o on o.customer_id = c.id join own_column h on h.id = o.column_id"
                                + " where o.typed <> '' order by case when c.id = c.whose then 0 else 1 end, c.id")
                .list((row, _) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .forEach(it -> all.computeIfAbsent(new CustomerId(Long.parseLong(it[0])), _ -> new TreeMap<>()).putIfAbsent(it[1], it[2]));
        return all;
    }

    /** How {@link CustomerTable#value} and a decision name the value under a header, which becomes known by this. */
    public String field(Transaction tx, String header) {
        return FIELD + number(header).orElseGet(() -> {
            long id = tx.take(Transaction.Counter.OWN_COLUMN, 1);
            handle.execute("insert into own_column (id, header) values (?, ?)", id, Rows.fit(header, 300));
            return id;
        });
    }

    /** The same for a header that has been used already; empty for another. */
    public Optional<String> known(String header) {
        return number(header).map(it -> FIELD + it);
    }

    /** The header of a field; empty if it is another field. */
    public Optional<String> header(String field) {
        return field.startsWith(FIELD)
                ? handle.createQuery("select header from own_column where id = ?").bind(0, id(field)).mapTo(String.class).findOne()
                : Optional.empty();
    }

    /** What was there before, for a decision. */
    DecisionTable.WasValue value(CustomerId customer, String field) {
        List<String> found = handle.createQuery("select typed from customer_own where customer_id = ? and column_id = ?")
                .bind(0, customer.number())
                .bind(1, id(field))
                .mapTo(String.class)
                .list();
        return new DecisionTable.WasValue(customer, field, found.isEmpty() ? "" : found.getFirst(), "", "", null);
    }

    /** @param field as {@link #field} names it */
    public void set(CustomerId customer, String field, String value) {
        handle.execute("delete from customer_own where customer_id = ? and column_id = ?", customer.number(), id(field));
        handle.execute(
                "insert into customer_own (customer_id, column_id, typed) values (?, ?, ?)", customer.number(), id(field), value);
    }

    /** What stands in a column of somebody's own. */
    public record Typed(CustomerId customer, String field, String value) {}

    /** The same for customers who have nothing there yet; all at once, as a list brings tens of thousands. */
    public void insert(List<Typed> all) {
        PreparedBatch batch = handle.prepareBatch("insert into customer_own (customer_id, column_id, typed) values (?, ?, ?)");
        all.forEach(it -> batch.add(it.customer().number(), id(it.field()), it.value()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private Optional<Long> number(String header) {
        return handle.createQuery("select id from own_column where header = ?")
                .bind(0, Rows.fit(header, 300))
                .mapTo(Long.class)
                .findOne();
    }

    private static long id(String field) {
        return Long.parseLong(field.substring(FIELD.length()));
    }
}
