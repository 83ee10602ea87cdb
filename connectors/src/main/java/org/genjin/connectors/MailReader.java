package org.genjin.connectors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Message} of the bytes of a mail. Thread-safe. */
public interface MailReader {

    /**
     * @param raw the whole mail as RFC 5322 has it; becomes {@link Message#raw}
     * @param receivedAt when the server got it, for mails whose own date is of no use; null if not known
     * @throws UnreadableMail if no message can be made of it; the bytes are to be kept all the same
     */
    Message read(Content raw, String locator, @Nullable Instant receivedAt) throws UnreadableMail;

    /** The bytes are no mail, or not one that can be read; the message is one sentence for a person. */
    final class UnreadableMail extends Exception {
        public UnreadableMail(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
