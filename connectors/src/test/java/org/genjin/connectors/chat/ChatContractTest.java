package org.genjin.connectors.chat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorContract;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract of all connectors, for an export of each kind of chat. */
class ChatContractTest {

    /** One file, recognised by what is in it. */
    abstract static class Export extends ConnectorContract {

        @TempDir
        Path folder;

        private final String name;
        private final String text;
        private final int count;

        Export(String name, String text, int count) {
            this.name = name;
            this.text = text;
            this.count = count;
        }

        @BeforeEach
        void write() throws IOException {
            Files.write(folder.resolve(name), bytes());
        }

        byte[] bytes() throws IOException {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected Connector open() throws ConnectorException {
            return new Connectors(Map.of(), () -> Exports.WRITTEN_AT).open(new SourceConfig.Files(
                    List.of(folder.resolve(name)), Path.of(""), Optional.empty(), "li@factory.example", ZoneId.of("Europe/Berlin")));
        }

        @Override
        protected int count() {
            return count;
        }
    }

    @Nested
    class WhatsAppText extends Export {
        WhatsAppText() {
            super("WhatsApp Chat with Ana.txt", """
                    25/10/2026, 02:10 - Ana: ok
                    25/10/2026, 02:10 - Ana: ok
                    25/10/2026, 02:10 - Ana: <Media omitted>
                    25/10/2026, 02:10 - Ana: <Media omitted>
                    25/10/2026, 02:09 - Li: ok
                    25/10/2026, 03:10 - Li changed the group description
                    """, 6);
        }
    }

    @Nested
    class WhatsAppZip extends Export {
        WhatsAppZip() {
            super("WhatsApp Chat - Ana.zip", "", 4);
        }

        @Override
        byte[] bytes() throws IOException {
            Path zip = folder.resolve("made.zip");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
                out.putNextEntry(new ZipEntry("_chat.txt"));
                out.write("""
                        [09/03/2026, 14:05:33] Ana: \u200eMessages and calls are end-to-end encrypted.
                        [09/03/2026, 14:05:34] Ana: hola
                        \u200e[09/03/2026, 14:05:35] Ana: \u200e<attached: 00000002-PHOTO-2026-03-09-14-05-35.jpg>
                        [10/03/2026, 14:05:33] Li: ok
                        """.getBytes(StandardCharsets.UTF_8));
                out.putNextEntry(new ZipEntry("00000002-PHOTO-2026-03-09-14-05-35.jpg"));
                out.write(new byte[] {1, 2, 3});
            }
            return Files.readAllBytes(zip);
        }
    }

    @Nested
    class Telegram extends Export {
        Telegram() {
            super("result.json", TelegramTest.CHAT, 7);
        }
    }

    @Nested
    class WeChat extends Export {
        WeChat() {
            super("messages.csv", WeChatTest.TABLE, 6);
        }
    }

    @Nested
    class Sms extends Export {
        Sms() {
            super("sms.xml", SmsTest.BACKUP, 4);
        }
    }

    @Nested
    class Skype extends Export {
        Skype() {
            super("messages.json", SkypeTest.ACCOUNT, 5);
        }
    }

    @Nested
    class Messenger extends Export {
        Messenger() {
            super("message_1.json", MetaTest.THREAD, 6);
        }
    }

    @Nested
    class Signal extends Export {
        Signal() {
            super("chat.md", SignalTest.MARKDOWN, 6);
        }
    }

    @Nested
    class Line extends Export {
        Line() {
            super("[LINE] Chat with Nok.txt", "[LINE] Chat history with Nok\nSaved on: 2025/06/20\n\n2025/06/18(Wed)\n09:05\tNok\t\"a\nb\"\n"
                    + "09:05\tNok\tok\n09:05\tNok\tok\n09:06\t\tNok left\n", 4);
        }
    }

    @Nested
    class KakaoTalk extends Export {
        KakaoTalk() {
            super("talk.txt", "박민수 님과 카카오톡 대화\n\n--------------- 2025년 6월 26일 목요일 ---------------\n[박민수] [오후 12:20] 견적\n둘째\n"
                    + "[박민수] [오후 12:20] 네\n[박민수] [오후 12:20] 네\n", 3);
        }
    }

    @Nested
    class Viber extends Export {
        Viber() {
            super("Messages - Vera.csv", "13/06/2025,10:00:00,Vera,+385915550123,\"200, please\"\n14/06/2025,10:00:00,Me,+86139,ok\n"
                    + "14/06/2025,10:00:00,Me,+86139,ok\n", 3);
        }
    }

    @Nested
    class LinkedIn extends Export {
        LinkedIn() {
            super("messages.csv", "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT\n"
                    + "a,Paul,https://l.example/p,Lena,2025-06-23 09:00:02 UTC,,three\na,Paul,https://l.example/p,Lena,2025-06-23 09:00:01 UTC,,two\n"
                    + "a,Lena,https://l.example/l,Paul,2025-06-23 09:00:00 UTC,,one\n", 3);
        }
    }
}
