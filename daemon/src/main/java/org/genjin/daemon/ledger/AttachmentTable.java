package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The documents in messages, and what became of reading each content once. */
public final class AttachmentTable {

    private static final int LOGO_BYTES = 10 * 1024;
    private static final int LOGO_MESSAGES = 5;

    private final Handle handle;

    AttachmentTable(Handle handle) {
        this.handle = handle;
    }

    /** @param contentHash null if the document was left out of the export */
    public record Row(
            long message, int ordinal, String name, String type, long size, @Nullable String contentHash) {}

    /** The problem of a picture or scan that may have words, which nothing here reads. */
    public static final String NO_OCR = "no-ocr";

    /** Whether a content has been read. */
    public enum State {
        WAITING,
        TEXT,
        NOTHING,
        FAILED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param problem an id such as {@code encrypted}; "" if none
     * @param textHash where in the store its text lies; null without text
     */
    public record Extraction(
            String contentHash,
            State state,
            String problem,
            String detail,
            String mediaType,
            @Nullable String textHash,
            int attempts) {}

    public void insert(Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch insert = handle.prepareBatch(
                "insert into attachment (message, ordinal, name, type, size, content_hash) values (?, ?, ?, ?, ?, ?)");
        for (Row row : rows) {
            insert.add(
                    row.message(), row.ordinal(), Rows.fit(row.name(), 1000), Rows.fit(row.type(), 200), row.size(),
                    row.contentHash());
        }
        insert.execute();
        queue(rows);
    }

    /**
     * Takes over documents that were left out when the message was first seen.
     *
     * @param rows all documents of the message, in order
     * @return false if none is new
     */
    public boolean come(long message, Collection<Row> rows) {
        int come = 0;
        for (Row row : rows) {
            if (row.contentHash() != null) {
                come += handle.execute(
                        "update attachment set name = ?, type = ?, size = ?, content_hash = ?"
                                + " where message = ? and ordinal = ? and content_hash is null",
                        Rows.fit(row.name(), 1000), Rows.fit(row.type(), 200), row.size(), row.contentHash(), message,
                        row.ordinal());
            }
        }
        if (come > 0) {
            queue(rows);
        }
        return come > 0;
    }

    private void queue(Collection<Row> rows) {
        PreparedBatch queue = handle.prepareBatch(
                """
                insert into extraction (content_hash, state, problem, detail, media_type, attempts)
                select :hash, 'waiting', '', '', '', 0
                where not exists (select 1 from extraction where content_hash = :hash)
                """);
        rows.stream().map(Row::contentHash).distinct().forEach(hash -> {
            if (hash != null) {
                queue.bind("hash", hash).add();
            }
        });
        if (queue.size() > 0) {
            queue.execute();
        }
    }

    public Map<Long, List<Row>> of(Collection<Long> messages) {
        Map<Long, List<Row>> attachments = new HashMap<>();
        new ListQuery(
                        handle, "ids", messages,
                        "select * from attachment where message in (<ids>) order by message, ordinal")
                .list((row, _) -> row(row))
                .forEach(it -> attachments.computeIfAbsent(it.message(), _ -> new ArrayList<>()).add(it));
        return attachments;
    }

    public Map<String, Extraction> extractions(Collection<String> hashes) {
        Map<String, Extraction> extractions = new HashMap<>();
        new ListQuery(handle, "hashes", hashes, "select * from extraction where content_hash in (<hashes>)")
                .list((row, _) -> extraction(row))
                .forEach(it -> extractions.put(it.contentHash(), it));
        return extractions;
    }

    /** Contents that wait to be read, the newest messages' first. */
    public List<String> waiting(int limit) {
        return handle.createQuery("select e.content_hash from extraction e join attachment a"
                        + " on a.content_hash = e.content_hash where e.state = 'waiting'"
                        + " group by e.content_hash order by max(a.message) desc limit ?")
                .bind(0, limit)
                .mapTo(String.class)
                .list();
    }

    /** One place where the content is attached. */
    public Optional<Row> anyWith(String contentHash) {
        return handle.createQuery("select * from attachment where content_hash = ? order by message limit 1")
                .bind(0, contentHash)
                .map((row, _) -> row(row))
                .findOne();
    }

    public List<Long> messagesWith(String contentHash) {
        return handle.createQuery("select distinct message from attachment where content_hash = ?")
                .bind(0, contentHash)
                .mapTo(Long.class)
                .list();
    }

    /** Those of the contents that are small pictures in so many messages that they belong to a signature. */
    public Set<String> logos(Collection<String> hashes) {
        return Set.copyOf(new ListQuery(
                        handle, "hashes", hashes,
                        """
                        select content_hash from attachment
                        where content_hash in (<hashes>) and size < :small and type like 'image/%'
                        group by content_hash having count(distinct message) > :many
                        """)
                .bind("small", LOGO_BYTES)
                .bind("many", LOGO_MESSAGES)
                .list(String.class));
    }

    /** Those of the contents that came with more than {@code many} messages. */
    public Set<String> inMoreThan(int many, Collection<String> hashes) {
        return Set.copyOf(new ListQuery(
                        handle, "hashes", hashes,
                        "select content_hash from attachment where content_hash in (<hashes>)"
                                + " group by content_hash having count(distinct message) > :many")
                .bind("many", many)
                .list(String.class));
    }

    /** Whether pictures were left unread, as nothing here could read them. */
    public boolean hasPictures() {
        return handle.createQuery("select 1 from extraction where problem = :problem limit 1")
                .bind("problem", NO_OCR)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Has pictures read that nothing here could read so far. */
    public void readPictures() {
        handle.createUpdate("update extraction set state = 'waiting', problem = '', attempts = 0 where problem = :problem")
                .bind("problem", NO_OCR)
                .execute();
    }

    /** Notes that reading it is about to begin: a document that takes the whole process down is not tried for ever. */
    public void begun(String contentHash) {
        handle.execute("update extraction set attempts = attempts + 1 where content_hash = ?", contentHash);
    }

    public void settle(Extraction done, Instant now) {
        handle.execute(
                "update extraction set state = ?, problem = ?, detail = ?, media_type = ?, text_hash = ?, done_at = ?"
                        + " where content_hash = ?",
                done.state().id(), done.problem(), Rows.fit(done.detail(), 1000), Rows.fit(done.mediaType(), 200),
                done.textHash(), Rows.timestamp(now), done.contentHash());
    }

    public Map<State, Long> counts() {
        Map<State, Long> counts = new HashMap<>();
        handle.createQuery("select state, count(*) from extraction group by state")
                .map((row, _) -> Map.entry(State.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getLong(2)))
                .forEach(it -> counts.put(it.getKey(), it.getValue()));
        return counts;
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                row.getLong("message"), row.getInt("ordinal"), row.getString("name"), row.getString("type"),
                row.getLong("size"), row.getString("content_hash"));
    }

    private static Extraction extraction(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Extraction(
                row.getString("content_hash"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("problem"),
                row.getString("detail"),
                row.getString("media_type"),
                row.getString("text_hash"),
                row.getInt("attempts"));
    }
}
