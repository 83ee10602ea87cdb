package org.genjin.daemon.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Login;
import org.genjin.connectors.LoginRefused;
import org.genjin.connectors.Logins;
import org.genjin.connectors.MailboxLocator;
import org.genjin.daemon.provider.ProviderWords;
import org.jspecify.annotations.Nullable;

/** Sends through each owner's own SMTP server (RFC 5321), with what lets us into the mailbox. Thread-safe. */
public final class SmtpMailer implements Mailer {

    private static final String PATIENCE_MILLIS = "30000";

    private final List<SourceConfig.Imap> mailboxes;
    private final Logins logins;
    private final MailboxLocator locator;
    private final ProviderWords words;
    private final SmtpRefusal refusals;

    /**
     * @param logins what lets us into the mailboxes
     * @param locator finds the servers of mailboxes that do not say where they are
     * @param words for logins that are refused; their language is that of all refusals
     */
    public SmtpMailer(
            List<SourceConfig.Imap> mailboxes, Logins logins, MailboxLocator locator, ProviderWords words) {
        this.mailboxes = List.copyOf(mailboxes);
        this.logins = logins;
        this.locator = locator;
        this.words = words;
        this.refusals = new SmtpRefusal(words.language());
    }

    /** The mailbox through which an owner's mail leaves: the owner's own, else the first that can send. */
    public static Optional<SourceConfig.Imap> outlet(List<SourceConfig.Imap> mailboxes, String owner) {
        List<SourceConfig.Imap> able = mailboxes.stream()
                .filter(it -> it.owner().equals(owner) && it.maySend())
                .toList();
        return able.stream().filter(it -> it.address().equals(owner)).findFirst().or(() -> able.stream().findFirst());
    }

    @Override
    public Delivery send(String owner, byte[] mail) {
        return outlet(mailboxes, owner)
                .map(it -> deliver(it, (session, transport) -> hand(session, transport, owner, mail)))
                .orElseGet(() -> refusals.unknown(owner));
    }

    /** Connects and signs in, and sends nothing. {@code Sent} means that a mail could be sent. */
    public Delivery check(SourceConfig.Imap outlet) {
        return deliver(outlet, (_, _) -> new Delivery.Sent());
    }

    /** What to do on an open connection. */
    @FunctionalInterface
    private interface Work {
        Delivery on(Session session, Transport transport) throws MessagingException;
    }

    private Delivery deliver(SourceConfig.Imap mailbox, Work work) {
        try {
            SourceConfig.Imap outlet = locator.located(mailbox);
            Optional<Server> server = outlet.smtp();
            return server.isPresent() ? deliver(outlet, server.get(), work) : refusals.unknown(outlet.address());
        } catch (ConnectorException e) {
            // Both kinds: the mailbox itself cannot be read either, and whoever mends that mends this.
            return new Delivery.Deferred(String.valueOf(e.getMessage()));
        }
    }

    private Delivery deliver(SourceConfig.Imap outlet, Server server, Work work) throws ConnectorException {
        Login login = logins.of(outlet);
        Delivery delivery = attempt(outlet, server, login, work);
        if (delivery instanceof Delivery.NotLetIn && logins.renew(outlet, login)) {
            delivery = attempt(outlet, server, logins.of(outlet), work);
        }
        return delivery;
    }

    private Delivery attempt(SourceConfig.Imap outlet, Server server, Login login, Work work) {
        Session session = Session.getInstance(properties(server, login));
        @Nullable Delivery made = null;
        try (Transport transport = session.getTransport(protocol(server))) {
            transport.connect(server.host(), server.port(), login.user(), login.word());
            made = work.on(session, transport);
        } catch (AuthenticationFailedException e) {
            return SmtpRefusal.isPassing(e)
                    ? refusals.unreached(e, server)
                    : refused(outlet, server, login, SmtpRefusal.line(e));
        } catch (MessagingException e) {
            // Once the mail was answered for, it does not matter how the connection ends.
            return made != null ? made : refusals.unreached(e, server);
        }
        return made;
    }

    private Delivery hand(Session session, Transport transport, String owner, byte[] mail) throws MessagingException {
        Handed handed = new Handed(session, mail);
        InternetAddress[] to = {new InternetAddress(owner)};
        try {
            transport.sendMessage(handed, to);
            return new Delivery.Sent();
        } catch (MessagingException e) {
            return refusals.of(e, owner, handed.begun);
        }
    }

    /** A mail that notes when its words begin to leave: before that nobody can have taken it. */
    private static final class Handed extends MimeMessage {

        private boolean begun;

        Handed(Session session, byte[] mail) throws MessagingException {
            super(session, new ByteArrayInputStream(mail));
        }

        @Override
        public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
            begun = true;
            super.writeTo(out, ignoreList);
        }
    }

    private Delivery refused(SourceConfig.Imap outlet, Server server, Login login, String said) {
        return switch (login) {
            case Login.Password _ -> new Delivery.NotLetIn(words.refused(new LoginRefused(server, outlet.user(), said)));
            case Login.Token _ -> refusals.signedInInVain(outlet, server);
        };
    }

    private static String protocol(Server server) {
        return server.tls() == Server.Tls.IMPLICIT ? "smtps" : "smtp";
    }

    private static Properties properties(Server server, Login login) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol(server) + ".";
        if (login instanceof Login.Token) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        properties.setProperty(prefix + "connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "timeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "writetimeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "auth", "true");
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "ssl.checkserveridentity", Boolean.toString(!server.isLoopback()));
        if (server.isLoopback()) {
            // Proton Mail Bridge signs its own certificate; without TLS nobody else could read there either.
            properties.setProperty(prefix + "ssl.trust", server.host());
        }
        if (server.tls() == Server.Tls.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        // The default would be the name of this machine.
        properties.setProperty(prefix + "localhost", "localhost");
        return properties;
    }
}
