package org.genjin.connectors.chat;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Telegram Desktop's {@code result.json}: one chat, or all chats of an account. Read piece by piece; one reading, one thread. */
final class TelegramJson {

    private final ChatExport export;
    private final List<TelegramChat> chats = new ArrayList<>();
    private final Map<String, Message.Participant> people = new HashMap<>();
    private String ownId = "";
    private int withoutTime;

    private TelegramJson(ChatExport export) {
        this.export = export;
    }

    static Transcript read(ChatExport export) throws IOException, ChatFormat.UnreadableExport {
        TelegramJson reading = new TelegramJson(export);
        boolean complete;
        try (JsonWalk walk = JsonWalk.open(export.content())) {
            walk.document(reading::root);
            complete = walk.complete();
        }
        return reading.transcript(complete);
    }

    private Transcript transcript(boolean complete) throws ChatFormat.UnreadableExport {
        List<Chat> read = chats.stream().filter(it -> !it.isEmpty()).map(it -> it.chat(ownId)).toList();
        if (read.isEmpty()) {
            throw new ChatFormat.UnreadableExport("There is no message in this Telegram export"
                    + (complete ? "." : ": the file is damaged or cut off, export it again."));
        }
        List<String> warnings = new ArrayList<>();
        if (!complete) {
            warnings.add(Warnings.CUT);
        }
        if (withoutTime > 0) {
            warnings.add("Left out: " + withoutTime + " of which Telegram writes neither time nor words, as it does not export their kind.");
        }
        return new Transcript(read, warnings);
    }

    private void root(JsonWalk walk) {
        TelegramChat single = new TelegramChat(export.zone());
        chats.add(single);
        walk.object((name, at) -> {
            switch (name) {
                case "personal_information" -> ownId = userId(at.value().path("user_id"));
                case "chats", "left_chats" -> at.object((list, inner) -> {
                    if (list.equals("list")) {
                        inner.array(this::chat);
                    }
                });
                default -> field(single, name, at);
            }
        });
    }

    private void chat(JsonWalk walk) {
        TelegramChat chat = new TelegramChat(export.zone());
        chats.add(chat);
        walk.object((name, at) -> field(chat, name, at));
    }

    private void field(TelegramChat chat, String name, JsonWalk at) {
        switch (name) {
            case "name" -> chat.name = scalar(at.value());
            case "type" -> chat.type = scalar(at.value());
            case "id" -> chat.id = scalar(at.value());
            case "messages" -> at.array(item -> {
                JsonNode message = item.value();
                if (!add(chat, message)) {
                    withoutTime++;
                }
            });
            default -> {}
        }
    }

    /** @return false if it has no time, and so no place */
    private boolean add(TelegramChat chat, JsonNode it) {
        Optional<ChatLine.Time> time = time(it);
        if (time.isEmpty()) {
            return !it.isObject();
        }
        boolean service = JsonWalk.text(it, "type").equals("service");
        String number = JsonWalk.text(it, "id");
        String author = userId(it.path(service ? "actor_id" : "from_id"));
        String name = JsonWalk.text(it, service ? "actor" : "from");
        String original = JsonWalk.text(it, "forwarded_from");
        Message.Participant from = participant(author, name);
        if (!service && !original.isEmpty()) {
            from = new Message.Participant(null, ChatText.name(original));
        }
        ChatLine line = ChatLine.of(
                number.isEmpty() ? "message " + (chat.size() + 1) : "message " + number, time.get(), from, service,
                TelegramWords.of(it), service ? List.of() : files(it));
        if (!JsonWalk.text(it, "edited").isEmpty() || !JsonWalk.text(it, "edited_unixtime").isEmpty()) {
            line = line.changed(Message.Change.EDITED);
        }
        chat.add(line, author, number, JsonWalk.text(it, "reply_to_message_id"));
        return true;
    }

    /** The same one each time: there are few people and many messages. */
    private Message.@Nullable Participant participant(String id, String name) {
        if (id.isEmpty() && name.isEmpty()) {
            return null;
        }
        return people.computeIfAbsent(id + " " + name, _ -> new Message.Participant(
                TelegramFormat.nonEmpty(id), name.isEmpty() ? null : ChatText.name(name)));
    }

    private List<Message.Attachment> files(JsonNode it) {
        List<Message.Attachment> files = new ArrayList<>();
        for (String field : List.of("photo", "file")) {
            String path = JsonWalk.text(it, field);
            if (!path.isEmpty()) {
                boolean absent = path.startsWith("(");
                String type = field.equals("photo") ? "image/jpeg" : JsonWalk.text(it, "mime_type");
                files.add(Attached.at(absent ? "" : path, JsonWalk.text(it, "file_name"), type, export.beside()));
            }
        }
        return files;
    }

    private static Optional<ChatLine.Time> time(JsonNode it) {
        LocalDateTime local = null;
        try {
            local = LocalDateTime.parse(JsonWalk.text(it, "date"));
        } catch (DateTimeException e) {
            // None, or none that can be read: the other one may do.
        }
        try {
            Instant instant = Instant.ofEpochSecond(Long.parseLong(JsonWalk.text(it, "date_unixtime")));
            return Optional.of(new ChatLine.Time.At(instant, local));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.ofNullable(local).map(ChatLine.Time.Local::new);
        }
    }

    /** Old exports write the bare number of a user. */
    private static String userId(JsonNode id) {
        String text = id.isValueNode() && !id.isNull() ? id.asString() : "";
        boolean bare = !text.isEmpty() && text.chars().allMatch(it -> it >= '0' && it <= '9');
        return bare ? "user" + text : text;
    }

    private static String scalar(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
