package org.genjin.daemon.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.genjin.connectors.Mailbox;
import org.jdbi.v3.core.Handle;

/**
 * What people are told of a mailbox as a whole. A warning stays until the mailbox has been read again to its end without it.
 */
public final class WarningTable {

    private final Handle handle;

    WarningTable(Handle handle) {
        this.handle = handle;
    }

    /** Adds what a reading says; {@link #ended} settles it. */
    public void add(Mailbox mailbox, String owner, String sentence, Instant now) {
        add(mailbox, owner, sentence, Optional.empty(), now);
    }

    /** Adds that part of a chat was not read, until an export comes that reaches over it. */
    public void add(Mailbox mailbox, String owner, String sentence, ChatGap gap, Instant now) {
        add(mailbox, owner, sentence, Optional.of(gap), now);
    }

    private void add(Mailbox mailbox, String owner, String sentence, Optional<ChatGap> gap, Instant now) {
        boolean known = handle.execute(
                        "update mailbox_warning set settled = false where source = ? and mailbox = ? and sentence = ?",
                        mailbox.source(), mailbox.name(), Rows.fit(sentence, 2000))
                > 0;
        if (!known) {
            handle.execute(
                    "insert into mailbox_warning (source, mailbox, position, owner, sentence, settled, seen_at, channel, chat,"
                            + " gap_from, gap_to) select ?, ?, coalesce(max(position), 0) + 1, ?, ?, false, ?, ?, ?, ?, ?"
                            + " from mailbox_warning where source = ? and mailbox = ?",
                    mailbox.source(), mailbox.name(), owner, Rows.fit(sentence, 2000), Rows.timestamp(now),
                    gap.map(it -> it.chat().channel().id()).orElse(null),
                    gap.map(it -> Rows.fit(it.chat().title(), 500)).orElse(null),
                    gap.map(it -> Rows.timestamp(it.from())).orElse(null),
                    gap.map(it -> Rows.timestamp(it.to())).orElse(null),
                    mailbox.source(), mailbox.name());
        }
    }

    /** A reading of the mailbox has come to its end: what it did not say again is gone. */
    public void ended(Mailbox mailbox) {
        handle.execute(
                "delete from mailbox_warning where source = ? and mailbox = ? and settled", mailbox.source(), mailbox.name());
        handle.execute(
                "update mailbox_warning set settled = true where source = ? and mailbox = ?",
                mailbox.source(), mailbox.name());
    }

    /** Takes back the gaps of a chat that an export reaches over. */
    public void bridged(String owner, ChatGap.Chat chat, ChatGap.Span read) {
        handle.execute(
                "delete from mailbox_warning where owner = ? and channel = ? and chat = ? and gap_from >= ? and gap_to <= ?",
                owner, chat.channel().id(), Rows.fit(chat.title(), 500), Rows.timestamp(read.first()),
                Rows.timestamp(read.last()));
    }

    public List<SourceStatus.Warning> of(String source) {
        return handle.createQuery(
                        "select mailbox, sentence from mailbox_warning where source = ? order by mailbox, position")
                .bind(0, source)
                .map((row, _) -> new SourceStatus.Warning(row.getString(1), row.getString(2)))
                .list();
    }
}
