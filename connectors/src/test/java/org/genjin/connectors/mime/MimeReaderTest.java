package org.genjin.connectors.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.genjin.connectors.Content;
import org.genjin.connectors.MailReader.UnreadableMail;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MimeReaderTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void aChineseMailInGbkDeclaredAsGb2312IsReadWhole() throws Exception {
        String words = "您好，请报价镕基产品";
        String subject = "=?gb2312?B?" + Base64.getEncoder().encodeToString("询价：镕基".getBytes(Charset.forName("GBK"))) + "?=";
        Message message = read(
                ("From: a@b.example\r\nSubject: " + subject + "\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1),
                words.getBytes(Charset.forName("GBK")));
        assertThat(message.subject()).isEqualTo("询价：镕基");
        assertThat(message.body().plain()).isEqualTo(words);
    }

    @Test
    void wordsWithoutAnyDeclarationAreReadFromTheirBytes() throws Exception {
        for (String[] it : List.of(
                new String[] {"GB18030", "请问这个产品的最小起订量是多少？谢谢，期待您的回复。"},
                new String[] {"windows-1251", "Добрый день, пришлите пожалуйста прайс-лист на подшипники."},
                new String[] {"windows-1256", "السلام عليكم نرجو ارسال عرض السعر في اقرب وقت"},
                new String[] {"windows-1252", "Estimado señor, ¿cuál es el precio para la próxima temporada?"})) {
            Message message = read("From: a@b.example\r\nSubject: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                    it[1].getBytes(Charset.forName(it[0])));
            assertThat(message.body().plain()).as(it[0]).isEqualTo(it[1]);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 2 Mar 2026 09:00:00 +0800        | 2026-03-02T01:00:00Z
            Mon,  2 Mar 2026 09:00:00 JST         | 2026-03-02T00:00:00Z
            Mon, 2 Mar 2026 09:00:00 GMT+0800     | 2026-03-02T01:00:00Z
            2 March 2026 09:00 (CET)              | 2026-03-02T09:00:00Z
            Mon Mar  2 09:00:00 2026              | 2026-03-02T09:00:00Z
            2026-03-02 09:00:00 +0100             | 2026-03-02T08:00:00Z
            Mon, 02 Mar 26 9:00 PM -0500          | 2026-03-03T02:00:00Z
            Mon, 2 Mar 2036 09:00:00 +0000        | 2026-03-02T10:00:00Z
            yesterday                             | 2026-03-02T10:00:00Z
            """)
    void theDateOfAMailIsReadOrTheServersIsUsed(String date, Instant sentAt) throws Exception {
        assertThat(read("From: a@b.example\nDate: " + date + "\n\nhello").sentAt()).isEqualTo(sentAt);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Smith, John <j@x.example>          | Smith, John | j@x.example
            "Smith, John" <J@X.example>        | Smith, John | j@x.example
            a@x.example (John Smith)           | John Smith  | a@x.example
            John [mailto:j@x.example]          | John        | j@x.example
            <j@x.example>                      | -           | j@x.example
            =?utf-8?Q?Jos=C3=A9_P=C3=A9rez?= <j@x.example> | José Pérez | j@x.example
            Nobody at all                      | Nobody at all | -
            """)
    void theSenderIsFoundHoweverItIsWritten(String from, String name, String address) throws Exception {
        Message.Participant sender = read("From: " + from + "\nSubject: x\n\nhello").from();
        assertThat(sender).isEqualTo(new Message.Participant(address, name));
    }

    @Test
    void recipientsInGroupsAndBehindSemicolonsAreAllFound() throws Exception {
        Message message = read("From: a@b.example\nTo: Sales: x@b.example, Y <y@b.example>; z@b.example\nSubject: x\n\nhello");
        assertThat(message.to()).extracting(Message.Participant::address)
                .containsExactly("x@b.example", "y@b.example", "z@b.example");
        assertThat(read("From: a@b.example\nTo: undisclosed-recipients:;\n\nx").to()).isEmpty();
    }

    @Test
    void anAttachmentKeepsItsChineseNameAndItsBytesAlsoWithoutPadding() throws Exception {
        Message message = read("""
                From: a@b.example
                Subject: quote
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain

                see attachment
                --B
                Content-Type: application/pdf; name="x.pdf"
                Content-Disposition: attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%2F..%2F%E5%8D%95.pdf
                Content-Transfer-Encoding: base64

                aGVsbG8
                --B--
                """);
        Message.Attachment attachment = message.attachments().getFirst();
        assertThat(attachment.name()).isEqualTo("单.pdf");
        assertThat(attachment.content()).isNotNull();
        try (var in = java.util.Objects.requireNonNull(attachment.content()).open()) {
            assertThat(in.readAllBytes()).asString().isEqualTo("hello");
        }
        assertThat(message.body().plain().strip()).isEqualTo("see attachment");
    }

    @Test
    void aMailForwardedAsAnAttachmentIsOneAttachmentNamedByItsSubject() throws Exception {
        Message message = read("""
                From: a@b.example
                Content-Type: multipart/mixed; boundary=B

                --B

                look
                --B
                Content-Type: message/rfc822

                From: c@d.example
                Subject: Old order 77/2026

                text
                --B--
                """);
        assertThat(message.attachments()).extracting(Message.Attachment::name).containsExactly("Old order 77 2026.eml");
    }

    @Test
    void machinesAndListsAreToldFromPeople() throws Exception {
        assertThat(read("From: a@b.example\nAuto-Submitted: auto-replied\n\nx").auto()).isTrue();
        assertThat(read("From: a@b.example\nSubject: 自动回复: 询价\n\nx").auto()).isTrue();
        assertThat(read("From: a@b.example\nX-Auto-Response-Suppress: All\n\nx").auto()).isFalse();
        assertThat(read("From: a@b.example\nAuto-Submitted: no\n\nx").auto()).isFalse();
        assertThat(read("From: a@b.example\nList-Unsubscribe: <mailto:u@b.example>\n\nx").bulk()).isTrue();
        assertThat(read("From: no-reply@b.example\n\nx").bulk()).isTrue();
        assertThat(read("From: kim@b.example\nSubject: Order\n\nx").bulk()).isFalse();
    }

    @Test
    void theSameMailHasTheSameKeyWhateverRelaysAdded() throws Exception {
        String mail = "From: a@b.example\nDate: Mon, 2 Mar 2026 09:00:00 +0800\nSubject: x\n\nhello";
        assertThat(read(mail).key()).isEqualTo(read("Received: from y; Mon, 2 Mar 2026 09:00:00 +0800\n" + mail).key());
        assertThat(read("Message-ID: < 1@b.example >\n" + mail).key())
                .isEqualTo(read("X-Other: 1\nMessage-ID:\n <1@b.example>\n" + mail).key());
    }

    @Test
    void aBombOfPartsWithinPartsIsCutOffAndSaidSo() throws Exception {
        StringBuilder mail = new StringBuilder("From: a@b.example\nContent-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < 5000; i++) {
            mail.append("--b").append(i).append("\nContent-Type: multipart/mixed; boundary=b").append(i + 1).append("\n\n");
        }
        assertThat(read(mail.toString()).problem()).contains("too many parts");
    }

    @Test
    void whatIsNoMailIsSaidToBeNone() {
        assertThatThrownBy(() -> read("Dear diary,\n\ntoday nothing happened."))
                .isInstanceOf(UnreadableMail.class)
                .hasMessageContaining("header of a mail");
    }

    private static Message read(String mail) throws UnreadableMail {
        return read(mail.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Message read(byte[] head, byte @Nullable [] body) throws UnreadableMail {
        byte[] all = java.util.Arrays.copyOf(head, head.length + (body == null ? 0 : body.length));
        if (body != null) {
            System.arraycopy(body, 0, all, head.length, body.length);
        }
        return new MimeReader().read(Content.of(all), "test", RECEIVED);
    }
}
