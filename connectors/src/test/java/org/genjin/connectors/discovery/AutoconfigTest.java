package org.genjin.connectors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.genjin.config.Server;
import org.junit.jupiter.api.Test;

/** What a domain's autoconfig page may say, and what is believed of it. */
class AutoconfigTest {

    private static final String HEAD = "<?xml version=\"1.0\"?><clientConfig version=\"1.1\"><emailProvider id=\"factory.example\">";
    private static final String TAIL = "</emailProvider></clientConfig>";

    @Test
    void theFirstServerOverTlsIsTakenAndTheLoginFilledIn() {
        Candidate it = read(HEAD + "<domain>factory.example</domain>"
                + server("incomingServer", "pop3", "pop.%EMAILDOMAIN%", "995", "SSL", "%EMAILADDRESS%")
                + server("incomingServer", "imap", "old.factory.example", "143", "STARTTLS", "%EMAILADDRESS%")
                + server("incomingServer", "imap", "MAIL.%EMAILDOMAIN%", "993", "SSL", "%EMAILLOCALPART%")
                + server("outgoingServer", "smtp", "out.hoster.example", "587", "STARTTLS", "%EMAILLOCALPART%") + TAIL).orElseThrow();
        assertThat(it.imap()).isEqualTo(new Server("mail.factory.example", 993, Server.Tls.IMPLICIT));
        assertThat(it.smtp()).contains(new Server("out.hoster.example", 587, Server.Tls.STARTTLS));
        assertThat(it.user()).isEqualTo("li");
    }

    @Test
    void aServerWithoutEncryptionIsNeverTaken() {
        assertThat(read(HEAD + server("incomingServer", "imap", "mail.factory.example", "143", "plain", "%EMAILADDRESS%") + TAIL)).isEmpty();
        assertThat(read(HEAD + server("incomingServer", "imap", "mail.factory.example", "993", "SSL", "%EMAILADDRESS%")
                + server("outgoingServer", "smtp", "mail.factory.example", "25", "plain", "%EMAILADDRESS%") + TAIL).orElseThrow().smtp()).isEmpty();
    }

    @Test
    void aPageThatPointsAtThisMachineOrAtNoNameIsNotBelieved() {
        for (String host : new String[] {"localhost", "127.0.0.1", "[::1]", "10.0.0.1", "169.254.169.254", "a b", "", "x:99", "evil/..", "2130706433"}) {
            assertThat(read(HEAD + server("incomingServer", "imap", host, "993", "SSL", "%EMAILADDRESS%") + TAIL)).as(host).isEmpty();
        }
        for (String port : new String[] {"0", "99999", "-1", "", "9x"}) {
            assertThat(read(HEAD + server("incomingServer", "imap", "mail.factory.example", port, "SSL", "%EMAILADDRESS%") + TAIL)).as(port).isEmpty();
        }
    }

    @Test
    void noFileAndNoOtherPageIsReadForIt() {
        String secret = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\"><!ENTITY g \"mail.factory.example\">]>";
        assertThat(read(secret + HEAD.substring(HEAD.indexOf("<client")) + server("incomingServer", "imap", "&f;", "993", "SSL", "x") + TAIL)).isEmpty();
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"ha\">");
        for (char c = 'b'; c < 'z'; c++) {
            laughs.append("<!ENTITY ").append(c).append(" \"").append(("&" + (char) (c - 1) + ";").repeat(10)).append("\">");
        }
        assertThat(read(laughs + "]>" + HEAD.substring(HEAD.indexOf("<client")) + server("incomingServer", "imap", "&y;", "993", "SSL", "x") + TAIL)).isEmpty();
    }

    @Test
    void whatIsNoSuchPageIsNone() {
        for (String page : new String[] {"", "<html><body>Not found</body></html>", "{}", HEAD, HEAD + "<incomingServer type=\"imap\"><hostname>x", "\0\0"}) {
            assertThat(read(page)).as(page).isEmpty();
        }
    }

    private static Optional<Candidate> read(String page) {
        return Autoconfig.read(page.getBytes(StandardCharsets.UTF_8), "li@factory.example", "factory.example");
    }

    static String server(String kind, String type, String host, String port, String socket, String user) {
        return "<" + kind + " type=\"" + type + "\"><hostname>" + host + "</hostname><port>" + port + "</port><socketType>" + socket
                + "</socketType><username>" + user + "</username><authentication>password-cleartext</authentication></" + kind + ">";
    }
}
