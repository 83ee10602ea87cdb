package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.reading.said.Promise;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What customers' messages say of the trade, each with the message it was said in. */
public final class SaidTable {

    private final Handle handle;

    SaidTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * A fact and where it was said.
     *
     * @param foundIn "" for the new words, else {@code attachment:NAME}
     */
    public record SaidFact(
            CustomerId customer, long message, String key, Instant at, Direction direction, Fact fact, String foundIn) {}

    /** A promise and where it was made. */
    public record SaidPromise(
            CustomerId customer, long message, String key, Instant at, Direction direction, Promise promise) {}

    /** A fact of a message about to be written down. */
    public record Found(Fact fact, String foundIn) {}

    /**
     * What one message says, instead of what was written down of it before.
     *
     * @param validUntil until when an offer in it holds good; null if it does not say
     * @param backOn of an automatic answer, the day on which its reader is back; null if it does not say
     * @param clock by how much the writer's clock differs from UTC, in a mail of a customer's; null if not known
     */
    public record Saying(
            long message,
            List<Found> facts,
            List<Promise> promises,
            boolean expectsAnswer,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate backOn,
            @Nullable ZoneOffset clock) {
        public Saying {
            facts = List.copyOf(facts);
            promises = List.copyOf(promises);
        }

        /** It says nothing. */
        public static Saying nothing(long message) {
            return new Saying(message, List.of(), List.of(), false, null, null, null);
        }
    }

