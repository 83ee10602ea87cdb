package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Every message once, with who is named in it and what it answers. */
public final class MessageTable {

    /** Which messages a rule may give to somebody else once more is known. */
    private static final String REDECIDED = "m.match_by <> 'person' and m.dropped_at is null"
            + " and (m.match_state <> 'ONE' or m.match_why like 'conversation%')";

    private static final int MOST_UNDECIDED = 500;
    /** Who reads a letter with so many others is not its other side. */
    private static final int FEW = 5;

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

    public Map<String, Known> known(Collection<String> keys) {
        Map<String, Known> known = new HashMap<>();
        if (!keys.isEmpty()) {
            handle.createQuery("select id, message_key, fingerprint from message where message_key in (<keys>)")
                    .bindList("keys", new ArrayList<>(keys))
                    .map((row, _) -> new Known(row.getLong(1), row.getString(2), row.getString(3)))
                    .forEach(it -> known.put(it.key(), it));
        }
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

    /** @param references message → the Message-IDs it answers or refers to */
    public void insertReferences(Map<Long, ? extends Collection<String>> references) {
        PreparedBatch insert = handle.prepareBatch("insert into reference (message, message_id) values (?, ?)");
        references.forEach((message, ids) -> ids.forEach(id -> insert.add(message, Rows.fit(id, 1000))));
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    public void setCandidates(long message, Collection<CustomerId> candidates) {
        handle.execute("delete from candidate where message = ?", message);
        candidates.forEach(it ->
                handle.execute("insert into candidate (message, customer_id) values (?, ?)", message, it.number()));
    }

    /** Whose a message is from now on. */
    public record Assigned(long message, @Nullable CustomerId customer, MatchState state, String why) {}

    /** What the index holds already must get a new revision as well: {@link #touch}. */
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

    /** Of {@code messages} those that the rules may give to somebody else. */
    public List<Long> leftToRules(Collection<Long> messages) {
        return messages.isEmpty()
                ? List.of()
                : handle.createQuery("select id from message where id in (<ids>) and match_by = 'daemon' order by id")
                        .bindList("ids", new ArrayList<>(messages))
                        .mapTo(Long.class)
                        .list();
    }

    /** Messages in which one of {@code values} is named: an address, or the party somebody would be known by. */
    public List<Long> naming(Collection<String> values) {
        return values.isEmpty()
                ? List.of()
                : handle.createQuery("select distinct message from participant where address in (<values>) or party in (<values>)"
                                + " order by message")
                        .bindList("values", new ArrayList<>(values))
                        .mapTo(Long.class)
                        .list();
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
                .map((row, _) -> row(row))
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

    /** Makes the index look at a message again. */
    public void touch(long message, long revision) {
        handle.execute("update message set revision = ? where id = ?", revision, message);
    }

    public Optional<MessageRow> find(long id) {
        return handle.createQuery(SELECT + "where m.id = ?").bind(0, id).map((row, _) -> row(row)).findOne();
    }

    public List<MessageRow> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery(SELECT + "where m.id in (<ids>)")
                        .bindList("ids", new ArrayList<>(ids))
                        .map((row, _) -> row(row))
                        .list();
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
        return handle.createQuery(SELECT
                        + "where " + ABOUT + " and m.sent_at < ? and m.kind = 'MESSAGE'"
                        + " order by m.sent_at desc, m.id desc limit ?")
                .bind(0, customer.number())
                .bind(1, customer.number())
                .bind(2, Rows.timestamp(before))
                .bind(3, limit)
                .map((row, _) -> row(row))
                .list();
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

    /**
     * Messages that name one of {@code parties} and are nobody's, or somebody's by the conversation alone: to be looked at
     * again when one of them becomes known.
     */
    public List<Long> unmatchedNaming(Collection<String> parties) {
        return parties.isEmpty()
                ? List.of()
                : handle.createQuery("select distinct m.id from participant p join message m on m.id = p.message"
                                + " where p.party in (<parties>) and " + REDECIDED)
                        .bindList("parties", new ArrayList<>(parties))
                        .mapTo(Long.class)
                        .list();
    }

    /** Messages of which a person is asked whether they belong to one of {@code customers}. */
    public List<Long> askedOf(Collection<CustomerId> customers) {
        return customers.isEmpty()
                ? List.of()
                : handle.createQuery("select distinct m.id from candidate c join message m on m.id = c.message"
                                + " where c.customer_id in (<ids>) and m.match_state = 'SEVERAL' and m.match_by <> 'person'")
                        .bindList("ids", customers.stream().map(CustomerId::number).toList())
                        .mapTo(Long.class)
                        .list();
    }

    /** What was said in {@code chats}, named without their channels, and is nobody's yet. */
    public List<Long> undecidedInChats(Collection<String> chats) {
        return chats.isEmpty()
                ? List.of()
                : handle.createQuery("select id from message where chat in (<chats>) and match_state in ('NOBODY', 'SEVERAL')"
                                + " and match_by <> 'person' and dropped_at is null")
                        .bindList("chats", new ArrayList<>(chats))
                        .mapTo(Long.class)
                        .list();
    }

    /** The chats that some of {@code messages} were said in, without their channels. */
    public List<String> chatsOf(Collection<Long> messages) {
        return messages.isEmpty()
                ? List.of()
                : handle.createQuery("select distinct chat from message where id in (<ids>) and chat is not null")
                        .bindList("ids", new ArrayList<>(messages))
                        .mapTo(String.class)
                        .list();
    }

    /** Messages of others that name one of {@code parties}, which are customers now: they concern these too. */
    public List<Long> concerning(Collection<String> parties) {
        return parties.isEmpty()
                ? List.of()
                : handle.createQuery("select distinct m.id from participant p join message m on m.id = p.message"
                                + " where p.party in (<parties>) and m.match_state = 'ONE' and m.match_by <> 'person'")
                        .bindList("parties", new ArrayList<>(parties))
                        .mapTo(Long.class)
                        .list();
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
                .map((row, _) -> row(row))
                .list();
    }

    /** Those of {@code parties} of whom a person is asked whether they are a customer's, with the customers it may be. */
    public Map<String, Set<CustomerId>> askedAbout(Collection<String> parties) {
        Map<String, Set<CustomerId>> asked = new HashMap<>();
        if (!parties.isEmpty()) {
            handle.createQuery("select distinct p.party, c.customer_id from participant p join message m on m.id = p.message"
                            + " join candidate c on c.message = m.id where p.party in (<parties>) and p.role = 'from'"
                            + " and m.match_state = 'SEVERAL'")
                    .bindList("parties", new ArrayList<>(parties))
                    .map((row, _) -> Map.entry(row.getString(1), new CustomerId(row.getLong(2))))
                    .forEach(it -> asked.computeIfAbsent(it.getKey(), _ -> new LinkedHashSet<>()).add(it.getValue()));
        }
        return asked;
    }

    /** Messages that people wrote with one of {@code parties} and of which nothing has been decided, the newest of each. */
    public List<Long> undecidedWith(Collection<String> parties) {
        return parties.isEmpty()
                ? List.of()
                : handle.createQuery("select distinct m.id from participant p join message m on m.id = p.message"
                                + " where p.party in (<parties>) and m.match_state in ('NOBODY', 'SEVERAL')"
                                + " and m.match_by <> 'person' and m.dropped_at is null and " + CustomerTable.TOUCH
                                + " order by m.id desc limit " + MOST_UNDECIDED)
                        .bindList("parties", new ArrayList<>(parties))
                        .mapTo(Long.class)
                        .list();
    }

    /** Nobody's messages in which one of {@code values} is named: an address, a number, a party, or a name as it is folded. */
    public List<Long> unmatchedOf(Collection<String> values) {
        return values.isEmpty()
                ? List.of()
                : handle.createQuery("select distinct m.id from participant p join message m on m.id = p.message"
                                + " where m.match_state = 'NOBODY' and (p.party in (<values>) or p.address in (<values>)"
                                + " or lower(p.name) in (<values>))")
                        .bindList("values", new ArrayList<>(values))
                        .mapTo(Long.class)
                        .list();
    }

    /** Those of {@code parties} with whom words went both ways, written by people. */
    public List<String> twoWay(Collection<String> parties) {
        return parties.isEmpty()
                ? List.of()
                : handle.createQuery("select p.party from participant p join message m on m.id = p.message"
                                + " where p.party in (<parties>) and " + CustomerTable.TOUCH
                                + " and ((m.direction = 'IN' and p.role = 'from') or (m.direction = 'OUT' and p.role = 'to'))"
                                + " group by p.party having count(distinct m.direction) = 2")
                        .bindList("parties", new ArrayList<>(parties))
                        .mapTo(String.class)
                        .list();
    }

    /** Those of {@code chats}, named without their channels, in which both sides spoke. */
    public Set<String> chatsBothWays(Collection<String> chats) {
        return chats.isEmpty()
                ? Set.of()
                : Set.copyOf(handle.createQuery("select chat from message m where chat in (<chats>) and " + CustomerTable.TOUCH
                                + " group by chat having count(distinct direction) = 2")
                        .bindList("chats", new ArrayList<>(chats))
                        .mapTo(String.class)
                        .list());
    }

    /** Those of {@code names} under which one of us spoke in chats of {@code channel}. */
    public List<String> ownNames(Channel channel, Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : handle.createQuery("select distinct from_name from message"
                                + " where channel = :channel and direction = 'OUT' and from_name in (<names>)")
                        .bind("channel", channel.id())
                        .bindList("names", new ArrayList<>(names))
                        .mapTo(String.class)
                        .list();
    }

    /** Nobody's messages that answer one of {@code messageIds}, which are keys for chats. */
    public List<Long> unmatchedAnswering(Collection<String> messageIds) {
        return messageIds.isEmpty()
                ? List.of()
                : handle.createQuery("select distinct m.id from reference r join message m on m.id = r.message"
                                + " where r.message_id in (<ids>) and " + REDECIDED)
                        .bindList("ids", new ArrayList<>(messageIds))
                        .mapTo(Long.class)
                        .list();
    }

    public List<Participant> participants(Collection<Long> messages) {
        return messages.isEmpty()
                ? List.of()
                : handle.createQuery("select message, role, position, address, name, party from participant"
                                + " where message in (<ids>) order by message, role, position")
                        .bindList("ids", new ArrayList<>(messages))
                        .map((row, _) -> new Participant(
                                row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5),
                                row.getString(6)))
                        .list();
    }

    public Map<Long, List<String>> references(Collection<Long> messages) {
        Map<Long, List<String>> references = new HashMap<>();
        if (!messages.isEmpty()) {
            handle.createQuery("select message, message_id from reference where message in (<ids>)")
                    .bindList("ids", new ArrayList<>(messages))
                    .map((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                    .forEach(it -> references.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        }
        return references;
    }

    /** Message-ID, or for chats key → the customers of the messages that have it. */
    public Map<String, List<CustomerId>> customersOf(Collection<String> references) {
        Map<String, List<CustomerId>> customers = new HashMap<>();
        if (!references.isEmpty()) {
            handle.createQuery("select message_id, customer_id from message"
                            + " where message_id in (<ids>) and customer_id is not null"
                            + " union select message_key, customer_id from message"
                            + " where message_key in (<ids>) and customer_id is not null")
                    .bindList("ids", new ArrayList<>(references))
                    .map((row, _) -> Map.entry(row.getString(1), new CustomerId(row.getLong(2))))
                    .forEach(it -> customers.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        }
        return customers;
    }

    /** Message-ID, or for chats key → the language of the message that has it, where that is known. */
    public Map<String, String> languagesOf(Collection<String> references) {
        Map<String, String> languages = new HashMap<>();
        if (!references.isEmpty()) {
            handle.createQuery("select message_id, language from message where message_id in (<ids>) and language <> ''"
                            + " union select message_key, language from message where message_key in (<ids>) and language <> ''")
                    .bindList("ids", new ArrayList<>(references))
                    .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(it -> languages.put(it.getKey(), it.getValue()));
        }
        return languages;
    }

    /** @param chat with its channel before it */
    public record Spoken(String chat, String language, long messages) {}

    /** Which languages are spoken in {@code chats}, named without their channels. */
    public List<Spoken> languagesIn(Collection<String> chats) {
        return chats.isEmpty()
                ? List.of()
                : handle.createQuery("select channel, chat, language, count(*) from message where chat in (<chats>)"
                                + " and language <> '' group by channel, chat, language")
                        .bindList("chats", new ArrayList<>(chats))
                        .map((row, _) -> new Spoken(row.getString(1) + ":" + row.getString(2), row.getString(3), row.getLong(4)))
                        .list();
    }

    /** Somebody who has to do with a customer, and since when. */
    public record Introduced(String party, CustomerId customer, Instant since) {}

    /** Whom a customer's own message named as a reader. */
    public List<Introduced> introduced(Collection<String> parties) {
        return introduced(parties, "p.role in ('to', 'cc') and m.direction = 'IN'");
    }

    /** Those to whom one of us wrote with a customer, and few others, among the readers. */
    public List<Introduced> copied(Collection<String> parties) {
        return introduced(
                parties,
                "p.role in ('to', 'cc') and m.direction = 'OUT'"
                        + " and (select count(*) from participant q where q.message = m.id) <= " + FEW);
    }

    /** Those whose own messages belong to a customer. */
    public List<Introduced> wroteFor(Collection<String> parties) {
        return introduced(parties, "p.role = 'from' and m.direction = 'IN'");
    }

    private List<Introduced> introduced(Collection<String> parties, String how) {
        return parties.isEmpty()
                ? List.of()
                : handle.createQuery("select p.party, m.customer_id, min(m.sent_at) since from participant p"
                                + " join message m on m.id = p.message where p.party in (<parties>) and " + how
                                + " and m.customer_id is not null group by p.party, m.customer_id")
                        .bindList("parties", new ArrayList<>(parties))
                        .map((row, _) -> new Introduced(row.getString(1), new CustomerId(row.getLong(2)), Rows.instant(row, "since")))
                        .list();
    }

    /** Those of {@code parties} to whom one of us wrote. */
    public List<String> writtenTo(Collection<String> parties) {
        return parties.isEmpty()
                ? List.of()
                : handle.createQuery("select distinct p.party from participant p join message m on m.id = p.message"
                                + " where p.party in (<parties>) and p.role = 'to' and m.direction = 'OUT' and " + CustomerTable.TOUCH)
                        .bindList("parties", new ArrayList<>(parties))
                        .mapTo(String.class)
                        .list();
    }

    /** Chat → the names under which people of the other side spoke there. */
    public Map<String, List<String>> speakers(Collection<String> chats) {
        Map<String, List<String>> speakers = new HashMap<>();
        if (!chats.isEmpty()) {
            handle.createQuery("select distinct channel, chat, from_name from message where chat in (<chats>)"
                            + " and direction = 'IN' and from_name is not null and kind = 'MESSAGE'")
                    .bindList("chats", chats.stream().map(it -> it.substring(it.indexOf(':') + 1)).toList())
                    .map((row, _) -> Map.entry(row.getString(1) + ":" + row.getString(2), row.getString(3)))
                    .forEach(it -> speakers.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        }
        return speakers;
    }

    /** Writes down whom a message concerns beside the one it belongs to. */
    public void setFurther(long message, Collection<CustomerId> further, String why) {
        handle.execute("delete from message_customer where message = ?", message);
        further.forEach(it -> handle.execute(
                "insert into message_customer (message, customer_id, why) values (?, ?, ?)", message, it.number(),
                Rows.fit(why, 500)));
    }

    /**
     * What was about {@code from} as well is about {@code to} from now on, unless it belongs to {@code to} anyway.
     *
     * @return the messages
     */
    public List<Long> moveFurther(CustomerId from, CustomerId to) {
        List<Long> messages = alsoAbout(from);
        for (long it : messages) {
            handle.execute("delete from message_customer where message = ? and customer_id in (?, ?)", it, from.number(), to.number());
            handle.execute(
                    "insert into message_customer (message, customer_id, why) select id, ?, match_why from message"
                            + " where id = ? and (customer_id is null or customer_id <> ?)",
                    to.number(), it, to.number());
        }
        return messages;
    }

    /** Messages that belong to somebody else and are about {@code customer} as well. */
    public List<Long> alsoAbout(CustomerId customer) {
        return handle.createQuery("select message from message_customer where customer_id = ? order by message")
                .bind(0, customer.number())
                .mapTo(Long.class)
                .list();
    }

    /** Customer → those about whom messages are that are about it too. */
    public Map<CustomerId, Set<CustomerId>> sharing(Collection<CustomerId> customers) {
        Map<CustomerId, Set<CustomerId>> sharing = new HashMap<>();
        if (!customers.isEmpty()) {
            handle.createQuery("select distinct m.customer_id, f.customer_id from message_customer f join message m on m.id = f.message"
                            + " where m.customer_id in (<ids>)"
                            + " union select distinct m.customer_id, f.customer_id from message_customer f"
                            + " join message m on m.id = f.message where f.customer_id in (<ids>) and m.customer_id is not null")
                    .bindList("ids", customers.stream().map(CustomerId::number).toList())
                    .map((row, _) -> Map.entry(new CustomerId(row.getLong(1)), new CustomerId(row.getLong(2))))
                    .forEach(it -> {
                        sharing.computeIfAbsent(it.getKey(), _ -> new LinkedHashSet<>()).add(it.getValue());
                        sharing.computeIfAbsent(it.getValue(), _ -> new LinkedHashSet<>()).add(it.getKey());
                    });
        }
        return sharing;
    }

    /** Message → whom it concerns beside the one it belongs to. */
    public Map<Long, List<CustomerId>> further(Collection<Long> messages) {
        Map<Long, List<CustomerId>> further = new HashMap<>();
        if (!messages.isEmpty()) {
            handle.createQuery("select message, customer_id from message_customer where message in (<ids>) order by customer_id")
                    .bindList("ids", new ArrayList<>(messages))
                    .map((row, _) -> Map.entry(row.getLong(1), new CustomerId(row.getLong(2))))
                    .forEach(it -> further.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        }
        return further;
    }

    /** Whom {@code messages} concern: their customers and the further ones. */
    public Set<CustomerId> concerned(Collection<Long> messages) {
        Set<CustomerId> concerned = new LinkedHashSet<>();
        for (MessageRow it : find(messages)) {
            CustomerId customer = it.customer();
            if (customer != null) {
                concerned.add(customer);
            }
        }
        further(messages).values().forEach(concerned::addAll);
        return concerned;
    }

    public Map<Long, List<String>> candidateNames(Collection<Long> messages) {
        Map<Long, List<String>> names = new HashMap<>();
        if (!messages.isEmpty()) {
            handle.createQuery("select k.message, c.name from candidate k join customer c on c.id = k.customer_id"
                            + " where k.message in (<ids>) order by c.id")
                    .bindList("ids", new ArrayList<>(messages))
                    .map((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                    .forEach(it -> names.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        }
        return names;
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
