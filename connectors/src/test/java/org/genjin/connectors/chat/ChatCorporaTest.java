package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

/**
 * All exports of the shared material, read where they lie and held against what other readers and their writers say is in
 * them. A format that is not read yet is counted as missing and said; what is read must be right in every field.
 */
class ChatCorporaTest {

    @Test
    void exportsOfEveryAppAreReadMessageByMessageAsExpected() throws Exception {
        Path corpus = Needs.corpora("chat");
        Map<String, int[]> formats = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        for (Map.Entry<String, JsonNode> file : expected(corpus).get("files").properties()) {
            String format = file.getValue().get("format").asString();
            List<Message> got = read(corpus.resolve(file.getKey()), zone(file.getValue()));
            int[] sums = formats.computeIfAbsent(format, _ -> new int[2]);
            if (got.isEmpty() || !isOf(format, got.getFirst())) {
                missing.add(format);
                sums[1] += file.getValue().get("counts").valueStream().mapToInt(JsonNode::asInt).sum();
                continue;
            }
            ExpectedChat.Compared compared = ExpectedChat.compare(file.getValue(), got);
            sums[0] += compared.right();
            sums[1] += compared.all();
            compared.misses().forEach(it -> wrong.add(file.getKey() + ": " + it));
        }
        formats.forEach((format, sums) -> System.out.printf(
                "corpora/chat %s %d of %d%s%n", format, sums[0], sums[1], missing.contains(format) ? ", not read yet" : ""));
        assertThat(wrong).isEmpty();
    }

    @Test
    void anExportMadeAgainAddsOnlyWhatIsNew() throws Exception {
        Path corpus = Needs.corpora("chat");
        for (JsonNode pair : expected(corpus).get("overlaps")) {
            List<String> first = keys(corpus.resolve(pair.get("first").asString()));
            List<String> second = keys(corpus.resolve(pair.get("second").asString()));
            Set<String> union = new HashSet<>(first);
            union.addAll(second);
            assertThat(second.stream().filter(first::contains).count()).isEqualTo(pair.get("shared").asLong());
            assertThat(union).hasSize(pair.get("union").asInt());
        }
    }

    private static boolean isOf(String format, Message message) {
        String channel = message.channel().id();
        return format.startsWith(channel) || format.startsWith("messenger") && channel.equals("instagram");
    }

    private static JsonNode expected(Path corpus) throws Exception {
        return JsonMapper.shared().readTree(Files.readString(corpus.resolve("expected.json")));
    }

    private static ZoneId zone(JsonNode file) {
        JsonNode zone = file.get("zone");
        return zone == null || zone.isNull() ? ZoneOffset.UTC : ZoneId.of(zone.asString());
    }

    private static List<String> keys(Path file) throws Exception {
        return read(file, ZoneOffset.UTC).stream().map(it -> it.key().value()).toList();
    }

    private static List<Message> read(Path file, ZoneId zone) throws Exception {
        SourceConfig.Files source =
                new SourceConfig.Files(List.of(file), Path.of(""), Optional.empty(), "li@factory.example", zone);
        List<Message> messages = new ArrayList<>();
        try (Connector connector = new Connectors(Map.of(), InstantSource.system()).open(source)) {
            for (Mailbox mailbox : connector.mailboxes()) {
                Batch batch = connector.pull(mailbox, Cursor.START, 100_000);
                messages.addAll(batch.messages());
            }
        }
        return messages;
    }
}
