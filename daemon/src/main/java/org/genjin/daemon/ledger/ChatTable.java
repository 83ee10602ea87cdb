package org.genjin.daemon.ledger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Channel;
import org.jdbi.v3.core.Handle;

/** What stands where in a chat, and the wordings that a chat's messages had before they were changed. */
public final class ChatTable {

    private final Handle handle;

    ChatTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * A message at its place.
     *
     * @param at as the export printed it
     * @param sender address, else name; "" if nobody
     */
    public record Place(long id, LocalDateTime at, String sender, String preview, boolean system) {}

    /** Messages of a chat that {@code owner} saw, sent between two instants, in the order of their times. */
    public List<Place> places(String owner, Channel channel, String chat, Instant from, Instant to) {
        return handle.createQuery(
                        """
                        select m.id, m.local_time, coalesce(m.from_address, m.from_name, '') sender, m.preview, m.kind
                        from message m where m.chat = :chat and m.sent_at >= :from and m.sent_at <= :to
                            and m.channel = :channel and m.local_time is not null
                            and exists (select 1 from sighting s where s.message = m.id and s.owner = :owner)
                        order by m.sent_at, m.id
                        """)
                .bind("chat", Rows.fit(chat, 500))
                .bind("from", Rows.timestamp(from))
                .bind("to", Rows.timestamp(to))
                .bind("channel", channel.id())
                .bind("owner", owner)
                .map((row, _) -> new Place(
                        row.getLong("id"), row.getObject("local_time", LocalDateTime.class), row.getString("sender"),
                        row.getString("preview"), row.getString("kind").equals("SYSTEM")))
                .list();
    }

    /** The chats in which {@code owner} saw just these words at just this time. */
    public List<String> titlesOf(String owner, Channel channel, LocalDateTime at, String preview) {
        return handle.createQuery(
                        """
                        select distinct m.chat from message m where m.local_time = :at and m.channel = :channel
                            and m.preview = :preview and m.chat is not null
                            and exists (select 1 from sighting s where s.message = m.id and s.owner = :owner)
                        """)
                .bind("at", at)
                .bind("channel", channel.id())
                .bind("preview", preview)
                .bind("owner", owner)
                .mapTo(String.class)
                .list();
    }

    /** Writes down what a message says now; it needs a new revision as well. */
    public void reword(MessageRow row) {
        handle.execute(
                "update message set preview = ?, language = ?, raw_hash = ?, raw_size = ?, fingerprint = ?, digest = ?"
                        + " where id = ?",
                row.preview(), row.language(), row.rawHash(), row.rawSize(), row.fingerprint(), row.digest(), row.id());
    }

    /** Notes with a message what people should know of it; it needs a new revision as well. */
    public void note(long message, String sentence) {
        handle.execute("update message set problem = ? where id = ?", sentence, message);
    }

    /**
     * Keeps a wording that a message had before.
     *
     * @return false if it is known
     */
    public boolean keepWording(long message, String rawHash, Instant now) {
        boolean known = earlierWordings(List.of(message)).getOrDefault(message, List.of()).contains(rawHash);
        if (!known) {
            handle.execute(
                    "insert into earlier_wording (message, raw_hash, noted_at) values (?, ?, ?)",
                    message, rawHash, Rows.timestamp(now));
        }
        return !known;
    }

    /** Message → where in the store the wordings lie that it had before. */
    public Map<Long, List<String>> earlierWordings(Collection<Long> messages) {
        Map<Long, List<String>> wordings = new HashMap<>();
        new ListQuery(
                        handle, "ids", messages,
                        "select message, raw_hash from earlier_wording where message in (<ids>) order by noted_at")
                .list((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(it -> wordings.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return wordings;
    }
}
