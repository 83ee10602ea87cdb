package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

/** Lines that look like something else, and dates that can be read in two ways. */
class WhatsAppTrapsTest {

    private static List<Message> android(String... lines) {
        StringBuilder export = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            export.append("25/03/2026, 14:").append(10 + i).append(" - ").append(lines[i]).append('\n');
        }
        return Exports.messages("WhatsApp Chat with Spring lamps.txt", export.toString());
    }

    private static List<Message> iphone(String... lines) {
        StringBuilder export = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            boolean marked = lines[i].startsWith("*");
            export.append(marked ? "\u200e" : "").append("[25/03/2026, 14:").append(10 + i).append(":00] ")
                    .append(marked ? lines[i].substring(1) : lines[i]).append("\r\n");
        }
        return Exports.messages("_chat.txt", export.toString());
    }

    @Test
    void aNameWithAColonIsOneNameIfItIsAlwaysThere() {
        assertThat(android("Sales: Ana: hello", "Li: hi: you", "Sales: Ana: bye", "Li: ok"))
                .extracting(it -> it.from().name(), it -> it.body().plain())
                .containsExactly(tuple("Sales: Ana", "hello"), tuple("Li", "hi: you"), tuple("Sales: Ana", "bye"), tuple("Li", "ok"));
    }

    @Test
    void aNoticeWithAColonInItsQuotationIsSaidByNobody() {
        assertThat(android("Olga: hi", "Olga changed the subject from “Lamps: old” to “Lamps”", "Ben created group \"A: b\"", "Ben: hi"))
                .extracting(Message::kind)
                .containsExactly(Message.Kind.MESSAGE, Message.Kind.SYSTEM, Message.Kind.SYSTEM, Message.Kind.MESSAGE);
    }

    @Test
    void peopleWithAndWithoutASmileAreTwo() {
        assertThat(android("John Doe: a", "John Doe 🤓: b", "🤓: c")).extracting(it -> it.from().name())
                .containsExactly("John Doe", "John Doe 🤓", "🤓");
    }

    @Test
    void aPushNameIsShownWithoutItsMark() {
        assertThat(iphone("~\u202fTom: hi", "Li: hi").getFirst().from()).isEqualTo(new Message.Participant(null, "Tom"));
    }

    @Test
    void anIPhonesNoticesCallsPlacesAndPollsAreToldApart() {
        assertThat(iphone(
                        "Ana: hi", "Ana: \u200eAna changed their phone number", "Ana: \u200eVoice call, \u200e12 min", "Ana: \u200eSprachanruf, \u200eKeine Antwort",
                        "Ana: \u200eLocation: https://maps.google.com/?q=1,2", "Ana: \u200ePOLL:\nwhich lamp?\n\u200eOPTION: red (2 votes)", "Li: ok"))
                .extracting(it -> it.kind() == Message.Kind.SYSTEM)
                .containsExactly(false, true, true, true, false, false, false);
    }

    @Test
    void aChineseIPhoneLeavesTheBlankOut() {
        assertThat(iphone("*Klaus:<附件：00000002-PHOTO-2026-03-25-14-10-00.jpg>", "Bob: 你好", "Bob:Hi"))
                .extracting(it -> it.from().name(), it -> it.body().plain(), it -> it.attachments().size())
                .containsExactly(tuple("Klaus", "", 1), tuple("Bob", "你好", 0), tuple("Bob", "Hi", 0));
    }

    @Test
    void whatSomebodyWritesAboutCallsMediaAndBracketsIsWords() {
        assertThat(android("Ana: Video call, tomorrow at 9?", "Ana: <see below>", "Ana: the file attached (draft)", "Li: image omitted by them?"))
                .allSatisfy(it -> {
                    assertThat(it.kind()).isEqualTo(Message.Kind.MESSAGE);
                    assertThat(it.attachments()).isEmpty();
                });
    }

    @Test
    void contactsAndOldAttachmentsAreFiles() {
        assertThat(android("Ana: Bo Berg.vcf (file attached)", "Ana: \u200eDOC-20260325-WA0002.pdf (anexo)", "Li: Offer 7.xlsx (file attached)\nplease"))
                .extracting(it -> it.attachments().getFirst().name(), it -> it.body().plain())
                .containsExactly(tuple("Bo Berg.vcf", ""), tuple("DOC-20260325-WA0002.pdf", ""), tuple("Offer 7.xlsx", "please"));
        assertThat(iphone("*Ana: 2026-03-25-PHOTO-00004762.jpg <\u200eattached>", "*Li: \u200e00000021-Bo Berg.vcf \u200e<attached>", "Ana: Contact card omitted"))
                .allSatisfy(it -> assertThat(it.attachments()).hasSize(1));
    }

    @Test
    void blankLinesStayAndBlanksAtTheEndsOfLinesGo() {
        assertThat(android("Ana: first \n\n  second \u200e\n", "Li: ok").getFirst().body().plain()).isEqualTo("first\n\n  second");
    }

    @Test
    void anExportInAnyCharsetIsRead() {
        String text = "25/03/2026, 14:10 - 何敏: 样品什么时候寄？\n25/03/2026, 14:11 - 周婷: 今天下午寄出\n";
        for (String charset : List.of("UTF-8", "UTF-16", "GB18030")) {
            byte[] bytes = text.getBytes(Charset.forName(charset));
            assertThat(Exports.messages(Exports.transcript("a.txt", bytes, Map.of()), ZoneOffset.UTC).getFirst().body().plain())
                    .isEqualTo("样品什么时候寄？");
        }
        byte[] western = "25/03/2026, 14:10 - José: Cotización, por favor. Mañana\n25/03/2026, 14:11 - Li: sí\n".getBytes(Charset.forName("windows-1252"));
        assertThat(Exports.messages(Exports.transcript("a.txt", western, Map.of()), ZoneOffset.UTC).getFirst().from().name()).isEqualTo("José");
        byte[] cut = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Exports.messages(Exports.transcript("a.txt", Arrays.copyOf(cut, cut.length - 3), Map.of()), ZoneOffset.UTC).getFirst().from().name())
                .isEqualTo("何敏");
    }

    private static List<LocalDate> days(Instant writtenAt, String... headers) {
        StringBuilder export = new StringBuilder();
        for (String header : headers) {
            export.append(header).append(header.contains("WA0") ? "" : "Ana: words").append('\n');
        }
        Transcript transcript = Exports.transcript("a.txt", export.toString().getBytes(StandardCharsets.UTF_8), writtenAt, Map.of());
        return Exports.messages(transcript, ZoneOffset.UTC).stream().map(it -> it.localTime().toLocalDate()).toList();
    }

    @Test
    void dayOrMonthFirstIsSettledOverTheWholeFile() {
        Instant late = Instant.parse("2026-12-31T00:00:00Z");
        LocalDate april5 = LocalDate.of(2026, 4, 5);
        LocalDate may4 = LocalDate.of(2026, 5, 4);
        assertThat(days(late, "4/5/26, 14:00 - ", "4/25/26, 14:00 - ").getFirst()).isEqualTo(april5);
        assertThat(days(late, "4/5/26, 14:00 - ", "25/5/26, 14:00 - ").getFirst()).isEqualTo(may4);
        assertThat(days(late, "4/5/26, 14:00 - Ana: IMG-20260405-WA0001.jpg (file attached)").getFirst()).isEqualTo(april5);
        assertThat(days(late, "4/5/26, 14:00 - ", "4/6/26, 14:00 - ", "5/1/26, 14:00 - ").getFirst()).isEqualTo(april5);
        assertThat(days(Instant.parse("2026-04-10T00:00:00Z"), "4/5/26, 14:00 - ", "4/6/26, 14:00 - ").getFirst()).isEqualTo(april5);
        assertThat(days(late, "4/5/26, 2:00 PM - ", "4/6/26, 2:00 PM - ").getFirst()).isEqualTo(april5);
        assertThat(days(late, "4/5/26, 14:00 - ", "4/6/26, 14:00 - ").getFirst()).isEqualTo(may4);
        assertThat(days(late, "26/4/5, 14:00 - ", "26/4/6, 14:00 - ").getFirst()).isEqualTo(april5);
        assertThat(days(late, "15-01-20 14:00 - ", "16-01-20 14:00 - ", "31-01-20 14:00 - ").getFirst()).isEqualTo(LocalDate.of(2020, 1, 15));
    }

    @Test
    void aGuessAndAContradictionAreTold() {
        String guess = "4/5/26, 14:00 - Ana: a\n4/5/26, 14:01 - Li: b\n";
        assertThat(Exports.transcript("a.txt", guess).chats().getFirst().problem()).contains("guess");
        String both = "14/5/26, 14:00 - Ana: a\n4/25/26, 14:01 - Li: b\n5/5/26, 14:01 - Li: b\n";
        assertThat(Exports.transcript("a.txt", both).chats().getFirst().problem()).contains("contradict");
        String words = "14/5/26, 2:00 foo - Ana: a\n14/5/26, 3:00 bar - Li: b\n";
        assertThat(Exports.transcript("a.txt", words).chats().getFirst().problem()).contains("bar, foo");
    }

    @Test
    void theHourThatAClockShowsTwiceIsReadInTheFilesOrder() {
        Transcript transcript = Exports.transcript("a.txt", """
                [25/10/2026, 02:10:00] Ana: first
                [25/10/2026, 02:50:00] Li: first
                [25/10/2026, 02:20:00] Ana: second
                [25/10/2026, 03:20:00] Ana: after
                """);
        assertThat(Exports.messages(transcript, ZoneId.of("Europe/Berlin"))).extracting(it -> it.sentAt().toString())
                .containsExactly("2026-10-25T00:10:00Z", "2026-10-25T00:50:00Z", "2026-10-25T01:20:00Z", "2026-10-25T02:20:00Z");
    }

    @Test
    void anExportThatHasAsManyMessagesAsWhatsAppWritesIsSaidToBeCut() {
        assertThat(warnings(40_000, "words", "")).singleElement().asString().contains("older is missing");
        assertThat(warnings(10_000, "IMG-20260101-WA0001.jpg (file attached)", "")).singleElement().asString().contains("without media");
        assertThat(warnings(10_000, "words", "")).isEmpty();
        assertThat(warnings(12_000, "IMG-20260101-WA0001.jpg (file attached)", "")).isEmpty();
        assertThat(warnings(39_999, "words", "01/01/2020, 09:00 - Messages and calls are end-to-end encrypted.\n")).isEmpty();
    }

    private static List<String> warnings(int count, String words, String begin) {
        StringBuilder export = new StringBuilder(begin);
        for (int i = 0; i < count; i++) {
            export.append("25/03/2026, 14:10 - ").append(i % 2 == 0 ? "Ana" : "Li").append(": ").append(words).append('\n');
        }
        return Exports.transcript("a.txt", export.toString()).warnings();
    }
}
