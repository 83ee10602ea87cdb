package org.genjin.connectors.discovery;

import java.util.Optional;
import org.genjin.config.Server;

/** Servers that a source of answers names. */
record Candidate(Server imap, Optional<Server> smtp, String user) {}
