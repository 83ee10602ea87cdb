package org.genjin.daemon.reading;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.connectors.MessageKey;
import org.jspecify.annotations.Nullable;

/** A mail made for a test, of which only the words, the writer and the subject matter. */
final class MailText {

    private MailText() {}

    static Message of(String subject, String plain, @Nullable String html) {
        return new Message(
                new MessageKey("test"), Message.Kind.MESSAGE, Channel.EMAIL, "file", "<1@acme.example>", InstantSource.system().instant(), null,
                new Message.Participant("kim@acme.example", "Kim Aldo"), List.of(), List.of(), Message.Speaker.UNKNOWN, null, null, subject,
                new Message.Body(plain, html), List.of(), List.of(), false, false, List.of(), Map.of(), Content.of(new byte[0]), null);
    }
}
