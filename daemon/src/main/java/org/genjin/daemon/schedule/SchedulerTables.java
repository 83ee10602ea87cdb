package org.genjin.daemon.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.genjin.daemon.ledger.Ledger;
import org.quartz.Scheduler;

/** Quartz's own tables, made from the script that comes with it. */
final class SchedulerTables {

    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_h2.sql";

    private SchedulerTables() {}

    /** Makes them if they are not there. */
    static void create(Ledger ledger) throws IOException {
        try (Connection connection = ledger.schedulerConnection()) {
            if (exist(connection)) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                for (String command : script().split(";", -1)) {
                    if (!command.isBlank()) {
                        statement.execute(command);
                    }
                }
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IOException("The scheduler's tables cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean exist(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "QRTZ_TRIGGERS", null)) {
            return tables.next();
        }
    }

    private static String script() throws IOException {
        try (InputStream file = Scheduler.class.getResourceAsStream(SCRIPT)) {
            if (file == null) {
                throw new IOException("Quartz does not bring its tables any more");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
