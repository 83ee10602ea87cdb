package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same chat in exports of other names, and other chats in exports of the same name. */
class WhatsAppIdentityTest {

    private static final String IPHONE = """
            [03/03/2026, 08:15:00] Ana Ruiz: \u200eMessages and calls are end-to-end encrypted.
            [03/03/2026, 08:18:01] Ana Ruiz: Any news of the lamps?
            [03/03/2026, 08:23:52] Li Ting: Packed
            """;
    private static final String LATER = """
            [03/03/2026, 08:18:01] Ana Ruiz: Any news of the lamps?
            [03/03/2026, 08:23:52] Li Ting: Packed
            [04/03/2026, 09:00:00] Ana Ruiz: Good
            """;
    private static final String ANDROID = """
            03/03/2026, 08:18 - Ana Ruiz: Any news of the lamps?
            03/03/2026, 08:23 - Li Ting: Packed
            """;

    private static Set<String> keys(String path, String text) {
        Set<String> keys = new TreeSet<>();
        Exports.messages(path, text).stream().filter(it -> it.kind() == Message.Kind.MESSAGE)
                .forEach(it -> keys.add(it.key().value()));
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "WhatsApp Chat - Ana Ruiz.zip!/_chat.txt", "WhatsApp Chat - Ana Ruiz (1).zip!/_chat.txt", "stuff/_chat.txt", "_chat.txt",
        "Downloads/WhatsApp Chat with Ana Ruiz.txt", "WhatsApp_Chat_with_Ana_Ruiz.txt", "Chat de WhatsApp con Ana Ruiz (2).txt",
        "WhatsApp Chat with Ana Ruiz - Copy.txt", "Ana.txt", "lamps, spring.txt"})
    void aChatIsTheSameWhateverItsFileOrFolderIsCalled(String path) {
        Set<String> here = keys(path, LATER);
        assertThat(here).containsAll(keys("WhatsApp Chat - Ana Ruiz.zip!/_chat.txt", IPHONE));
        assertThat(here).containsAll(keys("WhatsApp Chat with Ana Ruiz.zip!/WhatsApp Chat with Ana Ruiz.txt", ANDROID));
    }

    @Test
    void twoCustomersWhoSayTheSameInTheSameMinuteAreTwoChats() {
        assertThat(keys("one/_chat.txt", LATER)).doesNotContainAnyElementsOf(keys("one/_chat.txt", LATER.replace("Ana Ruiz", "Bo Berg")));
    }

    @Test
    void theTitleIsTheOtherOnesName() {
        assertThat(Exports.messages("x/_chat.txt", IPHONE)).allSatisfy(it -> {
            assertThat(it.chat()).isEqualTo("Ana Ruiz");
            assertThat(it.room()).isNull();
        });
        assertThat(Exports.messages("x/_chat.txt", IPHONE).getLast().speaker()).isEqualTo(Message.Speaker.OWNER);
        assertThat(Exports.messages("x/_chat.txt", LATER).getFirst().chat()).isEqualTo("Ana Ruiz, Li Ting");
        assertThat(Exports.messages("x/_chat.txt", LATER.replace("Good", "\u200eMissed voice call")).getFirst().chat())
                .isEqualTo("Ana Ruiz");
        assertThat(Exports.messages("x/_chat.txt", LATER.replace("Packed", "You deleted this message")).getFirst().chat())
                .isEqualTo("Ana Ruiz");
    }

    @Test
    void aNumberIsNeverTheOneWhoExports() {
        Message first = Exports.messages("x/_chat.txt", LATER.replace("Ana Ruiz", "\u202a+55\u00a047\u00a09123\u20114567\u202c")).getFirst();
        assertThat(first.from()).isEqualTo(new Message.Participant("+554791234567", "+55 47 9123-4567"));
        assertThat(first.speaker()).isEqualTo(Message.Speaker.OTHER);
    }

    @Test
    void aGroupIsKnownByItsTitleAndSaysSo() {
        String group = """
                [03/03/2026, 08:00:00] Lamps: spring: \u200eMessages and calls are end-to-end encrypted.
                [03/03/2026, 08:00:01] Lamps: spring: \u200eLi Ting created this group
                [03/03/2026, 08:15:00] Ana Ruiz: hello
                [03/03/2026, 08:16:00] Li Ting: hello
                [03/03/2026, 08:17:00] Bo Berg: hello
                """;
        List<Message> unpacked = Exports.messages("x/_chat.txt", group);
        assertThat(unpacked).allSatisfy(it -> assertThat(it.room()).isEqualTo("Lamps: spring"));
        assertThat(unpacked).filteredOn(it -> it.kind() == Message.Kind.SYSTEM).hasSize(2);
        assertThat(keys("WhatsApp Chat - Lamps spring.zip!/_chat.txt", group)).isEqualTo(keys("x/_chat.txt", group));
        assertThat(Collections.disjoint(keys("WhatsApp Chat with Other.txt", group), keys("x/_chat.txt", group))).isTrue();
    }

    @Test
    void mediaLeftOutOfOneExportAndPresentInAnotherAreOneMessage() {
        String left = LATER.replace("Packed", "\u200eimage omitted");
        String there = LATER.replace("Packed", "\u200e<attached: 00000002-PHOTO-2026-03-03-08-23-52.jpg>");
        assertThat(keys("x/_chat.txt", left)).isEqualTo(keys("x/_chat.txt", there));
        Transcript transcript = Exports.transcript(
                "x/_chat.txt", there.getBytes(StandardCharsets.UTF_8),
                Map.of("00000002-PHOTO-2026-03-03-08-23-52.jpg", new byte[] {1, 2, 3}));
        assertThat(Exports.messages(transcript, ZoneOffset.UTC).get(1).attachments())
                .singleElement().satisfies(it -> assertThat(it.present()).isTrue());
    }

    @Test
    void theSameWordsTwiceInAMinuteAreTwoMessages() {
        assertThat(keys("x/_chat.txt", LATER.replace("Good", "ok") + "[04/03/2026, 09:00:07] Ana Ruiz: ok\n")).hasSize(4);
    }
}
