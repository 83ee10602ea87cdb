package org.genjin.connectors.imap;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/**
 * One FETCH answer, as far as it can be used. Items may be missing, unknown, or in any order.
 *
 * @param uid 0 if the answer does not say
 * @param size as the server believes, 0 if it does not say; not to be relied on
 * @param receivedAt null if the server does not say
 * @param labels Gmail's, as they come, a line for each and an empty one before them; "" elsewhere
 * @param mailId Gmail's number of the mail, the same in each folder; 0 elsewhere
 * @param content null if none was asked for or none was given
 */
record FetchAnswer(
        long uid, long size, @Nullable Instant receivedAt, String labels, long mailId, @Nullable Content content) {

    /** Reads what follows the word FETCH. */
    static FetchAnswer read(ImapInput in, MailBytes bytes) throws IOException, ImapInput.Unclear {
        long uid = 0;
        long size = 0;
        Instant receivedAt = null;
        String labels = "";
        long mailId = 0;
        MailBytes.Mail mail = bytes.mail();
        in.expect('(');
        for (in.skipBlanks(); in.peek() != ')'; in.skipBlanks()) {
            String item = in.word().toUpperCase(Locale.ROOT);
            if (item.isEmpty()) {
                throw new ImapInput.Unclear("an item expected");
            }
            in.skipBlanks();
            if (item.startsWith("BODY[]") || item.equals("RFC822")) {
                in.bytes(mail);
                // A literal that was longer or shorter than announced: from here on anything could be a mail's text.
                if (in.peek() != ' ' && in.peek() != ')') {
                    throw new ImapFailure.Garbled("a mail has not the length that was announced");
                }
                continue;
            }
            switch (item) {
                case "UID" -> uid = in.number();
                case "RFC822.SIZE" -> size = in.number();
                case "INTERNALDATE" -> {
                    String date = in.string();
                    receivedAt = date == null ? null : ServerDate.read(date).orElse(null);
                }
                case "X-GM-MSGID" -> mailId = in.number();
                case "X-GM-LABELS" -> labels = in.values();
                default -> in.skipValue();
            }
        }
        in.expect(')');
        return new FetchAnswer(uid, size, receivedAt, labels, mailId, mail.content());
    }
}
