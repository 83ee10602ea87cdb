package org.genjin.connectors;

import org.genjin.config.SourceConfig;

/** Knows where a mailbox is, or finds it out. Thread-safe. */
@FunctionalInterface
public interface MailboxLocator {

    /**
     * @return the mailbox with servers that are known
     * @throws ConnectorException.Unavailable if nobody could be asked just now
     * @throws ConnectorException.Refused if a person must write them into the configuration
     */
    SourceConfig.Imap located(SourceConfig.Imap mailbox) throws ConnectorException;
}
