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
        CHAT,
        /** By what the firm's name is known again, however it is written; see {@code FirmNames}. */
        FIRM;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param owner whose chats a name or chat belongs to; "" for what counts everywhere
     * @param person whom it belongs to, as written; "" if not known
     * @param title what that person does, as last written; "" if not known
     * @param firstSeen when a message first carried it; null for domains
     * @param lastSeen when a message last carried it; null for domains
     * @param message the row of the message that carried it last; null if none did
     */
    public record Identity(
            Kind kind,
            String knownAs,
            String owner,
            CustomerId customer,
            String person,
            String title,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen,
            @Nullable Long message,
            By by) {

        /** What the daemon learned at {@code seen}. */
        public Identity(
                Kind kind, String knownAs, String owner, CustomerId customer, String person, @Nullable Instant seen) {
            this(kind, knownAs, owner, customer, person, "", seen, seen, null, By.DAEMON);
        }

        public Identity inMessage(long row) {
            return new Identity(kind, knownAs, owner, customer, person, title, firstSeen, lastSeen, row, by);
        }

        public Identity withTitle(String title) {
            return new Identity(kind, knownAs, owner, customer, person, title, firstSeen, lastSeen, message, by);
        }

        public Identity by(By by) {
            return new Identity(kind, knownAs, owner, customer, person, title, firstSeen, lastSeen, message, by);
        }
    }

    /** Who says that a customer is known by something. */
    public enum By {
        DAEMON,
        PERSON,
        /** A customer list that was imported. */
        LIST;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Puts those that tell something new; that somebody wrote once more within a week is nothing new.
     *
     * @return those that nobody was known by yet
     */
    public List<Identity> putNew(Collection<Identity> identities) {
        List<Identity> fresh = new ArrayList<>();
        Map<CustomerId, List<Identity>> known =
                of(identities.stream().map(Identity::customer).distinct().toList());
        for (Identity it : identities) {
            boolean told = known.getOrDefault(it.customer(), List.of()).stream().anyMatch(before -> tells(before, it));
            if (!told && put(it)) {
                fresh.add(it);
            }
        }
        return fresh;
    }

    private static boolean tells(Identity known, Identity it) {
        Instant before = known.lastSeen();
        Instant now = it.lastSeen();
        return known.kind() == it.kind()
                && known.knownAs().equals(Rows.fit(it.knownAs(), 400))
                && known.owner().equals(it.owner())
                && (!known.person().isEmpty() || it.person().isEmpty())
                && (it.title().isEmpty() || it.title().equals(known.title()))
                && (it.by() == By.DAEMON || it.by() == known.by())
                && before != null
                && now != null
                && now.isBefore(before.plus(NEWS_AFTER));
    }

    /**
     * Adds an identity or, if it is known, notes the newest name and time.
     *
     * @return whether it was not known
     */
    public boolean put(Identity identity) {
        String knownAs = Rows.fit(identity.knownAs(), 400);
        Instant seen = identity.lastSeen();
        int updated = handle.createUpdate(
                        """
                        update identity set
                            person = case when :person <> '' and (last_seen is null or :seen >= last_seen)
                                then :person else person end,
                            title = case when :title <> '' and (last_seen is null or :seen >= last_seen)
                                then :title else title end,
                            message = case when cast(:message as bigint) is not null and (last_seen is null or :seen >= last_seen)
                                then cast(:message as bigint) else message end,
                            set_by = case when :by <> 'daemon' then :by else set_by end,
                            first_seen = case when first_seen is null or :first < first_seen then :first else first_seen end,
                            last_seen = case when last_seen is null or :seen > last_seen then :seen else last_seen end
                        where kind = :kind and known_as = :knownAs and owner = :owner and customer_id = :customer
                        """)
                .bind("person", Rows.fit(identity.person(), 500))
                .bind("title", Rows.fit(identity.title(), 300))
                .bind("message", identity.message())
                .bind("by", identity.by().id())
                .bind("first", Rows.timestampOrNull(identity.firstSeen()))
                .bind("seen", Rows.timestampOrNull(seen))
                .bind("kind", identity.kind().id())
                .bind("knownAs", knownAs)
                .bind("owner", identity.owner())
                .bind("customer", identity.customer().number())
                .execute();
        if (updated == 0) {
            handle.execute(
                    "insert into identity (kind, known_as, owner, customer_id, person, title, first_seen, last_seen, message,"
                            + " set_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    identity.kind().id(), knownAs, identity.owner(), identity.customer().number(),
                    Rows.fit(identity.person(), 500), Rows.fit(identity.title(), 300),
                    Rows.timestampOrNull(identity.firstSeen()), Rows.timestampOrNull(seen), identity.message(),
                    identity.by().id());
        }
        return updated == 0;
    }

    /** Those that are known as one of {@code values}. */
    public List<Identity> find(Kind kind, Collection<String> values) {
        return new ListQuery(
                        handle, "values", values,
                        "select * from identity where kind = :kind and known_as in (<values>)")
                .bind("kind", kind.id())
                .list((row, _) -> identity(row));
    }

    /** Addresses at a domain or below it. */
    public List<Identity> addressesOf(String domain) {
        return handle.createQuery("select * from identity where kind = 'address' and (known_as like ? or known_as like ?)")
                .bind(0, "%@" + domain.replaceAll("[%_]", ""))
                .bind(1, "%." + domain.replaceAll("[%_]", ""))
                .map((row, _) -> identity(row))
                .list();
    }

    /** Label → the domains called so, whatever their ending: {@code acme} finds {@code acme.com.co}. */
    public Map<String, List<Identity>> domainsCalled(Collection<String> labels) {
        Map<String, List<Identity>> called = new HashMap<>();
        for (String it : labels) {
            List<Identity> found = beginning(Kind.DOMAIN, it, '.');
            if (!found.isEmpty()) {
                called.put(it, found);
            }
        }
        return called;
    }

    /** Firms whose name begins with that word, or whose domain is called so. */
    public List<Identity> firmsCalled(String folded) {
        List<Identity> called = new ArrayList<>(find(Kind.FIRM, List.of(folded)));
        called.addAll(beginning(Kind.FIRM, folded, ' '));
        called.addAll(beginning(Kind.DOMAIN, folded, '.'));
        return called;
    }

    /** People with that first name whom {@code owner} knows. */
    public List<Identity> firstNames(String folded, String owner) {
        return beginning(Kind.NAME, folded, ' ').stream().filter(it -> it.owner().equals(owner)).toList();
    }

    /** What begins with a word and the sign behind it. As a range, for which the key serves; 'like' would look at every row. */
    private List<Identity> beginning(Kind kind, String word, char sign) {
        return handle.createQuery("select * from identity where kind = ? and known_as >= ? and known_as < ?")
                .bind(0, kind.id())
                .bind(1, word + sign)
                .bind(2, word + (char) (sign + 1))
                .map((row, _) -> identity(row))
                .list();
    }

    /** Every domain that a customer is known by. */
    public List<String> domains() {
        return handle.createQuery("select distinct known_as from identity where kind = 'domain'").mapTo(String.class).list();
    }

    /** Everything one customer is known by, the newest first. */
    public List<Identity> of(CustomerId customer) {
        return of(List.of(customer)).getOrDefault(customer, List.of());
    }

    /** Customer → everything it is known by, the newest first. */
    public Map<CustomerId, List<Identity>> of(Collection<CustomerId> customers) {
        Map<CustomerId, List<Identity>> identities = new HashMap<>();
        new ListQuery(
                        handle, "ids", customers,
                        "select * from identity where customer_id in (<ids>)"
                                + " order by customer_id, kind, last_seen desc nulls last, known_as")
                .list((row, _) -> identity(row))
                .forEach(it -> identities.computeIfAbsent(it.customer(), _ -> new ArrayList<>()).add(it));
        return identities;
    }

    /** Makes it {@code to}'s; what both are known by is {@code to}'s once. */
    public void move(Identity identity, CustomerId to) {
        delete(identity);
        put(new Identity(
                identity.kind(), identity.knownAs(), identity.owner(), to, identity.person(), identity.title(),
                identity.firstSeen(), identity.lastSeen(), identity.message(), identity.by()));
    }

    public void delete(Identity identity) {
        handle.execute(
                "delete from identity where kind = ? and known_as = ? and owner = ? and customer_id = ?",
                identity.kind().id(), Rows.fit(identity.knownAs(), 400), identity.owner(), identity.customer().number());
    }

    private static Identity identity(java.sql.ResultSet row) throws java.sql.SQLException {
        return identity(row, new CustomerId(row.getLong("customer_id")));
    }

    static Identity identity(java.sql.ResultSet row, CustomerId customer) throws java.sql.SQLException {
        return new Identity(
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("known_as"),
                row.getString("owner"),
                customer,
                row.getString("person"),
                row.getString("title"),
                Rows.instantOrNull(row, "first_seen"),
                Rows.instantOrNull(row, "last_seen"),
                row.getObject("message", Long.class),
                By.valueOf(row.getString("set_by").toUpperCase(Locale.ROOT)));
    }
}
