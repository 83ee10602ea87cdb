package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Every message once, and whose it is. */
public final class MessageTable {

    private static final String SELECT = "select m.* from message m ";
    /** Messages that belong to a customer or are about it as well; its number is asked for twice. */
    private static final String ABOUT =
            "m.id in (select b.id from message b where b.customer_id = ?"
                    + " union select f.message from message_customer f join message b on b.id = f.message"
                    + " where f.customer_id = ? and b.customer_id is not null)";

    private final Handle handle;

    MessageTable(Handle handle) {
        this.handle = handle;
    }

    /** A known message, as far as deciding whether another copy is the same needs it. */
    public record Known(long id, String key, String fingerprint) {}

    public Map<String, Known> known(Collection<String> keys) {
        Map<String, Known> known = new HashMap<>();
        new ListQuery(
                        handle, "keys", keys,
                        "select id, message_key, fingerprint from message where message_key in (<keys>)")
                .list((row, _) -> new Known(row.getLong(1), row.getString(2), row.getString(3)))
                .forEach(it -> known.put(it.key(), it));
        return known;
    }

    public void insert(Collection<MessageRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch insert = handle.prepareBatch(
                """
                insert into message (id, message_key, revision, kind, channel, message_id, sent_at, local_time, stored_at,
                    from_address, from_name, chat, room, subject, preview, language, bulk, auto, direction, customer_id,
                    match_state, match_why, raw_hash, raw_size, fingerprint, problem, digest)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        for (MessageRow row : rows) {
            insert.add(
                    row.id(), row.key(), row.revision(), row.system() ? "SYSTEM" : "MESSAGE", row.channel().id(),
                    row.messageId(), Rows.timestamp(row.sentAt()), row.localTime(), Rows.timestamp(row.storedAt()),
                    row.fromAddress(), row.fromName(), row.chat(), row.room(), row.subject(), row.preview(), row.language(),
                    row.bulk(), row.auto(), row.direction().name(), number(row.customer()), row.matchState().name(),
                    row.matchWhy(), row.rawHash(), row.rawSize(), row.fingerprint(), row.problem(), row.digest());
        }
        insert.execute();
    }

    /** Whose a message is from now on. */
    public record Assigned(long message, @Nullable CustomerId customer, MatchState state, String why) {}

    /** What the index holds already must get a new revision as well: {@link Transaction#renew}. */
    public void assign(Collection<Assigned> assigned) {
        PreparedBatch update = handle.prepareBatch(
                "update message set customer_id = ?, match_state = ?, match_why = ? where id = ?");
        for (Assigned it : assigned) {
            update.add(number(it.customer()), it.state().name(), Rows.fit(it.why(), 500), it.message());
        }
        if (update.size() > 0) {
            update.execute();
        }
    }

    /** Takes note that a person said whose a message is, or leaves it to the rules again. */
    public void assignedBy(Collection<Long> messages, String by) {
        if (!messages.isEmpty()) {
            handle.createUpdate("update message set match_by = :by where id in (<ids>)")
                    .bind("by", by)
                    .bindList("ids", new ArrayList<>(messages))
                    .execute();
        }
    }

    public Optional<MessageRow> find(long id) {
        return handle.createQuery(SELECT + "where m.id = ?").bind(0, id).map((row, _) -> row(row)).findOne();
    }

    public List<MessageRow> find(Collection<Long> ids) {
        return new ListQuery(handle, "ids", ids, SELECT + "where m.id in (<ids>)")
                        .list((row, _) -> row(row));
    }

    public Optional<MessageRow> findByMessageId(String messageId) {
        return handle.createQuery(SELECT + "where m.message_id = ? order by m.id limit 1")
                .bind(0, messageId)
                .map((row, _) -> row(row))
                .findOne();
    }

    public Optional<MessageRow> findByKey(String key) {
        return handle.createQuery(SELECT + "where m.message_key = ?").bind(0, key).map((row, _) -> row(row)).findOne();
    }

    /** Messages in the order of their revisions, for the index. */
    public List<MessageRow> afterRevision(long revision, int limit) {
        return handle.createQuery(SELECT + "where m.revision > ? order by m.revision limit ?")
                .bind(0, revision)
                .bind(1, limit)
                .map((row, _) -> row(row))
                .list();
    }

    /** The message with the highest revision up to {@code revision}. */
    public Optional<MessageRow> lastUpTo(long revision) {
        return handle.createQuery(SELECT + "where m.revision <= ? order by m.revision desc limit 1")
                .bind(0, revision)
                .map((row, _) -> row(row))
                .findOne();
    }

    public long countAfterRevision(long revision) {
        return handle.createQuery("select count(*) from message where revision > ?")
                .bind(0, revision)
                .mapTo(Long.class)
                .one();
    }

    /** How many messages there are by whose they are; a chat's own notices are messages too. */
    public Map<MatchState, Long> counts() {
        Map<MatchState, Long> counts = new HashMap<>();
        handle.createQuery("select match_state, count(*) from message group by match_state")
                .map((row, _) -> Map.entry(MatchState.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(it -> counts.put(it.getKey(), it.getValue()));
        return counts;
    }

    /** What came and went between two instants, of one owner. */
    public record Traffic(long in, long out, long unmatched) {}

    /** Messages that were sent from {@code from} up to {@code to} and that {@code owner} saw. */
    public Traffic traffic(String owner, Instant from, Instant to) {
        return handle.createQuery(
                        """
                        select sum(case when m.direction = 'IN' and not m.bulk and not m.auto then 1 else 0 end) came,
                            sum(case when m.direction = 'OUT' then 1 else 0 end) went,
                            sum(case when m.direction = 'IN' and m.match_state in ('NOBODY', 'SEVERAL') then 1 else 0 end)
                                unmatched
                        from message m where m.kind = 'MESSAGE' and m.sent_at >= :from and m.sent_at < :to
                            and exists (select 1 from sighting s where s.message = m.id and s.owner = :owner)
                        """)
                .bind("owner", owner)
                .bind("from", Rows.timestamp(from))
                .bind("to", Rows.timestamp(to))
                .map((row, _) -> new Traffic(row.getLong("came"), row.getLong("went"), row.getLong("unmatched")))
                .one();
    }

    /** How many messages of a customer are older than {@code before}. */
    public long countOfCustomer(CustomerId customer, Instant before) {
        return handle.createQuery(
                        "select count(*) from message m where " + ABOUT + " and m.sent_at < ? and m.kind = 'MESSAGE'")
                .bind(0, customer.number())
                .bind(1, customer.number())
                .bind(2, Rows.timestamp(before))
                .mapTo(Long.class)
                .one();
    }

    public List<Long> idsOf(CustomerId customer) {
        return handle.createQuery("select id from message where customer_id = ? order by id")
                .bind(0, customer.number())
                .mapTo(Long.class)
                .list();
    }

    /** A customer's messages that came into the ledger at {@code at} or later. */
    public List<Long> storedAfter(CustomerId customer, Instant at) {
        return handle.createQuery("select id from message where customer_id = ? and stored_at >= ? order by id")
                .bind(0, customer.number())
                .bind(1, Rows.timestamp(at))
                .mapTo(Long.class)
                .list();
    }

    /** A customer's messages, newest first. */
    public List<MessageRow> ofCustomer(CustomerId customer, Instant before, int limit) {
        // One question for both would compare each message with all of the customer's.
        Map<Long, MessageRow> newest = new HashMap<>();
        for (String whose : List.of(
                "select m.* from message m where m.customer_id = ?",
                "select m.* from message_customer f join message m on m.id = f.message where f.customer_id = ? and m.customer_id is not null")) {
            handle.createQuery(whose + " and m.sent_at < ? and m.kind = 'MESSAGE' order by m.sent_at desc, m.id desc limit ?")
                    .bind(0, customer.number())
                    .bind(1, Rows.timestamp(before))
                    .bind(2, limit)
                    .map((row, _) -> row(row))
                    .forEach(it -> newest.put(it.id(), it));
        }
        return newest.values().stream()
                .sorted(Comparator.comparing(MessageRow::sentAt).thenComparingLong(MessageRow::id).reversed())
                .limit(limit)
                .toList();
    }

    /** What people said with some customers from {@code since} to {@code until}, the oldest first, though it be another customer's as well. */
    public Map<CustomerId, List<MessageRow>> said(Collection<CustomerId> customers, Instant since, Instant until) {
        String human = " and m.kind = 'MESSAGE' and m.bulk = false and m.auto = false and m.sent_at >= :since and m.sent_at <= :until";
        Map<CustomerId, List<MessageRow>> said = new HashMap<>();
        for (String whose : List.of(
                "select m.*, m.customer_id whose from message m where m.customer_id in (<ids>)",
                "select m.*, f.customer_id whose from message_customer f join message m on m.id = f.message"
                        + " where f.customer_id in (<ids>) and m.customer_id <> f.customer_id")) {
            new ListQuery(handle, "ids", customers, whose + human)
                    .bind("since", Rows.timestamp(since))
                    .bind("until", Rows.timestamp(until))
                    .list((row, _) -> Map.entry(new CustomerId(row.getLong("whose")), row(row)))
                    .forEach(it -> said.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        }
        said.values().forEach(it -> it.sort(Comparator.comparing(MessageRow::sentAt).thenComparingLong(MessageRow::id)));
        return said;
    }

    /** The newest message that counts as contact, at {@code at} or earlier, though it be another customer's as well. */
    public Optional<MessageRow> last(CustomerId customer, Direction direction, Instant at) {
        return Stream.of("where m.customer_id = ?",
                        "join message_customer f on f.message = m.id where m.customer_id is not null and f.customer_id = ?")
                .flatMap(whose -> handle.createQuery(SELECT
                                + whose + " and m.direction = ? and m.sent_at <= ? and " + CustomerTable.TOUCH
                                + " order by m.sent_at desc, m.id desc limit 1")
                        .bind(0, customer.number())
                        .bind(1, direction.name())
                        .bind(2, Rows.timestamp(at))
                        .map((row, _) -> row(row))
                        .stream())
                .max(Comparator.comparing(MessageRow::sentAt).thenComparingLong(MessageRow::id));
    }

    /** Rows after {@code id} in the order of ids whose digest is checked: {@code verify} walks all of them so. */
    public List<Checked> checked(long id, int limit) {
        return handle.createQuery(SELECT + "where m.id > ? order by m.id limit ?")
                .bind(0, id)
                .bind(1, limit)
                .map((row, _) -> {
                    MessageRow message = row(row);
                    return new Checked(message, message.digest().equals(row.getString("digest")));
                })
                .list();
    }

    /** @param intact false if the row is not what was written */
    public record Checked(MessageRow row, boolean intact) {}

    private static @Nullable Long number(@Nullable CustomerId customer) {
        return customer == null ? null : customer.number();
    }

    static MessageRow row(ResultSet row) throws SQLException {
        Long customer = Rows.longOrNull(row, "customer_id");
        return new MessageRow(
                row.getLong("id"),
                row.getString("message_key"),
                row.getLong("revision"),
                row.getString("kind").equals("SYSTEM"),
                Channel.of(row.getString("channel")),
                row.getString("message_id"),
                Rows.instant(row, "sent_at"),
                row.getObject("local_time", LocalDateTime.class),
                Rows.instant(row, "stored_at"),
                row.getString("from_address"),
                row.getString("from_name"),
                row.getString("chat"),
                row.getString("room"),
                row.getString("subject"),
                row.getString("preview"),
                row.getString("language"),
                row.getBoolean("bulk"),
                row.getBoolean("auto"),
                Direction.valueOf(row.getString("direction")),
                customer == null ? null : new CustomerId(customer),
                MatchState.valueOf(row.getString("match_state")),
                row.getString("match_why"),
                row.getString("raw_hash"),
                row.getLong("raw_size"),
                row.getString("fingerprint"),
                row.getString("problem"));
    }
}
