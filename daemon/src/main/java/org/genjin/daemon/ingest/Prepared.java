package org.genjin.daemon.ingest;

import java.util.List;
import org.genjin.connectors.Message;
import org.genjin.daemon.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A message with all that can be worked out before the ledger is locked.
 *
 * @param raw its bytes, to be kept
 * @param documents its attachments in order
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, from fetcher to store, never compared
record Prepared(Message message, Reading reading, byte[] raw, String rawHash, String fingerprint, List<Document> documents) {

    Prepared {
        documents = List.copyOf(documents);
    }

    /**
     * @param hash of the bytes; null if the document was left out of the export
     * @param hidden nobody would call it an attachment: it stays in the message's own bytes and is neither listed nor read
     * @param bytes to be kept in the store; null where they lie in the message's own bytes already
     */
    record Document(
            String name, String type, long size, @Nullable String hash, boolean hidden, byte @Nullable [] bytes) {}
}
