package org.genjin.connectors.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes sockets and knows them, so that another thread can end what is being waited for: closing them is safe at any time.
 * Thread-safe.
 */
final class TrackedSockets {

    private final Supplier<? extends SocketFactory> tls;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param tls asked for an {@link SSLSocketFactory} when the first secure connection is made */
    TrackedSockets(Supplier<? extends SocketFactory> tls) {
        this.tls = tls;
    }

    /** Tries each address of the host, as many machines have an IPv6 address that leads nowhere. */
    Socket connect(String host, int port, Duration patience) throws IOException {
        IOException failure = new UnknownHostException(host);
        for (InetAddress address : InetAddress.getAllByName(host)) {
            try {
                return connect(new InetSocketAddress(address, port), patience);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private Socket connect(InetSocketAddress address, Duration patience) throws IOException {
        open.removeIf(Socket::isClosed);
        Socket socket = new Socket();
        open.add(socket);
        if (closed) {
            close(socket);
            throw new IOException("the connection was ended");
        }
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, Math.toIntExact(patience.toMillis()));
            return socket;
        } catch (IOException e) {
            close(socket);
            throw e;
        }
    }

    /** Lays TLS over a connection; the certificate must be trusted and for {@code host}. */
    Socket secure(Socket plain, String host, int port, Duration patience) throws IOException {
        plain.setSoTimeout(Math.toIntExact(patience.toMillis()));
        SSLSocket secure = (SSLSocket) ((SSLSocketFactory) tls.get()).createSocket(plain, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /**
     * Ends every connection now; whoever reads from one gets an exception. The bare sockets are closed, as TLS would first wait
     * for whoever is writing.
     */
    void close() {
        closed = true;
        drop();
    }

    /** Ends every connection; new ones may be made. */
    void drop() {
        for (Socket socket : open) {
            close(socket);
        }
        open.clear();
    }

    boolean isClosed() {
        return closed;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is being given up: whether it closes in good order does not matter
        }
    }
}
