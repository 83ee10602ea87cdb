package org.genjin.connectors.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;
import tools.jackson.databind.JsonNode;

/** A Slack workspace's export, zipped or unpacked: a folder for each channel with a file for each day, and lists beside. */
final class SlackFormat implements ChatFormat {

    private static final Pattern DAY = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}\\.json$");
    private static final Pattern TIME = Pattern.compile("\"ts\"\\s*:\\s*\"\\d{9,11}\\.\\d{1,6}\"");
    private static final Pattern KIND = Pattern.compile("\"(?:type|subtype)\"\\s*:\\s*\"[a-z_]+\"");
    private static final Set<String> LISTS = Set.of(
            "users.json", "channels.json", "groups.json", "dms.json", "mpims.json", "integration_logs.json", "canvases.json",
            "org_users.json", "file_conversations.json", "huddle_transcripts.json", "lists.json");

    @Override
    public String id() {
        return "slack";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        String text = head.text().stripLeading();
        boolean list = text.startsWith("[");
        if (list && LISTS.contains(head.fileName()) && (text.contains("\"id\"") || text.replaceAll("\\s", "").startsWith("[]"))) {
            return Recognised.COMPANION;
        }
        boolean said = TIME.matcher(text).find() && KIND.matcher(text).find();
        if (list && DAY.matcher(head.fileName()).matches() && text.replaceAll("\\s", "").equals("[]")) {
            return Recognised.COMPANION;
        }
        return said && (list || text.startsWith("{") && text.contains("\"channel_id\"")) ? Recognised.YES : Recognised.NO;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        SlackPeople people = SlackPeople.of(list(export, "users.json"));
        SlackRoom room = SlackRoom.of(
                export.folderName(), people,
                List.of(list(export, "channels.json"), list(export, "groups.json"), list(export, "mpims.json")),
                list(export, "dms.json"));
        SlackWords words = new SlackWords(people, room.names());
        Map<String, ChatLine> lines = new LinkedHashMap<>();
        boolean complete;
        try (JsonWalk walk = JsonWalk.open(export.content())) {
            walk.document(root -> {
                JsonWalk.Value message = item -> add(lines, item.value(), words, export);
                if (root.isArray()) {
                    root.array(message);
                } else {
                    root.object((name, at) -> {
                        if (name.equals("messages")) {
                            at.array(message);
                        }
                    });
                }
            });
            complete = walk.complete();
        }
        if (lines.isEmpty()) {
            throw new UnreadableExport("There is no message in this day of a Slack export"
                    + (complete ? "." : ": the file is damaged or cut off."));
        }
        List<ChatLine> said = new ArrayList<>(lines.values());
        said.sort(Comparator.comparing(it -> ((ChatLine.Time.At) it.time()).instant()));
        return new Transcript(
                List.of(new Chat(Channel.SLACK, room.id(), room.title(), room.group(), said, null)),
                complete ? List.of() : List.of(Warnings.CUT));
    }

    /** The newest words of a message stand for it. */
    private static void add(Map<String, ChatLine> lines, JsonNode it, SlackWords words, ChatExport export) {
        boolean changed = JsonWalk.text(it, "subtype").equals("message_changed") && it.path("message").isObject();
        words.line(changed ? it.path("message") : it, export.beside()).ifPresent(line -> lines.put(line.nativeId(), line));
    }

    private static JsonNode list(ChatExport export, String name) throws IOException {
        Content content = export.beside().part("../" + name);
        Content there = content == null ? export.beside().part(name) : content;
        if (there == null) {
            return JsonWalk.small("null");
        }
        return JsonWalk.small(new ChatExport(name, there, export.zone(), null, export.beside()).text());
    }
}
