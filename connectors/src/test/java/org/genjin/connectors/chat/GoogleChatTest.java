package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Google Chat by Takeout, whose dates are in the language of the account. */
class GoogleChatTest {

    private static String export(String date) {
        return """
                {"messages":[{"creator":{"name":"Omar Aziz","email":"Omar@Aziz.example","user_type":"Human"},"created_date":"%s","text":"Draft ok",
                "attached_files":[{"original_name":"BL?.pdf","export_name":"File-BL?.pdf"}],"message_id":"A/t/1"},
                {"creator":{"name":"Lena Sun","email":"lena@factory.example"},"created_date":"Thursday, October 2, 2025 at 12:01:00 AM UTC","text":"thanks",
                "quoted_message_metadata":{"message_id":"A/t/1","text":"Draft ok"},"message_id":"A/t/2"},
                {"creator":{"name":"Lena Sun","email":"lena@factory.example"},"created_date":"Thursday, October 2, 2025 at 12:02:00 AM UTC","message_state":"DELETED","message_id":"A/t/3"}]}
                """.formatted(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Thursday, October 2, 2025 at 11:58:07\u202fPM UTC", "2025年10月2日星期四 UTC 23:58:07", "2025年10月2日 星期四 下午11:58:07 [UTC]",
        "Donnerstag, 2. Oktober 2025 um 23:58:07 UTC", "jueves, 2 de octubre de 2025, 23:58:07 UTC", "jeudi 2 octobre 2025 à 23:58:07 UTC",
        "quinta-feira, 2 de outubro de 2025 às 23:58:07 UTC", "giovedì 2 ottobre 2025 alle ore 23:58:07 UTC", "четверг, 2 октября 2025 г. в 23:58:07 UTC",
        "2 Ekim 2025 Perşembe 23:58:07 UTC", "czwartek, 2 października 2025 23:58:07 UTC", "2025年10月2日木曜日 23:58:07 UTC",
        "2025년 10월 2일 목요일 오후 11시 58분 7초 UTC", "الخميس، ٢ أكتوبر ٢٠٢٥ في ١١:٥٨:٠٧ م UTC", "donderdag 2 oktober 2025 om 23:58:07 UTC"
    })
    void datesAreReadInManyLanguages(String date) {
        assertThat(SpokenDate.parse(date)).hasToString("Optional[2025-10-02T23:58:07Z]");
    }

    @Test
    void repliesFilesAndDeletionsAreTold() {
        List<Message> messages = Exports.detected(
                "Takeout/Google Chat/Groups/DM 1/messages.json",
                export("Wednesday, October 1, 2025 at 11:58:07 PM UTC").getBytes(StandardCharsets.UTF_8),
                Map.of("File-BL_.pdf", new byte[6]), ZoneOffset.UTC);
        assertThat(Exports.told(messages)).containsExactly(
                "2025-10-01T23:58:07Z Omar Aziz: Draft ok +!BL?.pdf", "2025-10-02T00:01:00Z Lena Sun: thanks",
                "2025-10-02T00:02:00Z Lena Sun: *");
        assertThat(messages.get(1).inReplyTo()).containsExactly(messages.getFirst().key().value());
        assertThat(messages.get(1).body().quoted()).isEqualTo("Draft ok");
        assertThat(messages.get(2).change()).isEqualTo(Message.Change.TAKEN_BACK);
        assertThat(messages.getFirst().from().address()).isEqualTo("omar@aziz.example");
        assertThat(messages.getFirst().room()).isNull();
    }

    @Test
    void aDateOfNoKnownLanguageIsSaidWithTheMessages() {
        String odd = export("Wednesday, October 1, 2025 at 11:58:07 PM UTC").replace("Thursday, October 2, 2025 at 12:01:00 AM UTC", "?? ??");
        assertThat(Exports.detected("messages.json", odd)).extracting(Message::problem)
                .allSatisfy(it -> assertThat(it).contains("form that is not known"));
        String none = "{\"messages\":[{\"creator\":{\"name\":\"x\"},\"created_date\":\"??\",\"text\":\"a\"}]}";
        assertThatThrownBy(() -> Exports.detected("messages.json", none)).hasMessageContaining("switch the account to English");
    }
}
