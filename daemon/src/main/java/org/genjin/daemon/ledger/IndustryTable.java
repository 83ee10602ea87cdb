package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.industry.FoundValue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What lines of trade customers are in, and what their messages say for these lines' columns, each with the message. */
public final class IndustryTable {

    private final Handle handle;

    IndustryTable(Handle handle) {
        this.handle = handle;
    }

    /** A value and where it was said. */
    public record SaidValue(CustomerId customer, long message, String key, Instant at, Direction direction, FoundValue value) {}

    /**
     * A customer as its messages were read.
     *
     * @param chosen what a person said it is in; "" if nobody did
     * @param readBy the mark of the columns by which its messages were read
     */
    public record Read(CustomerId customer, String chosen, String readBy) {}

    /** Those whose messages may have to be read: they were not by {@code mark}, or a person said what they are in. */
    public List<Read> perhapsUnread(String mark) {
        return handle.createQuery("select id, industry, industry_read from customer where merged_into is null"
                        + " and (industry <> '' or industry_read <> ?) order by id")
                .bind(0, mark)
                .map((row, _) -> new Read(new CustomerId(row.getLong(1)), row.getString(2), row.getString(3)))
                .list();
    }

    public void read(CustomerId customer, String mark) {
        handle.execute("update customer set industry_read = ? where id = ?", mark, customer.number());
    }

    /** What a person said of customers; those of whom nobody did are not in it. */
    public Map<CustomerId, String> chosen() {
        Map<CustomerId, String> chosen = new HashMap<>();
        handle.createQuery("select id, industry from customer where industry <> ''")
                .map((row, _) -> Map.entry(new CustomerId(row.getLong(1)), row.getString(2)))
                .forEach(it -> chosen.put(it.getKey(), it.getValue()));
        return chosen;
    }

    /** Says what a customer is in; "" takes it back. */
    public void choose(CustomerId customer, String chosen) {
        handle.execute("update customer set industry = ? where id = ?", Rows.fit(chosen, 300), customer.number());
    }

    /**
     * Writes down what messages say, instead of what was written down of them before.
     *
     * @return whether anything is there or was
     */
    public boolean put(Map<Long, List<FoundValue>> said) {
        int gone = said.isEmpty()
                ? 0
                : handle.createUpdate("delete from industry_value where message in (<ids>)")
                        .bindList("ids", new ArrayList<>(said.keySet()))
                        .execute();
        PreparedBatch batch = handle.prepareBatch(
                "insert into industry_value (message, ordinal, field, content, said, found_in) values (?, ?, ?, ?, ?, ?)");
        said.forEach((message, values) -> {
            int ordinal = 0;
            for (FoundValue it : values) {
                batch.add(
                        message, ordinal++, it.column(), Rows.fit(it.value(), 300), Rows.fit(it.said(), 500), Rows.fit(it.foundIn(), 1100));
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
        return gone > 0 || batch.size() > 0;
    }

    /** What customers' messages say, the newest first. */
    public Map<CustomerId, List<SaidValue>> of(Collection<CustomerId> customers) {
        Map<CustomerId, List<SaidValue>> said = new HashMap<>();
        new ListQuery(
                        handle, "ids", customers,
                        "select v.*, m.whose, m.message_key, m.sent_at, m.direction from " + Theirs.MESSAGES
                                + " join industry_value v on v.message = m.id order by m.sent_at desc, m.id desc, v.ordinal")
                .list((row, _) -> new SaidValue(
                        new CustomerId(row.getLong("whose")), row.getLong("message"), row.getString("message_key"),
                        Rows.instant(row, "sent_at"), Direction.valueOf(row.getString("direction")),
                        new FoundValue(row.getString("field"), row.getString("content"), row.getString("said"), row.getString("found_in"))))
                .forEach(it -> said.computeIfAbsent(it.customer(), _ -> new ArrayList<>()).add(it));
        return said;
    }

    /** The messages that a customer's columns are filled from, the newest first. */
    public List<Long> messages(CustomerId customer, int limit) {
        return handle.createQuery("select m.id from " + Theirs.MESSAGES + " where m.kind = 'MESSAGE' order by m.sent_at desc, m.id desc limit :limit")
                .bindList("ids", List.of(customer.number()))
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    /** Up to which revision messages were looked at; 0 if none was. */
    public long reached() {
        return handle.createQuery("select revision from industry_mark").mapTo(Long.class).findOne().orElse(0L);
    }

    public void reach(long revision) {
        handle.execute("delete from industry_mark");
        handle.execute("insert into industry_mark (revision) values (?)", revision);
    }
}
