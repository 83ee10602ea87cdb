package org.genjin.connectors.imap;

import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;

/** What went wrong with a server, as one of the two decisions and a sentence that says what to do. */
final class ImapErrors {

    /** A refusal that is none of the person: response codes of RFC 5530 and what servers write instead. */
    private static final Pattern PASSING = Pattern.compile(
            "\\[(?:unavailable|inuse|limit|serverbug|overquota)\\]|too many|try again|try later|busy|temporar|not connected"
                    + "|rate limit|system error|internal error|timed? ?out",
            Pattern.CASE_INSENSITIVE);

    private ImapErrors() {}

    static ConnectorException of(Exception failure, SourceConfig.Imap source) {
        String where = source.imap().host() + " port " + source.imap().port();
        if (failure instanceof AuthenticationFailedException) {
            return login(failure, source);
        }
        Optional<CertificateException> certificate = cause(failure, CertificateException.class);
        if (certificate.isPresent() || cause(failure, SSLException.class).isPresent()) {
            return new ConnectorException.Refused(tls(failure, source.imap().host()), failure);
        }
        if (cause(failure, UnknownHostException.class).isPresent()) {
            return new ConnectorException.Unavailable(
                    "The server " + source.imap().host() + " of " + source.name()
                            + " is not known: check its name and the network. It is tried again by itself.",
                    failure);
        }
        if (cause(failure, ConnectException.class).isPresent()) {
            return new ConnectorException.Unavailable(
                    "The server of " + source.name() + " (" + where
                            + ") does not answer: it is down, or the port is wrong. It is tried again by itself.",
                    failure);
        }
        if (cause(failure, SocketTimeoutException.class).isPresent()) {
            return new ConnectorException.Unavailable(
                    "The server of " + source.name() + " (" + where + ") took too long to answer. It is tried again by itself.",
                    failure);
        }
        return new ConnectorException.Unavailable(
                "The connection of " + source.name() + " to " + where + " broke: " + text(failure)
                        + ". What was read is kept; it goes on by itself.",
                failure);
    }

    private static ConnectorException login(Exception failure, SourceConfig.Imap source) {
        String said = text(failure);
        if (PASSING.matcher(said).find()) {
            return new ConnectorException.Unavailable(
                    "The server of " + source.name() + " lets nobody in just now (" + said + "). It is tried again by itself.",
                    failure);
        }
        return new ConnectorException.Refused(
                "The server " + source.imap().host() + " refuses the login of " + source.user() + " (" + said
                        + "): check the password behind its secret. Many providers want an app password or authorization"
                        + " code instead, and IMAP switched on in their settings. Then restart, or run 'genjin sync'.",
                failure);
    }

    private static String tls(Exception failure, String host) {
        String why;
        if (cause(failure, CertificateExpiredException.class).isPresent()) {
            why = "its certificate has expired";
        } else if (cause(failure, CertificateNotYetValidException.class).isPresent()) {
            why = "its certificate is not valid yet; check this machine's clock";
        } else if (cause(failure, CertPathBuilderException.class).isPresent()) {
            why = "its certificate is signed by nobody this machine trusts";
        } else if (text(failure).toLowerCase(Locale.ROOT).contains("no subject alternative")
                || text(failure).contains("No name matching")) {
            why = "its certificate is for another name";
        } else {
            why = text(failure);
        }
        return "The server " + host + " cannot be trusted: " + why
                + ". Check host, port and tls of this mailbox; nothing was sent.";
    }

    /** The innermost message, on one line. */
    static String text(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String text = message == null ? cause.getClass().getSimpleName() : message;
        return text.replaceAll("\\s+", " ").strip().replaceAll("[.;]+$", "");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (type.isInstance(it)) {
                return Optional.of(type.cast(it));
            }
            if (it instanceof jakarta.mail.MessagingException mail
                    && mail.getNextException() != null
                    && type.isInstance(mail.getNextException())) {
                return Optional.of(type.cast(mail.getNextException()));
            }
        }
        return Optional.empty();
    }
}
