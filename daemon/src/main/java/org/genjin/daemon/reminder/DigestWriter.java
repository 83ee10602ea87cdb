package org.genjin.daemon.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.genjin.config.Language;
import org.genjin.daemon.decision.Questions;
import org.genjin.daemon.draft.DraftWriter;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.OutboxTable;
import org.genjin.daemon.ledger.OutboxTable.Kind;
import org.genjin.daemon.ledger.StatusReport;
import org.genjin.daemon.outbox.OwnMail;

/** Writes an owner's digest: what is due, in words, as text and HTML. Thread-safe. */
public final class DigestWriter {

    /** Some bytes below the length from which Gmail hides the end of a mail: with it the proof that nothing is missing. */
    private static final int CLIPPED = 100_000;

    private final DigestReader reader;
    private final FollowUpBoard board;
    private final OwnMail mails;
    private final Function<String, Language> languages;
    private final String page;
    private final DigestLayout layout = new DigestLayout();
    private final Map<Language, DigestWording> wordings = new ConcurrentHashMap<>();

    /**
     * @param languages each owner's
     * @param page address of the page at the desk, without a slash at its end; "" if there is none
     */
    public DigestWriter(
            Ledger ledger,
            FollowUpBoard board,
            StatusReport status,
            Questions questions,
            DraftWriter drafts,
            Function<String, Language> languages,
            String page) {
        this.reader = new DigestReader(ledger, board, status, new DigestQuestions(ledger, questions), drafts);
        this.board = board;
        this.mails = new OwnMail(ledger.hashKey());
        this.languages = languages;
        this.page = page;
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
        return write(owner, at, languages.apply(owner));
    }

    /** The same in another language than the owner's. */
    public Written write(String owner, Instant at, Language language) {
        Digest digest = reader.read(owner, at);
        DigestWording wording = wordings.computeIfAbsent(language, it -> new DigestWording(it, board.zone(), page));
        String messageId = mails.messageId(owner, Kind.DIGEST, digest.date().toString());
        DigestMail mail = wording.write(digest, messageId, false);
        String html = layout.html(mail);
        if (html.getBytes(StandardCharsets.UTF_8).length > CLIPPED) {
            html = layout.html(wording.write(digest, messageId, true));
        }
        OwnMail.Letter letter =
                new OwnMail.Letter(mail.subject(), layout.text(mail), html, Map.of("List-Unsubscribe", "<" + mail.stop() + ">"));
        return new Written(digest.isEmpty(), letter, digest.reminders(), digest.items());
    }
}
