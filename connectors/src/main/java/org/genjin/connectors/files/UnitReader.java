package org.genjin.connectors.files;

import java.io.Closeable;
import java.io.IOException;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Cursor;

/**
 * Hands out one unit batch by batch, as {@link org.genjin.connectors.Connector#pull} has it. What is slow to open stays open
 * from one batch to the next; any cursor may come at any time all the same.
 */
interface UnitReader extends Closeable {

    Batch pull(Cursor cursor, int limit) throws IOException;

    @Override
    default void close() throws IOException {
        // most have nothing open between two batches
    }
}
