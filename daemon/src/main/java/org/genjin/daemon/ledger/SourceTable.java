package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Mailbox;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How each source does, and what in it could not be read. */
public final class SourceTable {

    private final Handle handle;

    SourceTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * @param nextAttempt null: whenever it is asked for
     * @param completeSince when the last poll that read everything was begun; null if there was none
     */
    public record Health(
            SourceStatus.State state, int failures, @Nullable Instant nextAttempt, @Nullable Instant completeSince) {
        public static final Health NEW = new Health(SourceStatus.State.OK, 0, null, null);
    }

    public Optional<Health> health(String source) {
        return handle.createQuery("select state, failures, next_attempt_at, complete_since from source where name = ?")
                .bind(0, source)
                .map((row, _) -> new Health(
                        SourceStatus.State.valueOf(row.getString("state")),
                        row.getInt("failures"),
                        Rows.instantOrNull(row, "next_attempt_at"),
                        Rows.instantOrNull(row, "complete_since")))
                .findOne();
    }

    /** Notes that a poll has begun; the source is known from then on. */
    public void reading(String source, String owner, String kind, Instant now) {
        if (handle.execute(
                        "update source set owner = ?, kind = ?, state = ?, last_poll = ? where name = ?",
                        owner, kind, SourceStatus.State.READING.name(), Rows.timestamp(now), source)
                == 0) {
            handle.execute(
                    "insert into source (name, owner, kind, state, failures, last_poll) values (?, ?, ?, ?, 0, ?)",
                    source, owner, kind, SourceStatus.State.READING.name(), Rows.timestamp(now));
        }
    }

    /** @param begun when the poll that read everything began; null if it was stopped before it had */
    public void complete(String source, @Nullable Instant begun) {
        handle.execute(
                "update source set state = ?, failures = 0, next_attempt_at = null, problem = null,"
                        + " complete_since = coalesce(?, complete_since) where name = ?",
                SourceStatus.State.OK.name(), Rows.timestampOrNull(begun), source);
    }

    /** When the last poll began that read all of an owner's mailboxes; empty if there was none. */
    public Optional<Instant> completeSince(String owner) {
        return handle.createQuery("select count(*) mailboxes, count(complete_since) polled, min(complete_since) since"
                        + " from source where owner = ? and kind = 'imap'")
                .bind(0, owner)
                .map((row, _) -> row.getLong("mailboxes") == row.getLong("polled")
                        ? Optional.ofNullable(Rows.instantOrNull(row, "since"))
                        : Optional.<Instant>empty())
                .one();
    }

    public void failed(String source, SourceStatus.State state, String problem, @Nullable Instant nextAttempt) {
        handle.execute(
                "update source set state = ?, failures = failures + 1, next_attempt_at = ?, problem = ? where name = ?",
                state.name(), Rows.timestampOrNull(nextAttempt), Rows.fit(problem, 2000), source);
    }

    /** Forgets failures, so that a person's restart or {@code sync} tries at once. */
    public void retryAll() {
        handle.execute(
                "update source set state = ?, failures = 0, next_attempt_at = null where state <> ?",
                SourceStatus.State.OK.name(), SourceStatus.State.OK.name());
    }

    /** Forgets one source's failures: what stood in its way has been mended. */
    public void retry(String source) {
        handle.execute(
                "update source set state = ?, failures = 0, next_attempt_at = null, problem = null where name = ? and state in (?, ?)",
                SourceStatus.State.OK.name(), source, SourceStatus.State.PARKED.name(), SourceStatus.State.WAITING.name());
    }

    /** Lists what could not be read; what is listed already gets the new reason. */
    public void unreadable(Mailbox mailbox, String owner, Batch.Unreadable bad, @Nullable String rawHash, Instant now) {
        boolean known = handle.execute(
                        "update unreadable set reason = ? where source = ? and mailbox = ? and locator = ?",
                        Rows.fit(bad.reason(), 2000), mailbox.source(), mailbox.name(), Rows.fit(bad.locator(), 400))
                > 0;
        if (!known) {
            handle.execute(
                    "insert into unreadable (source, mailbox, locator, owner, reason, raw_hash, seen_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    mailbox.source(), mailbox.name(), Rows.fit(bad.locator(), 400), owner, Rows.fit(bad.reason(), 2000),
                    rawHash, Rows.timestamp(now));
        }
    }

    /** Takes off the list what has been read after all. */
    public void readable(Mailbox mailbox, Collection<String> locators) {
        List<String> listed = handle.createQuery("select locator from unreadable where source = ? and mailbox = ?")
                .bind(0, mailbox.source())
                .bind(1, mailbox.name())
                .mapTo(String.class)
                .list();
        for (String it : listed) {
            if (locators.contains(it)) {
                handle.execute(
                        "delete from unreadable where source = ? and mailbox = ? and locator = ?",
                        mailbox.source(), mailbox.name(), it);
            }
        }
    }

    /** @param viewer only that owner's; empty: all */
    public List<Status.Unreadable> unreadable(Optional<String> viewer, int limit) {
        return handle.createQuery("select source, mailbox, locator, reason from unreadable"
                        + " where :viewer is null or owner = :viewer order by seen_at desc, mailbox, locator limit :limit")
                .bind("viewer", viewer.orElse(null))
                .bind("limit", limit)
                .map((row, _) -> new Status.Unreadable(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    public List<SourceStatus> all(Optional<String> viewer) {
        return handle.createQuery(
                        """
                        select s.name, s.owner, s.kind, s.state, s.last_poll, s.problem,
                            (select count(distinct g.message) from sighting g where g.source = s.name) messages,
                            (select count(*) from unreadable u where u.source = s.name) unreadable
                        from source s where :viewer is null or s.owner = :viewer order by s.kind desc, s.name
                        """)
                .bind("viewer", viewer.orElse(null))
                .map((row, _) -> new SourceStatus(
                        row.getString("name"),
                        row.getString("owner"),
                        row.getString("kind").toLowerCase(Locale.ROOT),
                        SourceStatus.State.valueOf(row.getString("state")),
                        row.getLong("messages"),
                        row.getLong("unreadable"),
                        Rows.instantOrNull(row, "last_poll"),
                        row.getString("problem")))
                .list();
    }
}
