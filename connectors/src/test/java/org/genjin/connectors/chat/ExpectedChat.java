package org.genjin.connectors.chat;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What {@code expected.json} says of one export, held against what was read: sentences about each difference. */
final class ExpectedChat {

    private final JsonNode file;
    private final List<Message> got;
    private final List<String> misses = new ArrayList<>();
    private final Map<String, String> keyOfId = new HashMap<>();
    private int right;
    private int all;

    private ExpectedChat(JsonNode file, List<Message> got) {
        this.file = file;
        this.got = got;
    }

    /** @param misses one sentence each; empty if all is as expected */
    record Compared(int right, int all, List<String> misses) {}

    static Compared compare(JsonNode file, List<Message> got) {
        ExpectedChat it = new ExpectedChat(file, got);
        JsonNode messages = file.get("messages");
        if (messages != null) {
            it.messages(messages.valueStream().toList());
        } else {
            it.sample(file.get("sample").valueStream().toList());
        }
        it.whole();
        return new Compared(it.right, it.all, it.misses);
    }

    private void messages(List<JsonNode> wanted) {
        if (got.size() != wanted.size()) {
            misses.add("expected " + wanted.size() + " messages, got " + got.size());
        }
        int both = Math.min(got.size(), wanted.size());
        for (int i = 0; i < both; i++) {
            if (has(wanted.get(i), "id")) {
                keyOfId.put(wanted.get(i).get("id").asString(), got.get(i).key().value());
            }
        }
        all += wanted.size();
        for (int i = 0; i < both; i++) {
            List<String> differences = differences(wanted.get(i), got.get(i));
            right += differences.isEmpty() ? 1 : 0;
            int number = i;
            differences.forEach(it -> misses.add("#" + number + " " + it));
        }
    }

    /** Some of many: each must be there, whole. */
    private void sample(List<JsonNode> wanted) {
        all += wanted.size();
        for (JsonNode one : wanted) {
            boolean found = got.stream().anyMatch(it -> differences(one, it).isEmpty());
            right += found ? 1 : 0;
            if (!found) {
                misses.add("nothing is like " + one);
            }
        }
    }

    private List<String> differences(JsonNode wanted, Message it) {
        List<String> differences = new ArrayList<>();
        boolean system = wanted.get("kind").asString().equals("system");
        time(wanted, it, differences);
        if (has(wanted, "unsure")) {
            return differences;
        }
        if (system != (it.kind() == Message.Kind.SYSTEM)) {
            differences.add("kind: expected " + wanted + ", got " + it.kind() + " '" + it.body().plain() + "'");
        }
        Message.Participant from = it.from();
        if (!system) {
            compare("from", text(wanted, "from"), from == null ? null : from.name(), differences);
        }
        if (has(wanted, "address")) {
            compare("address", text(wanted, "address"), from == null ? null : from.address(), differences);
        }
        if (has(wanted, "direction")) {
            compare("direction", "OWNER", it.speaker().name(), differences);
        }
        if (!system || !text(wanted, "text").isEmpty()) {
            compare("text", text(wanted, "text"), it.body().plain(), differences);
        }
        if (wanted.get("room") != null) {
            compare("room", text(wanted, "room"), it.room(), differences);
        }
        if (wanted.get("subject") != null) {
            compare("subject", text(wanted, "subject"), it.subject(), differences);
        }
        if (wanted.get("quoted") != null) {
            compare("quoted", text(wanted, "quoted"), it.body().quoted(), differences);
        }
        if (has(wanted, "inReplyTo")) {
            String key = keyOfId.get(wanted.get("inReplyTo").asString());
            compare("inReplyTo", key, it.inReplyTo().isEmpty() ? null : it.inReplyTo().getFirst(), differences);
        }
        attachments(wanted, it, differences);
        return differences;
    }

    private static void time(JsonNode wanted, Message it, List<String> differences) {
        if (has(wanted, "localTime")) {
            LocalDateTime at = LocalDateTime.parse(text(wanted, "localTime"));
            if (!at.equals(it.localTime())) {
                differences.add("localTime: expected " + at + ", got " + it.localTime());
            }
        }
        if (has(wanted, "sentAt")) {
            Instant at = Instant.parse(text(wanted, "sentAt"));
            if (!at.equals(it.sentAt())) {
                differences.add("sentAt: expected " + at + ", got " + it.sentAt());
            }
        }
    }

