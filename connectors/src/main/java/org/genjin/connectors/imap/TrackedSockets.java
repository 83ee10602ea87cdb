package org.genjin.connectors.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Knows the sockets it made, so that another thread can end what is being waited for: closing them is safe at any time. */
final class TrackedSockets {

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    SocketFactory plain() {
        return new Plain();
    }

    SSLSocketFactory secure() {
        return new Secure((SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** Ends every connection now; whoever reads from one gets an exception. */
    void close() {
        closed = true;
        for (Socket socket : open) {
            close(socket);
        }
    }

    boolean isClosed() {
        return closed;
    }

    private <T extends Socket> T track(T socket) throws IOException {
        open.removeIf(Socket::isClosed);
        open.add(socket);
        if (closed) {
            close(socket);
            throw new IOException("the connection was ended");
        }
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is being given up: whether it closes in good order does not matter
        }
    }

    private final class Plain extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return track(socket);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return track(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return track(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return track(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return track(new Socket(host, port, local, localPort));
        }
    }

    private final class Secure extends SSLSocketFactory {

        private final SSLSocketFactory factory;

        Secure(SSLSocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return track(factory.createSocket());
        }

        @Override
        public Socket createSocket(Socket over, String host, int port, boolean autoClose) throws IOException {
            return track(factory.createSocket(over, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return track(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return track(factory.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return track(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return track(factory.createSocket(host, port, local, localPort));
        }
    }
}
