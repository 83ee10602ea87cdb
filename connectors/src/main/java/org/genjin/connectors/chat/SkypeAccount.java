package org.genjin.connectors.chat;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message.Participant;
import org.genjin.connectors.Message.Speaker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Skype's {@code messages.json} while it is read. One reading, one thread. */
final class SkypeAccount {

    private final Channel channel;
    private final ChatExport export;
    private final List<Conversation> conversations = new ArrayList<>();
    private String owner = "";

    private SkypeAccount(Channel channel, ChatExport export) {
        this.channel = channel;
        this.export = export;
    }

    static Transcript read(Channel channel, ChatExport export) throws IOException, ChatFormat.UnreadableExport {
        SkypeAccount account = new SkypeAccount(channel, export);
        boolean complete;
        try (JsonWalk walk = JsonWalk.open(export.content())) {
            walk.document(it -> it.object(account::root));
            complete = walk.complete();
        }
        List<Chat> chats = account.conversations.stream()
                // 48: is Skype's own: logs of calls, notes, mentions, which are in the conversations too.
                .filter(it -> !it.entries.isEmpty() && !it.id.startsWith("48:"))
                .map(account::chat)
                .toList();
        if (chats.isEmpty()) {
            throw new ChatFormat.UnreadableExport("There is no conversation with messages in this export"
                    + (complete ? "." : ": the file is damaged or cut off, export it again."));
        }
        return new Transcript(chats, complete ? List.of() : List.of(Warnings.CUT));
    }

    private static final class Conversation {
        private String id = "";
        private String name = "";
        private String topic = "";
        private final List<Entry> entries = new ArrayList<>();
    }

    private record Entry(Instant at, String from, String name, String id, SkypeWords.Said said) {}

    private void root(String name, JsonWalk at) {
        switch (name) {
            case "userId" -> owner = string(at.value());
            case "conversations" -> at.array(item -> {
                Conversation conversation = new Conversation();
                conversations.add(conversation);
                item.object((field, inner) -> field(conversation, field, inner));
            });
            default -> {}
        }
    }

    private void field(Conversation conversation, String name, JsonWalk at) {
        switch (name) {
            case "id" -> conversation.id = string(at.value());
            case "displayName" -> conversation.name = string(at.value());
            case "threadProperties" -> conversation.topic = JsonWalk.text(at.value(), "topic");
            case "MessageList" -> at.array(item -> {
                JsonNode it = item.value();
                Instant time = time(JsonWalk.text(it, "originalarrivaltime"));
                if (time != null) {
                    conversation.entries.add(new Entry(
                            time, JsonWalk.text(it, "from"), JsonWalk.text(it, "displayName"), JsonWalk.text(it, "id"),
                            SkypeWords.of(it, export.beside())));
                }
            });
            default -> {}
        }
    }

    private Chat chat(Conversation it) {
        List<Entry> said = new ArrayList<>(it.entries);
        Collections.reverse(said);
        said.sort(Comparator.comparing(Entry::at));
        List<ChatLine> lines = new ArrayList<>();
        for (Entry entry : said) {
            ChatLine line = ChatLine.of(
                            "message " + entry.id(), new ChatLine.Time.At(entry.at(), null), from(entry),
                            entry.said().system(), entry.said().text(), entry.said().files())
                    .saidBy(side(entry.from()))
                    .changed(entry.said().change())
                    .replying(entry.said().quoted(), entry.said().replyTo());
            lines.add(entry.id().isEmpty() ? line : line.identified(entry.id()));
        }
        String shown = it.topic.isEmpty() ? it.name : it.topic;
        String title = shown.isEmpty() ? bare(it.id) : shown;
        return new Chat(channel, it.id, ChatText.name(title), it.id.startsWith("19:"), lines, null);
    }

    private Speaker side(String from) {
        if (owner.isEmpty() || !from.matches("\\d+:.*")) {
            return Speaker.UNKNOWN;
        }
        return from.equals(owner) ? Speaker.OWNER : Speaker.OTHER;
    }

    private static @Nullable Participant from(Entry it) {
        if (it.from().isEmpty()) {
            return null;
        }
        return new Participant(it.from(), ChatText.name(it.name().isEmpty() ? bare(it.from()) : it.name()));
    }

    /** Without the number of the kind of id before it. */
    private static String bare(String id) {
        return id.replaceFirst("^\\d+:", "");
    }

    private static String string(JsonNode value) {
        return value.isString() ? value.asString() : "";
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text.matches(".*(?:Z|[+-]\\d\\d:?\\d\\d)") ? text : text + "Z").toInstant();
        } catch (DateTimeException e) {
            return null; // nobody knows when: it has no place
        }
    }
}
