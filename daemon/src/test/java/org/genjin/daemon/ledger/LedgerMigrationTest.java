package org.genjin.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerMigrationTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"001", "002", "003"})
    void aLedgerKilledWhileItsTablesWereMadeOpensAgain(String version) throws Exception {
        Ledger.open(folder, NOW).close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("ledger"), "genjin", "");
                Statement statement = connection.createStatement()) {
            statement.execute("delete from \"flyway_schema_history\" where \"version\" > '" + version + "'");
            statement.execute("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '" + version + "'");
        }
        try (Ledger ledger = Ledger.open(folder, NOW)) {
            assertThat(ledger.<Long>read(tx -> tx.sightings().count())).isZero();
        }
    }
}
