package org.genjin.connectors.chat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one of Slack's messages says. */
final class SlackWords {

    private static final Pattern MARK = Pattern.compile("<([^<>\\n]{1,3000})>");
    private static final Pattern TIME = Pattern.compile("\\d{9,11}(?:\\.\\d{1,6})?");
    private static final Set<String> SAID = Set.of(
            "", "bot_message", "me_message", "thread_broadcast", "file_share", "file_comment", "file_mention", "reply_broadcast",
            "document_mention", "assistant_app_thread");

    private final SlackPeople people;
    private final Map<String, String> channels;

    SlackWords(SlackPeople people, Map<String, String> channels) {
        this.people = people;
        this.channels = channels;
    }

    /** Empty if it has no time. */
    Optional<ChatLine> line(JsonNode it, ChatExport.Beside beside) {
        String ts = JsonWalk.text(it, "ts");
        if (!TIME.matcher(ts).matches()) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(ts);
        Instant at = Instant.ofEpochSecond(seconds.longValue(), seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
        String subtype = JsonWalk.text(it, "subtype");
        boolean system = !SAID.contains(subtype);
        String author = JsonWalk.text(it, "user").isEmpty() ? JsonWalk.text(it, "bot_id") : JsonWalk.text(it, "user");
        String thread = JsonWalk.text(it, "thread_ts");
        boolean bot = subtype.equals("bot_message") || it.has("bot_id") && JsonWalk.text(it, "user").isEmpty();
        return Optional.of(ChatLine.of(
                        "message " + ts, new ChatLine.Time.At(at, null), people.person(author, it), system,
                        system ? "" : words(it), system ? List.of() : files(it, beside))
                .identified(ts)
                .changed(change(it, subtype))
                .replying("", thread.isEmpty() || thread.equals(ts) ? null : thread)
                .written(bot));
    }

    private static Message.Change change(JsonNode it, String subtype) {
        if (subtype.equals("tombstone") || subtype.equals("message_deleted")) {
            return Message.Change.TAKEN_BACK;
        }
        return it.path("edited").isObject() ? Message.Change.EDITED : Message.Change.NONE;
    }

    private List<Message.Attachment> files(JsonNode it, ChatExport.Beside beside) {
        List<Message.Attachment> files = new ArrayList<>();
        for (JsonNode file : it.path("files")) {
            String name = JsonWalk.text(file, "name").isEmpty() ? JsonWalk.text(file, "title") : JsonWalk.text(file, "name");
            String id = JsonWalk.text(file, "id");
            String type = JsonWalk.text(file, "mimetype");
            Content content = content(id, name, beside);
            long size = file.path("size").isIntegralNumber() ? file.path("size").asLong() : -1;
            files.add(new Message.Attachment(
                    name, type.isEmpty() ? MediaTypes.ofName(name) : type, content == null ? size : content.size(), content));
        }
        return files;
    }

    /** Slack leaves files out; slackdump puts them beside the days, or into a folder of their own, under their ids. */
    private static @Nullable Content content(String id, String name, ChatExport.Beside beside) {
        Content beneath = beside.media(id + "-" + name);
        if (beneath != null || !id.matches("[A-Z0-9]{2,20}") || name.isEmpty() || name.matches(".*[/\\\\].*|\\.{1,2}")) {
            return beneath;
        }
        try {
            return beside.part("../__uploads/" + id + "/" + name);
        } catch (IOException | InvalidPathException e) {
            return null; // as if it were not there: the message says its name all the same
        }
    }

    /** Programs put their words into attachments. */
    private String words(JsonNode it) {
        List<String> parts = new ArrayList<>();
        parts.add(readable(JsonWalk.text(it, "text")));
        for (JsonNode more : it.path("attachments")) {
            String text = readable(JsonWalk.text(more, "text"));
            String shown = text.isEmpty() ? readable(JsonWalk.text(more, "fallback")) : text;
            String title = readable(JsonWalk.text(more, "title"));
            for (String part : List.of(title, shown)) {
                if (!part.isEmpty() && parts.stream().noneMatch(known -> known.contains(part))) {
                    parts.add(part);
                }
            }
        }
        parts.removeIf(String::isBlank);
        return ChatText.visible(String.join("\n", parts)).replace("\r\n", "\n").strip();
    }

    /** {@code <@U1>}, {@code <#C1|orders>}, {@code <https://…|label>}, and the three letters that are written as entities. */
    private String readable(String text) {
        Matcher mark = MARK.matcher(text);
        String shown = mark.replaceAll(it -> Matcher.quoteReplacement(shown(it.group(1))));
        return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private String shown(String mark) {
        int bar = mark.indexOf('|');
        String target = bar < 0 ? mark : mark.substring(0, bar);
        String label = bar < 0 ? "" : mark.substring(bar + 1);
        if (target.startsWith("@")) {
            return "@" + (label.isEmpty() ? people.name(target.substring(1)) : label);
        }
        if (target.startsWith("#")) {
            return "#" + (label.isEmpty() ? channels.getOrDefault(target.substring(1), target.substring(1)) : label);
        }
        if (target.startsWith("!")) {
            return label.isEmpty() ? "@" + target.substring(1) : label;
        }
        String address = target.replaceFirst("^(?:mailto|tel):", "");
        return label.isEmpty() || label.equals(address) || label.equals(target) ? address : label + " (" + address + ")";
    }
}
