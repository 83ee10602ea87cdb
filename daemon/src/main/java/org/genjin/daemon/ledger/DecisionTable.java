package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people decided, with what it was before. */
public final class DecisionTable {

    private static final int AT_ONCE = 1000;

    private final Handle handle;

    DecisionTable(Handle handle) {
        this.handle = handle;
    }

    /** What was decided. */
    public enum Kind {
        SET,
        NEXT,
        MERGE,
        SPLIT,
        ASSIGN,
        SET_ASIDE,
        PROPOSAL,
        /** What was due is dealt with. */
        DONE,
        /** What was said elsewhere is noted. */
        LOG,
        /** A customer was written down by hand. */
        ADD;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param by who decided: an owner's address, or {@code operator}
     * @param words what was decided, for people
     * @param undoneAt null while it stands
     */
    public record Decision(
            long id, Instant at, String by, Kind kind, @Nullable CustomerId customer, String words, @Nullable Instant undoneAt) {}

    /** Whose a message was, why, and who said so. */
    public record WasMessage(long message, @Nullable CustomerId customer, MatchState state, String why, String by) {}

    /**
     * An identity as it was before.
     *
     * @param isNew nobody was known by it
     * @param now whose it became
     */
    public record WasIdentity(Identity identity, boolean isNew, CustomerId now) {}

    /** What a value was. */
    public record WasValue(
            CustomerId customer, String field, @Nullable String value, String by, String why, @Nullable Long message) {}

    /** Writes a decision down; what it changes is noted before it is changed. */
    public long add(Transaction tx, Kind kind, String by, @Nullable CustomerId customer, String words, Instant now) {
        long id = tx.take(Transaction.Counter.DECISION, 1);
        handle.execute(
                "insert into decision (id, made_at, made_by, kind, customer_id, words) values (?, ?, ?, ?, ?, ?)",
                id, Rows.timestamp(now), by, kind.id(), customer == null ? null : customer.number(), Rows.fit(words, 1000));
        return id;
    }

    public void noteMessages(long decision, Collection<Long> messages) {
        List<Long> all = new ArrayList<>(messages);
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            handle.createUpdate(
                            """
                            insert into decision_message (decision, message, was_customer, was_state, was_why, was_by)
                            select :decision, id, customer_id, match_state, match_why, match_by from message where id in (<ids>)
                            """)
                    .bind("decision", decision)
                    .bindList("ids", all.subList(i, Math.min(all.size(), i + AT_ONCE)))
                    .execute();
        }
    }

    /** @param was whose it was; null if nobody was known by it */
    public void noteIdentity(long decision, Identity identity, @Nullable CustomerId was, CustomerId now) {
        handle.execute(
                "insert into decision_identity (decision, kind, known_as, owner, was_customer, person, title, first_seen,"
                        + " last_seen, message, set_by, now_customer) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                decision, identity.kind().id(), Rows.fit(identity.knownAs(), 400), identity.owner(),
                was == null ? null : was.number(), Rows.fit(identity.person(), 500), Rows.fit(identity.title(), 300),
                Rows.timestampOrNull(identity.firstSeen()), Rows.timestampOrNull(identity.lastSeen()), identity.message(),
                identity.by().id(), now.number());
    }

