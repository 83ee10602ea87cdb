package org.genjin.daemon.ledger;

import java.time.Instant;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.jdbi.v3.core.Handle;

/** How far each mailbox has been read. */
public final class CursorTable {

    private final Handle handle;

    CursorTable(Handle handle) {
        this.handle = handle;
    }

    /** @return {@link Cursor#START} for a mailbox never read */
    public Cursor find(Mailbox mailbox) {
        return handle.createQuery("select cursor_text from mailbox_cursor where source = ? and mailbox = ?")
                .bind(0, mailbox.source())
                .bind(1, mailbox.name())
                .mapTo(String.class)
                .findOne()
                .map(Cursor::new)
                .orElse(Cursor.START);
    }

    /** Whether a reading of the mailbox has begun and has not come to its end. */
    public boolean isUnderWay(Mailbox mailbox) {
        return handle.createQuery("select count(*) from mailbox_cursor where source = ? and mailbox = ? and not drained")
                        .bind(0, mailbox.source())
                        .bind(1, mailbox.name())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** @param drained whether this is the end of a reading */
    public void save(Mailbox mailbox, Cursor cursor, boolean drained, Instant now) {
        int updated = handle.execute(
                "update mailbox_cursor set cursor_text = ?, drained = ?, saved_at = ? where source = ? and mailbox = ?",
                cursor.value(), drained, Rows.timestamp(now), mailbox.source(), mailbox.name());
        if (updated == 0) {
            handle.execute(
                    "insert into mailbox_cursor (source, mailbox, cursor_text, drained, saved_at) values (?, ?, ?, ?, ?)",
                    mailbox.source(), mailbox.name(), cursor.value(), drained, Rows.timestamp(now));
        }
    }

    /** The mailbox is read again from its beginning; what is known there is known already. */
    public void forget(Mailbox mailbox) {
        handle.execute("delete from mailbox_cursor where source = ? and mailbox = ?", mailbox.source(), mailbox.name());
    }
}
