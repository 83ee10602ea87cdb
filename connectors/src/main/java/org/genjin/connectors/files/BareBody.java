package org.genjin.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.genjin.connectors.MessageKey;
import org.genjin.connectors.mime.BodyText;

/** A text or HTML file as the body of a mail that has nothing else. */
final class BareBody {

    private BareBody() {}

    static Message read(Piece piece) throws IOException {
        byte[] bytes;
        try (InputStream in = piece.content().open()) {
            bytes = in.readAllBytes();
        }
        String start = new String(bytes, 0, Math.min(500, bytes.length), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean html = piece.fileName().toLowerCase(Locale.ROOT).matches(".*\\.html?")
                || start.contains("<html")
                || start.contains("<!doctype html");
        String text = BodyText.decode(bytes, html);
        Message.Body body = html ? new Message.Body("", text) : new Message.Body(text, null);
        return new Message(
                new MessageKey("body:" + Integer.toHexString(text.hashCode()) + "-" + text.length()),
                Message.Kind.MESSAGE, Channel.EMAIL, "byte 0", null, null, null, null, List.of(), List.of(),
                Message.Speaker.UNKNOWN, null, null, "", body, List.of(), List.of(), false, false, List.of(), Map.of(),
                piece.content(), null);
    }
}
