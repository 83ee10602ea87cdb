package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genjin.config.SourceConfig;
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

    /**
     * Notes which sources somebody wants read, also before they are; nothing is expected any more of those that are not among
     * them.
     */
    public void list(Collection<Listed> wanted, Instant now) {
        for (String name : handle.createQuery("select name from source where listed_at is not null")
                .mapTo(String.class)
                .list()) {
            if (wanted.stream().noneMatch(it -> it.name().equals(name))) {
                handle.execute("update source set listed_at = null where name = ?", name);
            }
        }
        wanted.forEach(it -> list(it, now));
    }

    private void list(Listed it, Instant now) {
        if (handle.execute(
                        "update source set owner = ?, kind = ?, listed_at = coalesce(listed_at, ?) where name = ?",
                        it.owner(), it.kind(), Rows.timestamp(now), it.name())
                == 0) {
            handle.execute(
                    "insert into source (name, owner, kind, state, failures, listed_at) values (?, ?, ?, ?, 0, ?)",
                    it.name(), it.owner(), it.kind(), SourceStatus.State.OK.name(), Rows.timestamp(now));
        }
    }

    /**
     * A source as the configuration has it.
     *
     * @param kind {@code imap}, {@code folder} or {@code import}
     */
    public record Listed(String name, String owner, String kind) {

        public static Listed of(SourceConfig source) {
            String kind = switch (source) {
                case SourceConfig.Imap _ -> "imap";
                case SourceConfig.DropFolder _ -> "folder";
                case SourceConfig.Files _ -> "import";
            };
            return new Listed(source.name(), source.owner(), kind);
        }
    }

    /**
     * Notes that a poll has begun; the source is known from then on.
     *
     * @param once whether nobody will want it read again
     */
    public void reading(Listed source, boolean once, Instant now) {
        list(source, now);
        handle.execute(
                "update source set state = ?, last_poll = ?, listed_at = case when ? then null else listed_at end where name = ?",
                SourceStatus.State.READING.name(), Rows.timestamp(now), once, source.name());
    }

    /** Notes that something came that was new. */
    public void brought(String source, Instant now) {
        handle.execute("update source set last_new = ? where name = ?", Rows.timestamp(now), source);
    }

    /** A poll has read everything. */
    public void complete(String source, Instant begun, int mailboxes) {
        handle.execute(
                "update source set state = ?, failures = 0, next_attempt_at = null, problem = null, complete_since = ?,"
                        + " mailboxes = ? where name = ?",
                SourceStatus.State.OK.name(), Rows.timestamp(begun), mailboxes, source);
    }

    /** A poll was stopped before it had read everything; nothing is wrong with that. */
    public void stopped(String source) {
        handle.execute(
                "update source set state = ?, failures = 0, next_attempt_at = null, problem = null where name = ?",
                SourceStatus.State.OK.name(), source);
    }

    /** When the last poll of any source began; empty if there was none. */
    public Optional<Instant> lastPoll() {
        return handle.createQuery("select max(last_poll) last from source")
                .map((row, _) -> Optional.ofNullable(Rows.instantOrNull(row, "last")))
                .one();
    }

    /** When the last poll began that read all of an owner's mailboxes; empty if there was none. */
    public Optional<Instant> completeSince(String owner) {
        return handle.createQuery("select count(*) mailboxes, count(complete_since) polled, min(complete_since) since"
                        + " from source where owner = ? and kind = 'imap' and listed_at is not null")
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

    /** The places of {@code mailbox} behind {@code after} where something could not be read, in their order. */
    public List<String> unreadablePlaces(Mailbox mailbox, String after, int limit) {
        return SightingTable.unseen(handle, "unreadable", mailbox, after, limit);
    }

    /**
     * A source as its row has it.
     *
     * @param listedAt since when somebody wants it read; null: nobody does
     * @param lastNew when something new came last
     * @param mailboxes how many it offered to the last whole reading
     * @param messages how many were seen there, not copies
     * @param latestUnreadable how many could not be read since something new came last
     */
    record Row(
            Listed listed,
            SourceStatus.State state,
            @Nullable Instant listedAt,
            @Nullable Instant lastPoll,
            @Nullable Instant lastComplete,
            @Nullable Instant lastNew,
            @Nullable Integer mailboxes,
            @Nullable String problem,
            long messages,
            long unreadable,
            long latestUnreadable) {}

    /** @param viewer only that owner's; empty: all */
    List<Row> all(Optional<String> viewer) {
        return handle.createQuery(
                        """
                        select s.*,
                            (select count(distinct g.message) from sighting g where g.source = s.name) messages,
                            (select count(*) from unreadable u where u.source = s.name) unreadable,
                            (select count(*) from unreadable u where u.source = s.name
                                and u.seen_at > coalesce(s.last_new, s.listed_at)) latest_unreadable
                        from source s where :viewer is null or s.owner = :viewer order by s.kind desc, s.name
                        """)
                .bind("viewer", viewer.orElse(null))
                .map((row, _) -> new Row(
                        new Listed(
                                row.getString("name"), row.getString("owner"),
                                row.getString("kind").toLowerCase(Locale.ROOT)),
                        SourceStatus.State.valueOf(row.getString("state")),
                        Rows.instantOrNull(row, "listed_at"),
                        Rows.instantOrNull(row, "last_poll"),
                        Rows.instantOrNull(row, "complete_since"),
                        Rows.instantOrNull(row, "last_new"),
                        Rows.intOrNull(row, "mailboxes"),
                        row.getString("problem"),
                        row.getLong("messages"),
                        row.getLong("unreadable"),
                        row.getLong("latest_unreadable")))
                .list();
    }
}
