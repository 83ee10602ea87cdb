package org.genjin.connectors.discovery;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Which names may be asked and believed. Pure. */
final class HostNames {

    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?";

    private HostNames() {}

    /** The domain of an address as the DNS writes it; empty if it is no name, such as an IP address or one with a port. */
    static Optional<String> domain(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        try {
            return Optional.of(IDN.toASCII(domain).toLowerCase(Locale.ROOT)).filter(HostNames::isName);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isName(String host) {
        return host.length() <= 253
                && host.matches("(?:" + LABEL + "\\.)*" + LABEL)
                && !host.matches(".*(?:^|\\.)\\d+");
    }

    /** Whether {@code host} is the domain itself or below it. */
    static boolean isWithin(String domain, String host) {
        String it = host.toLowerCase(Locale.ROOT);
        return it.equals(domain) || it.endsWith("." + domain);
    }

    /** A server that another domain's answer may send a password to: a name, and not one of this machine. */
    static boolean mayBeNamedBy(String domain, String host) {
        String it = host.toLowerCase(Locale.ROOT);
        return isName(it) && (!isWithin("localhost", it) || isWithin("localhost", domain));
    }
}
