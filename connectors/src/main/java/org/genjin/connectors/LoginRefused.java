package org.genjin.connectors;

import org.genjin.config.Server;

/**
 * A server said no to a login, and clearly: not because it was busy. Whoever talks to people words it in their language,
 * with what this server's provider wants first.
 *
 * @param said the server's own words
 */
public record LoginRefused(Server server, String user, String said) {}
