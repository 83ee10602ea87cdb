package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.genjin.connectors.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exports with bits that flipped, that were cut off, that have a piece of another in them; and each read as every kind. */
class DamagedExportsTest {

    private static final int ROUNDS = 8;
    private static final List<String> EXPORTS = List.of(
            TelegramTest.CHAT, TelegramTest.PAGE, WeChatTest.TABLE, SmsTest.BACKUP, SkypeTest.ACCOUNT, MetaTest.THREAD,
            SignalTest.MARKDOWN, SignalTest.JSON,
            "[LINE] Chat history with Nok\nSaved on: 2025/06/20\n\n2025/06/18(Wed)\n09:05\tNok\t\"a\nb\"\n09:06\t\tNok left\n",
            "박민수 님과 카카오톡 대화\n\n--------------- 2025년 6월 26일 목요일 ---------------\n[박민수] [오후 12:20] 견적\n둘째\n",
            "13/06/2025,10:00:00,Vera,+385915550123,\"200, please\"\n14/06/2025,10:00:00,Me,+86139,ok\n",
            "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT\na,Paul,https://l.example/p,Lena,2025-06-23 09:00:00 UTC,,\"<p>x</p>\"\n",
            "陈静 和 孙丽 在微信上的聊天记录如下，请查收。\n\n—————  2025-03-18  —————\n\n陈静  09:02\n\n[图片: a.jpg(请在附件中查看)]\n",
            "<script>var x=[{ type:1, text:'a\\'b',is_send:0,timestamp:1750816801,displayname:'c'},{ type:3, text:'./x.jpg',is_send:1,timestamp:1750816802}]</script>",
            "{\"messages\":[{\"creator\":{\"name\":\"O\"},\"created_date\":\"Monday, June 30, 2025 at 12:05:09 PM UTC\",\"text\":\"x\",\"message_id\":\"1\"}]}",
            "[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"<@U1> <https://a|b>\",\"ts\":\"1751280000.000100\",\"files\":[{\"id\":\"F1\",\"name\":\"a\"}]}]",
            "[09/03/2025, 14:05:33] Ana: hola\n[10/03/2025, 14:05:33] Ben: ok\n",
            "\u200e[2025/3/9 下午2:05:33] 王芳:\u200e<附件：00000002-PHOTO-2025-03-09-14-05-33.jpg>\r\n[2025/3/25 上午12:05:34] 李: 好\n的\r\n",
            "٩\u200f/٣\u200f/٢٠٢٥، ٢:٠٥\u00a0م - سامي: مرحبا <تم تعديل هذه الرسالة>\n٢٥\u200f/٣\u200f/٢٠٢٥، ٢:٠٦\u00a0م - Li: <تم استبعاد الوسائط>\nيا\n",
            "3/9/25, 2:05\u202fPM - Ana changed the subject from “A: b” to “C”\n3/25/25, 2:05\u202fPM - A: b: IMG-20250325-WA0001.jpg (file attached)\n");

    @Test
    @Timeout(120)
    void noExportIsSoDamagedThatReadingItFailsInAnotherWayThanWithASentence() {
        Random random = new Random(20250630);
        int read = 0;
        for (String export : EXPORTS) {
            byte[] whole = export.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < ROUNDS; i++) {
                byte[] bytes = damaged(whole, random);
                ExportHead head = ExportHead.of("x/messages2.html", bytes);
                for (String id : ChatFormats.ids()) {
                    ChatFormat format = ChatFormats.of(id).orElseThrow();
                    format.recognise(head);
                    read += read(format, bytes, id + " round " + i + " of " + export.substring(0, 20));
                }
            }
        }
        assertThat(read).as("what is left of them is read").isGreaterThan(200);
    }

    @Test
    void nothingAtAllIsSaidToBeNothing() {
        for (String text : List.of("", "\n", "{", "[", "{}", "[]", "null", "\"", "<", "\u0000\u0000", "{\"messages\":5}", "{\"chats\":[]}", "[1,2]")) {
            for (String id : ChatFormats.ids()) {
                read(ChatFormats.of(id).orElseThrow(), text.getBytes(StandardCharsets.UTF_8), id + " of '" + text + "'");
            }
        }
    }

    private static int read(ChatFormat format, byte[] bytes, String what) {
        try {
            Transcript read = format.read(new ChatExport(
                    "x/messages2.html", Content.of(bytes), ZoneOffset.UTC, Instant.EPOCH.plus(Duration.ofDays(20_500)), NOTHING));
            return new ChatMessages(read, ZoneOffset.UTC).page(0, 0).size() + Exports.messages(read, ZoneOffset.UTC).size();
        } catch (ChatFormat.UnreadableExport e) {
            assertThat(e.getMessage()).as(what).endsWith(".");
            return 0;
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    private static final ChatExport.Beside NOTHING = new ChatExport.Beside() {
        @Override
        public Content part(String relative) {
            return null;
        }

        @Override
        public Content media(String name) {
            return null;
        }
    };

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                for (int i = 0; i <= random.nextInt(8); i++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            default -> {
                byte[] other = EXPORTS.get(random.nextInt(EXPORTS.size())).getBytes(StandardCharsets.UTF_8);
                int at = random.nextInt(bytes.length);
                int from = random.nextInt(other.length);
                int length = Math.min(bytes.length - at, other.length - from);
                System.arraycopy(other, from, bytes, at, length);
            }
        }
        return bytes;
    }
}
