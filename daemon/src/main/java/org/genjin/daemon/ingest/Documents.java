package org.genjin.daemon.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.AttachmentTable;
import org.genjin.daemon.ledger.AttachmentTable.State;
import org.genjin.daemon.ledger.DocumentText;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.Store;
import org.genjin.index.Extraction;
import org.genjin.index.TextExtractor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents that wait to be read, each content once. The message has long been searchable by its own words; what
 * is read here is added. One thread at a time.
 */
public final class Documents {

    /** A document during which the whole process died so often is not tried again. */
    private static final int MOST_ATTEMPTS = 3;

    private final Ledger ledger;
    private final Store store;
    private final Archive archive;
    private final TextExtractor extractor;
    private final Path folder;
    private final InstantSource clock;

    /** @param folder for the documents while they are being read */
    public Documents(
            Ledger ledger, Store store, Archive archive, TextExtractor extractor, Path folder, InstantSource clock) {
        this.ledger = ledger;
        this.store = store;
        this.archive = archive;
        this.extractor = extractor;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Reads up to {@code limit} documents.
     *
     * @return how many were read or given up; 0 if none waits
     */
    public int run(int limit) throws IOException {
        List<String> waiting = ledger.read(tx -> tx.attachments().waiting(limit));
        for (String hash : waiting) {
            settle(hash, read(hash));
        }
        return waiting.size();
    }

    private Extraction read(String hash) throws IOException {
        Optional<AttachmentTable.Row> found = ledger.read(tx -> tx.attachments().anyWith(hash));
        int attempts = ledger.transact(tx -> {
            tx.attachments().begun(hash);
            AttachmentTable.Extraction row = tx.attachments().extractions(List.of(hash)).get(hash);
            return row == null ? 0 : row.attempts();
        });
        if (found.isEmpty()) {
            return new Extraction.Failed("", Extraction.Problem.CORRUPT, "no message has it");
        }
        AttachmentTable.Row attachment = found.get();
        if (attempts > MOST_ATTEMPTS) {
            return new Extraction.Failed(attachment.type(), Extraction.Problem.CORRUPT, "given up after crashes");
        }
        Optional<byte[]> bytes = ledger.read(tx -> archive.document(tx, attachment));
        if (bytes.isEmpty()) {
            return new Extraction.Failed(attachment.type(), Extraction.Problem.CORRUPT, "its bytes are not in the store");
        }
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "document", ".bin");
        try {
            Files.write(file, bytes.get());
            return extractor.extract(file, attachment.name(), attachment.type());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void settle(String hash, Extraction extraction) throws IOException {
        byte[] text = extraction instanceof Extraction.Text it ? DocumentText.encode(it.parts()) : new byte[0];
        String textHash = text.length == 0 ? null : Store.hash(text);
        List<Store.Place> places = text.length == 0 ? List.of() : store.put(List.of(text));
        ledger.transact(tx -> {
            Instant now = clock.instant();
            tx.contents().add(places);
            tx.attachments().settle(row(hash, extraction, textHash), now);
            if (textHash != null) {
                tx.said().readAgain(hash);
                tx.renew(tx.attachments().messagesWith(hash));
            }
            return null;
        });
    }

    private static AttachmentTable.Extraction row(
            String hash, Extraction extraction, @Nullable String textHash) {
        return switch (extraction) {
            case Extraction.Text it -> new AttachmentTable.Extraction(
                    hash, State.TEXT, it.truncated() ? "truncated" : "", "", it.mediaType(), textHash, 0);
            case Extraction.Nothing it ->
                new AttachmentTable.Extraction(hash, State.NOTHING, "", "", it.mediaType(), null, 0);
            case Extraction.Failed it -> new AttachmentTable.Extraction(
                    hash, State.FAILED, it.problem().id(), it.detail(), it.mediaType(), null, 0);
        };
    }
}
