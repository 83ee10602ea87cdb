package org.genjin.connectors;

import java.time.Instant;

/** Makes a {@link Message} again of the {@link Message#raw} bytes that were kept of it, with no source at hand. */
@FunctionalInterface
public interface MessageRereader {

    /**
     * @param sentAt as it was found the first time, for messages that do not tell it themselves
     * @throws MailReader.UnreadableMail if the bytes are not what was kept
     */
    Message reread(Channel channel, Content raw, String locator, Instant sentAt) throws MailReader.UnreadableMail;
}
