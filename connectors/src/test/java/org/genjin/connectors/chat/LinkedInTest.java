package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

/** LinkedIn's messages.csv of several years. */
class LinkedInTest {

    private static final String HEAD = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
            + "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n";

    @Test
    void theOwnerIsWhoeverIsInAllConversationsAndInMailIsReadAsWords() {
        List<Message> messages = Exports.detected("messages.csv", HEAD
                + "2-b,,Lena Sun,https://l.example/in/lena,\"Kofi Mensah, Jr\",https://l.example/in/kofi,2025-06-24 09:00:00 UTC,,Thanks,INBOX,https://m.example/dms/offer.pdf?x=1,No,No\n"
                + "2-a,,Paul Roy,https://l.example/in/paul,Lena Sun,https://l.example/in/lena,2025-06-23 09:00:00 UTC,Solar,"
                + "\"<p class=\"\"spinmail-quill-editor__spin-break\"\">Hello Lena,</p><p>price &amp; MOQ?</p>\",INBOX,,No,No\n");
        assertThat(Exports.told(messages)).containsExactly(
                "2025-06-23T09:00:00Z Paul Roy: Hello Lena,\nprice & MOQ?", "2025-06-24T09:00:00Z Lena Sun> Thanks +offer.pdf");
        assertThat(messages).extracting(Message::chat).containsExactly("Paul Roy", "Kofi Mensah, Jr");
        assertThat(messages.getFirst().subject()).isEqualTo("Solar");
    }

    @Test
    void draftsAreNoMessagesButTellWhoTheOwnerIs() {
        List<Message> messages = Exports.detected("messages.csv", HEAD
                + "2-a,,Lena Sun,https://l.example/in/lena,Paul Roy,https://l.example/in/paul,2025-06-23 10:00:00 UTC,,Hi Pa,INBOX,,Yes,No\n"
                + "2-a,,Paul Roy,https://l.example/in/paul,Lena Sun,https://l.example/in/lena,2025-06-23 09:00:00 UTC,,Hello,INBOX,,No,No\n");
        assertThat(Exports.told(messages)).containsExactly("2025-06-23T09:00:00Z Paul Roy: Hello");
        assertThat(messages.getFirst().chat()).isEqualTo("Paul Roy");
    }

    @Test
    void anOlderFileHasFewerColumnsAndAClosedAccountNoProfile() {
        List<Message> messages = Exports.detected("messages.csv",
                "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
                        + "x1,,LinkedIn Member,,Lena Sun,2019-01-05 09:00:00 UTC,,Hello,INBOX\n");
        assertThat(messages).singleElement().satisfies(it -> {
            assertThat(it.from().name()).isEqualTo("LinkedIn Member");
            assertThat(it.from().address()).isNull();
            assertThat(it.body().plain()).isEqualTo("Hello");
        });
    }
}
