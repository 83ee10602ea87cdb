package org.genjin.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The way to a home's use cases: opened for one command, or already open in the daemon. */
public interface Access {

    /** @param home as asked for with {@code --home}; empty: the default */
    Opened open(Optional<Path> home) throws Trouble, IOException;

    /** A desk, until it is closed. */
    interface Opened extends AutoCloseable {
        Desk desk();

        @Override
        void close() throws IOException;
    }
}
