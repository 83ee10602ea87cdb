package org.genjin.connectors.imap;

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
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorContract;
import org.genjin.connectors.PasswordLogins;
import org.genjin.connectors.mime.MimeReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Against a real server within this process. */
class ImapGreenMailContractTest extends ConnectorContract {

    private static final String LI = "li@factory.example";
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private MailFolder inbox;

    @BeforeEach
    void start() throws Exception {
        server.start();
        GreenMailUser user = server.setUser(LI, LI, "secret");
        inbox = server.getManagers().getImapHostManager().getFolder(user, "INBOX");
        for (int i = 0; i < 6; i++) {
            inbox.appendMessage(
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(ScriptedImapServer.mail(i, "mail " + i))),
                    new Flags(), Date.from(NOW));
        }
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    protected Connector open() {
        return ImapConnector.open(
                new SourceConfig.Imap(
                        LI, LI, LI, new Secret.Environment("S"), new Server("127.0.0.1", server.getImap().getPort(), Server.Tls.NONE),
                        Optional.empty(), Optional.empty()),
                new PasswordLogins(Map.of("S", "secret")), new MimeReader(), () -> NOW);
    }

    @Override
    protected int count() {
        return 6;
    }

    @Override
    protected Object sourceState() throws Exception {
        StringBuilder state = new StringBuilder().append(inbox.getUidValidity());
        for (StoredMessage it : inbox.getMessages()) {
            state.append(' ').append(it.getUid()).append(new Flags(it.getFlags())).append(it.getReceivedDate());
        }
        return state;
    }
}
