package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Stage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Business that imported lists told of, beside what messages tell; it is there while its import stands. */
public final class DealTable {

    private final Handle handle;

    DealTable(Handle handle) {
        this.handle = handle;
    }

    /** Whose it is. */
    public record Owned(CustomerId customer, Deal deal) {}

    /** @param listImport an import that is written down already */
    public void add(long listImport, List<Owned> deals) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into deal (list_import, ordinal, customer_id, known_as, name, stage, amount, currency, begun_on, closes_on, words)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        int ordinal = 0;
        for (Owned it : deals) {
            ordinal++;
            Deal deal = it.deal();
            batch.add(
                    listImport, ordinal, it.customer().number(), Rows.fit(deal.key(), 200), Rows.fit(deal.name(), 500), deal.stage().name(),
                    deal.amount(), deal.currency(), deal.day(), deal.close(), Rows.fit(deal.words(), 2000));
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Of each customer the newest last; those without a day come first. */
    public Map<CustomerId, List<Deal>> of(Collection<CustomerId> customers) {
        Map<CustomerId, Map<String, Deal>> newest = new HashMap<>();
        new ListQuery(
                        handle, "ids", customers,
                        "select c.whose, d.* from " + CustomerTable.WITH_MERGED + " c join deal d on d.customer_id = c.id"
                                + " join list_import i on i.id = d.list_import where i.undone_at is null"
                                + " order by d.list_import, d.ordinal")
                .list((row, _) -> new Owned(new CustomerId(row.getLong("whose")), deal(row)))
                .forEach(it -> newest.computeIfAbsent(it.customer(), _ -> new LinkedHashMap<>())
                        .put(it.deal().key().toLowerCase(Locale.ROOT), it.deal()));
        Map<CustomerId, List<Deal>> all = new HashMap<>();
        newest.forEach((id, deals) -> {
            List<Deal> sorted = new ArrayList<>(deals.values());
            sorted.sort(Comparator.comparing(Deal::day, Comparator.nullsFirst(Comparator.naturalOrder())));
            all.put(id, sorted);
        });
        return all;
    }

    private static Deal deal(ResultSet row) throws SQLException {
        return new Deal(
                row.getString("known_as"), row.getString("name"), Stage.valueOf(row.getString("stage")), row.getBigDecimal("amount"),
                row.getString("currency"), row.getObject("begun_on", LocalDate.class), row.getObject("closes_on", LocalDate.class),
                row.getString("words"));
    }
}
