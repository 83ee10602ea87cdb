package org.genjin.daemon.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * The header of H2's file, from which it finds its newest chunk after a crash. H2 2.5.252 writes it before it has taken note
 * of the chunk that it is to name: where chunks go into gaps of the file, as they do once it has been closed and opened, it names
 * the one before, and what was written since is lost when the process is killed. So it is written once more when all is
 * written. H2 has no way to ask for that, hence the reflection; drop this class with the first H2 whose
 * {@code FileStore.storeBuffer} notes the chunk before it writes it.
 */
final class FileHeader {

    private static final Method WRITE = method();

    private FileHeader() {}

    private static Method method() {
        try {
            Method write = RandomAccessStore.class.getDeclaredMethod("writeStoreHeader");
            write.setAccessible(true);
            return write;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("this H2 writes its header otherwise: look whether FileHeader is still needed", e);
        }
    }

    /**
     * Writes it and syncs it. The caller is the only one who writes.
     *
     * @throws IllegalStateException if it cannot be written: what was committed may be lost then
     */
    static void write(Connection connection) {
        try {
            FileStore<?> file = file(connection);
            WRITE.invoke(file);
            file.sync();
        } catch (SQLException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the header of the ledger's file cannot be written", e);
        }
    }

    /** How much of the file is still in use, in per cent, as far as H2 knows. */
    static int used(Connection connection) throws SQLException {
        return file(connection).getChunksFillRate();
    }

    private static FileStore<?> file(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore().getFileStore();
    }
}
