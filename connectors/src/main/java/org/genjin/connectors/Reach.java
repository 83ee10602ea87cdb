package org.genjin.connectors;

import java.time.Instant;

/** What came of connecting to a server, before any login. */
public sealed interface Reach {

    /**
     * @param address the IP address that answered
     * @param protocol such as TLSv1.3; "" where the connection is not encrypted from its first byte
     * @param validUntil end of the certificate; {@link Instant#MAX} where there is none yet
     */
    record Reached(String address, String protocol, Instant validUntil) implements Reach {}

    /** The name is not known. */
    record NoSuchHost() implements Reach {}

    record NoAnswer(String address, String why) implements Reach {}

    /** @param why such as "its certificate has expired" */
    record NotTrusted(String address, String why) implements Reach {}
}
