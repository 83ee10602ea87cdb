package org.genjin.daemon.crm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;

/**
 * Writes customers, contacts, business, notes and tasks as another system takes them in: a folder with numbered files and a page that
 * says what to do with them. Thread-safe, but for two exports into one folder at a time.
 */
public final class CrmExport {

    private final BookReading reading;
    private final Language language;
    private final Path folder;

    /** @param folder where folders go that are not asked for elsewhere */
    public CrmExport(Ledger ledger, FollowUpBoard board, Language language, Path folder) {
        this.reading = new BookReading(ledger, board, language);
        this.language = language;
        this.folder = folder;
    }

    /** @param rows lines below the header, or cards */
    public record Written(Part part, Path file, int rows) {}

    /**
     * @param lost what customers, contacts, deals, notes and tasks say that this dialect has no place for, in the home's language
     */
    public record Done(Dialect dialect, Path folder, List<Written> files, List<String> lost) {

        public Done {
            files = List.copyOf(files);
            lost = List.copyOf(lost);
        }

        public int rows(Part part) {
            return files.stream().filter(it -> it.part() == part).mapToInt(Written::rows).sum();
        }
    }

    /**
     * @param viewer whose customers; empty: everybody's
     * @param into the folder; empty: a place of our own
     * @param since messages from that day on become notes
     * @throws IOException if the folder cannot be written to
     */
    public Done write(Dialect dialect, Optional<String> viewer, Optional<Path> into, LocalDate since, Instant at) throws IOException {
        Path target = into.orElseGet(() -> folder.resolve(dialect.name()));
        Files.createDirectories(target);
        Dialect.Sheet people = dialect.sheets().get(Part.CONTACTS);
        Book book = reading.read(viewer, at, since, people != null && people.lonely());
        CrmFiles files = new CrmFiles(dialect, target);
        removeEarlier(target);
        List<Written> written = new ArrayList<>();
        for (Part part : dialect.sheets().keySet()) {
            written.addAll(files.write(part, book.of(part)));
        }
        ReadMe readMe = new ReadMe(language);
        Done done = new Done(dialect, target, written, readMe.lost(dialect));
        Files.writeString(target.resolve("README.txt"), readMe.text(done));
        return done;
    }

    /** Fewer lines make fewer files: what is left of an earlier export would be taken in with the new one. */
    private static void removeEarlier(Path folder) throws IOException {
        List<Path> earlier;
        try (Stream<Path> files = Files.list(folder)) {
            earlier = files.filter(it -> String.valueOf(it.getFileName()).matches(CrmFiles.OURS)).toList();
        }
        for (Path it : earlier) {
            Files.delete(it);
        }
    }
}
