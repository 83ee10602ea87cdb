package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

/** Skype's account; Teams for free writes the same. */
class SkypeTest {

    static final String ACCOUNT = """
            {"userId":"8:live:lena","exportDate":"2025-04-01T08:00","conversations":[
            {"id":"48:calllogs","displayName":null,"MessageList":[{"id":"99","originalarrivaltime":"2025-03-01T10:00:00Z","messagetype":"Text","content":"x","from":"8:live:lena"}]},
            {"id":"8:live:igor","displayName":"Igor Popov","MessageList":[
            {"id":"6","displayName":"Igor Popov","originalarrivaltime":"2025-03-01T10:06:00Z","messagetype":"RichText","content":"","from":"8:live:igor","properties":{"deletetime":"1740823600"}},
            {"id":"5","displayName":null,"originalarrivaltime":"2025-03-01T10:05:00Z","messagetype":"RichText/Media_GenericFile","content":"<URIObject uri=\\"https://api.example/v1/objects/0-a-1\\"><OriginalName v=\\"PI 7.pdf\\"/></URIObject>","from":"8:live:lena"},
            {"id":"4","displayName":null,"originalarrivaltime":"2025-03-01T10:04:00Z","messagetype":"RichText","content":"<quote author=\\"live:igor\\" messageid=\\"2\\"><legacyquote>[1] Igor: </legacyquote>12 pumps &amp; seals<legacyquote>\\n\\n&lt;&lt;&lt; </legacyquote></quote>Yes, <b raw_pre=\\"*\\" raw_post=\\"*\\">today</b><e_m ts=\\"1\\"/>","from":"8:live:lena"},
            {"id":"2","displayName":"Igor Popov","originalarrivaltime":"2025-03-01T10:02:00.5Z","messagetype":"RichText","content":"12 pumps &amp; seals","from":"8:live:igor"}]},
            {"id":"19:abc@thread.skype","displayName":null,"threadProperties":{"topic":"Spare parts"},"MessageList":[
            {"id":"7","displayName":"Igor Popov","originalarrivaltime":"2025-03-02T10:00:00Z","messagetype":"Text","content":"hello all","from":"8:live:igor"}]}]}
            """;

    @Test
    void quotationsEditsFilesAndDeletionsAreTold() {
        List<Message> messages = Exports.detected("messages.json", ACCOUNT);
        assertThat(Exports.told(messages)).containsExactly(
                "2025-03-01T10:02:00Z Igor Popov: 12 pumps & seals", "2025-03-01T10:04:00Z live:lena> Yes, *today*",
                "2025-03-01T10:05:00Z live:lena>  +PI 7.pdf", "2025-03-01T10:06:00Z Igor Popov: *",
                "2025-03-02T10:00:00Z Igor Popov: hello all");
        assertThat(messages.get(1).body().quoted()).isEqualTo("12 pumps & seals");
        assertThat(messages.get(1).inReplyTo()).containsExactly(messages.getFirst().key().value());
        assertThat(messages.get(1).change()).isEqualTo(Message.Change.EDITED);
        assertThat(messages.getLast().room()).isEqualTo("Spare parts");
    }

    @Test
    void aFileThatLiesInTheArchiveIsAttachedUnderTheNamePeopleKnow() {
        List<Message> messages = Exports.detected(
                "messages.json", ACCOUNT.getBytes(StandardCharsets.UTF_8), Map.of("0-a-1.1.pdf", new byte[700]), ZoneOffset.UTC);
        assertThat(messages.get(2).attachments()).singleElement().satisfies(file -> {
            assertThat(file.present()).isTrue();
            assertThat(file.name()).isEqualTo("PI 7.pdf");
            assertThat(file.size()).isEqualTo(700);
        });
    }

    @Test
    void teamsIsToldByItsPeople() {
        assertThat(Exports.detected("messages.json", ACCOUNT.replace("8:live:igor", "8:orgid:igor")))
                .extracting(Message::channel).containsOnly(Channel.TEAMS);
    }
}