    public void noteValue(long decision, WasValue was) {
        handle.execute(
                "insert into decision_value (decision, customer_id, field, was_value, was_by, was_why, was_message)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                decision, was.customer().number(), was.field(), was.value(), was.by(), was.why(), was.message());
    }

    public List<WasMessage> messages(long decision) {
        return handle.createQuery("select * from decision_message where decision = ? order by message")
                .bind(0, decision)
                .map((row, _) -> new WasMessage(
                        row.getLong("message"), customer(row, "was_customer"), MatchState.valueOf(row.getString("was_state")),
                        row.getString("was_why"), row.getString("was_by")))
                .list();
    }

    public List<WasIdentity> identities(long decision) {
        return handle.createQuery("select * from decision_identity where decision = ? order by kind, known_as")
                .bind(0, decision)
                .map((row, _) -> {
                    CustomerId now = new CustomerId(row.getLong("now_customer"));
                    CustomerId was = customer(row, "was_customer");
                    return new WasIdentity(IdentityTable.identity(row, was == null ? now : was), was == null, now);
                })
                .list();
    }

    public List<WasValue> values(long decision) {
        return handle.createQuery("select * from decision_value where decision = ? order by field")
                .bind(0, decision)
                .map((row, _) -> new WasValue(
                        new CustomerId(row.getLong("customer_id")), row.getString("field"), row.getString("was_value"),
                        row.getString("was_by"), row.getString("was_why"), Rows.longOrNull(row, "was_message")))
                .list();
    }

    public void undone(long decision, Instant now) {
        handle.execute("update decision set undone_at = ? where id = ?", Rows.timestamp(now), decision);
    }

    public Optional<Decision> find(long id) {
        return handle.createQuery("select * from decision where id = ?").bind(0, id).map((row, _) -> decision(row)).findOne();
    }

    /**
     * The newest first.
     *
     * @param by only whose; empty: everybody's
     * @param standing only those that were not undone
     */
    public List<Decision> newest(Optional<String> by, boolean standing, int limit) {
        return handle.createQuery(
                        """
                        select * from decision where (:by is null or made_by = :by) and (not :standing or undone_at is null)
                        order by id desc limit :limit
                        """)
                .bind("by", by.orElse(null))
                .bind("standing", standing)
                .bind("limit", limit)
                .map((row, _) -> decision(row))
                .list();
    }

    /** Decisions after {@code id} that stand and moved a message, an identity or a value that it moved. */
    public List<Decision> laterOn(long id) {
        return handle.createQuery(
                        """
                        select * from decision d where d.id > :id and d.undone_at is null and (
                            exists (select 1 from decision_message a join decision_message b on b.message = a.message
                                where a.decision = :id and b.decision = d.id)
                            or exists (select 1 from decision_identity a join decision_identity b
                                on b.kind = a.kind and b.known_as = a.known_as and b.owner = a.owner
                                where a.decision = :id and b.decision = d.id)
                            or exists (select 1 from decision_value a join decision_value b
                                on b.customer_id = a.customer_id and b.field = a.field
                                where a.decision = :id and b.decision = d.id))
                        order by d.id desc
                        """)
                .bind("id", id)
                .map((row, _) -> decision(row))
                .list();
    }

    /** The newest that stands and set that value. */
    public Optional<Decision> setting(CustomerId customer, String field) {
        return handle.createQuery("select d.* from decision d join decision_value v on v.decision = d.id"
                        + " where v.customer_id = ? and v.field = ? and d.undone_at is null order by d.id desc limit 1")
                .bind(0, customer.number())
                .bind(1, field)
                .map((row, _) -> decision(row))
                .findOne();
    }

    /** When people last set a value of each customer, by {@code until}; what was taken back does not count. */
    public Map<CustomerId, Instant> lastSet(String field, Instant until) {
        Map<CustomerId, Instant> set = new HashMap<>();
        handle.createQuery("select v.customer_id, max(d.made_at) set_at from decision d join decision_value v on v.decision = d.id"
                        + " where v.field = :field and d.undone_at is null and d.made_at <= :until group by v.customer_id")
                .bind("field", field)
                .bind("until", Rows.timestamp(until))
                .map((row, _) -> Map.entry(new CustomerId(row.getLong("customer_id")), Rows.instant(row, "set_at")))
                .forEach(it -> set.put(it.getKey(), it.getValue()));
        return set;
    }

    /** When people decided something about each customer, after {@code from} and by {@code until}; what was taken back does not count. */
    public Map<CustomerId, List<Instant>> times(Instant from, Instant until) {
        Map<CustomerId, List<Instant>> times = new HashMap<>();
        handle.createQuery("select customer_id, made_at from decision where customer_id is not null and undone_at is null"
                        + " and made_at > :from and made_at <= :until order by made_at")
                .bind("from", Rows.timestamp(from))
                .bind("until", Rows.timestamp(until))
                .map((row, _) -> Map.entry(new CustomerId(row.getLong("customer_id")), Rows.instant(row, "made_at")))
                .forEach(it -> times.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return times;
    }

    /** When people last decided that about each customer, by {@code until}; what was taken back does not count. */
    public Map<CustomerId, Instant> last(Kind kind, Instant until) {
        Map<CustomerId, Instant> decided = new HashMap<>();
        handle.createQuery("select customer_id, max(made_at) made_at from decision where kind = :kind and undone_at is null"
                        + " and customer_id is not null and made_at <= :until group by customer_id")
                .bind("kind", kind.id())
                .bind("until", Rows.timestamp(until))
                .map((row, _) -> Map.entry(new CustomerId(row.getLong("customer_id")), Rows.instant(row, "made_at")))
                .forEach(it -> decided.put(it.getKey(), it.getValue()));
        return decided;
    }

    /** Those about one customer, the newest first. */
    public List<Decision> of(CustomerId customer, int limit) {
        return handle.createQuery("select * from decision where customer_id = ? order by id desc limit ?")
                .bind(0, customer.number())
                .bind(1, limit)
                .map((row, _) -> decision(row))
                .list();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("id"), Rows.instant(row, "made_at"), row.getString("made_by"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')), customer(row, "customer_id"),
                row.getString("words"), Rows.instantOrNull(row, "undone_at"));
    }

    private static @Nullable CustomerId customer(ResultSet row, String column) throws SQLException {
        Long id = Rows.longOrNull(row, column);
        return id == null ? null : new CustomerId(id);
    }
}
