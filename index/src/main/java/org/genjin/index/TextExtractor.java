package org.genjin.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the text of documents. Thread-safe; as many documents are read at once as there are workers. */
public interface TextExtractor extends Closeable {

    /**
     * Reads the text of the file {@code document}, which stays the caller's. Never throws for a damaged, encrypted,
     * hostile or oversized document: that is {@link Extraction.Failed}.
     *
     * @param fileName a hint for type detection; may be empty, may lie
     * @param mediaType as declared; may be empty, may lie
     * @throws IOException if no worker can be started at all: nothing is known about the document then
     */
    Extraction extract(Path document, String fileName, String mediaType) throws IOException;
}
