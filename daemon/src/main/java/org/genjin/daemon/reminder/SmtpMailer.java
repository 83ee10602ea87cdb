package org.genjin.daemon.reminder;

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
import org.genjin.daemon.followup.Delivery;

/** Sends through each owner's own SMTP server (RFC 5321), with what lets us into the mailbox. Thread-safe. */
public final class SmtpMailer implements Mailer {

    private static final String PATIENCE_MILLIS = "30000";
    private static final int PERMANENT = 500;

    private final List<SourceConfig.Imap> mailboxes;
    private final Logins logins;

    public SmtpMailer(List<SourceConfig.Imap> mailboxes, Logins logins) {
        this.mailboxes = List.copyOf(mailboxes);
        this.logins = logins;
    }

    /** The mailbox through which an owner's mail leaves: the owner's own, else the first that can send. */
    public static Optional<SourceConfig.Imap> outlet(List<SourceConfig.Imap> mailboxes, String owner) {
        List<SourceConfig.Imap> able = mailboxes.stream()
                .filter(it -> it.owner().equals(owner) && it.smtp().isPresent())
                .toList();
        return able.stream().filter(it -> it.address().equals(owner)).findFirst().or(() -> able.stream().findFirst());
    }

    @Override
    public Delivery send(String owner, byte[] mail) {
        Optional<SourceConfig.Imap> outlet = outlet(mailboxes, owner);
        Optional<Server> server = outlet.flatMap(SourceConfig.Imap::smtp);
        if (outlet.isEmpty() || server.isEmpty()) {
            return new Delivery.Rejected("No SMTP server is known for " + owner + "; add 'smtp' to the mailbox.");
        }
        return send(outlet.get(), server.get(), owner, mail);
    }

    /** Connects and signs in, and sends nothing. {@code Sent} means that a mail could be sent. */
    public Delivery check(SourceConfig.Imap outlet) {
        Optional<Server> server = outlet.smtp();
        return server.isEmpty()
                ? new Delivery.Rejected("No SMTP server is known for " + outlet.address() + "; add 'smtp' to the mailbox.")
                : deliver(outlet, server.get(), (_, _) -> {});
    }

    private Delivery send(SourceConfig.Imap outlet, Server server, String owner, byte[] mail) {
        return deliver(outlet, server, (session, transport) -> transport.sendMessage(
                new MimeMessage(session, new ByteArrayInputStream(mail)), new InternetAddress[] {new InternetAddress(owner)}));
    }

    /** What to do on an open connection. */
    @FunctionalInterface
    private interface Work {
        void on(Session session, Transport transport) throws MessagingException;
    }

    private Delivery deliver(SourceConfig.Imap outlet, Server server, Work work) {
        try {
            Login login = logins.of(outlet);
            Optional<Delivery> delivery = attempt(server, login, work);
            if (delivery.isEmpty() && logins.renew(outlet, login)) {
                delivery = attempt(server, logins.of(outlet), work);
            }
            return delivery.orElseGet(() -> new Delivery.Deferred(refused(outlet, server, login)));
        } catch (ConnectorException e) {
            return new Delivery.Deferred(String.valueOf(e.getMessage()));
        }
    }

    /** Empty if the server does not take the login. */
    private static Optional<Delivery> attempt(Server server, Login login, Work work) {
        Session session = Session.getInstance(properties(server, login));
        boolean connected = false;
        try (Transport transport = session.getTransport(protocol(server))) {
            transport.connect(server.host(), server.port(), login.user(), login.word());
            connected = true;
            work.on(session, transport);
            return Optional.of(new Delivery.Sent());
        } catch (AuthenticationFailedException e) {
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(connected ? afterConnecting(e, server) : new Delivery.Deferred("The server " + server.host() + " port "
                    + server.port() + " cannot be reached: " + e.getMessage() + "."));
        }
    }

    private static String refused(SourceConfig.Imap outlet, Server server, Login login) {
        return "The server " + server.host() + " refused the login of " + outlet.user() + "; "
                + switch (login) {
                    case Login.Password _ -> "check the secret.";
                    case Login.Token _ -> "see that sending by SMTP is switched on for this mailbox, then run 'genjin sign-in "
                            + outlet.name() + "'.";
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
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (server.tls() == Server.Tls.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        // The default would be the name of this machine.
        properties.setProperty(prefix + "localhost", "localhost");
        return properties;
    }
}
