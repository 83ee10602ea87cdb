package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.daemon.customer.Direction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Messages whose content was given up because they are no customer's. What stays of one: its key, Message-ID, date, sender,
 * chat, what it answers, where it was seen, and keyed hashes of who else was named.
 */
public final class DroppedTable {

    private final Handle handle;

    DroppedTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * Messages whose content is due to be dropped: no customer's, stored before {@code before}, and not decided about since. A
     * message that was seen nowhere, such as a note, could never be had again: it stays.
     */
    public List<Long> due(Instant before, int limit) {
        return handle.createQuery(
                        """
                        select m.id from message m where m.match_state in ('NOBODY', 'SET_ASIDE') and m.dropped_at is null
                            and m.stored_at < :before and exists (select 1 from sighting s where s.message = m.id)
                            and not exists (select 1 from decision_message d join decision x on x.id = d.decision
                                where d.message = m.id and (x.made_at >= :before or x.undone_at >= :before))
                        order by m.stored_at, m.id limit :limit
                        """)
                .bind("before", Rows.timestamp(before))
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    /**
     * Drops the content of messages. Their bytes stay in the store until nothing refers to them: {@link ContentTable#unneeded}.
     *
     * @param revision the first of as many
     */
    public void drop(Collection<MessageRow> rows, Instant now, long revision) {
        List<Long> ids = rows.stream().map(MessageRow::id).toList();
        if (ids.isEmpty()) {
            return;
        }
        Set<String> contents = new MessageTraces(handle).contents(ids);
        new MessageTraces(handle).deleteContent(ids);
        handle.createUpdate("delete from participant where message in (<ids>) and role <> 'from'").bindList("ids", ids).execute();
        PreparedBatch update = handle.prepareBatch(
                "update message set subject = ?, preview = ?, language = ?, problem = null, raw_hash = ?, raw_size = 0,"
                        + " digest = ?, dropped_at = ?, revision = ?, said_version = 0, expects_answer = false where id = ?");
        long next = revision;
        for (MessageRow row : rows) {
            MessageRow it = row.dropped();
            update.add(
                    it.subject(), it.preview(), it.language(), it.rawHash(), it.digest(), Rows.timestamp(now), next++, it.id());
        }
        update.execute();
        new ContentTable(handle).unneeded(contents);
    }

    /** Keeps hashes of who was named in a message that is about to be dropped. */
    public void keepParties(Map<Long, ? extends Collection<String>> hashes) {
        PreparedBatch insert = handle.prepareBatch("insert into dropped_party (message, party_hash) values (?, ?)");
        hashes.forEach((message, them) -> them.stream().distinct().forEach(hash -> insert.add(message, hash)));
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    /** A message has its content again; who is named in it is known by name. */
    public void restored(MessageRow row) {
        handle.execute(
                "update message set subject = ?, preview = ?, language = ?, problem = ?, raw_hash = ?, raw_size = ?, fingerprint = ?,"
                        + " digest = ?, stored_at = ?, dropped_at = null, said_version = 0 where id = ?",
                row.subject(), row.preview(), row.language(), row.problem(), row.rawHash(), row.rawSize(), row.fingerprint(),
                row.digest(), Rows.timestamp(row.storedAt()), row.id());
        handle.execute("delete from participant where message = ?", row.id());
        handle.execute("delete from dropped_party where message = ?", row.id());
        handle.execute("delete from fetch_again where message = ?", row.id());
    }

    /** Those of {@code messages} without their content, and when it was dropped. */
    public Map<Long, Instant> of(Collection<Long> messages) {
        Map<Long, Instant> dropped = new HashMap<>();
        new ListQuery(
                        handle, "ids", messages,
                        "select id, dropped_at from message where id in (<ids>) and dropped_at is not null")
                .list((row, _) -> Map.entry(row.getLong(1), Rows.instant(row, "dropped_at")))
                .forEach(it -> dropped.put(it.getKey(), it.getValue()));
        return dropped;
    }

    /** The fingerprints of messages with these keys whose content was dropped and is not wanted again. */
    public Map<String, String> unwanted(Collection<String> keys) {
        Map<String, String> unwanted = new HashMap<>();
        new ListQuery(
                        handle, "keys", keys,
                        "select message_key, fingerprint from message m where message_key in (<keys>)"
                                + " and dropped_at is not null and match_state in ('NOBODY', 'SET_ASIDE')"
                                + " and not exists (select 1 from fetch_again f where f.message = m.id)")
                .list((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(it -> unwanted.put(it.getKey(), it.getValue()));
        return unwanted;
    }

    /** Those of {@code messages} whose content was dropped and is wanted again. */
    public Set<Long> wanted(Collection<Long> messages) {
        return new TreeSet<>(new ListQuery(
                        handle, "ids", messages,
                        "select id from message m where id in (<ids>) and dropped_at is not null"
                                + " and (match_state in ('ONE', 'SEVERAL')"
                                + " or exists (select 1 from fetch_again f where f.message = m.id))")
                .list(Long.class));
    }

    /** Dropped messages that are, or may be, a customer's by now and that nobody has asked for yet. */
    public List<Long> customers(int limit) {
        return handle.createQuery("select m.id from message m where m.match_state in ('ONE', 'SEVERAL')"
                        + " and m.dropped_at > :begin and not exists (select 1 from fetch_again f where f.message = m.id) limit :limit")
                .bind("begin", Rows.timestamp(Instant.EPOCH))
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    /** Whether there is any message whose parties are known by hashes only. */
    public boolean hasParties() {
        return !handle.createQuery("select 1 from dropped_party limit 1").mapTo(Integer.class).list().isEmpty();
    }

    /**
     * Dropped messages in which one of these was named and that nobody has asked for yet; no person said that they are nobody's.
     *
     * @param direction only those that people wrote that way; empty: all
     */
    public Set<Long> naming(Collection<String> hashes, Optional<Direction> direction) {
        return new TreeSet<>(new ListQuery(
                        handle, "hashes", hashes,
                        "select p.message from dropped_party p join message m on m.id = p.message"
                                + " where p.party_hash in (<hashes>) and m.match_by <> 'person'"
                                + " and m.match_state in ('NOBODY', 'SET_ASIDE') and (:direction is null or m.direction = :direction and not m.bulk and not m.auto)"
                                + " and not exists (select 1 from fetch_again f where f.message = m.id)")
                .bind("direction", direction.map(Direction::name).orElse(null))
                .list(Long.class));
    }

    /** Those of {@code names} by which a customer is known. */
    public Set<String> known(Collection<String> names) {
        return new HashSet<>(new ListQuery(
                        handle, "names", names,
                        "select known_as from identity where known_as in (<names>)")
                .list(String.class));
    }

    /** By what customers are known everywhere. */
    public Set<String> knownParties() {
        return new HashSet<>(handle.createQuery("select known_as from identity where kind in ('address', 'domain', 'phone', 'chat')")
                .mapTo(String.class)
                .list());
    }

    /** With whom people exchange words that way who are no customers, as far as the content of it is kept. */
    public Set<String> openParties(Direction direction) {
        return new HashSet<>(handle.createQuery("select distinct p.party from message m join participant p on p.message = m.id"
                        + " and p.role = :role where m.match_state = 'NOBODY' and m.dropped_at is null and m.direction = :direction"
                        + " and not m.bulk and not m.auto and p.party is not null")
                .bind("role", direction == Direction.IN ? "from" : "to")
                .bind("direction", direction.name())
                .mapTo(String.class)
                .list());
    }

    public long count() {
        return handle.createQuery("select count(*) from message where dropped_at is not null").mapTo(Long.class).one();
    }
}
