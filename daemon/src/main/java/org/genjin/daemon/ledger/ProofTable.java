package org.genjin.daemon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.genjin.connectors.Mailbox;
import org.jdbi.v3.core.Handle;

/** The last {@link Proof} of each mailbox that can be counted at its source. */
public final class ProofTable {

    private final Handle handle;

    ProofTable(Handle handle) {
        this.handle = handle;
    }

    public Optional<Proof> find(Mailbox mailbox) {
        return handle.createQuery("select * from mailbox_proof where source = ? and mailbox = ?")
                .bind(0, mailbox.source())
                .bind(1, mailbox.name())
                .map((row, _) -> proof(row))
                .findOne();
    }

    /** In the order of their names, INBOX first. */
    public List<Proof> of(String source) {
        return handle.createQuery("select * from mailbox_proof where source = ?"
                        + " order by case when upper(mailbox) = 'INBOX' then 0 else 1 end, mailbox")
                .bind(0, source)
                .map((row, _) -> proof(row))
                .list();
    }


    public void save(Proof it) {
        handle.execute(
                "delete from mailbox_proof where source = ? and mailbox = ?", it.mailbox().source(), it.mailbox().name());
        handle.execute(
                "insert into mailbox_proof (source, mailbox, checked_at, held, logged, duplicates, too_old, unreadable,"
                        + " to_come, missing, never_logged, partial, again_times, again_at, again_open)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                it.mailbox().source(), it.mailbox().name(), Rows.timestamp(it.at()), it.held(), it.logged(),
                it.duplicates(), it.tooOld(), it.unreadable(), it.toCome(), it.missing(), it.neverLogged(), Rows.fit(it.partial(), 2000),
                it.again().times(), Rows.timestampOrNull(it.again().at()), it.again().open());
    }

    /** Forgets the mailboxes of {@code source} that it no longer offers. */
    public void keep(String source, Collection<Mailbox> offered) {
        for (Proof it : of(source)) {
            if (!offered.contains(it.mailbox())) {
                handle.execute(
                        "delete from mailbox_proof where source = ? and mailbox = ?", source, it.mailbox().name());
            }
        }
    }

    private static Proof proof(ResultSet row) throws SQLException {
        Instant again = Rows.instantOrNull(row, "again_at");
        return new Proof(
                new Mailbox(row.getString("source"), row.getString("mailbox")),
                Rows.instant(row, "checked_at"),
                row.getLong("held"),
                row.getLong("logged"),
                row.getLong("duplicates"),
                row.getLong("too_old"),
                row.getLong("unreadable"),
                row.getLong("to_come"),
                row.getLong("missing"),
                row.getLong("never_logged"),
                row.getString("partial"),
                new Proof.Again(row.getInt("again_times"), again, row.getBoolean("again_open")));
    }
}
