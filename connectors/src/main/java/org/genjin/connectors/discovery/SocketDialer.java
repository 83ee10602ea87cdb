package org.genjin.connectors.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.genjin.config.Server;
import org.genjin.connectors.Reach;
import org.genjin.connectors.TlsFaults;
import org.genjin.connectors.TlsTrust;

/** Connects over TCP, and TLS where the server speaks it from the first byte. Thread-safe. */
final class SocketDialer implements Dialer {

    private static final int PATIENCE_MILLIS = 6000;

    private final Names names;
    private final SSLSocketFactory strangers;

    /** Where a host is. */
    @FunctionalInterface
    interface Names {
        InetSocketAddress of(String host, int port) throws UnknownHostException;
    }

    SocketDialer() {
        this((host, port) -> new InetSocketAddress(InetAddress.getByName(host), port), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param strangers whom to trust beyond this machine */
    SocketDialer(Names names, SSLSocketFactory strangers) {
        this.names = names;
        this.strangers = strangers;
    }

    @Override
    public Reach dial(Server server) {
        InetSocketAddress place;
        try {
            place = names.of(server.host(), server.port());
        } catch (UnknownHostException e) {
            return new Reach.NoSuchHost();
        }
        String address = place.getAddress().getHostAddress();
        try (Socket plain = new Socket()) {
            plain.connect(place, PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            return server.tls() == Server.Tls.IMPLICIT
                    ? encrypted(plain, server, address)
                    : new Reach.Reached(address, "", Instant.MAX);
        } catch (SSLException e) {
            return new Reach.NotTrusted(address, TlsFaults.why(e, server));
        } catch (IOException e) {
            return new Reach.NoAnswer(address, String.valueOf(e.getMessage()));
        }
    }

    private Reach encrypted(Socket plain, Server server, String address) throws IOException {
        SSLSocketFactory factory = TlsTrust.socketsFor(server, strangers);
        try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, server.host(), server.port(), true)) {
            if (!server.isLoopback()) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            Instant until = socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? certificate.getNotAfter().toInstant()
                    : Instant.MAX;
            return new Reach.Reached(address, socket.getSession().getProtocol(), until);
        }
    }
}
