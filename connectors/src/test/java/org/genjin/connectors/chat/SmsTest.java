package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

/** Backups of a phone's texts. */
class SmsTest {

    static final String BACKUP = """
            <?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
            <!DOCTYPE smses [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
            <!--File Created By SMS Backup & Restore > on x-->
            <?xml-stylesheet type="text/xsl" href="sms.xsl"?>
            <smses count="6" backup_date="1751360000000">
              <sms address="+15055550142" date="1751300000000" type="1" subject="null" body="At dock 4 &#55357;&#56842; &amp; &lt;waiting&gt; &b;" contact_name="Lou Dale" />
              <sms address="(505) 555-0142" date="1751300060000" type="2" body="Thanks&#10;Lou" contact_name="Lou Dale" />
              <sms address="+15055550142" date="1751300090000" type="3" body="a draft" contact_name="Lou Dale" />
              <sms address="+15055550142" date="1751300091000" type="5" body="failed" contact_name="Lou Dale" />
              <mms address="+15055550142" date="1751300100000" msg_box="1" sub="null" contact_name="Lou Dale">
                <parts>
                  <part seq="-1" ct="application/smil" name="null" text="&lt;smil/&gt;" />
                  <part seq="0" ct="text/plain" name="null" text="the label" />
                  <part seq="0" ct="image/jpeg" name="label.jpg" cl="label.jpg" text="null" data="aGVsbG8gd29ybGQ=" />
                </parts>
                <addrs><addr address="+15055550142" type="137" charset="106" /><addr address="insert-address-token" type="151" /></addrs>
              </mms>
              <mms address="+15055550142~+15055550188" date="1751300200000" msg_box="1" contact_name="(Unknown)">
                <parts><part ct="text/plain" text="hi all" /></parts>
                <addrs><addr address="+15055550188" type="137" /></addrs>
              </mms>
            </smses>
            """;

    @Test
    void whatWasSentAndReceivedIsReadAndNothingElse() throws IOException {
        List<Message> messages = Exports.detected("sms-2025.xml", BACKUP);
        assertThat(Exports.told(messages)).containsExactly(
                "2025-06-30T16:13:20Z Lou Dale: At dock 4 😊 & <waiting> &b;",
                "2025-06-30T16:14:20Z -> Thanks\nLou",
                "2025-06-30T16:15:00Z Lou Dale: the label +!label.jpg",
                "2025-06-30T16:16:40Z null: hi all");
        assertThat(messages.get(1).to()).containsExactly(new Message.Participant("+15055550142", "Lou Dale"));
        assertThat(messages.get(3).from()).isEqualTo(new Message.Participant("+15055550188", null));
        assertThat(messages.get(3).room()).isEqualTo("+15055550142, +15055550188");
        Content picture = messages.get(2).attachments().getFirst().content();
        try (InputStream in = picture.open()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("hello world");
        }
    }

    @Test
    void aBackupThatBreaksOffGivesWhatStandsBefore() {
        byte[] cut = BACKUP.substring(0, BACKUP.indexOf("data=") + 9).getBytes(StandardCharsets.UTF_8);
        Transcript read = Exports.read("sms.xml", cut, Map.of(), ZoneOffset.UTC);
        assertThat(Exports.messages(read, ZoneOffset.UTC)).hasSize(2);
        assertThat(read.warnings()).containsExactly(Warnings.CUT);
    }
}
