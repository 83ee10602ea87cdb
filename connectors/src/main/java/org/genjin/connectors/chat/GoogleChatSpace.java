package org.genjin.connectors.chat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Participant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One conversation of Google Chat while it is read. One reading, one thread. */
final class GoogleChatSpace {

    private final ChatExport export;
    private final List<ChatLine> lines = new ArrayList<>();
    private final Set<String> people = new LinkedHashSet<>();
    private @Nullable Instant last;
    private int undated;

    private GoogleChatSpace(ChatExport export) {
        this.export = export;
    }

    static Transcript read(ChatExport export) throws IOException, ChatFormat.UnreadableExport {
        GoogleChatSpace space = new GoogleChatSpace(export);
        boolean complete;
        try (JsonWalk walk = JsonWalk.open(export.content())) {
            walk.document(root -> root.object((name, at) -> {
                if (name.equals("messages")) {
                    at.array(item -> space.add(item.value()));
                }
            }));
            complete = walk.complete();
        }
        if (space.lines.isEmpty()) {
            throw new ChatFormat.UnreadableExport(space.undated > 0
                    ? "The dates of this Google Chat export are in a language that is not known: switch the account to English"
                            + " and export it again."
                    : "There is no message in this Google Chat export.");
        }
        return new Transcript(List.of(space.chat()), complete ? List.of() : List.of(Warnings.CUT));
    }

    private Chat chat() throws IOException {
        Content beside = export.beside().part("group_info.json");
        JsonNode info = beside == null
                ? JsonWalk.small("null")
                : JsonWalk.small(new ChatExport("group_info.json", beside, export.zone(), null, export.beside()).text());
        info.path("members").forEach(it -> people.add(ChatText.name(JsonWalk.text(it, "name"))));
        people.remove("");
        String name = JsonWalk.text(info, "name");
        String folder = export.folderName();
        boolean group = !name.isEmpty() || folder.startsWith("Space ") || people.size() > 2;
        String title = !name.isEmpty() ? ChatText.name(name) : people.isEmpty() ? folder : String.join(", ", people);
        String problem = undated == 0
                ? null
                : "Dates of this export that are in a form that is not known: " + undated
                        + ". There the time of the message before is used.";
        return new Chat(Channel.GOOGLE_CHAT, folder.isEmpty() ? title : folder, title, group, lines, problem);
    }

    private void add(JsonNode it) {
        if (!it.isObject()) {
            return;
        }
        Optional<Instant> written = SpokenDate.parse(JsonWalk.text(it, "created_date"));
        undated += written.isPresent() ? 0 : 1;
        Instant at = written.orElse(last);
        if (at == null) {
            return;
        }
        last = at;
        boolean deleted = JsonWalk.text(it, "message_state").equals("DELETED");
        String id = JsonWalk.text(it, "message_id");
        JsonNode quoted = it.path("quoted_message_metadata");
        String answered = JsonWalk.text(quoted, "message_id");
        ChatLine line = ChatLine.of(
                        "message " + (id.isEmpty() ? String.valueOf(lines.size() + 1) : id), new ChatLine.Time.At(at, null),
                        creator(it.path("creator")), deleted,
                        deleted ? "" : ChatText.visible(JsonWalk.text(it, "text")).replace("\r\n", "\n").strip(), files(it))
                .changed(deleted ? Message.Change.TAKEN_BACK : Message.Change.NONE)
                .replying(JsonWalk.text(quoted, "text").strip(), answered.isEmpty() ? null : answered)
                .written(JsonWalk.text(it.path("creator"), "user_type").equalsIgnoreCase("Bot"));
        lines.add(id.isEmpty() ? line : line.identified(id));
    }

    private @Nullable Participant creator(JsonNode it) {
        String name = ChatText.name(JsonWalk.text(it, "name"));
        String mail = JsonWalk.text(it, "email").toLowerCase(Locale.ROOT).strip();
        people.add(name);
        return name.isEmpty() && mail.isEmpty()
                ? null
                : new Participant(mail.isEmpty() ? null : mail, name.isEmpty() ? null : name);
    }

    /** Takeout cannot write a question mark into a file's name. */
    private List<Message.Attachment> files(JsonNode it) {
        List<Message.Attachment> files = new ArrayList<>();
        for (JsonNode file : it.path("attached_files")) {
            String path = JsonWalk.text(file, "export_name").replace('?', '_');
            files.add(Attached.at(path, JsonWalk.text(file, "original_name"), "", export.beside()));
        }
        return files;
    }
}
