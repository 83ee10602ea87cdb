package org.genjin.connectors.discovery;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Fetches a page of an address's own domain. Bounded in time, size and redirects. */
interface Web {

    /**
     * @param domain redirects are followed within it only
     * @return empty if there is no such page
     * @throws IOException if nobody answered, or not in a way that can be trusted
     */
    Optional<byte[]> get(URI page, String domain) throws IOException;
}