    private static void attachments(JsonNode wanted, Message it, List<String> differences) {
        List<JsonNode> files = wanted.get("attachments") == null
                ? List.of()
                : wanted.get("attachments").valueStream().toList();
        if (files.size() != it.attachments().size()) {
            differences.add("attachments: expected " + files + ", got " + it.attachments());
            return;
        }
        for (int i = 0; i < files.size(); i++) {
            JsonNode file = files.get(i);
            Message.Attachment attachment = it.attachments().get(i);
            String name = folded(attachment.name());
            boolean named = !has(file, "name") || name.equals(folded(text(file, "name")))
                    || has(file, "alt") && name.equals(folded(text(file, "alt")));
            if (!named || file.get("present").asBoolean() != attachment.present()) {
                differences.add("attachment: expected " + file + ", got " + attachment);
            }
        }
    }

    private void whole() {
        JsonNode counts = file.get("counts");
        long system = got.stream().filter(it -> it.kind() == Message.Kind.SYSTEM).count();
        whole("messages", number(counts, "message"), got.size() - system);
        whole("notices", number(counts, "system"), system);
        Map<String, Long> senders = got.stream()
                .filter(it -> it.kind() == Message.Kind.MESSAGE && it.from() != null && it.from().name() != null)
                .collect(Collectors.groupingBy(it -> folded(it.from().name()), Collectors.counting()));
        file.get("senders").properties().forEach(it -> whole(
                "messages of " + it.getKey(), it.getValue().asLong(), senders.getOrDefault(folded(it.getKey()), 0L)));
        JsonNode attachments = file.get("attachments");
        long present = got.stream().flatMap(it -> it.attachments().stream()).filter(Message.Attachment::present).count();
        long files = got.stream().mapToLong(it -> it.attachments().size()).sum();
        whole("attachments there", number(attachments, "present"), present);
        whole("attachments left out", number(attachments, "absent"), files - present);
        if (!got.isEmpty()) {
            edge("first", got.getFirst());
            edge("last", got.getLast());
        }
        if (has(file, "chat")) {
            // Where nothing tells which of two is the other one, the chat is called by both.
            String chat = folded(String.valueOf(got.getFirst().chat()));
            boolean both = chat.contains(folded(text(file, "chat")) + ", ");
            whole("chat", folded(text(file, "chat")), both ? folded(text(file, "chat")) : chat);
        }
        if (file.get("room") != null && file.get("room").isNull()) {
            whole("rooms", 0L, got.stream().filter(it -> it.room() != null).count());
        }
    }

    private void edge(String name, Message it) {
        String wanted = text(file, name);
        String time = wanted.endsWith("Z") ? String.valueOf(it.sentAt()) : String.valueOf(it.localTime());
        boolean same = wanted.endsWith("Z")
                ? Instant.parse(wanted).equals(it.sentAt())
                : LocalDateTime.parse(wanted).equals(it.localTime());
        whole(name, wanted, same ? wanted : time);
    }

    private void whole(String what, Object wanted, Object is) {
        if (!Objects.equals(wanted, is)) {
            misses.add(what + ": expected " + wanted + ", got " + is);
        }
    }

    private static void compare(
            String what, @Nullable String wanted, @Nullable String is, List<String> differences) {
        if (!folded(wanted == null ? "" : wanted).equals(folded(is == null ? "" : is))) {
            differences.add(what + ": expected '" + wanted + "', got '" + is + "'");
        }
    }

    private static long number(JsonNode node, String name) {
        return node == null || node.get(name) == null ? 0 : node.get(name).asLong();
    }

    private static boolean has(JsonNode node, String name) {
        return node.get(name) != null && !node.get(name).isNull();
    }

    private static String text(JsonNode node, String name) {
        return has(node, name) ? node.get(name).asString() : "";
    }

    /** As the corpus compares: without marks that nobody sees, blanks alike, no blanks at the ends of lines. */
    private static String folded(String text) {
        String visible = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]", "")
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2011', '-')
                .replace("\r\n", "\n");
        return Stream.of(visible.split("\n", -1)).map(String::stripTrailing).collect(Collectors.joining("\n")).strip()
                .replaceFirst("^~ ", "");
    }
}
