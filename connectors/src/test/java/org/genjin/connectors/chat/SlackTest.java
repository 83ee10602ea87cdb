package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

/** A Slack workspace's days. */
class SlackTest {

    private static final Map<String, byte[]> BESIDE = Map.of(
            "../users.json", bytes("""
                    [{"id":"U1","name":"ida","profile":{"real_name":"Ida Holm","email":"Ida@Holm.example"}},
                     {"id":"U2","name":"lena","profile":{"real_name":"Lena Sun","email":"lena@factory.example"}},
                     {"id":"U3","name":"ken","profile":{"real_name":"Ken Ito"}}]
                    """),
            "../channels.json", bytes("[{\"id\":\"C1\",\"name\":\"orders\",\"members\":[\"U1\",\"U2\"]}]"),
            "../dms.json", bytes("[{\"id\":\"D1\",\"members\":[\"U1\",\"U2\"]},{\"id\":\"D2\",\"members\":[\"U3\",\"U2\"]}]"),
            "F1-drawing.pdf", new byte[5]);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void marksThreadsFilesAndProgramsAreRead() {
        List<Message> messages = Exports.detected("export/orders/2025-06-30.json", bytes("""
                [{"type":"message","user":"U1","text":"<@U2> see <https://x.example/a?b=1&amp;c=2|the list> in <#C1> &lt;new&gt;","ts":"1751280000.000100","thread_ts":"1751280000.000100"},
                 {"type":"message","user":"U2","text":"done","ts":"1751280010.000200","thread_ts":"1751280000.000100","edited":{"user":"U2","ts":"1751280011.0"}},
                 {"type":"message","user":"U1","text":"","ts":"1751280020.000300","files":[{"id":"F1","name":"drawing.pdf","mimetype":"application/pdf","size":5},{"id":"F2","name":"gone.zip","mimetype":"application/zip","size":77}]},
                 {"type":"message","subtype":"bot_message","username":"Shop","bot_id":"B1","text":"","ts":"1751280030.000400","attachments":[{"title":"Order 7","text":"paid"}]},
                 {"type":"message","subtype":"channel_topic","user":"U1","text":"set the topic","ts":"1751280040.000500"}]
                """), BESIDE, ZoneOffset.UTC);
        assertThat(Exports.told(messages)).containsExactly(
                "2025-06-30T10:40:00Z Ida Holm: @Lena Sun see the list (https://x.example/a?b=1&c=2) in #orders <new>",
                "2025-06-30T10:40:10Z Lena Sun: done",
                "2025-06-30T10:40:20Z Ida Holm:  +!drawing.pdf +gone.zip",
                "2025-06-30T10:40:30Z Shop: Order 7\npaid",
                "2025-06-30T10:40:40Z Ida Holm: *");
        assertThat(messages.get(1).inReplyTo()).containsExactly(messages.getFirst().key().value());
        assertThat(messages.get(3).auto()).isTrue();
        assertThat(messages.getFirst().from().address()).isEqualTo("ida@holm.example");
        assertThat(messages).extracting(Message::room).containsOnly("orders");
    }

    @Test
    void ofTwoTheOneWhoIsInAllDirectConversationsMadeTheExport() {
        List<Message> messages = Exports.detected("export/D1/2025-06-30.json", bytes("""
                [{"type":"message","user":"U1","text":"hi","ts":"1751280000.000100"},{"type":"message","user":"U2","text":"hello","ts":"1751280001.000100"}]
                """), BESIDE, ZoneOffset.UTC);
        assertThat(Exports.told(messages)).containsExactly("2025-06-30T10:40:00Z Ida Holm: hi", "2025-06-30T10:40:01Z Lena Sun> hello");
        assertThat(messages.getFirst().chat()).isEqualTo("Ida Holm");
    }

    @Test
    void theListsBesideHoldNoMessages() {
        assertThat(ChatFormats.isCompanion(ExportHead.of("export/users.json", BESIDE.get("../users.json")))).isTrue();
    }
}
