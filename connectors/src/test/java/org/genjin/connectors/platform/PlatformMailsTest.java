package org.genjin.connectors.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Content;
import org.genjin.connectors.MailReader;
import org.genjin.connectors.Message;
import org.genjin.connectors.mime.MimeReader;
import org.junit.jupiter.api.Test;

/** Mails of platforms that carry a customer's words, in the shapes known of them; people and firms are invented. */
class PlatformMailsTest {

    private static final Instant NOON = Instant.parse("2025-06-30T12:00:00Z");
    private final MailReader mails = new PlatformMails(new MimeReader());

    private static Content mail(String header, String type, String body) {
        String text = header + "To: lena@factory.example\nDate: Mon, 30 Jun 2025 10:00:00 +0000\nMessage-ID: <1@m.example>\n"
                + "MIME-Version: 1.0\nContent-Type: text/" + type + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + body;
        return Content.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private Message read(String header, String type, String body) throws Exception {
        return mails.read(mail(header, type, body), "uid 1", NOON);
    }

    private static final String INMAIL_HEADER = """
            From: Kofi Mensah <inmail-hit-reply@linkedin.com>
            Reply-To: Kofi Mensah <0c1d2e3f-aaaa-bbbb-cccc-1234567890ab@reply.linkedin.com>
            Subject: Pumps for Accra
            X-LinkedIn-Class: INMAIL
            X-LinkedIn-Template: inmail_sent
            List-Unsubscribe: <https://www.linkedin.com/x>
            """;
    private static final String INMAIL = """
            Hello Lena,

            do you export gear pumps to Ghana? We need 40.

            Kofi

            ----------------------------------------

            This email was intended for Lena Sun (Sales at Factory)
            You are receiving InMail notification emails.

            Unsubscribe: https://www.linkedin.com/comm/x
            © 2025 LinkedIn Corporation
            """;

    @Test
    void anInMailIsWhatThatPersonSaidOnLinkedIn() throws Exception {
        Message message = read(INMAIL_HEADER, "plain", INMAIL);
        assertThat(message.channel()).isEqualTo(Channel.LINKEDIN);
        assertThat(message.from()).isEqualTo(
                new Message.Participant("0c1d2e3f-aaaa-bbbb-cccc-1234567890ab@reply.linkedin.com", "Kofi Mensah"));
        assertThat(message.chat()).isEqualTo("Kofi Mensah");
        assertThat(message.body().plain()).isEqualTo("Hello Lena,\n\ndo you export gear pumps to Ghana? We need 40.\n\nKofi");
        assertThat(message.speaker()).isEqualTo(Message.Speaker.OTHER);
        assertThat(message.bulk()).isFalse();
        assertThat(message.messageId()).isEqualTo("<1@m.example>");
    }

    @Test
    void ourAnswerToAnAddressForOnePersonIsSaidThereToo() throws Exception {
        String answer = """
                From: Li <li@factory.example>
                To: Kofi Mensah <0c1d2e3f-aaaa-bbbb-cccc-1234567890ab@reply.linkedin.com>
                Subject: Re: Pumps for Accra
                Date: Mon, 30 Jun 2025 11:00:00 +0000
                Message-ID: <2@m.example>

                USD 61 each.
                """;
        Message message = mails.read(Content.of(answer.getBytes(StandardCharsets.UTF_8)), "uid 2", NOON);
        assertThat(message.channel()).isEqualTo(Channel.LINKEDIN);
        assertThat(message.chat()).isEqualTo("Kofi Mensah");
        assertThat(message.speaker()).isEqualTo(Message.Speaker.OWNER);
        assertThat(message.body().plain().strip()).isEqualTo("USD 61 each.");
    }

    @Test
    void theKeptBytesGiveTheSameMessageAgain() throws Exception {
        Content raw = mail(INMAIL_HEADER, "plain", INMAIL);
        Message first = mails.read(raw, "uid 1", NOON);
        Message again = new Connectors(Map.of(), InstantSource.fixed(NOON)).reread(first.channel(), raw, "kept", NOON);
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.channel()).isEqualTo(Channel.LINKEDIN);
    }

