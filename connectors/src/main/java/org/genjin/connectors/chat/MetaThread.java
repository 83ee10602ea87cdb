package org.genjin.connectors.chat;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One conversation of Meta's export while it is read. One reading, one thread. */
final class MetaThread {

    private static final List<String> FILES = List.of("photos", "videos", "audio_files", "files", "gifs");

    private final ChatExport export;
    private final Set<String> participants = new LinkedHashSet<>();
    private final List<JsonNode> messages = new ArrayList<>();
    private String title = "";
    private String path = "";
    private boolean encrypted;

    private MetaThread(ChatExport export) {
        this.export = export;
    }

    static Transcript read(Channel channel, ChatExport export) throws IOException, ChatFormat.UnreadableExport {
        MetaThread thread = new MetaThread(export);
        boolean complete;
        try (JsonWalk walk = JsonWalk.open(export.content())) {
            walk.document(it -> it.object(thread::field));
            complete = walk.complete();
        }
        List<ChatLine> lines = thread.lines();
        if (lines.isEmpty()) {
            throw new ChatFormat.UnreadableExport("There is no message in this export of a conversation"
                    + (complete ? "." : ": the file is damaged or cut off, export it again."));
        }
        return new Transcript(List.of(thread.chat(channel, lines)), complete ? List.of() : List.of(Warnings.CUT));
    }

    private void field(String name, JsonWalk at) {
        switch (name) {
            case "participants" -> at.array(item -> {
                JsonNode it = item.value();
                participants.add(it.isObject() ? text(it, "name") : it.isString() ? it.asString() : "");
            });
            case "messages" -> at.array(item -> messages.add(item.value()));
            case "title" -> title = MetaText.repaired(string(at.value()));
            case "thread_path" -> path = string(at.value());
            case "threadName" -> {
                encrypted = true;
                title = string(at.value());
            }
            default -> {}
        }
    }

    private static String string(JsonNode value) {
        return value.isString() ? value.asString() : "";
    }

    private Chat chat(Channel channel, List<ChatLine> lines) {
        Set<String> speakers = new LinkedHashSet<>();
        for (ChatLine it : lines) {
            Message.Participant from = it.from();
            if (from != null && from.name() != null) {
                speakers.add(from.name());
            }
        }
        participants.stream().map(ChatText::name).filter(it -> !it.isEmpty()).forEach(speakers::add);
        // Behind the name, an encrypted conversation has a number.
        String bare = ChatText.name(encrypted ? title.replaceFirst("_\\d+$", "") : title);
        String shown = bare.isEmpty() ? String.join(", ", speakers) : bare;
        String id = !path.isEmpty() ? path : title.isEmpty() ? shown : title;
        return new Chat(channel, id, shown, speakers.size() > 2, lines, null);
    }

    /** The newest stands first. */
    private List<ChatLine> lines() {
        List<Dated> dated = new ArrayList<>();
        for (JsonNode it : messages) {
            Instant at = time(it);
            if (at != null) {
                dated.add(new Dated(at, it));
            }
        }
        Collections.reverse(dated);
        dated.sort(Comparator.comparing(Dated::at));
        Map<String, Integer> equal = new HashMap<>();
        List<ChatLine> lines = new ArrayList<>();
        for (Dated it : dated) {
            lines.add(line(it, lines.size() + 1, equal));
        }
        return lines;
    }

    private record Dated(Instant at, JsonNode message) {}

    private ChatLine line(Dated dated, int number, Map<String, Integer> equal) {
        JsonNode it = dated.message();
        String name = ChatText.name(encrypted ? text(it, "senderName") : text(it, "sender_name"));
        List<Message.Attachment> files = files(it);
        String words = encrypted ? text(it, "text") : words(it, !files.isEmpty());
        boolean unsent = flag(it, "is_unsent") || flag(it, "isUnsent");
        boolean system = unsent || it.has("call_duration") || MetaText.isNotice(words);
        String same = dated.at().toEpochMilli() + " " + name;
        int n = equal.merge(same, 1, Integer::sum);
        return ChatLine.of(
                        "message " + number, new ChatLine.Time.At(dated.at(), null),
                        name.isEmpty() ? null : new Message.Participant(null, name), system,
                        ChatText.visible(words).replace("\r\n", "\n").strip(), system ? List.of() : files)
                .identified(same + " " + n)
                .changed(unsent ? Message.Change.TAKEN_BACK : Message.Change.NONE);
    }

    /** What is shared is said by its address; the sentence that only says that something was sent is not words. */
    private String words(JsonNode it, boolean sent) {
        String content = text(it, "content");
        JsonNode share = it.path("share");
        String link = text(share, "link");
        String shared = text(share, "share_text");
        String said = (sent || !link.isEmpty() || !shared.isEmpty()) && MetaText.saysOnlyThatItWasSent(content) ? "" : content;
        StringBuilder words = new StringBuilder(said);
        for (String more : List.of(shared, link)) {
            if (!more.isEmpty() && words.indexOf(more) < 0) {
                words.append(words.isEmpty() ? "" : "\n").append(more);
            }
        }
        return words.toString();
    }

    private List<Message.Attachment> files(JsonNode it) {
        List<Message.Attachment> files = new ArrayList<>();
        for (String kind : encrypted ? List.of("media") : FILES) {
            it.path(kind).forEach(file -> add(files, text(file, "uri")));
        }
        if (!encrypted) {
            add(files, text(it.path("sticker"), "uri"));
        }
        return files;
    }

    private void add(List<Message.Attachment> files, String uri) {
        if (!uri.isEmpty()) {
            files.add(Attached.at(uri, export.beside()));
        }
    }

    private static @Nullable Instant time(JsonNode it) {
        String millis = JsonWalk.text(it, it.has("timestamp_ms") ? "timestamp_ms" : "timestamp");
        try {
            return Instant.ofEpochMilli(Long.parseLong(millis));
        } catch (DateTimeException | NumberFormatException e) {
            return null; // nobody knows when: it has no place
        }
    }

    private static boolean flag(JsonNode it, String name) {
        return it.path(name).isBoolean() && it.path(name).asBoolean();
    }

    private String text(JsonNode it, String field) {
        String text = JsonWalk.text(it, field);
        return encrypted ? text : MetaText.repaired(text);
    }
}
