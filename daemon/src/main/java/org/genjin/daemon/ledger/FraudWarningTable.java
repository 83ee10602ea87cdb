package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people are warned of: senders that look like others, money that is to go elsewhere. */
public final class FraudWarningTable {

    private final Handle handle;

    FraudWarningTable(Handle handle) {
        this.handle = handle;
    }

    public enum Kind {
        /** The sender's domain looks like a customer's. Details: the sender's domain, the real one. */
        LOOK_ALIKE,
        /** The sender's domain looks like ours. Details: the sender's domain, ours. */
        OUR_LOOK_ALIKE,
        /** The sender's domain is a customer's, or ours, but for its ending. Details: the sender's domain, the real one. */
        OTHER_ENDING,
        /** The sender has a customer's name, but not their address, and writes of money. No details. */
        BORROWED_NAME,
        /** They name another account than before. Details: what they name. */
        BANK_DETAILS,
        /** We seem to name another account than before. Details: what was named. */
        OUR_BANK_DETAILS;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param customer whose name or money is used; empty if that is our own
     * @param details what stands in the words, as each kind says
     */
    public record Warning(long message, Kind kind, Optional<CustomerId> customer, List<String> details, Instant madeAt) {}

    /** Adds a warning; said before, it stays as it is. */
    public void add(long message, Kind kind, Optional<CustomerId> customer, List<String> details, Instant now) {
        boolean known = handle.createQuery("select count(*) from warning where message = ? and kind = ?")
                        .bind(0, message)
                        .bind(1, kind.id())
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (!known) {
            handle.execute(
                    "insert into warning (message, kind, customer_id, words, made_at) values (?, ?, ?, ?, ?)",
                    message, kind.id(), number(customer), words(details), Rows.timestamp(now));
        }
    }

    /**
     * The warnings nobody has looked at, the newest first.
     *
     * @param owner only of messages that this owner saw; empty: of all
     */
    public List<Warning> open(Optional<String> owner) {
        return handle.createQuery("select w.* from warning w where w.seen_at is null and (:owner is null or exists"
                        + " (select 1 from sighting s where s.message = w.message and s.owner = :owner))"
                        + " order by w.made_at desc, w.message desc")
                .bind("owner", owner.orElse(null))
                .map((row, _) -> {
                    Long customer = Rows.longOrNull(row, "customer_id");
                    return new Warning(
                            row.getLong("message"),
                            Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                            Optional.ofNullable(customer).map(CustomerId::new),
                            row.getString("words").isEmpty() ? List.of() : List.of(row.getString("words").split("\n", -1)),
                            Rows.instant(row, "made_at"));
                })
                .list();
    }

    /** Somebody has looked at it. */
    public void seen(long message, String by, Instant now) {
        handle.execute(
                "update warning set seen_by = ?, seen_at = ? where message = ? and seen_at is null", by, Rows.timestamp(now), message);
    }

    /** Takes back the warnings of a kind about {@code messages} that nobody has looked at. */
    public void withdraw(Kind kind, Collection<Long> messages) {
        if (!messages.isEmpty()) {
            handle.createUpdate("delete from warning where kind = :kind and seen_at is null and message in (<ids>)")
                    .bind("kind", kind.id())
                    .bindList("ids", new ArrayList<>(messages))
                    .execute();
        }
    }

    /** Whether it was warned of just this before, seen or not. */
    public boolean isTold(Kind kind, List<String> details) {
        return handle.createQuery("select count(*) from warning where kind = ? and words = ?")
                        .bind(0, kind.id())
                        .bind(1, words(details))
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static String words(List<String> details) {
        return Rows.fit(String.join("\n", details), 1000);
    }

    private static @Nullable Long number(Optional<CustomerId> customer) {
        return customer.map(CustomerId::number).orElse(null);
    }
}
