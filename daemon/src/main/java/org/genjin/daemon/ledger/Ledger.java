package org.genjin.daemon.ledger;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of what happened: an H2 file database in one folder of the home. Thread-safe.
 *
 * <p>{@link #transact} is the only way to write. One writer at a time; what it did is on disk when it returns (H2's own
 * commit is not enough for that, hence the checkpoint). No thread that is in here may ever be interrupted: one interrupt
 * closes an H2 file for the whole process.
 */
public final class Ledger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    // Background compaction of H2 2.5 loses acknowledged rows when the process is killed; it stays off for good.
    private static final String SETTINGS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0;AUTO_COMPACT_FILL_RATE=0;CACHE_SIZE=32768";

    /** A smaller file is not worth the while. */
    private static final long LARGE = 64L << 20;
    /** Per cent. */
    private static final int LITTLE_USED = 40;
    private static final Duration LONGEST_READ = Duration.ofSeconds(20);

    private final LedgerFile file;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ReentrantLock writer = new ReentrantLock(true);
    private final AtomicLong changes = new AtomicLong();
    /** The transaction that is being written; only the thread that holds the writer's place looks at it. */
    private @Nullable Transaction open;
    private final String id;
    private final byte[] hashKey;

    private Ledger(LedgerFile file, HikariDataSource pool, Instant now) {
        this.file = file;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        String[] home = transact(tx -> tx.home(() -> UUID.randomUUID().toString(), Ledger::randomKey, now));
        this.id = home[0];
        this.hashKey = HexFormat.of().parseHex(home[1]);
    }

    /**
     * Opens the ledger in {@code folder}, making or migrating it as needed.
     *
     * @throws IOException if it cannot be opened; the message says why
     */
    public static Ledger open(Path folder, Instant now) throws IOException {
        Files.createDirectories(folder);
        try {
            LedgerFile file = new LedgerFile(folder, SETTINGS);
            Ledger ledger = new Ledger(file, file.open(), now);
            ledger.giveRoomBack();
            return ledger;
        } catch (FlywayException | SQLException | HikariPool.PoolInitializationException e) {
            throw new IOException("The ledger in " + folder + " cannot be opened: " + rootMessage(e), e);
        }
    }

    /** Tells this ledger from any other; the index remembers whose copy it is. */
    public String id() {
        return id;
    }

    /** Random bytes of this home, for hashes that nobody else can compute. The caller does not change them. */
    @SuppressWarnings("ArrayRecordComponent")
    public byte[] hashKey() {
        return hashKey.clone();
    }

    /**
     * Runs {@code work} in one transaction: all of it is on disk when this returns, or none if it throws. What calls this within
     * such work is a part of it: on disk with the whole, and whoever catches what it throws must let the whole fail.
     */
    public <T> T transact(Function<Transaction, T> work) {
        writer.lock();
        try {
            if (open != null) {
                return work.apply(open);
            }
            T result = jdbi.inTransaction(handle -> alone(new Transaction(handle), work));
            changes.incrementAndGet();
            sync();
            return result;
        } finally {
            writer.unlock();
        }
    }

    private <T> T alone(Transaction transaction, Function<Transaction, T> work) {
        open = transaction;
        try {
            return work.apply(transaction);
        } finally {
            open = null;
        }
    }

    /** Another number after each change: what was looked up before may not hold any more. */
    public long changes() {
        return changes.get();
    }

    /** Looks something up; what it sees is one committed state, or within {@link #transact} what that has written so far. */
    public <T> T read(Function<Transaction, T> work) {
        if (writer.isHeldByCurrentThread() && open != null) {
            return work.apply(open);
        }
        return jdbi.inTransaction(handle -> {
            handle.setReadOnly(true);
            return work.apply(new Transaction(handle));
        });
    }

    /**
     * A connection for the scheduler's own tables. It holds the writer's place until it is closed, by the thread that
     * asked for it: the file has one writer.
     */
    public Connection schedulerConnection() throws SQLException {
        writer.lock();
        try {
            return ExclusiveConnection.around(pool.getConnection(), writer::unlock);
        } catch (SQLException e) {
            writer.unlock();
            throw e;
        }
    }

    /**
     * Writes the file anew if most of it is dead: each transaction writes whole pages, and while others read and write H2 gives
     * none of them back safely. Whoever wants to read or write waits meanwhile, some seconds for each gigabyte.
     *
     * @return whether it did
     * @throws IOException if there is no room for a copy; nothing has changed
     */
    public boolean giveRoomBack() throws IOException {
        return giveRoomBack(LARGE);
    }

    /** @param large in bytes: a file smaller than that is left as it is */
    boolean giveRoomBack(long large) throws IOException {
        try {
            return file.size() >= large && used() <= LITTLE_USED && writeAnew();
        } catch (SQLException e) {
            throw new IOException("The ledger's file cannot be written anew: " + e.getMessage(), e);
        }
    }

    private boolean writeAnew() throws IOException, SQLException {
        long before = file.size();
        writer.lock();
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        connections.suspendPool();
        try {
            long until = System.nanoTime() + LONGEST_READ.toNanos();
            while (connections.getTotalConnections() > 0) {
                connections.softEvictConnections();
                if (System.nanoTime() > until) {
                    return false; // somebody reads for long: another time
                }
                LockSupport.parkNanos(5_000_000);
            }
            file.compact();
            LOG.info("the ledger's file had {} MB and has {} MB now", before >> 20, file.size() >> 20);
            return true;
        } finally {
            connections.resumePool();
            writer.unlock();
        }
    }

    private int used() throws SQLException {
        return jdbi.<Integer, SQLException>withHandle(handle -> FileHeader.used(handle.getConnection()));
    }

    @Override
    public void close() {
        // Whoever is writing ends first: a connection that is cut off in its work may leave the file in disorder.
        writer.lock();
        try {
            pool.close();
        } finally {
            writer.unlock();
        }
    }

    private void sync() {
        jdbi.useHandle(handle -> {
            handle.execute("checkpoint sync");
            FileHeader.write(handle.getConnection());
        });
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
