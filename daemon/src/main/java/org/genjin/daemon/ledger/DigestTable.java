package org.genjin.daemon.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The morning mails: one an owner and local date, written down before it leaves and settled after. */
public final class DigestTable {

    private final Handle handle;

    DigestTable(Handle handle) {
        this.handle = handle;
    }

    /** What became of a digest. */
    public enum State {
        /** Written down; whether it left is not known until it is settled. */
        INTENT,
        SENT,
        DEFERRED,
        REJECTED,
        /** Nothing was due, so nothing was sent. */
        EMPTY;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param frozenHash where in the store the exact bytes lie; for an empty digest 64 zeros */
    public record Row(
            String owner,
            LocalDate date,
            State state,
            String messageId,
            String frozenHash,
            int reminders,
            int attempts,
            Instant attemptedAt,
            @Nullable Instant nextAttempt,
            String note) {}

    public Optional<Row> find(String owner, LocalDate date) {
        return handle.createQuery("select * from digest where owner = ? and local_date = ?")
                .bind(0, owner)
                .bind(1, date)
                .map((row, _) -> row(row))
                .findOne();
    }

    public void insert(Row row) {
        handle.execute(
                "insert into digest (owner, local_date, state, message_id, frozen_hash, reminders, attempts, attempted_at,"
                        + " next_attempt_at, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.owner(), row.date(), row.state().id(), row.messageId(), row.frozenHash(), row.reminders(),
                row.attempts(), Rows.timestamp(row.attemptedAt()), Rows.timestampOrNull(row.nextAttempt()),
                Rows.fit(row.note(), 1000));
    }

    /** Notes that the same bytes are about to be sent again. */
    public void attempt(String owner, LocalDate date, Instant now) {
        handle.execute(
                "update digest set state = ?, attempts = attempts + 1, attempted_at = ?, next_attempt_at = null"
                        + " where owner = ? and local_date = ?",
                State.INTENT.id(), Rows.timestamp(now), owner, date);
    }

    public void settle(
            String owner, LocalDate date, State state, @Nullable Instant nextAttempt, String note, Instant now) {
        handle.execute(
                "update digest set state = ?, next_attempt_at = ?, settled_at = ?, note = ?"
                        + " where owner = ? and local_date = ?",
                state.id(), Rows.timestampOrNull(nextAttempt), Rows.timestamp(now), Rows.fit(note, 1000), owner, date);
    }

    /** A digest was seen in a mailbox: so it was sent. Settled ones stay as they are. */
    public void seen(String messageId, Instant now) {
        handle.execute(
                "update digest set state = ?, settled_at = ?, next_attempt_at = null, note = ? where message_id = ?"
                        + " and state <> ?",
                State.SENT.id(), Rows.timestamp(now), "found in the mailbox", messageId, State.SENT.id());
    }

    /** Those not settled for good. */
    public List<Row> open() {
        return handle.createQuery("select * from digest where state in ('intent', 'deferred') order by local_date, owner")
                .map((row, _) -> row(row))
                .list();
    }

    public Optional<Instant> lastSent() {
        return handle.createQuery("select max(settled_at) last from digest where state = 'sent'")
                .map((row, _) -> Optional.ofNullable(Rows.instantOrNull(row, "last")))
                .one();
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                row.getString("owner"),
                row.getObject("local_date", LocalDate.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("message_id"),
                row.getString("frozen_hash"),
                row.getInt("reminders"),
                row.getInt("attempts"),
                Rows.instant(row, "attempted_at"),
                Rows.instantOrNull(row, "next_attempt_at"),
                row.getString("note"));
    }
}
