package org.genjin.connectors;

import org.genjin.config.SourceConfig;

/** The only way to a connector; nobody else names an implementation. */
public final class Connectors {

    /** Opening a source as a value, so that a test can hand in a scripted connector. */
    @FunctionalInterface
    public interface Opener {
        Connector open(SourceConfig source) throws ConnectorException;
    }

    private Connectors() {}
}
