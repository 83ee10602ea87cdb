package org.genjin.daemon.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who wants no mails of ours for a while, or until they say so. */
public final class PauseTable {

    private final Handle handle;

    PauseTable(Handle handle) {
        this.handle = handle;
    }

    /** @param until the first day with mails again; null: until the owner says so */
    public record Pause(String owner, @Nullable LocalDate until) {

        public boolean covers(LocalDate day) {
            return until == null || day.isBefore(until);
        }
    }

    /** @param until the first day with mails again; null: until the owner says so */
    public void begin(String owner, @Nullable LocalDate until, Instant now) {
        end(owner);
        handle.createUpdate("insert into digest_pause (owner, until_date, set_at) values (:owner, :until, :now)")
                .bind("owner", owner)
                .bind("until", until)
                .bind("now", Rows.timestamp(now))
                .execute();
    }

    /** @return whether there was one */
    public boolean end(String owner) {
        return handle.execute("delete from digest_pause where owner = ?", owner) > 0;
    }

    public Optional<Pause> of(String owner) {
        return handle.createQuery("select * from digest_pause where owner = ?")
                .bind(0, owner)
                .map((row, _) -> new Pause(row.getString("owner"), row.getObject("until_date", LocalDate.class)))
                .findOne();
    }

    /** Those that hold on a day, by owner. */
    public List<Pause> on(LocalDate day) {
        return all().stream().filter(it -> it.covers(day)).toList();
    }

    /** Also those that are over. */
    public List<Pause> all() {
        return handle.createQuery("select * from digest_pause order by owner")
                .map((row, _) -> new Pause(row.getString("owner"), row.getObject("until_date", LocalDate.class)))
                .list();
    }
}
