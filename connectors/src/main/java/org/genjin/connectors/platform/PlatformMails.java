package org.genjin.connectors.platform;

import java.time.Instant;
import org.genjin.connectors.Content;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads mails, and those by which a platform passes on a customer's words as that customer's message; what we answer to a
 * platform's address for one person is said there too. The bytes stay the mail's own, so that the message can be made of them
 * again. Where anything is in doubt it stays the mail it is.
 */
public final class PlatformMails implements MailReader {

    private final MailReader mails;
    private final PlatformShapes shapes = new PlatformShapes();

    public PlatformMails(MailReader mails) {
        this.mails = mails;
    }

    @Override
    public Message read(Content raw, String locator, @Nullable Instant receivedAt) throws UnreadableMail {
        Message mail = mails.read(raw, locator, receivedAt);
        return shapes.passedOn(mail)
                .map(it -> it.message(mail))
                .or(() -> shapes.answered(mail))
                .orElse(mail);
    }
}
