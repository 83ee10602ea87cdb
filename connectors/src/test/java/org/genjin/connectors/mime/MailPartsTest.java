package org.genjin.connectors.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.connectors.mime.Mails.body;
import static org.genjin.connectors.mime.Mails.html;
import static org.genjin.connectors.mime.Mails.mixed;
import static org.genjin.connectors.mime.Mails.multipart;
import static org.genjin.connectors.mime.Mails.names;
import static org.genjin.connectors.mime.Mails.plain;
import static org.genjin.connectors.mime.Mails.shown;

import java.util.Base64;
import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Role;
import org.junit.jupiter.api.Test;

class MailPartsTest {

    private static final String PIXEL = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    @Test
    void picturesInTheTextLogosAndCountingPixelsAreNoAttachments() throws Exception {
        Message message = multipart(
                "multipart/related",
                html("<p>see <img src=\"cid:Chart%201@acme\"> and <img src='logo.png'></p>"),
                picture("image/png", "chart.png", "Content-ID: <chart 1@acme>\n", "AAAAAAAAAAAA"),
                picture("image/png", "logo.png", "Content-Location: logo.png\n", "AAAAAAAAAAAA"),
                picture("image/png", "image001.png", "Content-ID: <image001.png@01D9A2B3.4C5D6E70>\n", "AAAAAAAAAAAA"),
                picture("image/gif", "open.gif", "", PIXEL),
                picture("image/jpeg", "defect.jpg", "Content-Disposition: attachment\n", "AAAAAAAAAAAA"));
        assertThat(names(message)).containsExactly("chart.png", "logo.png", "image001.png", "open.gif", "defect.jpg");
        assertThat(shown(message)).containsExactly("defect.jpg");
    }

    @Test
    void aSignatureAndAKeyAreNoAttachmentsAndTheSignedWordsAreRead() throws Exception {
        Message message = multipart(
                "multipart/signed",
                plain("We confirm the order."),
                "Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64\n\nMQ==");
        assertThat(message.body().plain().strip()).isEqualTo("We confirm the order.");
        assertThat(names(message)).containsExactly("smime.p7s");
        assertThat(shown(message)).isEmpty();
        assertThat(message.problem()).isNull();
    }

    @Test
    void aMailThatIsOnlySignedIsReadInsideItsEnvelope() throws Exception {
        byte[] inner = plain("The price stays.").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (byte[] envelope : new byte[][] {Cms.signed(inner, false), Cms.signed(inner, true)}) {
            Message message = Mails.read("From: kim@acme.example\nContent-Type: application/pkcs7-mime; smime-type=signed-data;"
                    + " name=smime.p7m\nContent-Transfer-Encoding: base64\n\n" + Base64.getMimeEncoder().encodeToString(envelope));
            assertThat(message.body().plain().strip()).isEqualTo("The price stays.");
            assertThat(shown(message)).isEmpty();
            assertThat(message.problem()).isNull();
        }
    }

    @Test
    void anEncryptedMailIsSaidToBeOneAndNotToBeEmpty() throws Exception {
        Message pgp = multipart(
                "multipart/encrypted",
                "Content-Type: application/pgp-encrypted\n\nVersion: 1",
                "Content-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----\nAAAA\n-----END PGP MESSAGE-----");
        assertThat(pgp.problem()).isEqualTo("The mail is encrypted; its words cannot be read.");
        assertThat(shown(pgp)).isEmpty();
        Message smime = Mails.read("From: kim@acme.example\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data;"
                + " name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CA\n");
        assertThat(smime.problem()).isEqualTo("The mail is encrypted; its words cannot be read.");
    }

    @Test
    void armourWithinTheTextIsReadWhereItIsSignedAndNamedWhereItIsEncrypted() throws Exception {
        Message signed = Mails.read("From: kim@acme.example\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
                + "500 pcs please\n- -- \nKim\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n");
        assertThat(signed.body().plain().strip()).isEqualTo("500 pcs please\n-- \nKim");
        assertThat(signed.problem()).isNull();
        Message encrypted = Mails.read("From: kim@acme.example\n\nFor your eyes:\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n"
                + "-----END PGP MESSAGE-----\n");
        assertThat(encrypted.body().plain().strip()).isEqualTo("For your eyes:");
        assertThat(encrypted.problem()).contains("encrypted");
    }

    @Test
    void aMailThatIsAttachedIsNoMessageButItsWordsAndFilesAreThere() throws Exception {
        Message message = mixed(
                plain("see below"),
                "Content-Type: message/rfc822\n\nFrom: Ana <ana@cliente.example>\nTo: kim@acme.example\nSubject: Pedido 12\n"
                        + body("multipart/mixed", "C", plain("necesitamos 300 rodamientos"),
                                "Content-Type: application/pdf; name=plano.pdf\n\n%PDF"));
        assertThat(message.subject()).isEqualTo("Order 77");
        assertThat(message.body().plain().strip()).isEqualTo("see below");
        assertThat(message.body().quoted())
                .contains("From: Ana <ana@cliente.example>", "Subject: Pedido 12", "necesitamos 300 rodamientos");
        assertThat(names(message)).containsExactly("Pedido 12.eml", "plano.pdf");
        assertThat(message.attachments()).extracting(Message.Attachment::within).containsExactly(null, "Pedido 12.eml");
    }

