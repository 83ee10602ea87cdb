package org.genjin.connectors;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.genjin.config.Server;

/**
 * Whose certificates are believed. A server on this machine may show any (Proton Mail Bridge signs its own): even without TLS
 * nobody else could read there. Everybody else is checked as the JDK does it.
 */
public final class TlsTrust {

    private TlsTrust() {}

    /** Sockets for a server, with the JDK's own for every one beyond this machine. */
    public static SSLSocketFactory socketsFor(Server server) {
        return socketsFor(server, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param strangers the sockets for every server beyond this machine */
    public static SSLSocketFactory socketsFor(Server server, SSLSocketFactory strangers) {
        return server.isLoopback() ? anybody() : strangers;
    }

    private static SSLSocketFactory anybody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Extended, as the JDK would else check the name on the certificate all the same. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // nobody asks: it is used by clients
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            // likewise
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // likewise
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // on this machine, as the class says
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // likewise
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // likewise
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
