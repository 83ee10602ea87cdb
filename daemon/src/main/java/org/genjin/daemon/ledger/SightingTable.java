package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.connectors.Mailbox;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Each place where a message was seen. */
public final class SightingTable {

    private final Handle handle;

    SightingTable(Handle handle) {
        this.handle = handle;
    }

    public record Sighting(String source, String mailbox, String locator, String owner) {}

    /** Adds the places of {@code messages} (by locator) that are not known yet. */
    public void add(Mailbox mailbox, String owner, Map<String, List<Long>> messages, Instant now) {
        if (messages.isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>();
        // By message, as nearly all of them are new: by place, H2 walks through the whole mailbox.
        Set<Long> seen = new TreeSet<>();
        messages.values().forEach(seen::addAll);
        new ListQuery(
                        handle, "ids", seen,
                        "select source, mailbox, locator, message from sighting where message in (<ids>)")
                .list((row, _) -> row.getString(1).equals(mailbox.source()) && row.getString(2).equals(mailbox.name())
                        ? row.getString(3) + "\u0001" + row.getLong(4)
                        : "")
                .forEach(known::add);
        PreparedBatch insert = handle.prepareBatch(
                "insert into sighting (source, mailbox, locator, message, owner, seen_at) values (?, ?, ?, ?, ?, ?)");
        messages.forEach((locator, ids) -> ids.forEach(id -> {
            if (known.add(Rows.fit(locator, 400) + "\u0001" + id)) {
                insert.add(mailbox.source(), mailbox.name(), Rows.fit(locator, 400), id, owner, Rows.timestamp(now));
            }
        }));
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    /**
     * A place where a message was seen.
     *
     * @param knownBefore whether it had been seen at another place before
     */
    public record Place(String locator, long message, boolean knownBefore) {

        /** Before all of them. */
        public static final Place FIRST = new Place("", -1, false);
    }

    /** The places of {@code mailbox} behind {@code after} in their order, at most {@code limit}. */
    public List<Place> places(Mailbox mailbox, Place after, int limit) {
        // Ordered by the whole key: by its end alone H2 would sort the rest of the mailbox for each page.
        return handle.createQuery(
                        """
                        select s.locator, s.message, exists (select 1 from sighting o where o.message = s.message
                            and (o.seen_at, o.source, o.mailbox, o.locator) < (s.seen_at, s.source, s.mailbox, s.locator)) known_before
                        from sighting s where s.source = :source and s.mailbox = :mailbox and s.locator >= :locator
                            and (s.locator > :locator or s.message > :message)
                        order by s.source, s.mailbox, s.locator, s.message limit :limit
                        """)
                .bind("source", mailbox.source())
                .bind("mailbox", mailbox.name())
                .bind("locator", after.locator())
                .bind("message", after.message())
                .bind("limit", limit)
                .map((row, _) -> new Place(row.getString(1), row.getLong(2), row.getBoolean(3)))
                .list();
    }

    public Map<Long, List<Sighting>> of(Collection<Long> messages) {
        Map<Long, List<Sighting>> sightings = new HashMap<>();
        new ListQuery(
                        handle, "ids", messages,
                        "select message, source, mailbox, locator, owner from sighting where message in (<ids>)"
                                + " order by seen_at, source, mailbox")
                .list((row, _) -> Map.entry(
                        row.getLong(1),
                        new Sighting(row.getString(2), row.getString(3), row.getString(4), row.getString(5))))
                .forEach(it -> sightings.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return sightings;
    }

    /** Those of {@code messages} that {@code owner} has not seen anywhere yet. */
    public Set<Long> notYetOf(String owner, Collection<Long> messages) {
        Set<Long> unseen = new TreeSet<>(messages);
        new ListQuery(
                        handle, "ids", messages,
                        "select distinct message from sighting where owner = :owner and message in (<ids>)")
                .bind("owner", owner)
                .distinct(Long.class)
                .forEach(unseen::remove);
        return unseen;
    }

    /** When the newest message was said that {@code owner} has of a chat; empty if there is none. */
    public Optional<Instant> newest(String owner, ChatGap.Chat chat) {
        return handle.createQuery("select max(m.sent_at) newest from message m"
                        + " where m.chat = ? and m.channel = ? and m.kind = 'MESSAGE'"
                        + " and exists (select 1 from sighting s where s.message = m.id and s.owner = ?)")
                .bind(0, Rows.fit(chat.title(), 500))
                .bind(1, chat.channel().id())
                .bind(2, owner)
                .map((row, _) -> Optional.ofNullable(Rows.instantOrNull(row, "newest")))
                .one();
    }

    /** Whether {@code many} mails that people wrote came to an owner, and none that the owner's side sent was seen. */
    public boolean noneSent(String owner, int many) {
        long came = handle.createQuery("select count(*) from (select m.id from sighting s join message m on m.id = s.message"
                        + " where s.owner = ? and m.channel = 'email' and m.direction = 'IN' and not m.bulk and not m.auto"
                        + " limit ?) came")
                .bind(0, owner)
                .bind(1, many)
                .mapTo(Long.class)
                .one();
        return came >= many
                && handle.createQuery("select count(*) from (select m.id from sighting s join message m on m.id = s.message"
                                + " where s.owner = ? and m.channel = 'email' and m.direction = 'OUT' limit 1) sent")
                                .bind(0, owner)
                                .mapTo(Long.class)
                                .one()
                        == 0;
    }

    public long count() {
        return handle.createQuery("select count(*) from sighting").mapTo(Long.class).one();
    }

    /**
     * The places of a mailbox behind {@code after} that {@code table} names and at which no message was seen, in their order.
     *
     * @param table one with a source, a mailbox and a locator
     */
    static List<String> unseen(Handle handle, String table, Mailbox mailbox, String after, int limit) {
        return handle.createQuery("select t.locator from " + table + " t where t.source = ? and t.mailbox = ? and t.locator > ?"
                        + " and not exists (select 1 from sighting s where s.source = t.source and s.mailbox = t.mailbox"
                        + " and s.locator = t.locator) order by t.source, t.mailbox, t.locator limit ?")
                .bind(0, mailbox.source())
                .bind(1, mailbox.name())
                .bind(2, after)
                .bind(3, limit)
                .mapTo(String.class)
                .list();
    }
}
