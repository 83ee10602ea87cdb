package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Who wrote and read each message, and what one tells by that of others. */
public final class ParticipantTable {

    /** Who reads a letter with so many others is not its other side. */
    private static final int FEW = 5;
    private static final String SELECT = "select m.* from message m ";

    private final Handle handle;

    ParticipantTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * Somebody named in a message.
     *
     * @param role {@code from}, {@code to} or {@code cc}
     * @param party what a customer would be known by: the company's domain, else the address, else the chat; null for us
     */
    public record Participant(
            long message,
            String role,
            int position,
            @Nullable String address,
            @Nullable String name,
            @Nullable String party) {}

    public void insertParticipants(Collection<Participant> participants) {
        PreparedBatch insert = handle.prepareBatch(
                "insert into participant (message, role, position, address, name, party) values (?, ?, ?, ?, ?, ?)");
        for (Participant it : participants) {
            insert.add(
                    it.message(), it.role(), it.position(), Rows.fitOrNull(it.address(), 400),
                    Rows.fitOrNull(it.name(), 500), Rows.fitOrNull(it.party(), 420));
        }
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    /** Messages in which one of {@code values} is named: an address, or the party somebody would be known by. */
    public List<Long> naming(Collection<String> values) {
        return new ListQuery(
                        handle, "values", values,
                        "select distinct message from participant where address in (<values>) or party in (<values>)"
                                + " order by message")
                .distinct(Long.class)
                .stream()
                .sorted()
                .toList();
    }

    /** Messages of others that name one of {@code parties}, which are customers now: they concern these too. */
    public List<Long> concerning(Collection<String> parties) {
        return new ListQuery(
                        handle, "parties", parties,
                        "select distinct m.id from participant p join message m on m.id = p.message"
                                + " where p.party in (<parties>) and m.match_state = 'ONE' and m.match_by <> 'person'")
                .distinct(Long.class);
    }

    /** The domains of firms that have written to us. */
    public List<String> senderDomains() {
        return handle.createQuery("select distinct party from participant where role = 'from' and party is not null"
                        + " and party not like '%@%' and party not like '%:%'")
                .mapTo(String.class)
                .list();
    }

    /** When the first message that came from {@code party} was sent. */
    public Optional<Instant> firstFrom(String party) {
        return handle.createQuery("select min(m.sent_at) first_sent from participant p join message m on m.id = p.message"
                        + " where p.party = ? and p.role = 'from' and m.direction = 'IN'")
                .bind(0, party)
                .map((row, _) -> Rows.instantOrNull(row, "first_sent"))
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The newest messages that came from {@code party} and that no person has decided about. */
    public List<Long> writtenFrom(String party, int limit) {
        return handle.createQuery("select m.id from participant p join message m on m.id = p.message where p.party = ?"
                        + " and p.role = 'from' and m.direction = 'IN' and m.match_by <> 'person' and m.dropped_at is null"
                        + " order by m.sent_at desc, m.id desc limit ?")
                .bind(0, party)
                .bind(1, limit)
                .mapTo(Long.class)
                .list();
    }

    /** The newest messages that people of {@code party} wrote. */
    public List<MessageRow> writtenBy(String party, int limit) {
        return handle.createQuery(SELECT + "join participant p on p.message = m.id and p.role = 'from' and p.party = ?"
                        + " where m.direction = 'IN' and " + CustomerTable.TOUCH + " order by m.sent_at desc, m.id desc limit ?")
                .bind(0, party)
                .bind(1, limit)
                .map((row, _) -> MessageTable.row(row))
                .list();
    }

    /** Those of {@code parties} with whom words went both ways, written by people. */
    public List<String> twoWay(Collection<String> parties) {
        return new ListQuery(
                        handle, "parties", parties,
                        "select p.party from participant p join message m on m.id = p.message"
                                + " where p.party in (<parties>) and " + CustomerTable.TOUCH
                                + " and ((m.direction = 'IN' and p.role = 'from') or (m.direction = 'OUT' and p.role = 'to'))"
                                + " group by p.party having count(distinct m.direction) = 2")
                .list(String.class);
    }

    /** Those of {@code names} under which one of us spoke in chats of {@code channel}. */
    public List<String> ownNames(Channel channel, Collection<String> names) {
        return new ListQuery(
                        handle, "names", names,
                        "select distinct from_name from message"
                                + " where channel = :channel and direction = 'OUT' and from_name in (<names>)")
                .bind("channel", channel.id())
                .distinct(String.class);
    }

    public List<Participant> participants(Collection<Long> messages) {
        return new ListQuery(
                        handle, "ids", messages,
                        "select message, role, position, address, name, party from participant"
                                + " where message in (<ids>) order by message, role, position")
                .list((row, _) -> new Participant(
                        row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5),
                        row.getString(6)));
    }

    /** Somebody who has to do with a customer, and since when. */
    public record Introduced(String party, CustomerId customer, Instant since) {}

    /**
     * What somebody had to do with a customer's messages, or with nobody's.
     *
     * @param role as in {@link Participant}
     * @param since when the first of the messages was sent
     * @param touched whether one of them was written by a person
     */
    public record Dealing(
            String party, String role, Direction direction, @Nullable CustomerId customer, Instant since, boolean touched) {}

    /** In what roles {@code parties} stand in which customers' messages. */
    public List<Dealing> dealings(Collection<String> parties) {
        return new ListQuery(
                        handle, "parties", parties,
                        "select p.party, p.role, m.direction, m.customer_id, min(m.sent_at) since, max(case when " + CustomerTable.TOUCH
                                + " then 1 else 0 end) touched from participant p join message m on m.id = p.message"
                                + " where p.party in (<parties>) group by p.party, p.role, m.direction, m.customer_id")
                .list((row, _) -> {
                    Long customer = Rows.longOrNull(row, "customer_id");
                    return new Dealing(
                            row.getString(1), row.getString(2), Direction.valueOf(row.getString(3)),
                            customer == null ? null : new CustomerId(customer), Rows.instant(row, "since"), row.getInt("touched") == 1);
                });
    }

    /** Those to whom one of us wrote with a customer, and few others, among the readers. */
    public List<Introduced> copied(Collection<String> parties) {
        return new ListQuery(
                        handle, "parties", parties,
                        "select p.party, m.customer_id, min(m.sent_at) since from participant p"
                                + " join message m on m.id = p.message where p.party in (<parties>)"
                                + " and p.role in ('to', 'cc') and m.direction = 'OUT'"
                                + " and (select count(*) from participant q where q.message = m.id) <= " + FEW
                                + " and m.customer_id is not null group by p.party, m.customer_id")
                .list((row, _) -> new Introduced(row.getString(1), new CustomerId(row.getLong(2)), Rows.instant(row, "since")));
    }

    /** Chat → the names under which people of the other side spoke there. */
    public Map<String, List<String>> speakers(Collection<String> chats) {
        Map<String, List<String>> speakers = new HashMap<>();
        new ListQuery(
                        handle, "chats", chats.stream().map(it -> it.substring(it.indexOf(':') + 1)).toList(),
                        "select distinct channel, chat, from_name from message where chat in (<chats>)"
                                + " and direction = 'IN' and from_name is not null and kind = 'MESSAGE'")
                .distinct((row, _) -> Map.entry(row.getString(1) + ":" + row.getString(2), row.getString(3)))
                .forEach(it -> speakers.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return speakers;
    }
}
