package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

/** Messenger's and Instagram's conversations. */
class MetaTest {

    static final String THREAD = """
            {"participants":[{"name":"Zo\\u00c3\\u00ab Blanc"},{"name":"Lena Sun"}],"messages":[
            {"sender_name":"Lena Sun","timestamp_ms":1750000400000,"content":"Lena unsent a message","is_unsent":true},
            {"sender_name":"Zo\\u00c3\\u00ab Blanc","timestamp_ms":1750000300000,"content":"Reacted \\u00e2\\u009d\\u00a4 to your message "},
            {"sender_name":"Zo\\u00c3\\u00ab Blanc","timestamp_ms":1750000200000,"content":"Zo\\u00c3\\u00ab sent an attachment.","share":{"link":"https://shop.example/x"}},
            {"sender_name":"Lena Sun","timestamp_ms":1750000100000,"content":"\\u20ac 5, d\\u00e9j\\u00e0"},
            {"sender_name":"Lena Sun","timestamp_ms":1750000100000,"content":"second in the same moment"},
            {"sender_name":"Zo\\u00c3\\u00ab Blanc","timestamp_ms":1750000000000,"photos":[{"uri":"your_facebook_activity/messages/inbox/zoe_1/photos/1.jpg"}]}],
            "title":"Zo\\u00c3\\u00ab Blanc","thread_path":"inbox/zoe_1"}
            """;

    @Test
    void lettersAreMendedAndTheNewestComesLast() {
        List<Message> messages = Exports.detected(
                "inbox/zoe_1/message_1.json", THREAD.getBytes(StandardCharsets.UTF_8),
                Map.of("your_facebook_activity/messages/inbox/zoe_1/photos/1.jpg", new byte[2]), ZoneOffset.UTC);
        assertThat(Exports.told(messages)).containsExactly(
                "2025-06-15T15:06:40Z Zoë Blanc:  +!1.jpg",
                "2025-06-15T15:08:20Z Lena Sun> second in the same moment",
                "2025-06-15T15:08:20Z Lena Sun> € 5, déjà",
                "2025-06-15T15:10:00Z Zoë Blanc: https://shop.example/x",
                "2025-06-15T15:11:40Z Zoë Blanc: *Reacted ❤ to your message",
                "2025-06-15T15:13:20Z Lena Sun> *Lena unsent a message");
        assertThat(messages).extracting(Message::channel).containsOnly(Channel.MESSENGER);
        assertThat(messages.getLast().change()).isEqualTo(Message.Change.TAKEN_BACK);
        assertThat(messages).extracting(Message::key).doesNotHaveDuplicates();
    }

    @Test
    void theFolderTellsThatItIsInstagram() {
        assertThat(Exports.detected("instagram-zoe/your_instagram_activity/messages/inbox/zoe_1/message_1.json", THREAD))
                .extracting(Message::channel).containsOnly(Channel.INSTAGRAM);
    }

    @Test
    void anEncryptedConversationIsPlainAlready() {
        List<Message> messages = Exports.detected("Zoë_4.json", """
                {"participants":["Zoë Blanc","Lena Sun"],"threadName":"Zoë Blanc_4","messages":[
                {"isUnsent":false,"media":[],"senderName":"Zoë Blanc","text":"déjà vu Ã©","timestamp":1750000200000,"type":"text"}]}
                """);
        assertThat(Exports.told(messages)).containsExactly("2025-06-15T15:10:00Z Zoë Blanc: déjà vu Ã©");
        assertThat(messages.getFirst().chat()).isEqualTo("Zoë Blanc");
    }
}
