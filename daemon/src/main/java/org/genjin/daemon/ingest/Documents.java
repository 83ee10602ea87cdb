package org.genjin.daemon.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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
 * Reads the documents that wait to be read, each content once, those of the newest messages first, several side by side. The message
 * has long been searchable by its own words; what is read here is added. One caller at a time.
 */
public final class Documents {

    /** A document during which the whole process died so often is not tried again. */
    private static final int MOST_ATTEMPTS = 3;

    private final Ledger ledger;
    private final Store store;
    private final Archive archive;
    private final TextExtractor extractor;
    private final int workers;
    private final Supplier<List<String>> ocr;
    private final Path folder;
    private final InstantSource clock;
    private boolean picturesLookedFor;

    /**
     * @param workers how many documents {@code extractor} reads at once
     * @param ocr the languages in which pictures are read; empty if they are not
     * @param folder for the documents while they are being read
     */
    public Documents(
            Ledger ledger,
            Store store,
            Archive archive,
            TextExtractor extractor,
            int workers,
            Supplier<List<String>> ocr,
            Path folder,
            InstantSource clock) {
        this.ledger = ledger;
        this.store = store;
        this.archive = archive;
        this.extractor = extractor;
        this.workers = workers;
        this.ocr = ocr;
        this.folder = folder;
        this.clock = clock;
    }

    /** @param extraction null if it was not begun, as there was to be an end */
    private record Read(String hash, @Nullable Extraction extraction) {}

    /**
     * Reads until none waits.
     *
     * @param stop true: no other is begun
     * @param each called when the words of some more are in the ledger
     * @throws IOException if no worker can be started, or the store cannot be written: what is being read is read again
     */
    public void run(BooleanSupplier stop, Runnable each) throws IOException {
        lookForPictures();
        Files.createDirectories(folder);
        // One more than there are workers: its bytes are got while the others are read.
        try (ExecutorService readers = Executors.newFixedThreadPool(workers + 1)) {
            CompletionService<Read> reading = new ExecutorCompletionService<>(readers);
            Set<String> open = new HashSet<>();
            while (true) {
                if (!stop.getAsBoolean()) {
                    begin(open, 2 * (workers + 1)).forEach(hash -> reading.submit(
                            () -> new Read(hash, stop.getAsBoolean() ? null : read(hash))));
                }
                if (open.isEmpty()) {
                    return;
                }
                List<Read> read = finished(reading);
                settle(read);
                read.forEach(it -> open.remove(it.hash()));
                each.run();
            }
        }
    }

    /** Notes that reading them begins. What the whole process may have died of is read when nothing else is. */
    private List<String> begin(Set<String> open, int most) {
        List<String> waiting = ledger.read(tx -> tx.attachments().waiting(most)).stream()
                .filter(it -> !open.contains(it))
                .toList();
        Map<String, AttachmentTable.Extraction> rows = ledger.read(tx -> tx.attachments().extractions(waiting));
        List<String> next = new ArrayList<>(waiting.stream()
                .filter(it -> rows.containsKey(it) && rows.get(it).attempts() == 0)
                .limit(most - open.size())
                .toList());
        if (next.isEmpty() && open.isEmpty()) {
            waiting.stream().findFirst().ifPresent(next::add);
        }
        if (!next.isEmpty()) {
            ledger.transact(tx -> {
                next.forEach(tx.attachments()::begun);
                return null;
            });
        }
        open.addAll(next);
        return next;
    }

    /** Waits for one, and takes the others that have been read meanwhile: a transaction costs the same for all. */
    private static List<Read> finished(CompletionService<Read> reading) throws IOException {
        List<Read> finished = new ArrayList<>();
        try {
            for (Future<Read> it = reading.take(); it != null; it = reading.poll()) {
                finished.add(it.get());
            }
            return finished;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException it -> throw it;
                case RuntimeException it -> throw it;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** What was left unread for want of OCR is read once that is there. */
    private void lookForPictures() {
        if (!picturesLookedFor && ledger.read(tx -> tx.attachments().hasPictures()) && !ocr.get().isEmpty()) {
            ledger.transact(tx -> {
                tx.attachments().readPictures();
                return null;
            });
        }
        picturesLookedFor = true;
    }

    private Extraction read(String hash) throws IOException {
        Optional<AttachmentTable.Row> found = ledger.read(tx -> tx.attachments().anyWith(hash));
        AttachmentTable.Extraction row = ledger.read(tx -> tx.attachments().extractions(List.of(hash))).get(hash);
        if (found.isEmpty()) {
            return new Extraction.Failed("", Extraction.Problem.CORRUPT, "no message has it");
        }
        AttachmentTable.Row attachment = found.get();
        if (row != null && row.attempts() > MOST_ATTEMPTS) {
            return new Extraction.Failed(attachment.type(), Extraction.Problem.CORRUPT, "given up after crashes");
        }
        Optional<byte[]> bytes = ledger.read(tx -> archive.document(tx, attachment));
        if (bytes.isEmpty()) {
            return new Extraction.Failed(attachment.type(), Extraction.Problem.CORRUPT, "its bytes are not in the store");
        }
        Path file = Files.createTempFile(folder, "document", ".bin");
        try {
            Files.write(file, bytes.get());
            return extractor.extract(file, attachment.name(), attachment.type());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void settle(List<Read> read) throws IOException {
        Map<String, String> textHashes = new HashMap<>();
        Map<String, byte[]> texts = new LinkedHashMap<>();
        for (Read it : read) {
            byte[] text = it.extraction() instanceof Extraction.Text words ? DocumentText.encode(words.parts()) : new byte[0];
            if (text.length > 0) {
                textHashes.put(it.hash(), Store.hash(text));
                texts.put(Store.hash(text), text);
            }
        }
        List<Store.Place> places = texts.isEmpty() ? List.of() : store.put(texts.values());
        ledger.transact(tx -> {
            Instant now = clock.instant();
            tx.contents().add(places);
            for (Read it : read) {
                if (it.extraction() == null) {
                    continue;
                }
                String textHash = textHashes.get(it.hash());
                tx.attachments().settle(row(it.hash(), it.extraction(), textHash), now);
                if (textHash != null) {
                    tx.said().readAgain(it.hash());
                    tx.renew(tx.attachments().messagesWith(it.hash()));
                }
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
                new AttachmentTable.Extraction(
                        hash, State.NOTHING, it.picture() ? AttachmentTable.NO_OCR : "", "", it.mediaType(), null, 0);
            case Extraction.Failed it -> new AttachmentTable.Extraction(
                    hash, State.FAILED, it.problem().id(), it.detail(), it.mediaType(), null, 0);
        };
    }
}
