package org.genjin.connectors.chat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.connectors.Message;
import tools.jackson.databind.JsonNode;

/** signal-export's {@code data.json}: one object a line; a line that is damaged is passed over. Pure. */
final class SignalJson {

    private SignalJson() {}

    static List<ChatLine> lines(String text, ChatExport.Beside beside) {
        List<ChatLine> lines = new ArrayList<>();
        int number = 0;
        for (String row : text.split("\\n")) {
            number++;
            JsonNode it = row.isBlank() ? JsonWalk.small("null") : JsonWalk.small(row);
            Optional<LocalDateTime> at = SignalFormat.time(JsonWalk.text(it, "date"));
            if (at.isPresent()) {
                lines.add(line(it, at.get(), number, beside));
            }
        }
        return lines;
    }

    private static ChatLine line(JsonNode it, LocalDateTime at, int number, ChatExport.Beside beside) {
        String sender = JsonWalk.text(it, "sender");
        boolean deleted = flag(it, "deleted");
        String body = deleted ? "" : SignalFormat.words(JsonWalk.text(it, "body"));
        String sticker = SignalFormat.words(JsonWalk.text(it, "sticker"));
        List<Message.Attachment> files = new ArrayList<>();
        it.path("attachments").forEach(file -> files.add(Attached.at(
                JsonWalk.text(file, "path"), JsonWalk.text(file, "name"), "", beside)));
        String words = body.isEmpty() ? sticker : body;
        boolean system = deleted || flag(it, "call") || SignalFormat.isCall(words);
        return ChatLine.of(
                        "line " + number, new ChatLine.Time.Local(at), SignalFormat.person(sender), system, words, files)
                .saidBy(SignalFormat.side(sender))
                .changed(deleted ? Message.Change.TAKEN_BACK : Message.Change.NONE)
                .replying(SignalFormat.quoted(JsonWalk.text(it, "quote")), null);
    }

    private static boolean flag(JsonNode it, String name) {
        return it.path(name).isBoolean() && it.path(name).asBoolean();
    }
}
