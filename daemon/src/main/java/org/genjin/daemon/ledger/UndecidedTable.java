package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.jdbi.v3.core.Handle;

/** Messages of which the rules are not sure whose they are, or that are nobody's, and who comes into question. */
public final class UndecidedTable {

    /** Which messages a rule may give to somebody else once more is known. */
    private static final String REDECIDED = "m.match_by <> 'person' and m.dropped_at is null"
            + " and (m.match_state <> 'ONE' or m.match_why like 'conversation%')";
    /** So many messages of one kind are looked at again at a time. */
    public static final int MOST_UNDECIDED = 500;

    private static final String SELECT = "select m.* from message m ";

    private final Handle handle;

    UndecidedTable(Handle handle) {
        this.handle = handle;
    }

    public void setCandidates(long message, Collection<CustomerId> candidates) {
        handle.execute("delete from candidate where message = ?", message);
        candidates.forEach(it ->
                handle.execute("insert into candidate (message, customer_id) values (?, ?)", message, it.number()));
    }

    /** Of {@code messages} those that the rules may give to somebody else. */
    public List<Long> leftToRules(Collection<Long> messages) {
        return new ListQuery(
                        handle, "ids", messages,
                        "select id from message where id in (<ids>) and match_by = 'daemon' order by id")
                .list(Long.class);
    }

    /** Messages of which a person is to say whether they are {@code customer}'s. */
    public List<Long> perhapsOf(CustomerId customer) {
        return handle.createQuery("select message from candidate where customer_id = ? order by message")
                .bind(0, customer.number())
                .mapTo(Long.class)
                .list();
    }

    public List<CustomerId> candidates(long message) {
        return handle.createQuery("select customer_id from candidate where message = ? order by customer_id")
                .bind(0, message)
                .map((row, _) -> new CustomerId(row.getLong(1)))
                .list();
    }

    /** Messages of which a person is to say whose they are, the newest first. */
    public List<MessageRow> doubtful(int limit) {
        return handle.createQuery(SELECT + "where m.match_state = 'SEVERAL' order by m.sent_at desc, m.id desc limit ?")
                .bind(0, limit)
                .map((row, _) -> MessageTable.row(row))
                .list();
    }

    /** Nobody's messages for a reason, by sender and reason; what we wrote to them goes without saying. */
    public record SetAside(String sender, String why, long count, Instant last, String subject) {}

    /** The most frequent first. */
    public List<SetAside> setAside(int limit) {
        return handle.createQuery("select coalesce(from_address, from_name, chat, '') sender, match_why, count(*) n,"
                        + " max(sent_at) newest, max(subject) subject from message where match_state = 'SET_ASIDE' and direction <> 'OUT'"
                        + " group by coalesce(from_address, from_name, chat, ''), match_why order by n desc, sender limit ?")
                .bind(0, limit)
                .map((row, _) -> new SetAside(
                        row.getString("sender"), row.getString("match_why"), row.getLong("n"), Rows.instant(row, "newest"),
                        row.getString("subject")))
                .list();
    }

    /**
     * Messages that name one of {@code parties} and are nobody's, or somebody's by the conversation alone: to be looked at
     * again when one of them becomes known.
     */
    public List<Long> unmatchedNaming(Collection<String> parties) {
        return new ListQuery(
                        handle, "parties", parties,
                        "select distinct m.id from participant p join message m on m.id = p.message"
                                + " where p.party in (<parties>) and " + REDECIDED)
                .distinct(Long.class);
    }

    /** Messages of which a person is asked whether they belong to one of {@code customers}. */
    public List<Long> askedOf(Collection<CustomerId> customers) {
        return new ListQuery(
                        handle, "ids", customers,
                        "select distinct m.id from candidate c join message m on m.id = c.message"
                                + " where c.customer_id in (<ids>) and m.match_state = 'SEVERAL' and m.match_by <> 'person'")
                .distinct(Long.class);
    }

    /** What was said in {@code chats}, named without their channels, and is nobody's yet. */
    public List<Long> undecidedInChats(Collection<String> chats) {
        return new ListQuery(
                        handle, "chats", chats,
                        "select id from message where chat in (<chats>) and match_state in ('NOBODY', 'SEVERAL')"
                                + " and match_by <> 'person' and dropped_at is null")
                .list(Long.class);
    }

    /** Those of {@code parties} of whom a person is asked whether they are a customer's, with the customers it may be. */
    public Map<String, Set<CustomerId>> askedAbout(Collection<String> parties) {
        Map<String, Set<CustomerId>> asked = new HashMap<>();
        new ListQuery(
                        handle, "parties", parties,
                        "select distinct p.party, c.customer_id from participant p join message m on m.id = p.message"
                                + " join candidate c on c.message = m.id where p.party in (<parties>) and p.role = 'from'"
                                + " and m.match_state = 'SEVERAL'")
                .distinct((row, _) -> Map.entry(row.getString(1), new CustomerId(row.getLong(2))))
                .forEach(it -> asked.computeIfAbsent(it.getKey(), _ -> new LinkedHashSet<>()).add(it.getValue()));
        return asked;
    }

    /** A message with somebody of which nothing has been decided, and what is said of it. */
    public record Undecided(long message, String party, Direction direction, MatchState state) {}

    /** Messages that people wrote with one of {@code parties} and of which nothing has been decided, the newest of each. */
    public List<Undecided> undecidedWith(Collection<String> parties) {
        return new ListQuery(
                        handle, "parties", parties,
                        "select distinct m.id, p.party, m.direction, m.match_state from participant p join message m on m.id = p.message"
                                + " where p.party in (<parties>) and m.match_state in ('NOBODY', 'SEVERAL')"
                                + " and m.match_by <> 'person' and m.dropped_at is null and " + CustomerTable.TOUCH
                                + " order by m.id desc limit " + MOST_UNDECIDED)
                .list((row, _) -> new Undecided(
                        row.getLong(1), row.getString(2), Direction.valueOf(row.getString(3)), MatchState.valueOf(row.getString(4))))
                .stream()
                .sorted(Comparator.comparingLong(Undecided::message).reversed())
                .limit(MOST_UNDECIDED)
                .toList();
    }

    /** Nobody's messages in which one of {@code values} is named: an address, a number, a party, or a name as it is folded. */
    public List<Long> unmatchedOf(Collection<String> values) {
        return new ListQuery(
                        handle, "values", values,
                        "select distinct m.id from participant p join message m on m.id = p.message"
                                + " where m.match_state = 'NOBODY' and (p.party in (<values>) or p.address in (<values>)"
                                + " or lower(p.name) in (<values>))")
                .distinct(Long.class);
    }

    /** Nobody's messages that answer one of {@code messageIds}, which are keys for chats. */
    public List<Long> unmatchedAnswering(Collection<String> messageIds) {
        return new ListQuery(
                        handle, "ids", messageIds,
                        "select distinct m.id from reference r join message m on m.id = r.message"
                                + " where r.message_id in (<ids>) and " + REDECIDED)
                .distinct(Long.class);
    }

    public Map<Long, List<String>> candidateNames(Collection<Long> messages) {
        Map<Long, List<String>> names = new HashMap<>();
        new ListQuery(
                        handle, "ids", messages,
                        "select k.message, c.name from candidate k join customer c on c.id = k.customer_id"
                                + " where k.message in (<ids>) order by c.id")
                .list((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(it -> names.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return names;
    }
}
