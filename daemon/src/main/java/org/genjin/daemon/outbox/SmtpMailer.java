package org.genjin.daemon.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Login;
import org.genjin.connectors.Logins;
import org.genjin.connectors.LoginRefused;
import org.genjin.connectors.MailboxLocator;
import org.genjin.daemon.provider.ProviderWords;

/** Sends through each owner's own SMTP server (RFC 5321), with what lets us into the mailbox. Thread-safe. */
public final class SmtpMailer implements Mailer {

    private static final String PATIENCE_MILLIS = "30000";
    private static final int PERMANENT = 500;

    private final List<SourceConfig.Imap> mailboxes;
    private final Logins logins;
    private final MailboxLocator locator;
    private final ProviderWords words;

    /**
     * @param logins what lets us into the mailboxes
     * @param locator finds the servers of mailboxes that do not say where they are
     * @param words for logins that are refused
     */
    public SmtpMailer(
            List<SourceConfig.Imap> mailboxes, Logins logins, MailboxLocator locator, ProviderWords words) {
        this.mailboxes = List.copyOf(mailboxes);
        this.logins = logins;
        this.locator = locator;
        this.words = words;
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
                .map(it -> deliver(it, (session, transport) -> transport.sendMessage(
                        new MimeMessage(session, new ByteArrayInputStream(mail)),
                        new InternetAddress[] {new InternetAddress(owner)})))
                .orElseGet(() -> unknown(owner));
    }

    /** Connects and signs in, and sends nothing. {@code Sent} means that a mail could be sent. */
    public Delivery check(SourceConfig.Imap outlet) {
        return deliver(outlet, (_, _) -> {});
    }

    private static Delivery unknown(String address) {
        return new Delivery.Rejected("No SMTP server is known for " + address + "; add 'smtp' to the mailbox.");
    }

    /** What to do on an open connection. */
    @FunctionalInterface
    private interface Work {
        void on(Session session, Transport transport) throws MessagingException;
    }

    private Delivery deliver(SourceConfig.Imap mailbox, Work work) {
        try {
            SourceConfig.Imap outlet = locator.located(mailbox);
            Optional<Server> server = outlet.smtp();
            return server.isPresent() ? deliver(outlet, server.get(), work) : unknown(outlet.address());
        } catch (ConnectorException e) {
            // Both kinds: the mailbox itself cannot be read either, and whoever mends that mends this.
            return new Delivery.Deferred(String.valueOf(e.getMessage()));
        }
    }

    private Delivery deliver(SourceConfig.Imap outlet, Server server, Work work) throws ConnectorException {
        Login login = logins.of(outlet);
        Attempt attempt = attempt(server, login, work);
        if (attempt instanceof Attempt.NotLetIn && logins.renew(outlet, login)) {
            attempt = attempt(server, logins.of(outlet), work);
        }
        return switch (attempt) {
            case Attempt.Made(Delivery delivery) -> delivery;
            case Attempt.NotLetIn(String said) -> new Delivery.Deferred(refused(outlet, server, login, said));
        };
    }

    /** What came of one connection. */
    private sealed interface Attempt {

        record Made(Delivery delivery) implements Attempt {}

        /** The server does not take the login. */
        record NotLetIn(String said) implements Attempt {}
    }

    private static Attempt attempt(Server server, Login login, Work work) {
        Session session = Session.getInstance(properties(server, login));
        boolean connected = false;
        try (Transport transport = session.getTransport(protocol(server))) {
            transport.connect(server.host(), server.port(), login.user(), login.word());
            connected = true;
            work.on(session, transport);
            return new Attempt.Made(new Delivery.Sent());
        } catch (AuthenticationFailedException e) {
            return new Attempt.NotLetIn(String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip());
        } catch (MessagingException e) {
            return new Attempt.Made(connected ? afterConnecting(e, server) : new Delivery.Deferred("The server " + server.host() + " port "
                    + server.port() + " cannot be reached: " + e.getMessage() + "."));
        }
    }

    private String refused(SourceConfig.Imap outlet, Server server, Login login, String said) {
        return switch (login) {
            case Login.Password _ -> words.refused(new LoginRefused(server, outlet.user(), said));
            case Login.Token _ -> "The server " + server.host() + " refused the login of " + outlet.user()
                    + "; see that sending by SMTP is switched on for this mailbox, then run 'genjin sign-in " + outlet.name() + "'.";
        };
    }

    private static Delivery afterConnecting(MessagingException failure, Server server) {
        int code = code(failure);
        String why = "The server " + server.host() + " answered: " + String.valueOf(failure.getMessage()).strip();
        if (code >= PERMANENT) {
            return new Delivery.Rejected(why);
        }
        // Without an answer nobody knows whether the mail was taken.
        return code > 0 || failure instanceof SendFailedException ? new Delivery.Deferred(why) : new Delivery.Unknown(why);
    }

    private static int code(Exception failure) {
        for (Exception it = failure; it instanceof MessagingException next; it = next.getNextException()) {
            if (it instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                return send.getReturnCode();
            }
            if (it instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
        }
        return 0;
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
