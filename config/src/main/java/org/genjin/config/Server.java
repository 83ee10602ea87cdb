package org.genjin.config;

/**
 * One mail server as it is reached.
 *
 * @param port 1 to 65535
 */
public record Server(String host, int port, Tls tls) {

    /** How the connection is protected. {@link #NONE} is accepted on loopback only. */
    public enum Tls {
        /** TLS from the first byte (ports 993, 465). */
        IMPLICIT,
        /** Plain first, then STARTTLS, which is then required (ports 143, 587). */
        STARTTLS,
        NONE
    }

    public Server {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 1 and 65535, was " + port);
        }
        if (tls == Tls.NONE && !isLoopback(host)) {
            throw new IllegalArgumentException("tls: none is allowed on loopback only, not for " + host);
        }
    }

    /**
     * Reads HOST, HOST:PORT or HOST:PORT:TLS.
     *
     * @param standard the port where none is said, spoken to over TLS
     * @throws IllegalArgumentException if it is none of these, or without TLS beyond this machine
     */
    public static Server parse(String text, int standard) {
        String[] it = text.strip().split(":", -1);
        int port = it.length > 1 ? Integer.parseInt(it[1]) : standard;
        boolean plainFirst = port == 143 || port == 587 || port == 25;
        Tls tls = it.length > 2 ? Values.tls(it[2]) : plainFirst ? Tls.STARTTLS : Tls.IMPLICIT;
        if (it.length > 3 || !it[0].matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(text);
        }
        return new Server(it[0], port, tls);
    }

    /** Whether it is reached without leaving this machine. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
