package org.genjin.daemon.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import org.genjin.daemon.ledger.Ledger;
import org.quartz.utils.ConnectionProvider;

/** Hands the scheduler the ledger's connections; the pool is the ledger's to open and close. */
final class LedgerConnections implements ConnectionProvider {

    private final Ledger ledger;

    LedgerConnections(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ledger.schedulerConnection();
    }

    @Override
    public void shutdown() {
        // the ledger closes its own pool
    }

    @Override
    public void initialize() {
        // the pool is open
    }
}
