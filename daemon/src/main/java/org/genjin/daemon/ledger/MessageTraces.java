package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.connectors.Mailbox;
import org.jdbi.v3.core.Handle;

/**
 * All that the ledger has of a message, wherever it is. A table that gets rows about messages is named here, or what was to
 * be gone is not; a test holds the names against the schema.
 */
public final class MessageTraces {

    /** What is told of the content of a message, by the column that names the message. */
    static final List<String> OF_CONTENT = List.of(
            "attachment", "earlier_wording", "candidate", "fact", "promise", "clue", "warning", "bounce", "industry_value");
    /** What else there is of a message. */
    static final List<String> OF_MESSAGE = List.of(
            "participant", "reference", "sighting", "message_customer", "dropped_party", "fetch_again");
    /** What has rows about messages for a reason of its own. */
    static final List<String> OTHERS = List.of("answer", "decision_identity", "decision_message", "payment_naming", "proposal", "taken_out");

    /** What names the message that it is known from, and stays without it. */
    private static final List<String> SOURCES = List.of(
            "identity.message", "customer.name_message", "customer.country_message", "customer.grade_message", "customer.stage_message",
            "proposal.message", "answer.message");

    private final Handle handle;

    MessageTraces(Handle handle) {
        this.handle = handle;
    }

    /** Hashes of all contents that belong to messages: their bytes, their documents, the documents' texts, earlier wordings. */
    public Set<String> contents(Collection<Long> messages) {
        return new TreeSet<>(new ListQuery(
                        handle, "ids", messages,
                        """
                        select raw_hash from message where id in (<ids>)
                        union select raw_hash from earlier_wording where message in (<ids>)
                        union select content_hash from attachment where message in (<ids>) and content_hash is not null
                        union select e.text_hash from extraction e join attachment a on a.content_hash = e.content_hash
                            where a.message in (<ids>) and e.text_hash is not null
                        """)
                .list(String.class));
    }

    /** Deletes what is told of their content beside the messages' own rows; what was read in documents that no other message has, too. */
    public void deleteContent(Collection<Long> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<String> documents = new ListQuery(
                        handle, "ids", messages,
                        "select distinct content_hash from attachment where message in (<ids>) and content_hash is not null")
                .distinct(String.class);
        OF_CONTENT.forEach(it -> delete(it, messages));
        // Where our own money goes must be known whoever it was said to.
        handle.createUpdate("delete from payment_naming where message in (<ids>) and party <> ''")
                .bindList("ids", new ArrayList<>(messages))
                .execute();
        if (!documents.isEmpty()) {
            handle.createUpdate("delete from extraction where content_hash in (<hashes>)"
                            + " and not exists (select 1 from attachment a where a.content_hash = extraction.content_hash)")
                    .bindList("hashes", documents)
                    .execute();
        }
    }

    /** Deletes messages with all there is of them. They are noted as taken out, for the index. */
    public void delete(Collection<Long> messages) {
        if (messages.isEmpty()) {
            return;
        }
        deleteContent(messages);
        OF_MESSAGE.forEach(it -> delete(it, messages));
        delete("decision_message", messages);
        new OutboxTable(handle).forget(messages);
        for (String column : SOURCES) {
            String[] it = column.split("\\.", -1);
            handle.createUpdate("update " + it[0] + " set " + it[1] + " = null where " + it[1] + " in (<ids>)")
                    .bindList("ids", new ArrayList<>(messages))
                    .execute();
        }
        handle.createUpdate("delete from message where id in (<ids>)").bindList("ids", new ArrayList<>(messages)).execute();
        messages.forEach(it -> handle.execute("insert into taken_out (message) values (?)", it));
    }

    /** Forgets that messages were seen in a mailbox. */
    public void unsee(Mailbox mailbox, Collection<Long> messages) {
        if (!messages.isEmpty()) {
            handle.createUpdate("delete from sighting where source = :source and mailbox = :mailbox and message in (<ids>)")
                    .bind("source", mailbox.source())
                    .bind("mailbox", mailbox.name())
                    .bindList("ids", new ArrayList<>(messages))
                    .execute();
        }
    }

    /** Messages that are gone here and may still be in the index, at most {@code limit}. */
    public List<Long> takenOut(int limit) {
        return handle.createQuery("select message from taken_out order by message limit ?").bind(0, limit).mapTo(Long.class).list();
    }

    /** They are gone from the index too. */
    public void goneFromIndex(Collection<Long> messages) {
        delete("taken_out", messages);
    }

    private void delete(String table, Collection<Long> messages) {
        handle.createUpdate("delete from " + table + " where message in (<ids>)").bindList("ids", new ArrayList<>(messages)).execute();
    }
}
