package org.genjin.daemon.cli;

import java.time.InstantSource;
import java.time.ZoneId;
import org.genjin.connectors.Connectors;

/**
 * What every command is given.
 *
 * @param clock what {@code --at} stands in for
 * @param zone the machine's, where a home's configuration does not say
 */
public record Invocation(
        Terminal terminal, Access access, Programs programs, Connectors connectors, InstantSource clock, ZoneId zone) {}