    @Test
    void aMessageNotificationHasTheWordsBetweenTheHeadlineAndTheLink() throws Exception {
        Message message = read("""
                From: Ama Owusu via LinkedIn <messages-noreply@linkedin.com>
                Subject: Ama Owusu sent you a new message
                """, "plain", """
                You have 1 new message

                .....................................

                Ama Owusu (Buyer at Volta Parts)
                Can you ship two pallets in July?
                Please send the PI.
                View message: https://www.linkedin.com/comm/messaging/thread/2-abc/?x=1

                ----------------------------------------
                This email was intended for Lena Sun
                """);
        assertThat(message.channel()).isEqualTo(Channel.LINKEDIN);
        assertThat(message.from()).isEqualTo(new Message.Participant(null, "Ama Owusu"));
        assertThat(message.body().plain()).isEqualTo("Can you ship two pallets in July?\nPlease send the PI.");
        assertThat(message.bulk()).isFalse();
    }

    @Test
    void aNotificationWithoutTheWordsAndAnAdvertStayMails() throws Exception {
        Message empty = read("""
                From: Ama Owusu via LinkedIn <messages-noreply@linkedin.com>
                Subject: Ama Owusu sent you a new message
                """, "plain", """
                You have 1 new message

                Ama Owusu (Buyer at Volta Parts)
                View message: https://www.linkedin.com/comm/messaging/thread/2-abc/?x=1
                """);
        assertThat(empty.channel()).isEqualTo(Channel.EMAIL);
        Message advert = read("""
                From: LinkedIn <messages-noreply@linkedin.com>
                Subject: You appeared in 12 searches this week
                List-Unsubscribe: <https://www.linkedin.com/x>
                """, "plain", "See who is looking at you.\n");
        assertThat(advert.channel()).isEqualTo(Channel.EMAIL);
        assertThat(advert.bulk()).isTrue();
    }

    @Test
    void anInquiryFromAlibabaWithTheBuyersAddressIsTheBuyersMail() throws Exception {
        Message message = read("""
                From: "feedback@service.alibaba.com" <feedback@service.alibaba.com>
                Reply-To: Rui Braga <rui@braga.example>
                Subject: [rui@braga.example]What is the MOQ
                """, "html", """
                <html><body><table><tr><td>The following message was generated before 30 Jun 2025</td></tr></table>
                <h1>What is the MOQ</h1><div>This message was sent to you only<br><span>Registered Location: Brazil</span></div>
                <p>Dear Lena Sun,</p><p>I'm interested in your product(s)</p>
                <table><tr><td><img src="x"></td><td><a href="#">Rattan chair</a></td></tr></table>
                <table><tr><td>Please send your catalogue.<br>We need 300 sets.</td></tr></table>
                <table><tr><td><a href="#"> View detail</a></td></tr></table>
                <table><tr><td>Rui Braga</td></tr><tr><td>Company:</td><td>Braga Imports</td></tr><tr><td>Country/Region:</td><td>Brazil</td></tr>
                <tr><td>TEL:</td><td>+55 11 5550 0100</td></tr></table></body></html>
                """);
        assertThat(message.channel()).isEqualTo(Channel.EMAIL);
        assertThat(message.from()).isEqualTo(new Message.Participant("rui@braga.example", "Rui Braga"));
        assertThat(message.body().plain()).isEqualTo("Rattan chair\nPlease send your catalogue.\nWe need 300 sets.\n\n-- \nRui Braga\n"
                + "Braga Imports\n+55 11 5550 0100\nBrazil");
        assertThat(message.bulk()).isFalse();
    }

    @Test
    void anInquiryWithoutAnAddressIsKnownByTheNameOnThePlatform() throws Exception {
        Message message = read("""
                From: Alibaba.com <message@notice.alibaba.com>
                Reply-To: Tomas Vega <no-reply@notice.alibaba.com>
                Subject: Inquiry about rattan chairs
                """, "plain", """
                Dear Lena Sun,
                I'm interested in your product(s)
                What is the price for 500?
                View detail
                """);
        assertThat(message.channel()).isEqualTo(Channel.MARKETPLACE);
        assertThat(message.chat()).isEqualTo("Tomas Vega (Alibaba.com)");
        assertThat(message.from()).isEqualTo(new Message.Participant(null, "Tomas Vega"));
        assertThat(message.body().plain()).isEqualTo("What is the price for 500?");
    }

