package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

/** Telegram Desktop's two forms, and what is odd about them. */
class TelegramTest {

    static final String CHAT =
            """
            {"name":"Marek Nowak","type":"personal_chat","id":77,"messages":[
            {"id":1,"type":"message","date":"2025-05-02T10:00:00","date_unixtime":"1746172800","from":"Marek Nowak","from_id":"user77",
             "text":["Need 40 ",{"type":"bold","text":"gear pumps"},"\\x1F, price?"]},
            {"id":2,"type":"message","date":"2025-05-02T10:05:00","date_unixtime":"1746173100","from":"Lena Sun","from_id":"user12",
             "reply_to_message_id":1,"edited":"2025-05-02T10:06:00","edited_unixtime":"1746173160","text":"USD 61 EXW"},
            {"id":3,"type":"message","date":"2025-05-02T10:07:00","date_unixtime":"1746173220","from":"Lena Sun","from_id":"user12",
             "forwarded_from":"Otto Brandt","text":"Lead time is 5 weeks"},
            {"id":4,"type":"service","date":"2025-05-02T10:08:00","date_unixtime":"1746173280","actor":"Lena Sun","actor_id":"user12",
             "action":"pin_message","text":""},
            {"id":5,"type":"message","date":"2025-05-02T10:09:00","date_unixtime":"1746173340","from":null,"from_id":"user77",
             "file":"files/spec.pdf","file_name":"spec.pdf","mime_type":"application/pdf","text":""},
            {"id":6,"type":"message","date":"2025-05-02T10:10:00","date_unixtime":"1746173400","from":"Marek Nowak","from_id":"user77",
             "photo":"(File not included. Change data exporting settings to download.)","text":"the old one"},
            {"id":7,"type":"unsupported"},
            {"id":8,"type":"message","date":"2025-05-02T10:12:00","date_unixtime":"1746173520","from":"Marek Nowak","from_id":"user77",
             "poll":{"question":"Which colour?","answers":[{"text":"blue"},{"text":"grey"}]},"text":""}]}
            """;

    private static List<Message> chat() {
        return Exports.detected(
                "result.json", CHAT.getBytes(StandardCharsets.UTF_8), Map.of("files/spec.pdf", new byte[9]), ZoneOffset.UTC);
    }

    @Test
    void aChatIsReadWithSidesFilesNoticesAndForwardedWords() {
        assertThat(Exports.told(chat())).containsExactly(
                "2025-05-02T08:00:00Z Marek Nowak: Need 40 gear pumps\u001f, price?",
                "2025-05-02T08:05:00Z Lena Sun> USD 61 EXW",
                "2025-05-02T08:07:00Z Otto Brandt> Lead time is 5 weeks",
                "2025-05-02T08:08:00Z Lena Sun> *",
                "2025-05-02T08:09:00Z null:  +!spec.pdf",
                "2025-05-02T08:10:00Z Marek Nowak: the old one +",
                "2025-05-02T08:12:00Z Marek Nowak: Which colour?\n– blue\n– grey");
        assertThat(chat().get(1).inReplyTo()).containsExactly(chat().get(0).key().value());
        assertThat(chat().get(1).change()).isEqualTo(Message.Change.EDITED);
        assertThat(chat().get(0).from().address()).isEqualTo("user77");
    }

    @Test
    void whatTelegramItselfLeavesOutIsSaid() {
        assertThat(Exports.read("result.json", CHAT.getBytes(StandardCharsets.UTF_8), Map.of(), ZoneOffset.UTC).warnings())
                .singleElement().asString().startsWith("Left out: 1 of which Telegram writes neither time nor words");
    }

    @Test
    void aWholeAccountSaysWhoItsOwnerIsAndSavedMessagesMakeNoCustomer() {
        List<Message> messages = Exports.detected("result.json", """
                {"about":"Here is the data you requested.","personal_information":{"user_id":12,"first_name":"Lena"},
                "contacts":{"about":"x","list":[{"first_name":"Marek"}]},
                "chats":{"about":"y","list":[
                {"name":"Pump buyers","type":"private_supergroup","id":900,"messages":[
                {"id":1,"type":"message","date_unixtime":"1746172800","from":"Ida Holm","from_id":"user5","text":"hello"},
                {"id":2,"type":"message","date_unixtime":"1746172860","from":"Lena Sun","from_id":"user12","text":"hi Ida"}]},
                {"type":"saved_messages","id":12,"messages":[
                {"id":3,"type":"message","date_unixtime":"1746172900","from":"Lena Sun","from_id":"user12","text":"call Ida"}]}]},
                "left_chats":{"list":[{"name":null,"type":"personal_chat","id":44,"messages":[
                {"id":4,"type":"message","date_unixtime":"1746172950","from":null,"from_id":"user44","text":"gone"}]}]}}
                """);
        assertThat(Exports.told(messages)).containsExactly(
                "2025-05-02T08:00:00Z Ida Holm: hello", "2025-05-02T08:01:00Z Lena Sun> hi Ida",
                "2025-05-02T08:01:40Z Lena Sun> call Ida", "2025-05-02T08:02:30Z null: gone");
        assertThat(messages).extracting(Message::room).containsExactly("Pump buyers", "Pump buyers", "Saved Messages", null);
        assertThat(messages.getLast().chat()).isEqualTo("Deleted Account 44");
    }

