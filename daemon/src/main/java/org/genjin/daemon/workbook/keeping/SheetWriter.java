package org.genjin.daemon.workbook.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.report.Report;
import org.genjin.daemon.report.ReportWords;
import org.genjin.daemon.report.Reports;
import org.genjin.daemon.report.WeeklyWriter;
import org.genjin.daemon.workbook.FollowUpWorkbook;
import org.genjin.daemon.workbook.Found;
import org.genjin.daemon.workbook.FoundBook;
import org.genjin.daemon.workbook.RestoredIds;
import org.genjin.daemon.workbook.SheetValues;
import org.genjin.daemon.workbook.SheetWords;
import org.genjin.daemon.workbook.WorkbookData;
import org.genjin.daemon.workbook.file.Book;
import org.genjin.daemon.workbook.file.Locked;
import org.genjin.daemon.workbook.file.SheetFiles;
import org.genjin.daemon.workbook.file.SheetSource;
import org.genjin.daemon.workbook.file.StillSheets;
import org.genjin.daemon.workbook.rules.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a workbook's file: a new one, or the one that is there with our cells brought up to date. The file is replaced as a whole
 * or not at all. Under the lock of {@link Sheets}.
 */
final class SheetWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SheetWriter.class);
    /** A version is kept each time a person changed something, else no more often than this. */
    private static final Duration VERSIONS_EVERY = Duration.ofHours(1);
    /** A workbook of many sheets has two parts for each, and POI would take it for an attack. */
    private static final long MOST_PARTS = 20_000;
    /** Excel takes 64,000, and a few are ours. */
    private static final int MOST_STYLES = 63_900;

    private final FollowUpWorkbook workbook;
    private final Reports reports;
    private final SheetStates states;
    private final ZoneId zone;
    private final Path temporary;
    private final Standing standing = new Standing();
    private final Map<SheetBook, Instant> keptAt = new HashMap<>();
    private final Set<String> strange = new HashSet<>();

    /** @param temporary for what the writing puts on disk */
    SheetWriter(SheetWords words, SheetValues values, Reports reports, SheetStates states, ZoneId zone, Path temporary) {
        this.workbook = new FollowUpWorkbook(words, values, new ReportWords(words.language()));
        this.reports = reports;
        this.states = states;
        this.zone = zone;
        this.temporary = temporary;
        ZipSecureFile.setMaxFileCount(Math.max(MOST_PARTS, ZipSecureFile.getMaxFileCount()));
    }

    /** What became of it. */
    enum Written {
        DONE,
        /** Somebody saved the file meanwhile. */
        CHANGED,
        /** The system lets nobody replace it while it is open. */
        HELD
    }

    /** It is a workbook in which our tables were found and still none that can be written again; the message says why. */
    static final class Unopenable extends Exception {
        private final boolean good;

        Unopenable(String sentence, Throwable cause) {
            super(sentence, cause);
            this.good = false;
        }

        Unopenable(String sentence) {
            super(sentence);
            this.good = true;
        }

        /** Whether it is a good workbook all the same, to be left alone. */
        boolean isGood() {
            return good;
        }
    }

    /** Writes a file that is nobody's yet, or may be lost. */
    void fresh(Path file, Optional<String> password, WorkbookData data) throws IOException {
        prepare(file);
        try (Book book = Book.fresh()) {
            workbook.write(book, data, report(data), Found.NOTHING, 0);
            SheetFiles.replace(file, SheetFiles.writeBeside(file, locked(password, book::write)));
        }
    }

    /**
     * Brings the file up to date.
     *
     * @param password with which it is to be locked, and what is kept of it
     * @param source as it was read; empty if there is none, or none that can be used
     * @param surely whether what was there is to be kept among the versions, however short ago the last was
     * @param notes what a person has to know, one sentence each
     */
    Written replace(
            Path file, Optional<String> password, Optional<SheetSource> source, Found found, WorkbookData data, boolean surely,
            List<String> notes)
            throws IOException, Unopenable {
        prepare(file);
        long revision = states.nextRevision(data.owner());
        Path fresh;
        Snapshot said;
        Set<CustomerId> unchanged =
                source.isEmpty() ? Set.of() : shut(standing.unchanged(source.get(), found.book(), data), found, data);
        Optional<Report.Of> report = report(data);
        try (Book book = source.isEmpty() ? Book.fresh() : opened(still(source.get(), found.book(), unchanged))) {
            said = workbook.write(book, data, report, found.in(RestoredIds.in(book.workbook(), found.book())), revision);
            fresh = SheetFiles.writeBeside(file, locked(password, book::write));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) { // POI throws whatever the ways of other programs make it trip over
            if (source.isEmpty()) {
                throw e;
            }
            throw strange(source.get(), e);
        }
        String hash = SheetFiles.hash(Files.readAllBytes(fresh));
        String now = Files.exists(file) ? SheetFiles.hash(Files.readAllBytes(file)) : "";
        if (!now.equals(source.map(SheetSource::hash).orElse(""))) {
            Files.deleteIfExists(fresh);
            return Written.CHANGED;
        }
        states.say(data.book(), revision, said);
        if (source.isPresent()) {
            keep(data.book(), file, data.at(), surely);
        }
        if (password.isPresent()) {
            lockVersions(file, password.get());
        }
        try {
            SheetFiles.replace(file, fresh);
        } catch (FileSystemException e) {
            return Written.HELD; // Windows lets nobody replace an open file
        }
        states.note(data.book(), file, hash, data.at(), notes, true);
        standing.written(data, hash, unchanged);
        return Written.DONE;
    }

    /** Those of them that nobody has to look into: no sheet with an answer, and none that may have to make room for another. */
    private static Set<CustomerId> shut(Set<CustomerId> unchanged, Found found, WorkbookData data) {
        Set<CustomerId> wanted = data.sheets().stream().map(CustomerRow::id).collect(Collectors.toSet());
        boolean full = data.customers().size() > FollowUpWorkbook.MOST_SHEETS;
        return unchanged.stream()
                .filter(it -> !full || wanted.contains(it))
                .filter(it -> found.elsewhere().stream().noneMatch(said -> said.customer() == it.number()))
                .collect(Collectors.toSet());
    }

    private static StillSheets still(SheetSource source, FoundBook book, Set<CustomerId> unchanged) throws IOException, Unopenable {
        Set<String> names = new HashSet<>();
        book.customers().forEach((customer, sheet) -> {
            if (unchanged.contains(customer)) {
                names.add(source.sheets().get(sheet.sheet()).name());
            }
        });
        try (InputStream in = source.content().get()) {
            return StillSheets.of(in.readAllBytes(), names);
        } catch (OpenXML4JException | OpenXML4JRuntimeException e) {
            throw damaged(e);
        }
    }

    private static Book opened(StillSheets still) throws Unopenable {
        try {
            Book book = Book.opened(still);
            int styles = book.workbook().getNumCellStyles();
            if (styles > MOST_STYLES) {
                throw new Unopenable("The workbook has " + styles + " cell styles, as many as Excel takes; copy its sheets into"
                        + " a new workbook and save that in its place. Genjin leaves it as it is.");
            }
            return book;
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** Each such file is logged once, however often it is tried. */
    private Unopenable strange(SheetSource source, RuntimeException e) {
        if (strange.add(source.hash())) {
            LOG.error("a workbook cannot be written in place", e);
        }
        return new Unopenable("The workbook holds something that Genjin cannot write again. What was typed into it was read; for the rest to be"
                + " brought up to date save it once in Excel, WPS or LibreOffice. Genjin leaves it as it is.");
    }

    private static Unopenable damaged(Exception e) {
        return new Unopenable("The workbook is damaged (" + e.getMessage() + ").", e);
    }

    private static SheetFiles.Writing locked(Optional<String> password, SheetFiles.Writing content) {
        return password.isEmpty() ? content : out -> Locked.write(out, password.get(), content);
    }

    /** Those that were kept before there was a password, or came from elsewhere. */
    private static void lockVersions(Path file, String password) throws IOException {
        for (Path it : SheetFiles.aside(file)) {
            if (!SheetFiles.isContainer(it)) {
                FileTime modified = Files.getLastModifiedTime(it);
                byte[] bytes = Files.readAllBytes(it);
                SheetFiles.replace(it, SheetFiles.writeBeside(it, locked(Optional.of(password), out -> out.write(bytes))));
                Files.setLastModifiedTime(it, modified);
            }
        }
    }

    private void keep(SheetBook book, Path file, Instant at, boolean surely) throws IOException {
        Instant last = keptAt.get(book);
        if (surely || last == null || !at.isBefore(last.plus(VERSIONS_EVERY))) {
            SheetFiles.keep(file, at, zone);
            keptAt.put(book, at);
        }
    }

    private Optional<Report.Of> report(WorkbookData data) {
        return data.book().isFirst()
                ? Optional.of(reports.of(List.of(data.owner()), WeeklyWriter.WEEKS, data.at()).owners().getFirst())
                : Optional.empty();
    }

    private void prepare(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectories(temporary);
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(temporary.toFile()));
    }
}
