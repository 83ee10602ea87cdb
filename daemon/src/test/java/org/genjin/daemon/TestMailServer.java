package org.genjin.daemon;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A real mail server on loopback with the mailboxes of a test. */
final class TestMailServer implements AutoCloseable {

    private final GreenMail server;
    private final Map<String, GreenMailUser> users = new HashMap<>();

    TestMailServer(String... addresses) throws Exception {
        this(ServerSetup.PROTOCOL_IMAP, ServerSetup.PROTOCOL_SMTP, addresses);
    }

    /** The same over TLS, with a certificate that nobody has signed. */
    static TestMailServer encrypted(String... addresses) throws Exception {
        return new TestMailServer(ServerSetup.PROTOCOL_IMAPS, ServerSetup.PROTOCOL_SMTPS, addresses);
    }

    private TestMailServer(String reading, String sending, String[] addresses) throws Exception {
        ServerSetup imap = new ServerSetup(0, "127.0.0.1", reading);
        ServerSetup smtp = new ServerSetup(0, "127.0.0.1", sending);
        imap.setServerStartupTimeout(10_000);
        smtp.setServerStartupTimeout(10_000);
        server = new GreenMail(new ServerSetup[] {imap, smtp});
        server.start();
        for (String address : addresses) {
            GreenMailUser user = server.setUser(address, address, "secret");
            users.put(address, user);
            server.getManagers().getImapHostManager().createMailbox(user, "Sent");
        }
    }

    int imapPort() {
        return server.getImap() == null ? server.getImaps().getPort() : server.getImap().getPort();
    }

    int smtpPort() {
        return server.getSmtp() == null ? server.getSmtps().getPort() : server.getSmtp().getPort();
    }

    /** What lets a user in from now on. */
    void admit(String address, String word) {
        users.get(address).setPassword(word);
    }

    void deliver(String address, Mails mail) throws Exception {
        put(address, "INBOX", mail);
    }

    void sent(String address, Mails mail) throws Exception {
        put(address, "Sent", mail);
    }

    /** Puts a mail into a folder of any name. */
    void put(String address, String folder, Mails mail) throws Exception {
        if (folder(address, folder) == null) {
            server.getManagers().getImapHostManager().createMailbox(users.get(address), folder);
        }
        put(address, folder, mail.bytes(), mail.at());
    }

    /** Puts something into INBOX that need not be a mail. */
    void deliver(String address, byte[] bytes, Instant receivedAt) throws Exception {
        put(address, "INBOX", bytes, receivedAt);
    }

    private void put(String address, String folder, byte[] bytes, Instant receivedAt) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        folder(address, folder).appendMessage(message, new Flags(), Date.from(receivedAt));
    }

    /** What lies in a mailbox's INBOX and came as one of our digests. */
    List<MimeMessage> digests(String address) throws Exception {
        return folder(address, "INBOX").getMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .filter(it -> {
                    try {
                        return it.getHeader("X-Genjin-Mail") != null;
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private MailFolder folder(String address, String name) throws Exception {
        return server.getManagers().getImapHostManager().getFolder(users.get(address), name);
    }

    @Override
    public void close() {
        server.stop();
    }
}
