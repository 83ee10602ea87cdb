package org.genjin.connectors;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import org.genjin.config.Server;

/** Says in words why a server could not be trusted. Pure. */
public final class TlsFaults {

    private TlsFaults() {}

    /** Ends a sentence that begins with the server, such as "its certificate has expired". */
    public static String why(Throwable failure, Server server) {
        String said = innermost(failure);
        String low = said.toLowerCase(Locale.ROOT);
        if (is(failure, CertificateExpiredException.class)) {
            return "its certificate has expired";
        }
        if (is(failure, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet; check this machine's clock";
        }
        if (low.contains("no subject alternative") || low.contains("no name matching")) {
            return "its certificate is for another name";
        }
        if (is(failure, CertPathBuilderException.class) || is(failure, CertPathValidatorException.class)) {
            return "its certificate is signed by nobody this machine trusts";
        }
        if (low.contains("protocol_version") || low.contains("handshake_failure") || low.contains("no appropriate protocol")) {
            return "it only speaks an encryption that is too old to be safe";
        }
        if (low.contains("plaintext") || low.contains("not an ssl") || low.contains("unsupported or unrecognized")) {
            return "port " + server.port() + " does not speak TLS; perhaps tls: starttls is meant";
        }
        return said;
    }

    /** The innermost message, on one line. */
    public static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String text = message == null ? cause.getClass().getSimpleName() : message;
        return text.replaceAll("\\s+", " ").strip().replaceAll("[.;]+$", "");
    }

    private static boolean is(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (type.isInstance(it)) {
                return true;
            }
        }
        return false;
    }
}
