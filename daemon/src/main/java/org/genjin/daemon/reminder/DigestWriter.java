package org.genjin.daemon.reminder;

import java.time.Instant;
import org.genjin.config.Language;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.StatusReport;

/** Writes an owner's digest: what is due, in words, as the bytes of a mail. Thread-safe. */
public final class DigestWriter {

    private final DigestReader reader;
    private final DigestWording wording;
    private final DigestLayout layout = new DigestLayout();
    private final DigestMime mime;

    /** @param page address of the page at the desk, without a slash at its end; "" if there is none */
    public DigestWriter(
            Ledger ledger,
            FollowUpBoard board,
            StatusReport status,
            Language language,
            String page) {
        this.reader = new DigestReader(ledger, board, status);
        this.wording = new DigestWording(language, board.zone(), page);
        this.mime = new DigestMime(ledger.hashKey());
    }

    /** A digest in every form. {@code reminders}: how many customers it reminds of. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Written(boolean empty, String messageId, String subject, String text, String html, byte[] mail, int reminders) {}

    public Written write(String owner, Instant at) {
        Digest digest = reader.read(owner, at);
        DigestMail mail = wording.write(digest);
        String text = layout.text(mail);
        String html = layout.html(mail);
        return new Written(
                digest.isEmpty(),
                mime.messageId(owner, digest.date()),
                mail.subject(),
                text,
                html,
                mime.write(owner, digest.date(), at, mail, text, html),
                digest.reminders());
    }
}
