package org.genjin.connectors.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;

/** Connects and logs in: encrypted unless on loopback, names checked, every wait bounded. */
final class ImapLogin {

    private static final int CONNECT_MILLIS = 20_000;
    private static final int ANSWER_MILLIS = 60_000;

    private ImapLogin() {}

    static IMAPStore open(SourceConfig.Imap source, Map<String, String> environment, TrackedSockets sockets)
            throws ConnectorException {
        String password;
        try {
            password = source.secret().reveal(environment);
        } catch (IOException e) {
            throw new ConnectorException.Refused(
                    "The password of " + source.name() + " cannot be had: " + e.getMessage() + ".", e);
        }
        Server server = source.imap();
        String protocol = server.tls() == Server.Tls.IMPLICIT ? "imaps" : "imap";
        Session session = Session.getInstance(properties(protocol, server, sockets));
        try {
            IMAPStore store = (IMAPStore) session.getStore(protocol);
            store.connect(server.host(), server.port(), source.user(), password);
            if (store.hasCapability("ID")) {
                // NetEase shows no mail to programs that do not say who they are (RFC 2971).
                store.id(Map.of("name", "Genjin", "vendor", "Genjin"));
            }
            return store;
        } catch (MessagingException e) {
            throw ImapErrors.of(e, source);
        }
    }

    private static Properties properties(String protocol, Server server, TrackedSockets sockets) {
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", Integer.toString(CONNECT_MILLIS));
        properties.put(prefix + "timeout", Integer.toString(ANSWER_MILLIS));
        properties.put(prefix + "writetimeout", Integer.toString(ANSWER_MILLIS));
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "partialfetch", "false");
        properties.put(prefix + "connectionpoolsize", "1");
        properties.put(prefix + "statuscachetimeout", "0");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (server.tls() == Server.Tls.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        properties.put(prefix + "socketFactory", sockets.plain());
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "ssl.socketFactory", sockets.secure());
        properties.put(prefix + "ssl.socketFactory.fallback", "false");
        return properties;
    }
}
