package org.genjin.daemon.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** By what each customer is known. */
public final class IdentityTable {

    private static final Duration NEWS_AFTER = Duration.ofDays(7);

    private final Handle handle;

    IdentityTable(Handle handle) {
        this.handle = handle;
    }

    /** What kind of thing a customer is known by. */
    public enum Kind {
        ADDRESS,
        DOMAIN,
        PHONE,
        /** A person's name in chats, folded; good for one owner's chats only. */
        NAME,
        /** A chat's title, with its channel before it; good for one owner's chats only. */
        CHAT;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param owner whose chats a name or chat belongs to; "" for what counts everywhere
     * @param person whom it belongs to, as written; "" if not known
     * @param lastSeen when a message last carried it; null for domains
     */
    public record Identity(
            Kind kind, String knownAs, String owner, CustomerId customer, String person, @Nullable Instant lastSeen) {}

    /** Puts those that tell something new; that somebody wrote once more within a week is nothing new. */
    public void putNew(Collection<Identity> identities) {
        Map<CustomerId, List<Identity>> known =
                of(identities.stream().map(Identity::customer).distinct().toList());
        for (Identity it : identities) {
            boolean told = known.getOrDefault(it.customer(), List.of()).stream().anyMatch(before -> tells(before, it));
            if (!told) {
                put(it);
            }
        }
    }

    private static boolean tells(Identity known, Identity it) {
        Instant before = known.lastSeen();
        Instant now = it.lastSeen();
        return known.kind() == it.kind()
                && known.knownAs().equals(Rows.fit(it.knownAs(), 400))
                && known.owner().equals(it.owner())
                && (!known.person().isEmpty() || it.person().isEmpty())
                && before != null
                && now != null
                && now.isBefore(before.plus(NEWS_AFTER));
    }

    /** Adds an identity or, if it is known, notes the newest name and time. */
    public void put(Identity identity) {
        String knownAs = Rows.fit(identity.knownAs(), 400);
        Instant seen = identity.lastSeen();
        int updated = handle.createUpdate(
                        """
                        update identity set
                            person = case when :person <> '' and (last_seen is null or :seen >= last_seen)
                                then :person else person end,
                            last_seen = case when last_seen is null or :seen > last_seen then :seen else last_seen end
                        where kind = :kind and known_as = :knownAs and owner = :owner and customer_id = :customer
                        """)
                .bind("person", Rows.fit(identity.person(), 500))
                .bind("seen", Rows.timestampOrNull(seen))
                .bind("kind", identity.kind().id())
                .bind("knownAs", knownAs)
                .bind("owner", identity.owner())
                .bind("customer", identity.customer().number())
                .execute();
        if (updated == 0) {
            handle.execute(
                    "insert into identity (kind, known_as, owner, customer_id, person, last_seen) values (?, ?, ?, ?, ?, ?)",
                    identity.kind().id(), knownAs, identity.owner(), identity.customer().number(),
                    Rows.fit(identity.person(), 500), Rows.timestampOrNull(seen));
        }
    }

    /** Those that are known as one of {@code values}. */
    public List<Identity> find(Kind kind, Collection<String> values) {
        return values.isEmpty()
                ? List.of()
                : handle.createQuery("select * from identity where kind = :kind and known_as in (<values>)")
                        .bind("kind", kind.id())
                        .bindList("values", new ArrayList<>(values))
                        .map((row, _) -> identity(row))
                        .list();
    }

    /** Customer → everything it is known by, the newest first. */
    public Map<CustomerId, List<Identity>> of(Collection<CustomerId> customers) {
        Map<CustomerId, List<Identity>> identities = new HashMap<>();
        if (!customers.isEmpty()) {
            handle.createQuery("select * from identity where customer_id in (<ids>)"
                            + " order by customer_id, kind, last_seen desc nulls last, known_as")
                    .bindList("ids", customers.stream().map(CustomerId::number).toList())
                    .map((row, _) -> identity(row))
                    .forEach(it -> identities.computeIfAbsent(it.customer(), _ -> new ArrayList<>()).add(it));
        }
        return identities;
    }

    private static Identity identity(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Identity(
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("known_as"),
                row.getString("owner"),
                new CustomerId(row.getLong("customer_id")),
                row.getString("person"),
                Rows.instantOrNull(row, "last_seen"));
    }
}
