package org.genjin.connectors.discovery;

import org.genjin.config.Server;
import org.genjin.connectors.Reach;

/** Connects to a server, checks who it is, and hangs up. */
@FunctionalInterface
interface Dialer {

    Reach dial(Server server);
}
