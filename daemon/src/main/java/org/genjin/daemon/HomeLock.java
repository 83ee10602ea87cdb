package org.genjin.daemon;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.genjin.config.Home;

/** Holds a home for this process; the operating system lets go of it when the process dies, however it dies. */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Empty if another process holds it. */
    static Optional<HomeLock> take(Home home) throws IOException {
        prepare(home);
        FileChannel channel =
                FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null; // held by this very process
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new HomeLock(channel, lock));
    }

    /** Mail lies below: nobody else is to look in. What is there already keeps the rights that somebody gave it. */
    private static void prepare(Home home) throws IOException {
        for (Path it : List.of(
                home.folder(), home.ledger(), home.store(), home.index(), home.sheets(), home.logs(), home.temporary())) {
            makeFolder(it);
        }
    }

    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        channel.close();
    }
}
