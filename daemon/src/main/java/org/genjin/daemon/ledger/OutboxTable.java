package org.genjin.daemon.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Genjin's own mails to owners: one an occasion, written down before it leaves and settled after. */
public final class OutboxTable {

    private final Handle handle;

    OutboxTable(Handle handle) {
        this.handle = handle;
    }

    /** What a mail is. */
    public enum Kind {
        /** What is due in the morning. */
        DIGEST,
        /** How the week was. */
        WEEKLY,
        /** What came of an answer to one of these mails. */
        RECEIPT,
        /** What cannot wait until the morning. */
        ALERT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** What became of a mail. */
    public enum State {
        /** Written down; whether it left is not known until it is settled. */
        INTENT,
        SENT,
        DEFERRED,
        REJECTED,
        /** There was nothing to say, so nothing was sent. */
        EMPTY;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One mail.
     *
     * @param id 0 before it is written down
     * @param occasion what calls for it, once an owner and kind
     * @param uselessAt from then on it is not sent any more
     */
    public record Row(
            long id,
            String owner,
            Kind kind,
            String occasion,
            State state,
            String messageId,
            int reminders,
            int attempts,
            Instant attemptedAt,
            @Nullable Instant nextAttempt,
            Instant uselessAt,
            String note) {}

    /** What a number in a mail stands for. */
    public enum About {
        CUSTOMER,
        /** A question that is answered with yes or no: the row of a proposal. */
        PROPOSAL,
        /** A message of which nobody knows whose it is: its row. */
        MESSAGE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A numbered line of a mail.
     *
     * @param subject a customer's number, a proposal's, or a message's row
     * @param reason why the customer is due; "" for a question
     */
    public record Item(int number, About about, long subject, String reason) {}

    public Optional<Row> find(String owner, Kind kind, String occasion) {
        return handle.createQuery("select * from outbox where owner = ? and kind = ? and occasion = ?")
                .bind(0, owner)
                .bind(1, kind.id())
                .bind(2, Rows.fit(occasion, 400))
                .map((row, _) -> row(row))
                .findOne();
    }

    /** The mail that bears a Message-ID, be it ours or the one that the server gave it. */
    public Optional<Row> named(String messageId) {
        return handle.createQuery("select * from outbox where message_id = :id or seen_as = :id order by id")
                .bind("id", messageId)
                .map((row, _) -> row(row))
                .findFirst();
    }

    public Optional<Row> find(long id) {
        return handle.createQuery("select * from outbox where id = ?").bind(0, id).map((row, _) -> row(row)).findOne();
    }

    public List<Item> items(long mail) {
        return handle.createQuery("select * from outbox_item where mail = ? order by number")
                .bind(0, mail)
                .map((row, _) -> new Item(
                        row.getInt("number"), About.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getLong("subject"), row.getString("reason")))
                .list();
    }

    /**
     * Writes a mail down.
     *
     * @param frozen the bytes; null if nothing is sent
     * @return its number
     */
    @SuppressWarnings("NullAway") // jdbi takes nulls
    public long insert(Transaction tx, Row row, byte @Nullable [] frozen, List<Item> items) {
        long id = tx.take(Transaction.Counter.OUTBOX, 1);
        handle.execute(
                "insert into outbox (id, owner, kind, occasion, state, message_id, frozen, reminders, attempts, attempted_at,"
                        + " next_attempt_at, useless_at, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, row.owner(), row.kind().id(), Rows.fit(row.occasion(), 400), row.state().id(), row.messageId(),
                frozen == null ? null : Base64.getEncoder().encodeToString(frozen), row.reminders(), row.attempts(),
                Rows.timestamp(row.attemptedAt()), Rows.timestampOrNull(row.nextAttempt()),
                Rows.timestamp(row.uselessAt()), Rows.fit(row.note(), 1000));
        items.forEach(it -> handle.execute(
                "insert into outbox_item (mail, number, kind, subject, reason) values (?, ?, ?, ?, ?)",
                id, it.number(), it.about().id(), it.subject(), it.reason()));
        return id;
    }

