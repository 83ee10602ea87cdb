package org.genjin.connectors.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the domain name system. Every call is bounded in time. */
interface Dns {

    /** Names of a domain's mail exchangers, the preferred first; empty if it has none or does not exist. */
    List<String> exchangers(String domain) throws NoDns;

    /** @param name such as {@code _imaps._tcp.factory.example} */
    List<Service> services(String name) throws NoDns;

    /**
     * A service record (RFC 2782).
     *
     * @param host without a dot at its end; "" means that there is no such service
     */
    record Service(int priority, int weight, int port, String host) {}

    /** Nobody answered, so nothing is known. */
    final class NoDns extends Exception {
        NoDns(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
