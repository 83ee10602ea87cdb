package org.genjin.connectors.files;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.genjin.connectors.Content;
import org.jspecify.annotations.Nullable;

/** Files packed into one. Names are names only: nothing is ever written where they say. */
interface Archive extends Closeable {

    /** Of the files in it, {@code /} between the parts, in a stable order. */
    List<String> names();

    /** Null if there is none of that name. Can be opened until the archive is closed. */
    @Nullable Content content(String name);

    /** What the content of a name was like; changes when the bytes do. */
    String stamp(String name);

    /** When a file was written; null if not known. */
    @Nullable Instant writtenAt(String name);

    /** Sentences about what cannot be read of it. */
    List<String> problems();

    /** Lets go of what is held open until something is asked for again: there may be many archives. */
    default void rest() throws IOException {
        // nothing is open between two questions
    }

    @Override
    void close() throws IOException;
}
