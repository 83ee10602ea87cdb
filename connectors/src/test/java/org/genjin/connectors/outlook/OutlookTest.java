package org.genjin.connectors.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.connectors.mime.MimeReader;
import org.junit.jupiter.api.Test;

/** What Outlook saves is read as the mail it is. */
class OutlookTest {

    private static final Instant SENT = Instant.parse("2026-03-02T02:00:00Z");

    private static MsgWriter mail() {
        return MsgWriter.mail("kim@acme.example", "Kim Ødegård", "li@factory.example", "法兰 inquiry", "<1@acme.example>", SENT, "500 pcs please");
    }

    private static Message read(byte[] mail) throws Exception {
        return new MimeReader().read(Content.of(mail), "test", null);
    }

    @Test
    void aSavedMessageTellsWhoWroteWhatToWhomAndWhen() throws Exception {
        Message it = read(MsgFile.mail(mail().attach("报价单.pdf", new byte[] {1, 2, 3}).bytes()));
        assertThat(it.from()).isEqualTo(new Message.Participant("kim@acme.example", "Kim Ødegård"));
        assertThat(it.to()).extracting(Message.Participant::address).containsExactly("li@factory.example");
        assertThat(it.subject()).isEqualTo("法兰 inquiry");
        assertThat(it.sentAt()).isEqualTo(SENT);
        assertThat(it.messageId()).isEqualTo("<1@acme.example>");
        assertThat(it.body().plain().strip()).isEqualTo("500 pcs please");
        assertThat(it.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("报价单.pdf");
            assertThat(file.size()).isEqualTo(3);
        });
    }

    @Test
    void theHeaderItCameWithGoesBeforeWhatOutlookMadeOfIt() throws Exception {
        Message it = read(MsgFile.mail(mail().text(Mapi.TRANSPORT_HEADERS,
                "Microsoft Mail Internet Headers Version 2.0\r\nReceived: from a by b; Mon, 2 Mar 2026 10:00:05 +0800\r\n"
                        + "From: Kim <kim@acme.example>\r\nTo: \"Li, at work\"\r\n <li@factory.example>\r\nDate: Mon, 2 Mar 2026 10:00:01 +0800\r\n"
                        + "References: <0@acme.example>\r\nContent-Type: multipart/alternative; boundary=gone\r\n\r\n").bytes()));
        assertThat(it.sentAt()).isEqualTo("2026-03-02T02:00:01Z");
        assertThat(it.to()).containsExactly(new Message.Participant("li@factory.example", "Li, at work"));
        assertThat(it.references()).containsExactly("<0@acme.example>");
        assertThat(it.subject()).isEqualTo("法兰 inquiry");
        assertThat(it.body().plain().strip()).isEqualTo("500 pcs please");
    }

    @Test
    void wordsInAnOldCodePageAreReadInIt() throws Exception {
        Message it = read(MsgFile.mail(mail()
                .eightBit(Mapi.BODY, "请报价五百个法兰".getBytes(Charset.forName("GBK"))).number(Mapi.MESSAGE_CODE_PAGE, 936).bytes()));
        assertThat(it.body().plain().strip()).isEqualTo("请报价五百个法兰");
    }

    @Test
    void anAppointmentSaysWhenAndWhereAndAContactSaysThatItIsNone() throws Exception {
        assertThatThrownBy(() -> MsgFile.mail(mail().kind("IPM.Contact").bytes()))
                .isInstanceOf(OutlookException.class).hasMessage("This is an Outlook contact and no message; it is left out.");
        assertThatThrownBy(() -> MsgFile.mail(Arrays.copyOf(mail().bytes(), 700)))
                .isInstanceOf(OutlookException.class).hasMessageContaining("damaged");
        MapiValues values = new MapiValues(CodePage.WESTERN);
        values.text(Mapi.SUBJECT, "Visit; factory");
        values.time(Mapi.APPOINTMENT_START, SENT);
        values.text(Mapi.APPOINTMENT_LOCATION, "Hall 5, Canton Fair");
        assertThat(OutlookKinds.calendar(new MapiItem(values, java.util.List.of(), java.util.List.of()), "ipm.appointment"))
                .hasValueSatisfying(it -> assertThat(it)
                        .contains("DTSTART:20260302T020000Z", "SUMMARY:Visit\\; factory", "LOCATION:Hall 5\\, Canton Fair"));
    }

    @Test
    void aDraftThatWasNeverSentSaysSo() throws Exception {
        MsgWriter draft = MsgWriter.mail("li@factory.example", "Li", "kim@acme.example", "offer", "<2@f.example>", SENT, "words");
        byte[] sent = MsgFile.mail(draft.number(Mapi.MESSAGE_FLAGS, Mapi.FLAG_UNSENT).bytes());
        assertThat(new String(sent, StandardCharsets.UTF_8)).doesNotContain("X-Unsent");
        draft.time(Mapi.CREATION_TIME, SENT).time(Mapi.CLIENT_SUBMIT_TIME, Instant.parse("1601-01-01T00:00:00Z"));
        assertThat(read(MsgFile.mail(draft.bytes())).problem()).contains("draft");
    }

    @Test
    void htmlThatOutlookWrappedInRtfComesOutAsItWas() {
        String rtf = "{\\rtf1\\ansi\\ansicpg936\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}}"
                + "{\\*\\htmltag19 <html>}{\\*\\htmltag50 <body>}\\htmlrtf {\\f1\\htmlrtf0 \\'b7\\'a8\\'c0\\'bc\\htmlrtf }\\htmlrtf0 "
                + "{\\*\\htmltag116 <br>}\\htmlrtf \\line\\htmlrtf0 50\\u8364? {\\*\\htmltag84 &nbsp;}\\htmlrtf \\'a0\\htmlrtf0 {\\*\\htmltag58 </body>}}";
        assertThat(Rtf.kind(rtf)).isEqualTo(Rtf.Kind.HTML);
        assertThat(Rtf.words(rtf)).isEqualTo("<html><body>法兰<br>50€ &nbsp;</body>");
    }

    @Test
    void richTextGivesItsWordsAndNotItsFonts() {
        String rtf = "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\*\\generator X;}\\pard Dear Li,\\par 500 \\b pcs\\b0 \\{A\\}\\tab ok\\par }";
        assertThat(Rtf.words(rtf)).isEqualTo("Dear Li,\n500 pcs{A}\tok\n");
    }

    @Test
    void aWinmailDatGivesItsWordsAndFilesAlsoWhenItsEndIsMissing() throws Exception {
        byte[] whole = new TnefWriter().body("see attached").file("list.csv", "a;b\n".getBytes(StandardCharsets.US_ASCII)).file("x.bin", new byte[500]).bytes();
        Winmail opened = Winmail.open(whole);
        assertThat(opened.plain()).startsWith("see attached");
        assertThat(opened.files()).extracting(Winmail.File::name).containsExactly("list.csv", "x.bin");
        assertThat(opened.files().getFirst().mediaType()).isEqualTo("text/csv");
        assertThat(Winmail.open(Arrays.copyOf(whole, whole.length - 300)).files()).extracting(Winmail.File::name).contains("list.csv");
        assertThatThrownBy(() -> Winmail.open(new byte[20])).isInstanceOf(OutlookException.class);
    }
}
