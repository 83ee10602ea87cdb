package org.genjin.daemon.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genjin.config.Language;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.OutboxTable.About;
import org.genjin.daemon.ledger.StatusReport;
import org.genjin.daemon.outbox.OwnMail;

/** Writes an owner's digest: what is due, in words, as text and HTML. Thread-safe. */
public final class DigestWriter {

    private final DigestReader reader;
    private final DigestWording wording;
    private final DigestLayout layout = new DigestLayout();

    /** @param page address of the page at the desk, without a slash at its end; "" if there is none */
    public DigestWriter(
            Ledger ledger,
            FollowUpBoard board,
            StatusReport status,
            Language language,
            String page) {
        this.reader = new DigestReader(ledger, board, status);
        this.wording = new DigestWording(language, board.zone(), page);
    }

    /**
     * A digest.
     *
     * @param reminders how many customers it reminds of
     * @param items what its numbers stand for
     */
    public record Written(boolean empty, OwnMail.Letter letter, int reminders, List<OutboxTable.Item> items) {
        public Written {
            items = List.copyOf(items);
        }

        public String text() {
            return letter.text();
        }

        public String html() {
            return letter.html();
        }
    }

    public Written write(String owner, Instant at) {
        Digest digest = reader.read(owner, at);
        DigestMail mail = wording.write(digest);
        OwnMail.Letter letter = new OwnMail.Letter(mail.subject(), layout.text(mail), layout.html(mail), Map.of());
        return new Written(digest.isEmpty(), letter, digest.reminders(), items(digest));
    }

    /** In the order in which they are numbered. */
    private static List<OutboxTable.Item> items(Digest digest) {
        List<OutboxTable.Item> items = new ArrayList<>();
        for (List<DueItem> section : List.of(digest.replyOwed(), digest.overdue(), digest.today(), digest.silent())) {
            for (DueItem it : section) {
                items.add(new OutboxTable.Item(
                        items.size() + 1, About.CUSTOMER, it.customer().id().number(), it.reason().id()));
            }
        }
        digest.fresh().forEach(it -> items.add(new OutboxTable.Item(items.size() + 1, About.CUSTOMER, it.id().number(), "")));
        return items;
    }
}
