package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.followup.Point;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Whom mails of ours did not reach, by the reports about them. */
public final class BounceTable {

    private final Handle handle;

    BounceTable(Handle handle) {
        this.handle = handle;
    }

    /** @param reports row of a report → the addresses that it says were not reached; what is known already stays */
    public void put(Map<Long, ? extends Collection<String>> reports) {
        PreparedBatch insert = handle.prepareBatch(
                "insert into bounce (message, address) select :message, :address"
                        + " where not exists (select 1 from bounce where message = :message and address = :address)");
        reports.forEach((message, addresses) -> addresses.forEach(
                it -> insert.bind("message", message).bind("address", Rows.fit(it, 400)).add()));
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    /** An address of a customer that a mail did not reach. */
    public record Bounce(Point report, String address) {}

    /** The last one of each customer, reported after {@code from} and by {@code until}. */
    public Map<CustomerId, Bounce> since(Instant from, Instant until) {
        Map<CustomerId, Bounce> bounces = new HashMap<>();
        handle.createQuery("select i.customer_id, m.id, m.sent_at, b.address from bounce b join message m on m.id = b.message"
                        + " join identity i on i.known_as = b.address and i.kind = 'address'"
                        + " where m.sent_at > :from and m.sent_at <= :until order by m.sent_at, m.id")
                .bind("from", Rows.timestamp(from))
                .bind("until", Rows.timestamp(until))
                .map((row, _) -> Map.entry(
                        new CustomerId(row.getLong(1)),
                        new Bounce(new Point(row.getLong(2), Rows.instant(row, "sent_at")), row.getString(4))))
                .forEach(it -> bounces.put(it.getKey(), it.getValue()));
        return bounces;
    }

    /** When it was reported last, after {@code from} and by {@code until}, that mail to an address does not arrive. */
    public Optional<Instant> last(String address, Instant from, Instant until) {
        return handle.createQuery("select max(m.sent_at) last from bounce b join message m on m.id = b.message"
                        + " where b.address = :address and m.sent_at > :from and m.sent_at <= :until")
                .bind("address", address)
                .bind("from", Rows.timestamp(from))
                .bind("until", Rows.timestamp(until))
                .map((row, _) -> Optional.ofNullable(Rows.instantOrNull(row, "last")))
                .one();
    }
}