    /** The exact bytes; empty once it is settled for good. */
    public Optional<byte[]> frozen(long id) {
        return handle.createQuery("select frozen from outbox where id = ? and frozen is not null")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(it -> Base64.getDecoder().decode(it.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Notes that the same bytes are about to be sent again.
     *
     * @return false if it was settled meanwhile, and must not be
     */
    public boolean attempt(Row row, Instant now) {
        return handle.execute(
                        "update outbox set state = ?, attempts = attempts + 1, attempted_at = ?, next_attempt_at = null"
                                + " where id = ? and state = ?",
                        State.INTENT.id(), Rows.timestamp(now), row.id(), row.state().id())
                > 0;
    }

    /** Says why it is not known whether a mail left. */
    public void note(long id, String note) {
        handle.execute("update outbox set note = ? where id = ? and state = ?", Rows.fit(note, 1000), id, State.INTENT.id());
    }

    /** @return false if it is not in {@code from} any more: then nothing has changed */
    public boolean settle(long id, State from, State to, @Nullable Instant nextAttempt, String note, Instant now) {
        return handle.execute(
                        "update outbox set state = ?, next_attempt_at = ?, settled_at = ?, note = ?"
                                + (to == State.DEFERRED ? "" : ", frozen = null") + " where id = ? and state = ?",
                        to.id(), Rows.timestampOrNull(nextAttempt), Rows.timestamp(now), Rows.fit(note, 1000), id, from.id())
                > 0;
    }

    /** Has all that waits tried as soon as somebody looks. */
    public void wake() {
        handle.execute("update outbox set next_attempt_at = null where state = ?", State.DEFERRED.id());
    }

    /** A mail that is as if it had never been. */
    public void remove(long id) {
        handle.execute("delete from outbox_item where mail = ?", id);
        handle.execute("delete from outbox where id = ?", id);
    }

    /**
     * Forgets messages: what a number stood for, and the words of every mail that has not left for sure, as it may quote them. Such
     * a mail is written anew without them.
     */
    public void forget(Collection<Long> messages) {
        if (!messages.isEmpty()) {
            handle.createUpdate("delete from outbox_item where kind = 'message' and subject in (<ids>)")
                    .bindList("ids", new ArrayList<>(messages))
                    .execute();
            handle.execute("update outbox set frozen = null where frozen is not null");
        }
    }

    /**
     * @param numbers what numbers stood for in mails that were settled before is forgotten
     * @param rows mails that were settled before are forgotten altogether
     */
    public void drop(Instant numbers, Instant rows) {
        handle.execute(
                "delete from outbox_item where mail in (select id from outbox where settled_at < ? and state not in ('intent', 'deferred'))",
                Rows.timestamp(numbers));
        handle.execute(
                "delete from outbox where settled_at < ? and state not in ('intent', 'deferred')"
                        + " and not exists (select 1 from outbox_item i where i.mail = outbox.id)",
                Rows.timestamp(rows));
    }

    /**
     * A mail of ours was seen in a mailbox: so it was sent.
     *
     * @param messageId as we wrote it
     * @param seenAs as it is there; null if it has none
     * @return whether it is known here
     */
    public boolean seen(String messageId, @Nullable String seenAs, Instant now) {
        handle.execute(
                "update outbox set state = ?, settled_at = ?, next_attempt_at = null, frozen = null, note = ?"
                        + " where message_id = ? and state <> ?",
                State.SENT.id(), Rows.timestamp(now), "found in the mailbox", messageId, State.SENT.id());
        return handle.execute("update outbox set seen_as = ? where message_id = ?", Rows.fitOrNull(seenAs, 998), messageId) > 0;
    }

    /**
     * A question that was put in morning mails.
     *
     * @param subject a proposal's number, or a message's row
     * @param times in how many
     * @param last the occasion of the last of them
     */
    public record Asked(About about, long subject, int times, String last) {}

    /** The questions that the owner was asked in morning mails before that of {@code occasion}; mails that never left asked nothing. */
    public List<Asked> asked(String owner, String occasion) {
        return handle.createQuery(
                        """
                        select i.kind, i.subject, count(*) times, max(o.occasion) last_asked
                        from outbox_item i join outbox o on o.id = i.mail
                        where o.owner = :owner and o.kind = 'digest' and o.occasion < :occasion and o.state <> 'rejected'
                            and i.kind <> 'customer'
                        group by i.kind, i.subject
                        """)
                .bind("owner", owner)
                .bind("occasion", occasion)
                .map((row, _) -> new Asked(
                        About.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getLong("subject"), row.getInt("times"),
                        row.getString("last_asked")))
                .list();
    }

    /** Those not settled for good, the oldest first. */
    public List<Row> open() {
        return handle.createQuery("select * from outbox where state in ('intent', 'deferred') order by id")
                .map((row, _) -> row(row))
                .list();
    }

    /** When the last mail of a kind was tried to be sent to an owner, by {@code now}. */
    public Optional<Instant> lastAttempt(String owner, Kind kind, Instant now) {
        return handle.createQuery(
                        "select max(attempted_at) last from outbox where owner = ? and kind = ? and state <> 'empty' and attempted_at <= ?")
                .bind(0, owner)
                .bind(1, kind.id())
                .bind(2, Rows.timestamp(now))
                .map((row, _) -> Optional.ofNullable(Rows.instantOrNull(row, "last")))
                .one();
    }

    /** When the last mail of a kind left. */
    public Optional<Instant> lastSent(Kind kind) {
        return handle.createQuery("select max(settled_at) last from outbox where state = 'sent' and kind = ?")
                .bind(0, kind.id())
                .map((row, _) -> Optional.ofNullable(Rows.instantOrNull(row, "last")))
                .one();
    }

    /**
     * What did not leave, and nothing of its kind that came after it did either.
     *
     * @param owner only that owner's; empty: all
     * @param since what was tried last before that is past
     */
    public List<Row> troubles(Optional<String> owner, Instant since) {
        return handle.createQuery("select * from outbox o where o.state in ('intent', 'deferred', 'rejected') and o.attempted_at > :since"
                        + " and (:owner = '' or o.owner = :owner) and not exists (select 1 from outbox l where l.owner = o.owner"
                        + " and l.kind = o.kind and l.state = 'sent' and l.attempted_at > o.attempted_at) order by o.attempted_at desc, o.id desc")
                .bind("since", Rows.timestamp(since))
                .bind("owner", owner.orElse(""))
                .map((row, _) -> row(row))
                .list();
    }

    /** When mails of a kind whose occasion begins so were written to an owner, after {@code since}. */
    public List<Instant> written(String owner, Kind kind, String occasion, Instant since) {
        return handle.createQuery("select attempted_at from outbox where owner = ? and kind = ? and occasion like ? and attempted_at > ?")
                .bind(0, owner)
                .bind(1, kind.id())
                .bind(2, occasion + "%")
                .bind(3, Rows.timestamp(since))
                .map((row, _) -> Rows.instant(row, "attempted_at"))
                .list();
    }

    /** When a mail of a kind last reminded an owner of each customer. */
    public Map<CustomerId, Instant> reminded(String owner, Kind kind) {
        return handle.createQuery("select i.subject, max(o.attempted_at) last from outbox o join outbox_item i on i.mail = o.id"
                        + " where o.owner = ? and o.kind = ? and i.kind = 'customer' group by i.subject")
                .bind(0, owner)
                .bind(1, kind.id())
                .map((row, _) -> Map.entry(new CustomerId(row.getLong("subject")), Rows.instant(row, "last")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** When the last mail left to each owner. */
    public Map<String, Instant> lastSent() {
        return handle.createQuery("select owner, max(settled_at) last from outbox where state = 'sent' group by owner")
                .map((row, _) -> Map.entry(row.getString("owner"), Rows.instant(row, "last")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("owner"),
                Kind.of(row.getString("kind")),
                row.getString("occasion"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("message_id"),
                row.getInt("reminders"),
                row.getInt("attempts"),
                Rows.instant(row, "attempted_at"),
                Rows.instantOrNull(row, "next_attempt_at"),
                Rows.instant(row, "useless_at"),
                row.getString("note"));
    }
}