    @Test
    void anOldExportHasTheClockOfItsMachineUnlessAMessageTellsMore() {
        String old = """
                {"name":"Ida Holm","type":"personal_chat","id":5,"messages":[
                {"id":1,"type":"message","date":"2021-03-01T09:00:00","from":"Ida Holm","from_id":5,"text":"first"}%s]}
                """;
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        byte[] alone = old.formatted("").getBytes(StandardCharsets.UTF_8);
        byte[] told = old.formatted(
                        ",{\"id\":2,\"type\":\"message\",\"date\":\"2021-03-01T10:00:00\",\"date_unixtime\":\"1614589200\","
                                + "\"from\":\"Ida Holm\",\"from_id\":5,\"text\":\"second\"}")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Exports.detected("result.json", alone, Map.of(), shanghai).getFirst().sentAt()).hasToString("2021-03-01T01:00:00Z");
        assertThat(Exports.detected("result.json", told, Map.of(), shanghai).getFirst().sentAt()).hasToString("2021-03-01T08:00:00Z");
    }

    @Test
    void aFileThatBreaksOffGivesWhatStandsBefore() {
        byte[] cut = CHAT.substring(0, CHAT.indexOf("forwarded_from")).getBytes(StandardCharsets.UTF_8);
        Transcript read = Exports.read("result.json", cut, Map.of(), ZoneOffset.UTC);
        assertThat(Exports.told(Exports.messages(read, ZoneOffset.UTC))).hasSize(2);
        assertThat(read.warnings()).containsExactly(Warnings.CUT);
        assertThatThrownBy(() -> Exports.detected("result.json", CHAT.substring(0, CHAT.indexOf("\"text\""))))
                .hasMessageContaining("damaged or cut off");
    }

    static final String PAGE =
            """
            <html><body><div class="page_wrap"><div class="page_header"><div class="text bold">
            Marek Nowak
            </div></div><div class="history">
            <div class="message service" id="message-1"><div class="body details">2 May 2025</div></div>
            <div class="message default clearfix" id="message1"><div class="body"><div class="pull_right date details" title="02.05.2025 10:00:00 UTC+02:00">10:00</div>
            <div class="from_name">Marek Nowak</div><div class="text">Need 40 <b>gear pumps</b><br><br>urgent &amp; cheap</div></div></div>
            <div class="message default clearfix joined" id="message2"><div class="body"><div class="pull_right date details" title="02.05.2025 10:01:00 UTC+02:00">10:01</div>
            <div class="media_wrap clearfix"><div class="media clearfix pull_left media_file"><div class="body"><div class="title bold">spec.pdf</div>
            <div class="status details">Not included, change data exporting settings to download.</div></div></div></div></div></div>
            <div class="message service" id="message3"><div class="body details">Lena Sun pinned a message</div></div>
            <div class="message default clearfix" id="message4"><div class="body"><div class="pull_right date details" title="02.05.2025 10:05:00 UTC+02:00">10:05</div>
            <div class="from_name">Lena Sun</div><div class="forwarded body"><div class="from_name">Otto Brandt <span class="date details"> 01.05.2025</span></div>
            <div class="reply_to details">In reply to <a href="messages.html#go_to_message1">this message</a></div><div class="text">5 weeks</div></div></div></div>
            </div></div></body></html>
            """;

    @Test
    void aPageSaysTheSameAsTheJsonWithTheSameKeys() {
        List<Message> page = Exports.detected("messages.html", PAGE);
        assertThat(Exports.told(page)).containsExactly(
                "2025-05-02T08:00:00Z Marek Nowak: Need 40 gear pumps\n\nurgent & cheap",
                "2025-05-02T08:01:00Z Marek Nowak:  +spec.pdf",
                "2025-05-02T08:01:00Z -: *Lena Sun pinned a message",
                "2025-05-02T08:05:00Z Otto Brandt> 5 weeks");
        assertThat(page.getFirst().key()).isEqualTo(chat().getFirst().key());
        assertThat(page.getLast().inReplyTo()).containsExactly(page.getFirst().key().value());
    }

    @Test
    void aReplyOnTheSecondPageFindsWhatItAnswersOnTheFirst() {
        String second = """
                <html><body><div class="page_wrap"><div class="page_header"><div class="text bold">Marek Nowak</div></div><div class="history">
                <div class="message default clearfix joined" id="message9"><div class="body"><div class="pull_right date details" title="02.05.2025 11:00:00 UTC+02:00">11:00</div>
                <div class="reply_to details"><a href="messages.html#go_to_message1">this message</a></div><div class="text">ok</div></div></div>
                </div></div></body></html>
                """;
        List<Message> page = Exports.detected(
                "messages2.html", second.getBytes(StandardCharsets.UTF_8),
                Map.of("messages.html", PAGE.getBytes(StandardCharsets.UTF_8)), ZoneOffset.UTC);
        assertThat(page.getFirst().inReplyTo()).containsExactly(chat().getFirst().key().value());
        assertThat(page.getFirst().from().name()).isEqualTo("Lena Sun");
    }
}
