package org.genjin.daemon.ingest;

import java.io.IOException;
import java.util.List;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One visit to an open source: what is new is read, then what the source has is held against the ledger, and mailboxes that
 * lack something are read again from their beginning. One thread.
 */
final class Visit {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    private final Ledger ledger;
    private final Proving proving;
    private final Connector connector;
    private final Drain drain;
    private final Poll.Care care;

    Visit(Ledger ledger, Proving proving, Connector connector, Drain drain, Poll.Care care) {
        this.ledger = ledger;
        this.proving = proving;
        this.connector = connector;
        this.drain = drain;
        this.care = care;
    }

    /** @return false if it was stopped early */
    boolean run(List<Mailbox> mailboxes) throws ConnectorException, IOException {
        if (isFirst(mailboxes)) {
            drain.expect(proving.prove(connector, mailboxes));
        }
        if (!drain.read(mailboxes)) {
            return false;
        }
        List<Mailbox> again = proving.beginAgain(proving.prove(connector, due(mailboxes)));
        if (again.isEmpty()) {
            return true;
        }
        LOG.warn("{} mailboxes of a source lack messages and are read again", again.size());
        if (!drain.read(again)) {
            return false;
        }
        proving.prove(connector, again);
        return true;
    }

    /** How much there is to come is worth asking only when it may be much. */
    private boolean isFirst(List<Mailbox> mailboxes) {
        return ledger.read(tx -> mailboxes.stream().anyMatch(it -> tx.cursors().find(it).equals(Cursor.START)));
    }

    private List<Mailbox> due(List<Mailbox> mailboxes) {
        return care == Poll.Care.EVERY
                ? mailboxes
                : mailboxes.stream()
                        .filter(it -> drain.brought().contains(it) || proving.isDue(it))
                        .toList();
    }
}
