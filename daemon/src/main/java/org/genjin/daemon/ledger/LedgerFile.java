package org.genjin.daemon.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger's file and the version of its tables. To change a table H2 copies it, drops it and renames the copy, each step
 * for itself: a process that dies between them leaves foreign keys that point to a table which is gone. So tables are made and
 * changed in a copy of the file, which takes the place of the old one in a single step when all is done.
 */
final class LedgerFile {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFile.class);

    private static final String NAME = "ledger";
    private static final String NEXT = "ledger-next";

    private final Path folder;
    private final String settings;

    /** @param settings what is added to H2's address, beginning with a semicolon */
    LedgerFile(Path folder, String settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Connections to the file, which is made or brought to the newest version of its tables first. What a process that was
     * killed at that has left is taken away. Whoever asks closes the pool.
     *
     * @throws IOException if there is no room for the copy; the ledger is as it was
     * @throws SQLException if the file cannot be opened; it is as it was
     * @throws org.flywaydb.core.api.FlywayException if a change of the tables failed; the ledger is as it was
     */
    HikariDataSource open() throws IOException, SQLException {
        deleteNext();
        if (!Files.exists(file(NAME))) {
            makeNext();
            return pool();
        }
        HikariDataSource pool = pool();
        try {
            if (flyway(pool).info().pending().length == 0) {
                return pool;
            }
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        pool.close();
        LOG.info("the ledger's tables are changed in a copy, which takes the place of the ledger when that is done");
        close(NAME);
        Files.copy(file(NAME), file(NEXT));
        makeNext();
        return pool();
    }

    private void makeNext() throws IOException, SQLException {
        try {
            flyway(source(NEXT)).migrate();
            close(NEXT);
            replace();
        } finally {
            deleteNext();
        }
    }

    /** How many bytes the file has. */
    long size() throws IOException {
        return Files.size(file(NAME));
    }

    /**
     * Writes the file anew without what is dead in it, in a copy that takes its place. Nobody may have a connection.
     *
     * @throws IOException if there is no room for the copy; the ledger is as it was
     */
    void compact() throws IOException, SQLException {
        deleteNext();
        close(NAME);
        try {
            Files.copy(file(NAME), file(NEXT));
            MVStoreTool.compact(file(NEXT).toString(), false);
            replace();
        } catch (MVStoreException e) {
            throw new IOException("H2 cannot compact the ledger: " + e.getMessage(), e);
        } finally {
            deleteNext();
        }
    }

    private void replace() throws IOException {
        Disk.syncFile(file(NEXT));
        Files.move(file(NEXT), file(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Disk.syncFolder(folder);
    }

    /** That the last connection is closed closes the file at some time; this does so now. */
    private void close(String name) throws SQLException {
        try (Connection connection = source(name).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source(NAME));
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setPoolName("ledger");
        config.setAllowPoolSuspension(true);
        return new HikariDataSource(config);
    }

    private DataSource source(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve(name).toAbsolutePath() + settings);
        source.setUser("genjin");
        source.setPassword("");
        return source;
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure().dataSource(source).locations("classpath:schema").loggers("slf4j").load();
    }

    private Path file(String name) {
        return folder.resolve(name + ".mv.db");
    }

    private void deleteNext() throws IOException {
        Files.deleteIfExists(file(NEXT));
        Files.deleteIfExists(folder.resolve(NEXT + ".trace.db"));
        MVStoreTool.compactCleanUp(file(NEXT).toString());
    }
}
