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