    /** @param version of the rules that read it */
    public void put(Collection<Saying> sayings, int version) {
        if (sayings.isEmpty()) {
            return;
        }
        forget(sayings.stream().map(Saying::message).toList());
        PreparedBatch facts = handle.prepareBatch(
                "insert into fact (message, ordinal, type, fields, said, found_in) values (?, ?, ?, ?, ?, ?)");
        PreparedBatch promises = handle.prepareBatch(
                "insert into promise (message, ordinal, promiser, due, said) values (?, ?, ?, ?, ?)");
        PreparedBatch read = handle.prepareBatch(
                "update message set expects_answer = ?, said_version = ?, valid_until = ?, back_on = ?, clock_offset = ? where id = ?");
        for (Saying it : sayings) {
            int ordinal = 0;
            for (Found found : it.facts()) {
                facts.add(
                        it.message(), ordinal++, found.fact().type().id(), FactFields.write(found.fact().values()),
                        Rows.fit(found.fact().text(), 2000), Rows.fit(found.foundIn(), 1100));
            }
            ordinal = 0;
            for (Promise promise : it.promises()) {
                promises.add(it.message(), ordinal++, promise.by().id(), promise.due(), Rows.fit(promise.text(), 2000));
            }
            read.add(
                    it.expectsAnswer(), version, it.validUntil(), it.backOn(),
                    it.clock() == null ? null : it.clock().getTotalSeconds(), it.message());
        }
        for (PreparedBatch batch : List.of(facts, promises, read)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    /** Takes away what was read in messages: they are read again once they are a customer's. */
    public void forget(Collection<Long> messages) {
        if (!messages.isEmpty()) {
            List<Long> ids = new ArrayList<>(messages);
            handle.createUpdate("delete from fact where message in (<ids>)").bindList("ids", ids).execute();
            handle.createUpdate("delete from promise where message in (<ids>)").bindList("ids", ids).execute();
            handle.createUpdate("update message set said_version = 0, expects_answer = false, valid_until = null, back_on = null,"
                            + " clock_offset = null where id in (<ids>)")
                    .bindList("ids", ids)
                    .execute();
        }
    }

    /** Has the messages that carry a document read again: its text has come. */
    public void readAgain(String contentHash) {
        handle.execute(
                "update message set said_version = 0 where said_version > 0 and id in"
                        + " (select message from attachment where content_hash = ?)",
                contentHash);
    }

    /** How far the messages were read by the rules of {@code version}, as a revision; 0 if by others only. */
    public long reached(int version) {
        return handle.createQuery("select revision from said_mark where version = ?")
                .bind(0, version)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** All up to {@code revision} were read by the rules of {@code version}. */
    public void reach(int version, long revision) {
        handle.execute("delete from said_mark");
        handle.execute("insert into said_mark (version, revision) values (?, ?)", version, revision);
    }

    /**
     * Messages as the feed of revisions has them.
     *
     * @param unread those of customers that were not yet read by the rules asked for
     * @param reports those that machines wrote to nobody's customer: they may say that a mail of ours did not arrive
     * @param reached the revision of the last one looked at
     */
    public record Unread(List<MessageRow> unread, List<MessageRow> reports, long reached) {
        public Unread {
            unread = List.copyOf(unread);
            reports = List.copyOf(reports);
        }
    }

    /** The next messages after {@code revision}, at most {@code limit}, of which only some are unread. Empty: there are no more. */
    public Optional<Unread> unread(int version, long revision, int limit) {
        List<MessageRow> unread = new ArrayList<>();
        List<MessageRow> reports = new ArrayList<>();
        List<Long> looked = handle.createQuery("select m.* from message m where m.revision > ? order by m.revision limit ?")
                .bind(0, revision)
                .bind(1, limit)
                .map((row, _) -> {
                    MessageRow it = MessageTable.row(row);
                    if (it.customer() != null && !it.system() && row.getInt("said_version") < version) {
                        unread.add(it);
                    } else if (it.customer() == null && it.auto() && !it.isDropped()) {
                        reports.add(it);
                    }
                    return it.revision();
                })
                .list();
        return looked.isEmpty() ? Optional.empty() : Optional.of(new Unread(unread, reports, looked.getLast()));
    }

    /** What some messages say, each with their facts in order. */
    public Map<Long, List<Fact>> of(Collection<Long> messages) {
        Map<Long, List<Fact>> facts = new HashMap<>();
        new ListQuery(
                        handle, "ids", messages,
                        "select * from fact where message in (<ids>) order by message, ordinal")
                .list((row, _) -> Map.entry(row.getLong("message"), fact(row)))
                .forEach(it -> facts.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return facts;
    }

    /** What some messages promise, in order. */
    public Map<Long, List<Promise>> promised(Collection<Long> messages) {
        Map<Long, List<Promise>> promises = new HashMap<>();
        new ListQuery(handle, "ids", messages, "select * from promise where message in (<ids>) order by message, ordinal")
                .list((row, _) -> Map.entry(row.getLong("message"), promise(row)))
                .forEach(it -> promises.computeIfAbsent(it.getKey(), _ -> new ArrayList<>()).add(it.getValue()));
        return promises;
    }

    /** What was said up to {@code until}, the newest first. */
    public Map<CustomerId, List<SaidFact>> facts(Collection<CustomerId> customers, Instant until) {
        return facts(said(customers, "m.sent_at <= :until").bind("until", Rows.timestamp(until)));
    }

    /** Codes of products, and the papers whose numbers look like such, the newest first. */
    public Map<CustomerId, List<SaidFact>> products(Collection<CustomerId> customers) {
        return facts(said(customers, "f.type in (:product, :paper)")
                .bind("product", FactType.PRODUCT_CODE.id())
                .bind("paper", FactType.DOCUMENT.id()));
    }

    private ListQuery said(Collection<CustomerId> customers, String which) {
        return new ListQuery(
                handle, "ids", customers,
                "select f.*, m.whose, m.message_key, m.sent_at, m.direction from " + Theirs.MESSAGES
                        + " join fact f on f.message = m.id where " + which + " order by m.sent_at desc, m.id desc, f.ordinal");
    }

    private static Map<CustomerId, List<SaidFact>> facts(ListQuery query) {
        Map<CustomerId, List<SaidFact>> facts = new HashMap<>();
        query.list((row, _) -> new SaidFact(
                        new CustomerId(row.getLong("whose")), row.getLong("message"), row.getString("message_key"),
                        Rows.instant(row, "sent_at"), Direction.valueOf(row.getString("direction")), fact(row),
                        row.getString("found_in")))
                .forEach(it -> facts.computeIfAbsent(it.customer(), _ -> new ArrayList<>()).add(it));
        return facts;
    }

    /** Promises made up to {@code until}, the newest first. */
    public Map<CustomerId, List<SaidPromise>> promises(Collection<CustomerId> customers, Instant until) {
        Map<CustomerId, List<SaidPromise>> promises = new HashMap<>();
        new ListQuery(
                        handle, "ids", customers,
                        "select p.*, m.whose, m.message_key, m.sent_at, m.direction from " + Theirs.MESSAGES
                                + " join promise p on p.message = m.id where m.sent_at <= :until"
                                + " order by m.sent_at desc, m.id desc, p.ordinal")
                .bind("until", Rows.timestamp(until))
                .list((row, _) -> new SaidPromise(
                        new CustomerId(row.getLong("whose")), row.getLong("message"), row.getString("message_key"),
                        Rows.instant(row, "sent_at"), Direction.valueOf(row.getString("direction")), promise(row)))
                .forEach(it -> promises.computeIfAbsent(it.customer(), _ -> new ArrayList<>()).add(it));
        return promises;
    }

    private static Fact fact(ResultSet row) throws SQLException {
        String type = row.getString("type");
        return new Fact(
                FactType.of(type).orElseThrow(() -> new IllegalStateException("the ledger has a fact of type " + type)),
                FactFields.read(row.getString("fields")), row.getString("said"));
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                Promise.By.valueOf(row.getString("promiser").toUpperCase(Locale.ROOT)), row.getObject("due", LocalDate.class),
                row.getString("said"));
    }
}
