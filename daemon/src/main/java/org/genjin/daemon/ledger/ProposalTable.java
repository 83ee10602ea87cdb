package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What Genjin believes and a person is to confirm. */
public final class ProposalTable {

    private final Handle handle;

    ProposalTable(Handle handle) {
        this.handle = handle;
    }

    /** What a person is asked. */
    public enum Kind {
        /** Two customers are one firm. */
        SAME_FIRM,
        /** Somebody writes for several customers: an agent, a forwarder. */
        AGENT,
        GRADE,
        /** A customer is none: a supplier, a courier. */
        NOT_CUSTOMER,
        /** Nobody answers there any more: they are not to be reminded of. */
        DORMANT;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** What became of it. */
    public enum State {
        OPEN,
        ACCEPTED,
        REFUSED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param other the second customer; null where there is none
     * @param proposed a grade, an address; "" where the other customer is what is proposed
     * @param why one sentence, in the words of the evidence
     * @param message the row of the message that tells it; null if several do
     */
    public record Proposal(
            long id,
            Kind kind,
            CustomerId customer,
            @Nullable CustomerId other,
            String proposed,
            String why,
            @Nullable Long message,
            Instant madeAt,
            State state) {}

    /**
     * Asks, unless the same has been asked before, whatever was answered.
     *
     * @return whether it is new
     */
    public boolean propose(
            Transaction tx, Kind kind, CustomerId customer, @Nullable CustomerId other, String proposed, String why,
            @Nullable Long message, Instant now) {
        boolean asked = handle.createQuery(
                        """
                        select count(*) from proposal where kind = :kind and proposed = :proposed
                            and (customer_id = :customer and coalesce(other_id, 0) = :other
                                or customer_id = :other and coalesce(other_id, 0) = :customer)
                        """)
                        .bind("kind", kind.id())
                        .bind("proposed", Rows.fit(proposed, 400))
                        .bind("customer", customer.number())
                        .bind("other", other == null ? 0 : other.number())
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (!asked) {
            handle.execute(
                    "insert into proposal (id, kind, customer_id, other_id, proposed, why, message, made_at, state)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    tx.take(Transaction.Counter.PROPOSAL, 1), kind.id(), customer.number(),
                    other == null ? null : other.number(), Rows.fit(proposed, 400), Rows.fit(why, 1000), message,
                    Rows.timestamp(now), State.OPEN.id());
        }
        return !asked;
    }

    public void settle(long id, State state, Instant now) {
        handle.execute(
                "update proposal set state = ?, settled_at = ? where id = ?", state.id(), Rows.timestamp(now), id);
    }

    /** Takes back a question that nobody has answered. */
    public void withdraw(long id) {
        handle.execute("delete from proposal where id = ? and state = 'open'", id);
    }

    public Optional<Proposal> find(long id) {
        return handle.createQuery("select * from proposal where id = ?").bind(0, id).map((row, _) -> proposal(row)).findOne();
    }

    /** Those still to be answered, the oldest first, of customers that are still there. */
    public List<Proposal> open() {
        return handle.createQuery(
                        """
                        select p.* from proposal p join customer c on c.id = p.customer_id
                        left join customer o on o.id = p.other_id
                        where p.state = 'open' and c.merged_into is null and o.merged_into is null order by p.id
                        """)
                .map((row, _) -> proposal(row))
                .list();
    }

    /** When a person last said no to questions of a kind, by {@code until}. */
    public Map<CustomerId, Instant> refused(Kind kind, Instant until) {
        Map<CustomerId, Instant> refused = new HashMap<>();
        handle.createQuery("select customer_id, max(settled_at) refused_at from proposal where kind = :kind and state = 'refused'"
                        + " and settled_at <= :until group by customer_id")
                .bind("kind", kind.id())
                .bind("until", Rows.timestamp(until))
                .map((row, _) -> Map.entry(new CustomerId(row.getLong(1)), Rows.instant(row, "refused_at")))
                .forEach(it -> refused.put(it.getKey(), it.getValue()));
        return refused;
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        Long other = row.getObject("other_id", Long.class);
        return new Proposal(
                row.getLong("id"), Kind.of(row.getString("kind")), new CustomerId(row.getLong("customer_id")),
                other == null ? null : new CustomerId(other), row.getString("proposed"), row.getString("why"),
                row.getObject("message", Long.class), Rows.instant(row, "made_at"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
