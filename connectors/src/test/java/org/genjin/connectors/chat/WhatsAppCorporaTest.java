package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.genjin.connectors.Needs;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports of the corpora, read as two other readers read them. */
class WhatsAppCorporaTest {

    private int right;
    private int all;
    private final List<String> misses = new ArrayList<>();

    @Test
    void exportsAreReadMessageByMessageAsExpected() throws Exception {
        Path corpus = Needs.corpora("chat");
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(corpus.resolve("expected.json")));
        for (Map.Entry<String, JsonNode> file : expected.get("files").properties()) {
            if (file.getValue().get("format").asString().startsWith("whatsapp") && file.getValue().get("messages") != null) {
                compare(corpus, file.getKey(), file.getValue());
            }
        }
        misses.forEach(System.out::println);
        System.out.printf("corpora/chat whatsapp %d of %d messages%n", right, all);
        assertThat(right / (double) all).isGreaterThan(0.98);
    }

    @Test
    void anExportMadeAgainAddsOnlyWhatIsNew() throws Exception {
        Path corpus = Needs.corpora("chat");
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(corpus.resolve("expected.json")));
        for (JsonNode pair : expected.get("overlaps")) {
            List<String> first = keys(corpus.resolve(pair.get("first").asString()));
            List<String> second = keys(corpus.resolve(pair.get("second").asString()));
            long shared = second.stream().filter(first::contains).count();
            // The chat's title is in the folder's name, which is made different in the corpus.
            System.out.printf("corpora/chat overlap %d of %d shared%n", shared, pair.get("shared").asInt());
            assertThat(shared).isIn(0L, (long) pair.get("shared").asInt());
        }
    }

    private static List<String> keys(Path file) throws Exception {
        Path folder = Files.createTempDirectory("genjin-chat");
        Path copy = Files.copy(file, folder.resolve("WhatsApp Chat with Someone.txt"));
        try {
            return read(copy, ZoneOffset.UTC).stream().map(it -> it.key().value()).toList();
        } finally {
            Files.delete(copy);
            Files.delete(folder);
        }
    }

    private void compare(Path corpus, String name, JsonNode file) throws Exception {
        ZoneId zone = file.get("zone") == null || file.get("zone").isNull()
                ? ZoneOffset.UTC
                : ZoneId.of(file.get("zone").asString());
        List<Message> messages = read(corpus.resolve(name), zone);
        List<JsonNode> wanted = file.get("messages").valueStream().toList();
        all += wanted.size();
        if (messages.size() != wanted.size()) {
            misses.add(name + ": expected " + wanted.size() + " messages, got " + messages.size());
        }
        for (int i = 0; i < Math.min(messages.size(), wanted.size()); i++) {
            Optional<String> wrong = difference(wanted.get(i), messages.get(i));
            if (wrong.isEmpty()) {
                right++;
            } else {
                misses.add(name + " #" + i + ": " + wrong.get());
            }
        }
    }

    private static Optional<String> difference(JsonNode wanted, Message got) {
        boolean unsure = wanted.get("unsure") != null && wanted.get("unsure").asBoolean();
        if (unsure) {
            return Optional.empty();
        }
        boolean system = wanted.get("kind").asString().equals("system");
        if (system != (got.kind() == Message.Kind.SYSTEM)) {
            return Optional.of("expected " + wanted + " got " + got.kind() + " " + got.body().plain());
        }
        LocalDateTime at = LocalDateTime.parse(wanted.get("localTime").asString());
        if (!at.equals(got.localTime())) {
            return Optional.of("time expected " + at + " got " + got.localTime());
        }
        String from = got.from() == null ? "" : String.valueOf(got.from().name());
        if (!system && !folded(wanted.get("from").asString()).equals(folded(from))) {
            return Optional.of("from expected " + wanted.get("from") + " got " + from);
        }
        if (!folded(wanted.get("text").asString()).equals(folded(got.body().plain()))) {
            return Optional.of("text expected " + wanted.get("text") + " got " + got.body().plain());
        }
        int attachments = wanted.get("attachments") == null ? 0 : wanted.get("attachments").size();
        if (attachments != got.attachments().size()) {
            return Optional.of("attachments expected " + wanted.get("attachments") + " got " + got.attachments());
        }
        for (int i = 0; i < attachments; i++) {
            JsonNode attachment = wanted.get("attachments").get(i);
            if (attachment.get("present").asBoolean() != got.attachments().get(i).present()) {
                return Optional.of("present expected " + attachment + " got " + got.attachments().get(i));
            }
        }
        return Optional.empty();
    }

    private static List<Message> read(Path file, ZoneId zone) throws Exception {
        SourceConfig.Files source = new SourceConfig.Files(List.of(file), Path.of(""), Optional.empty(), "li@factory.example", zone);
        List<Message> messages = new ArrayList<>();
        try (Connector connector = new Connectors(Map.of(), InstantSource.system()).open(source)) {
            for (Mailbox mailbox : connector.mailboxes()) {
                Batch batch = connector.pull(mailbox, Cursor.START, 10_000);
                messages.addAll(batch.messages());
            }
        }
        return messages;
    }

    private static String folded(String text) {
        String visible = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]", "")
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2011', '-');
        return Stream.of(visible.split("\n", -1)).map(String::stripTrailing).collect(Collectors.joining("\n")).strip()
                .replaceFirst("^~ ", "");
    }
}
