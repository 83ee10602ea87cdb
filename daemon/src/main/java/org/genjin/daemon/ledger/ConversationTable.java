package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which messages answer which, and what a conversation tells of those in it. */
public final class ConversationTable {

    private final Handle handle;

    ConversationTable(Handle handle) {
        this.handle = handle;
    }

    /** @param references message → the Message-IDs it answers or refers to */
    public void insertReferences(Map<Long, ? extends Collection<String>> references) {
        PreparedBatch insert = handle.prepareBatch("insert into reference (message, message_id) values (?, ?)");
        references.forEach((message, ids) -> ids.forEach(id -> insert.add(message, Rows.fit(id, 1000))));
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    /** The chats that some of {@code messages} were said in, without their channels. */
    public List<String> chatsOf(Collection<Long> messages) {
        return new ListQuery(
                        handle, "ids", messages,
                        "select distinct chat from message where id in (<ids>) and chat is not null")
                .distinct(String.class);
    }

    /** Those of {@code chats}, named without their channels, in which both sides spoke. */
    public Set<String> chatsBothWays(Collection<String> chats) {
        return Set.copyOf(new ListQuery(
                        handle, "chats", chats,
                        "select chat from message m where chat in (<chats>) and " + CustomerTable.TOUCH
                                + " group by chat having count(distinct direction) = 2")
                .list(String.class));
    }

    public Map<Long, List<String>> references(Collection<Long> messages) {
        Map<Long, List<String>> references = new HashMap<>();
        new ListQuery(handle, "ids", messages, "select message, message_id from reference where message in (<ids>)")
                .list((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(it -> references.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return references;
    }

    /** Message-ID, or for chats key → the customers of the messages that have it. */
    public Map<String, List<CustomerId>> customersOf(Collection<String> references) {
        Map<String, List<CustomerId>> customers = new HashMap<>();
        new ListQuery(
                        handle, "ids", references,
                        "select message_id, customer_id from message"
                                + " where message_id in (<ids>) and customer_id is not null"
                                + " union select message_key, customer_id from message"
                                + " where message_key in (<ids>) and customer_id is not null")
                .list((row, _) -> Map.entry(row.getString(1), new CustomerId(row.getLong(2))))
                .forEach(it -> customers.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return customers;
    }

    /** Message-ID, or for chats key → the language of the message that has it, where that is known. */
    public Map<String, String> languagesOf(Collection<String> references) {
        Map<String, String> languages = new HashMap<>();
        new ListQuery(
                        handle, "ids", references,
                        "select message_id, language from message where message_id in (<ids>) and language <> ''"
                                + " union select message_key, language from message where message_key in (<ids>) and language <> ''")
                .list((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(it -> languages.put(it.getKey(), it.getValue()));
        return languages;
    }

    /** @param chat with its channel before it */
    public record Spoken(String chat, String language, long messages) {}

    /** Which languages are spoken in {@code chats}, named without their channels. */
    public List<Spoken> languagesIn(Collection<String> chats) {
        return new ListQuery(
                        handle, "chats", chats,
                        "select channel, chat, language, count(*) from message where chat in (<chats>)"
                                + " and language <> '' group by channel, chat, language")
                .list((row, _) -> new Spoken(row.getString(1) + ":" + row.getString(2), row.getString(3), row.getLong(4)));
    }
}
