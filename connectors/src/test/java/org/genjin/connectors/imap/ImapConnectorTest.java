package org.genjin.connectors.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.PasswordLogins;
import org.genjin.connectors.mime.MimeReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real IMAP server within this process. */
class ImapConnectorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("li@factory.example", "li@factory.example", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void everyMailIsReadOnceTheNewestFirst() throws Exception {
        deliver("INBOX", 1, 25);
        try (ImapConnector connector = open("secret", Optional.empty())) {
            Mailbox inbox = connector.mailboxes().getFirst();
            List<String> subjects = new ArrayList<>();
            Batch batch = connector.pull(inbox, Cursor.START, 10);
            assertThat(batch.messages().getLast().subject()).isEqualTo("mail 25");
            assertThat(batch.remaining()).isEqualTo(15);
            while (true) {
                batch.messages().forEach(it -> subjects.add(it.subject()));
                if (batch.drained()) {
                    break;
                }
                batch = connector.pull(inbox, batch.next(), 10);
            }
            assertThat(subjects).hasSize(25).doesNotHaveDuplicates();
            assertThat(connector.pull(inbox, batch.next(), 10).messages()).isEmpty();
        }
    }

    @Test
    void aMailThatComesLaterIsAllThatTheNextPollBrings() throws Exception {
        deliver("INBOX", 1, 3);
        Cursor cursor;
        try (ImapConnector connector = open("secret", Optional.empty())) {
            cursor = connector.pull(connector.mailboxes().getFirst(), Cursor.START, 10).next();
        }
        deliver("INBOX", 4, 4);
        try (ImapConnector connector = open("secret", Optional.empty())) {
            Batch batch = connector.pull(connector.mailboxes().getFirst(), cursor, 10);
            assertThat(batch.messages()).extracting(it -> it.subject()).containsExactly("mail 4");
            assertThat(batch.drained()).isTrue();
        }
    }

    @Test
    void theFlagsOfTheMailboxAreTheSameBeforeAndAfter() throws Exception {
        deliver("INBOX", 1, 3);
        List<Flags> before = flags();
        try (ImapConnector connector = open("secret", Optional.empty())) {
            connector.pull(connector.mailboxes().getFirst(), Cursor.START, 10);
        }
        assertThat(flags()).isEqualTo(before);
    }

    @Test
    void junkTrashAndDraftsAreNotReadWhateverTheyAreCalled() throws Exception {
        for (String name : List.of("Sent", "已发送", "Kunden", "垃圾邮件", "Papelera", "Brouillons", "Trash")) {
            server.getManagers().getImapHostManager().createMailbox(user, name);
        }
        try (ImapConnector connector = open("secret", Optional.empty())) {
            assertThat(connector.mailboxes()).extracting(Mailbox::name)
                    .containsExactlyInAnyOrder("INBOX", "Sent", "已发送", "Kunden");
        }
    }

    @Test
    void whatIsOlderThanWantedIsPassedBy() throws Exception {
        deliver("INBOX", 1, 2, NOW.minusSeconds(400L * 86_400));
        deliver("INBOX", 3, 4, NOW.minusSeconds(86_400));
        try (ImapConnector connector = open("secret", Optional.of(Period.ofMonths(12)))) {
            Batch batch = connector.pull(connector.mailboxes().getFirst(), Cursor.START, 10);
            assertThat(batch.messages()).extracting(it -> it.subject()).containsExactly("mail 3", "mail 4");
            assertThat(batch.drained()).isTrue();
        }
    }

    @Test
    void aMailWhoseBytesWereGivenUpIsAskedForAgainAloneHoweverOldItHasBecome() throws Exception {
        deliver("INBOX", 1, 2, NOW.minusSeconds(400L * 86_400));
        deliver("INBOX", 3, 4, NOW.minusSeconds(86_400));
        Cursor read;
        try (ImapConnector connector = open("secret", Optional.empty())) {
            read = connector.pull(connector.mailboxes().getFirst(), Cursor.START, 10).next();
        }
        Cursor asking = Connectors.askingAgain(read, List.of("uid 1", "uid 3", "uid 999", "line 4"));
        assertThat(Connectors.covers(asking, "uid 1")).isFalse();
        try (ImapConnector connector = open("secret", Optional.of(Period.ofMonths(12)))) {
            Mailbox inbox = connector.mailboxes().getFirst();
            Batch batch = connector.pull(inbox, asking, 10);
            assertThat(batch.messages()).extracting(it -> it.subject()).containsExactly("mail 1", "mail 3");
            assertThat(batch.drained()).isTrue();
            assertThat(connector.pull(inbox, batch.next(), 10).messages()).isEmpty();
            assertThat(batch.next().value()).as("what is gone at the server is not asked for again").endsWith(";failed=");
        }
        assertThat(Connectors.askingAgain(new Cursor("f=stamp;at=-1"), List.of("line 4"))).isEqualTo(Cursor.START);
    }

    @Test
    void aCursorOfAnotherMailboxLifeStartsOver() throws Exception {
        deliver("INBOX", 1, 2);
        try (ImapConnector connector = open("secret", Optional.empty())) {
            Cursor other = new Cursor("v=1;done=1:500;failed=");
            assertThat(connector.pull(connector.mailboxes().getFirst(), other, 10).messages()).hasSize(2);
        }
    }

    @Test
    void aWrongPasswordIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> open("wrong", Optional.empty()).mailboxes())
                .isInstanceOf(ConnectorException.Refused.class)
                .hasMessageContaining("li@factory.example")
                .hasMessageContaining("check the password")
                .hasMessageNotContaining("wrong,");
    }

    @Test
    void aServerThatIsDownIsTriedAgain() {
        SourceConfig.Imap source = source(Optional.empty());
        server.stop();
        assertThatThrownBy(() -> ImapConnector.open(
                        source, new PasswordLogins(Map.of("LI_MAIL", "secret")), new MimeReader(), InstantSource.fixed(NOW)).mailboxes())
                .isInstanceOf(ConnectorException.Unavailable.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void aSecretThatIsNotSetIsSaidByItsName() {
        assertThatThrownBy(() -> ImapConnector.open(
                        source(Optional.empty()), new PasswordLogins(Map.of()), new MimeReader(), InstantSource.fixed(NOW)).mailboxes())
                .isInstanceOf(ConnectorException.Refused.class)
                .hasMessageContaining("LI_MAIL is not set");
    }

    private ImapConnector open(String password, Optional<Period> since) throws ConnectorException {
        return ImapConnector.open(source(since), new PasswordLogins(Map.of("LI_MAIL", password)), new MimeReader(), InstantSource.fixed(NOW));
    }

    private SourceConfig.Imap source(Optional<Period> since) {
        int port = server.getImap().getPort();
        return new SourceConfig.Imap(
                "li@factory.example", "li@factory.example", "li@factory.example", new Secret.Environment("LI_MAIL"),
                new Server("127.0.0.1", port, Server.Tls.NONE), Optional.empty(), since);
    }

    private void deliver(String folder, int from, int to) throws Exception {
        deliver(folder, from, to, NOW);
    }

    private void deliver(String folder, int from, int to, Instant receivedAt) throws Exception {
        MailFolder box = server.getManagers().getImapHostManager().getFolder(user, folder);
        for (int i = from; i <= to; i++) {
            String mail = "From: kim@acme.example\r\nTo: li@factory.example\r\nSubject: mail " + i + "\r\nMessage-ID: <" + i
                    + "@acme.example>\r\nDate: Mon, 23 Nov 2026 08:00:00 +0000\r\n\r\nhello " + i + "\r\n";
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
            box.appendMessage(message, new Flags(), Date.from(receivedAt));
        }
    }

    private List<Flags> flags() throws FolderException {
        MailFolder box = server.getManagers().getImapHostManager().getFolder(user, "INBOX");
        return box.getMessages().stream().map(it -> new Flags(it.getFlags())).toList();
    }
}