    @Test
    void anOrderNoticeOfAlibabaIsNobodysMessage() throws Exception {
        Message message = read("""
                From: Alibaba <credit@notice.alibaba.com>
                Subject: Your initial payment has been received
                """, "plain", "Hi Lena Sun,\nThe supplier has received your payment.\nView order details\n");
        assertThat(message.channel()).isEqualTo(Channel.EMAIL);
        assertThat(message.from().address()).isEqualTo("credit@notice.alibaba.com");
    }

    @Test
    void madeInChinasTableHasTheWordsAndTheSender() throws Exception {
        Message message = read("""
                From: "Made-in-China.com" <en_notification@made-in-china.com>
                Reply-To: nadia@haddad.example
                Subject: Notification: Business Message from Mrs. Nadia Haddad
                """, "html", """
                <html><body><p>Made-in-China.com would like to let you know …</p><h3>Message Details</h3><table>
                <tr><th>Message Subject</th><td>Fountain</td></tr>
                <tr><th>Message Content</th><td>Is it usable on 220 V?<br>How much for 10?</td></tr>
                <tr><th>Inquired Offer</th><td>Fountain CP-60</td></tr></table>
                <h3>Message Basics and Contact Details</h3><table>
                <tr><th>Sender</th><td>Mrs. Nadia Haddad</td></tr><tr><th>Company</th><td>none</td></tr>
                <tr><th>Email</th><td>nadia@haddad.example<br>(NOTE: Please REPLY)</td></tr>
                <tr><th>Telephone</th><td>961-1-555010</td></tr><tr><th>Country/Region</th><td>Lebanon</td></tr></table></body></html>
                """);
        assertThat(message.from()).isEqualTo(new Message.Participant("nadia@haddad.example", "Mrs. Nadia Haddad"));
        assertThat(message.body().plain()).isEqualTo(
                "Is it usable on 220 V?\nHow much for 10?\n\n-- \nMrs. Nadia Haddad\n961-1-555010\nLebanon");
    }

    @Test
    void indiaMartsAndTradeIndiasBuyersAreFoundBehindTheirWords() throws Exception {
        Message mart = read("""
                From: IndiaMART <buyershelp+enq@indiamart.com>
                Subject: Enquiry for Rice Protein from Ravi via IndiaMART
                """, "html", """
                <p>Dear Lena,</p><p>I am looking for <b>Rice Protein</b></p><table><tr><td>Quantity</td><td>:</td><td>500 kg</td></tr></table>
                <p>Regards,<br>Ravi Nair<br>Nair Foods (GST verified by IndiaMART)<br>Click to call: +91 98765 43210<br>Email: ravi@nair.example</p>
                """);
        assertThat(mart.from()).isEqualTo(new Message.Participant("ravi@nair.example", "Ravi Nair"));
        assertThat(mart.body().plain()).contains("Rice Protein").endsWith("Nair Foods\n+91 98765 43210");
        Message trade = read("""
                From: TradeIndia <inquiry.paid@rfis.tradeindia.com>
                Subject: RICE PROTEIN Inquiry from Ravi Nair through tradeindia.com
                """, "plain", """
                Sender Name: Ravi Nair
                Product Details: Rice Protein
                Requirement Details: Need 500 kg monthly.
                Buyer Details: Name - Ravi Nair Email - noreply@noreply.tradeindia.com Mobile - +91 98765 43210 city - Kochi
                """);
        assertThat(trade.channel()).isEqualTo(Channel.MARKETPLACE);
        assertThat(trade.chat()).isEqualTo("Ravi Nair (TradeIndia)");
        assertThat(trade.body().plain()).isEqualTo("Need 500 kg monthly.");
    }
}
