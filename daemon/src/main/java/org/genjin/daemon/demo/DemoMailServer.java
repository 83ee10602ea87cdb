package org.genjin.daemon.demo;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** A mail server (IMAP and SMTP) on loopback, on ports that the system picks, with the demo's mailboxes in it. */
public final class DemoMailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long START_MILLIS = 10_000;

    private final GreenMail server;
    private final String password;

    private DemoMailServer(GreenMail server, String password) {
        this.server = server;
        this.password = password;
    }

    /** @param password of both reps */
    public static DemoMailServer start(DemoWorld world, String password) throws IOException {
        ServerSetup imap = new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP);
        ServerSetup smtp = new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        imap.setServerStartupTimeout(START_MILLIS);
        smtp.setServerStartupTimeout(START_MILLIS);
        GreenMail server = new GreenMail(new ServerSetup[] {imap, smtp});
        server.start();
        DemoMailServer started = new DemoMailServer(server, password);
        try {
            started.fill(world);
            return started;
        } catch (MessagingException | FolderException | AuthorizationException e) {
            server.stop();
            throw new IOException("The demo's mailboxes cannot be filled: " + e.getMessage(), e);
        }
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void fill(DemoWorld world) throws MessagingException, FolderException, AuthorizationException {
        ImapHostManager host = server.getManagers().getImapHostManager();
        List<MailFolder> inboxes = new ArrayList<>();
        List<MailFolder> sent = new ArrayList<>();
        for (String rep : DemoWorld.reps()) {
            GreenMailUser user = server.setUser(rep, rep, password);
            inboxes.add(host.getInbox(user));
            sent.add(host.createMailbox(user, "Sent"));
        }
        Session session = Session.getInstance(new Properties());
        for (DemoMail mail : world.mails()) {
            MailFolder folder = (mail.sent() ? sent : inboxes).get(mail.rep());
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail.bytes()));
            folder.appendMessage(message, new Flags(Flags.Flag.SEEN), Date.from(mail.at()));
        }
    }
}
