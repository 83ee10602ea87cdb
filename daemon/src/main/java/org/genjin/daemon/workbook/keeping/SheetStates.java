package org.genjin.daemon.workbook.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.workbook.CopiedMarks;
import org.genjin.daemon.workbook.file.SheetFiles;
import org.genjin.daemon.workbook.rules.Snapshot;

/** What the ledger knows of each workbook: how its file looked last, what it said, what is to be said of it. Thread-safe. */
final class SheetStates {

    private static final int MOST_NOTES = 40;

    private final Ledger ledger;
    private final String language;

    /** @param language in which the workbooks are written, its tag */
    SheetStates(Ledger ledger, String language) {
        this.ledger = ledger;
        this.language = language;
    }

    List<SheetTable.Written> all() {
        return ledger.read(tx -> tx.sheets().all());
    }

    Optional<SheetTable.Written> find(SheetBook book) {
        return ledger.read(tx -> tx.sheets().find(book));
    }

    /** Nothing is to be said any more of one that is gone. */
    void remove(SheetBook book) {
        ledger.transact(tx -> {
            tx.sheets().remove(book);
            return null;
        });
    }

    /** Of all of an owner's: revision → number of the workbook. */
    Map<Long, Integer> revisions(String owner) {
        return ledger.read(tx -> tx.sheets().revisions(owner));
    }

    boolean isNeverWritten(SheetBook book) {
        return !revisions(book.owner()).containsValue(book.number());
    }

    /** Told by size and date alone; a file that is gone has changed too. */
    boolean isChanged(SheetBook book, Path file) throws IOException {
        if (!Files.exists(file)) {
            return true;
        }
        Optional<SheetTable.Written> known = find(book);
        return known.isEmpty() || Files.size(file) != known.get().size()
                || Files.getLastModifiedTime(file).toMillis() != known.get().modified().toEpochMilli();
    }

    /** What is known of a file if all that is in it was taken in before, to the last byte. */
    Optional<SheetTable.Written> taken(SheetBook book, Path file) throws IOException {
        Optional<SheetTable.Written> known = find(book);
        boolean same = known.isPresent() && Files.isRegularFile(file) && Files.size(file) == known.get().size()
                && SheetFiles.hash(Files.readAllBytes(file)).equals(known.get().hash());
        return same ? known : Optional.empty();
    }

    /** Of no workbook of the owner's yet. */
    long nextRevision(String owner) {
        return 1 + revisions(owner).keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** To be called before the file itself is written: whatever dies between, what stands in the file is known. */
    void say(SheetBook book, long revision, Snapshot said) {
        ledger.transact(tx -> {
            Snapshot seen = said.copy();
            CopiedMarks.in(tx.sheets().said(book)).forEach(it -> CopiedMarks.put(seen, it));
            tx.sheets().say(book, revision, new SheetTable.Said(said.text(), seen.text()));
            return null;
        });
    }

    /** A column of nonsense is answered cell by cell in the workbook; nobody reads it line by line. */
    private static List<String> shortened(List<String> notes) {
        return notes.size() <= MOST_NOTES
                ? notes
                : Stream.concat(
                                notes.stream().limit(MOST_NOTES),
                                Stream.of("And " + (notes.size() - MOST_NOTES) + " more; see the comments in the workbook."))
                        .toList();
    }

    /**
     * Notes how the file is now.
     *
     * @param hash of what was written or taken in; "" if that was not done wholly
     * @param notes what a person has to know, one sentence each
     * @param wrote whether it was written just now
     */
    void note(SheetBook book, Path file, String hash, Instant at, List<String> notes, boolean wrote) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        Instant modified = Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
        ledger.transact(tx -> {
            Optional<SheetTable.Written> before = tx.sheets().find(book);
            tx.sheets().put(new SheetTable.Written(
                    book, file.toString(), language, before.map(SheetTable.Written::revision).orElse(0L) + (wrote ? 1 : 0), size,
                    modified, hash, wrote ? at : before.map(SheetTable.Written::writtenAt).orElse(null), at, shortened(notes)));
            return null;
        });
    }
}
