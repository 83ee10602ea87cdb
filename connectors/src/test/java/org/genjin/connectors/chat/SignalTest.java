package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

/** signal-export's two files for a chat, and the older text. */
class SignalTest {

    static final String MARKDOWN = "[2025-06-02 09:14:05] Ola Berg: Hei, 300 lamper?  \n\n"
            + "[2025-06-02 09:21:00] Me: \n\n> Hei, 300 lamper?\n\nUSD 8.20  \n(- Ola Berg: 👍 -)\n\n"
            + "[2025-06-02 09:30:10] Me:   ![lamp.jpg](./media/2025-06-02_00_my%20lamp.jpg)  [offer.pdf](./media/offer.pdf)  \n\n"
            + "[2025-06-03 18:00:00] Ola Berg: (This message was deleted)\n\n"
            + "[2025-06-03 18:05:30] Ola Berg: Missed voice call  \n\n[2025-06-04 07:00:00] Me: (( 😀 ))  \n";

    static final String JSON = """
            {"date": "2025-06-02T09:14:05", "sender": "Ola Berg", "body": "Hei, 300 lamper?  ", "quote": "", "sticker": null, "reactions": [], "attachments": [], "deleted": false, "call": false, "missed": false}
            {"date": "2025-06-02T09:21:00", "sender": "Me", "body": "USD 8.20  ", "quote": "\\n\\n> Hei, 300 lamper?\\n\\n", "sticker": null, "attachments": [], "deleted": false, "call": false}
            {"date": "2025-06-02T09:30:10", "sender": "Me", "body": "  ", "quote": "", "sticker": null, "attachments": [{"name": "lamp.jpg", "path": "media/2025-06-02_00_my lamp.jpg"}, {"name": "offer.pdf", "path": "media/offer.pdf"}], "deleted": false, "call": false}
            {"date": "2025-06-03T18:00:00", "sender": "Ola Berg", "body": "", "quote": "", "sticker": null, "attachments": [], "deleted": true, "call": false}
            {"date": "2025-06-03T18:05:30", "sender": "Ola Berg", "body": "Missed voice call", "quote": "", "sticker": null, "attachments": [], "deleted": false, "call": true}
            {"date": "2025-06-04T07:00:00", "sender": "Me", "body": "", "quote": "", "sticker": "😀", "attachments": [], "deleted": false, "call": false}
            """;

    private static List<Message> read(String name, String text) {
        return Exports.detected(
                "Ola Berg/" + name, text.getBytes(StandardCharsets.UTF_8),
                Map.of("media/2025-06-02_00_my lamp.jpg", new byte[4]), ZoneOffset.UTC);
    }

    @Test
    void bothFilesOfAChatSayTheSameMessages() {
        assertThat(Exports.told(read("chat.md", MARKDOWN))).containsExactly(
                "2025-06-02T09:14:05Z Ola Berg: Hei, 300 lamper?", "2025-06-02T09:21:00Z Me> USD 8.20",
                "2025-06-02T09:30:10Z Me>  +!lamp.jpg +offer.pdf", "2025-06-03T18:00:00Z Ola Berg: *",
                "2025-06-03T18:05:30Z Ola Berg: *Missed voice call", "2025-06-04T07:00:00Z Me> 😀");
        assertThat(Exports.told(read("data.json", JSON))).isEqualTo(Exports.told(read("chat.md", MARKDOWN)));
        assertThat(read("data.json", JSON)).extracting(Message::key)
                .isEqualTo(read("chat.md", MARKDOWN).stream().map(Message::key).toList());
        assertThat(read("chat.md", MARKDOWN).get(1).body().quoted()).isEqualTo("Hei, 300 lamper?");
    }

    @Test
    void anOlderTextWithMinutesOnlyIsNoWhatsApp() {
        List<Message> messages =
                Exports.detected("old.txt", "[2019-05-29, 15:04] Me: hi\n[2019-05-29, 15:05] Ola Berg: hello\nthere\n");
        assertThat(messages).extracting(Message::channel).containsOnly(Channel.SIGNAL);
        assertThat(Exports.told(messages)).containsExactly("2019-05-29T15:04:00Z Me> hi", "2019-05-29T15:05:00Z Ola Berg: hello\nthere");
    }
}
