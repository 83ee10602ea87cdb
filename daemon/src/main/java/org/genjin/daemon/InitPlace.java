package org.genjin.daemon;

import java.util.Optional;
import org.genjin.config.Provider;
import org.genjin.config.Servers;

/**
 * Where a mailbox that is being set up turned out to be.
 *
 * @param provider empty if nobody that is known
 * @param written what genjin.yaml must say of its servers; empty if the address tells, or if it says so already
 * @param writtenUser likewise for the login
 */
record InitPlace(
        Servers.Known servers,
        String user,
        Optional<Provider> provider,
        Optional<Servers.Known> written,
        Optional<String> writtenUser) {}