    @Test
    void aCertifiedMailSaysWhatTheMailInItSays() throws Exception {
        Message message = mixed(
                plain("Messaggio di posta certificata"),
                "Content-Type: application/xml; name=daticert.xml\n\n<postacert/>",
                "Content-Type: message/rfc822; name=postacert.eml\n\nFrom: Anna <anna@ditta.example>\nSubject: Ordine\n\nconfermo l'ordine");
        assertThat(message.body().plain().strip()).isEqualTo("confermo l'ordine");
        assertThat(message.body().quoted()).contains("Messaggio di posta certificata");
        assertThat(message.author()).isEqualTo(new Message.Participant("anna@ditta.example", "Anna"));
        assertThat(shown(message)).isEmpty();
    }

    @Test
    void wordsInOneFormBesideWordsInAnotherAreInBoth() throws Exception {
        Message message = mixed(
                body("multipart/alternative", "A", plain("Dear Li,"), html("<p>Dear Li,</p>")),
                html("<p>Price table: <b>4.20</b></p>"),
                plain("-- \nmailing list footer"));
        assertThat(message.body().plain()).contains("Dear Li,", "Price table: 4.20", "mailing list footer");
        assertThat(message.body().html()).contains("<p>Dear Li,</p>", "<b>4.20</b>", "mailing list footer");
    }

    @Test
    void anEmptyPlainFormDoesNotHideTheRichOne() throws Exception {
        Message message = multipart(
                "multipart/alternative", plain(""), "Content-Type: text/enriched\n\n<bold>500</bold> pcs");
        assertThat(message.body().plain()).contains("500");
    }

    @Test
    void filesWrittenIntoTheTextAreTakenOutOfIt() throws Exception {
        Message message = Mails.read("From: kim@acme.example\n\nsee file\nbegin 644 price.txt\n%:&5L;&\\\n`\nend\nregards\n");
        assertThat(message.body().plain().strip()).isEqualTo("see file\nregards");
        assertThat(names(message)).containsExactly("price.txt");
        try (var in = java.util.Objects.requireNonNull(message.attachments().getFirst().content()).open()) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("hello");
        }
        Message prose = Mails.read("From: kim@acme.example\n\nbegin 644 days from now\nend\n");
        assertThat(prose.body().plain()).contains("days from now");
    }

    @Test
    void footersThatExchangeMakesFilesOfAreWords() throws Exception {
        Message message = mixed(plain("photo below"), picture("image/jpeg", "photo.jpg", "", "AAAA"),
                "Content-Type: text/plain; name=ATT00001.txt\nContent-Disposition: attachment; filename=ATT00001.txt\n\nsent from my phone");
        assertThat(message.body().plain()).contains("photo below", "sent from my phone");
        assertThat(names(message)).containsExactly("photo.jpg", "ATT00001.txt");
        assertThat(shown(message)).containsExactly("photo.jpg");
    }

    @Test
    void aWrongBoundaryHidesNothing() throws Exception {
        Message other = Mails.read("From: kim@acme.example\nContent-Type: multipart/mixed; boundary=declared\n\n"
                + "--used\nContent-Type: text/plain\n\n500 pcs\n--used\nContent-Type: application/pdf; name=a.pdf\n\n%PDF\n--used--\n");
        assertThat(other.body().plain().strip()).isEqualTo("500 pcs");
        assertThat(names(other)).containsExactly("a.pdf");
        Message none = Mails.read("From: kim@acme.example\nContent-Type: multipart/mixed; boundary=declared\n\n500 pcs\n");
        assertThat(none.body().plain().strip()).isEqualTo("500 pcs");
        Message behind = mixed(plain("500 pcs"));
        assertThat(behind.problem()).isNull();
    }

    @Test
    void whatRelaysWroteBehindTheLastPartIsKept() throws Exception {
        Message message = Mails.read("From: kim@acme.example\n" + body("multipart/mixed", "B", plain("500 pcs"))
                + "Scanned by the gateway of Acme\n");
        assertThat(message.body().quoted()).isEqualTo("Scanned by the gateway of Acme");
    }

    @Test
    void base64WithAListsFooterBelowItIsReadToItsEndAndSoIsTheFooter() throws Exception {
        Message message = Mails.read("From: kim@acme.example\nContent-Type: text/plain; charset=utf-8\n"
                + "Content-Transfer-Encoding: base64\n\naGVsbG8gTGkK\n_______________\nlist of the trade\nlist@trade.example\n");
        assertThat(message.body().plain()).startsWith("hello Li\n").contains("list of the trade\nlist@trade.example");
    }

    @Test
    void partsOfADigestAreMails() throws Exception {
        Message message = multipart("multipart/digest", "\nFrom: a@b.example\nSubject: first\n\none",
                "\nFrom: c@d.example\nSubject: second\n\ntwo");
        assertThat(names(message)).containsExactly("first.eml", "second.eml");
        assertThat(message.body().quoted()).contains("one", "two");
    }

    @Test
    void whatHasNoNameHasARole() throws Exception {
        Message message = mixed(plain("x"), "Content-Type: application/pgp-signature\n\niQEz", "Content-Type: image/jpeg\n\nAAAA");
        assertThat(message.attachments()).extracting(Message.Attachment::role).containsExactly(Role.MACHINERY, Role.DOCUMENT);
        assertThat(names(message)).containsExactly("", "");
    }

    private static String picture(String type, String name, String fields, String base64) {
        return "Content-Type: " + type + "; name=" + name + "\n" + fields + "Content-Transfer-Encoding: base64\n\n" + base64;
    }
}
