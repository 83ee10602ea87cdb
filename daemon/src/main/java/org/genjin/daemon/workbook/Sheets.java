package org.genjin.daemon.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.file.ListReader;
import org.genjin.daemon.customerlist.file.ListRefused;
import org.genjin.daemon.decision.InSheet;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.report.Report;
import org.genjin.daemon.report.ReportWords;
import org.genjin.daemon.report.Reports;
import org.genjin.daemon.report.WeeklyWriter;
import org.genjin.daemon.workbook.rules.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each owner's workbook in the home's sheets folder and the ledger in step. What people wrote into the file is read first and
 * goes into the ledger; then the file is written, in place: only the cells that are ours. A file that is open in a spreadsheet
 * program is left alone until later; one that cannot be read is set aside and said. One file at a time, whoever asks. Thread-safe.
 */
public final class Sheets {

    /** Between two writings that nobody asked for. */
    private static final Duration BATCH = Duration.ofMinutes(2);
    /** So long a file that cannot be read may still be on its way. */
    private static final Duration ARRIVING = Duration.ofMinutes(5);
    /** A version is kept each time a person changed something, else no more often than this. */
    private static final Duration VERSIONS_EVERY = Duration.ofHours(1);
    private static final int ATTEMPTS = 3;
    /** A workbook of many sheets has two parts for each, and POI would take it for an attack. */
    private static final long MOST_PARTS = 20_000;

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final Reports reports;
    private final SheetWords words;
    private final ReportWords figures;
    private final SheetValues values;
    private final Taking taking;
    private final Gathering gathering;
    private final Path folder;
    private final Path temporary;
    private final Map<String, Integer> written = new HashMap<>();
    private final Map<String, Instant> writtenAt = new HashMap<>();
    private final Map<String, Instant> keptAt = new HashMap<>();
    private final Map<String, Broken> broken = new HashMap<>();
    private final Map<String, String> counted = new HashMap<>();
    private final ReentrantLock one = new ReentrantLock();

    /**
     * @param folder where the owners' folders are
     * @param temporary for what the writing puts on disk
     * @param page address of the page, without a slash at its end; "" if there is none
     */
    public Sheets(
            Ledger ledger, FollowUpBoard board, Timeline timeline, Reports reports, InSheet decisions, Language language, Path folder,
            Path temporary, String page) {
        this.ledger = ledger;
        this.board = board;
        this.reports = reports;
        this.words = new SheetWords(language);
        this.figures = new ReportWords(words.language());
        this.values = new SheetValues(words);
        this.taking = new Taking(ledger, board, decisions, words, values);
        this.gathering = new Gathering(ledger, board, timeline, new LedgerValues(words, values), page);
        this.folder = folder;
        this.temporary = temporary;
        ZipSecureFile.setMaxFileCount(Math.max(MOST_PARTS, ZipSecureFile.getMaxFileCount()));
    }

    /** What became of reading and writing a workbook. */
    public sealed interface Outcome {

        Path file();

        /**
         * @param taken what people had written into it, one sentence each
         * @param remarks what a person has to look at again
         */
        record Written(Path file, int customers, int sheets, List<String> taken, List<String> remarks) implements Outcome {}

        /** Read, or only looked at; not written. */
        record Read(Path file, List<String> taken, List<String> remarks) implements Outcome {}

        /** It is open in a spreadsheet program; it is written next time. */
        record InUse(Path file, List<String> taken, List<String> remarks) implements Outcome {}

        /** There is none yet. */
        record Absent(Path file) implements Outcome {}

        /** It cannot be read; it may be on its way still, and is tried again. */
        record Unreadable(Path file, String why) implements Outcome {}
    }

    private record Broken(String hash, Instant since) {}

    /** A file as it was read. */
    private record Source(Supplier<InputStream> content, String hash, Optional<ListFile> list, String problem) {

        static Source of(byte[] bytes, Optional<ListFile> list, String problem) {
            return new Source(() -> new ByteArrayInputStream(bytes), SheetFiles.hash(bytes), list, problem);
        }
    }

    /** Where an owner's workbook is. */
    public Path file(String owner) {
        return folder.resolve(owner.replaceAll("[^\\p{L}\\p{N}@._+-]", "_")).resolve(words.text("file") + ".xlsx");
    }

    /** Reads what was changed in an owner's workbook and writes it to its place. */
    public Outcome write(String owner, Instant at) throws IOException {
        return locked(() -> bring(owner, at, Optional.empty(), true));
    }

    /** Writes an owner's workbook as a new file elsewhere, to be given away: what is changed there is not read. */
    public Outcome write(String owner, Path file, Instant at) throws IOException {
        return locked(() -> {
            if (SheetFiles.isOpen(file)) {
                return new Outcome.InUse(file, List.of(), List.of());
            }
            Path target = file.toAbsolutePath();
            WorkbookData data = gathering.gather(owner, at);
            prepare(target);
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                new FollowUpWorkbook(words, values, figures).write(workbook, data, report(owner, at), Found.NOTHING, 0);
                SheetFiles.replace(target, SheetFiles.writeBeside(target, workbook::write));
            }
            return new Outcome.Written(target, data.customers().size(), data.sheets().size(), List.of(), List.of());
        });
    }

    /**
     * Takes what was changed in a workbook into the ledger.
     *
     * @param file another file than the owner's own, such as one that came back by mail; empty: the owner's own
     * @param dry only says what would be taken
     */
    public Outcome read(String owner, Optional<Path> file, boolean dry, Instant at) throws IOException {
        return locked(() -> {
            Path path = file.orElseGet(() -> file(owner));
            Source source = source(path);
            if (source == null) {
                return new Outcome.Absent(path);
            }
            if (source.list().isEmpty()) {
                return new Outcome.Unreadable(path, source.problem());
            }
            if (isNeverWritten(owner)) {
                return new Outcome.Unreadable(path, path.getFileName() + " cannot be held against anything, as Genjin has written none yet;"
                        + " 'genjin sheet write' does. A customer list is taken in by 'genjin customers import'.");
            }
            Taking.Taken taken = taking.take(owner, source.list().get(), file.isPresent(), dry, at);
            if (!dry && file.isEmpty()) {
                note(owner, path, source.hash(), at, taken.remarks(), false);
            }
            return new Outcome.Read(path, taken.edits(), taken.remarks());
        });
    }

    /**
     * Brings every owner's up to date that has changed, or whose ledger has; one that fails does not keep the others waiting.
     *
     * @return whether anything was taken into the ledger
     */
    public boolean keepInStep(List<String> owners, Instant at) throws IOException {
        IOException failed = null;
        boolean taken = false;
        for (String owner : owners) {
            try {
                taken |= locked(() -> inStep(owner, at)).filter(it -> !taken(it).isEmpty()).isPresent();
            } catch (IOException e) {
                failed = e;
            } catch (UncheckedIOException e) {
                failed = e.getCause();
            }
        }
        if (failed != null) {
            throw failed;
        }
        return taken;
    }

    private static List<String> taken(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written it -> it.taken();
            case Outcome.Read it -> it.taken();
            case Outcome.InUse it -> it.taken();
            case Outcome.Absent _, Outcome.Unreadable _ -> List.of();
        };
    }

    /** What there is to say of each workbook. */
    public List<SheetTable.Written> states() {
        return ledger.read(tx -> tx.sheets().all());
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T locked(Work<T> work) throws IOException {
        one.lock();
        try {
            return work.run();
        } finally {
            one.unlock();
        }
    }

    /** An unchanged file costs a look at its date, an unchanged ledger one query. */
    private Optional<Outcome> inStep(String owner, Instant at) throws IOException {
        Path file = file(owner);
        boolean changed = broken.containsKey(owner) || isChanged(owner, file) || !SheetFiles.conflicts(file).isEmpty();
        Instant last = writtenAt.get(owner);
        String counters = ledger.read(tx -> tx.counted()) + board.today(at);
        boolean due = (last == null || !at.isBefore(last.plus(BATCH))) && !counters.equals(counted.get(owner));
        if (!changed && !due) {
            return Optional.empty();
        }
        Optional<WorkbookData> now = changed ? Optional.empty() : Optional.of(gathering.gather(owner, at));
        boolean same = now.filter(it -> Integer.valueOf(gathering.state(it)).equals(written.get(owner))).isPresent();
        Optional<Outcome> outcome = same ? Optional.empty() : Optional.of(bring(owner, at, now, false));
        if (outcome.isEmpty() || outcome.get() instanceof Outcome.Written) {
            counted.put(owner, counters); // those of before: what has come since is looked at next time
            writtenAt.put(owner, at);
        }
        return outcome;
    }

    private boolean isChanged(String owner, Path file) throws IOException {
        Optional<SheetTable.Written> known = ledger.read(tx -> tx.sheets().find(owner));
        if (!Files.exists(file)) {
            return true;
        }
        return known.isEmpty() || Files.size(file) != known.get().size()
                || Files.getLastModifiedTime(file).toMillis() != known.get().modified().toEpochMilli();
    }

    /** @param now what it is to say unless something is taken from it first; empty: not gathered yet */
    private Outcome bring(String owner, Instant at, Optional<WorkbookData> now, boolean asked) throws IOException {
        Path file = file(owner);
        Optional<SheetTable.Written> known = ledger.read(tx -> tx.sheets().find(owner));
        List<String> taken = new ArrayList<>();
        boolean first = isNeverWritten(owner);
        if (first && Files.exists(file) && SheetFiles.isOpen(file)) {
            return new Outcome.InUse(file, List.of(), open(List.of()));
        }
        List<String> remarks = new ArrayList<>(first ? List.of() : conflicts(owner, file, at, taken));
        if (first && Files.exists(file)) {
            remarks.add(foreign(file, at));
        }
        moved(owner, file, known, at, taken, remarks);
        for (int attempt = 1; ; attempt++) {
            Source source = source(file);
            if (source != null && source.list().isEmpty() && !setAside(owner, file, source, at, asked, remarks)) {
                return new Outcome.Unreadable(file, source.problem());
            }
            boolean there = source != null && source.list().isPresent();
            Found found = Found.NOTHING;
            if (there && source != null) {
                Taking.Taken it = taking.take(owner, source.list().orElseThrow(), false, false, at);
                taken.addAll(it.edits());
                if (attempt == 1) {
                    remarks.addAll(it.remarks());
                }
                found = it.found();
            }
            if (SheetFiles.isOpen(file)) {
                if (source != null) {
                    note(owner, file, source.hash(), at, open(remarks), false);
                }
                return new Outcome.InUse(file, taken, remarks);
            }
            try {
                WorkbookData data = taken.isEmpty() && now.isPresent() ? now.get() : gathering.gather(owner, at);
                Optional<Outcome> outcome = replace(file, there ? source : null, found, data, taken, remarks, asked);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            } catch (Unopenable e) {
                Source damaged = new Source(
                        InputStream::nullInputStream, source == null ? "" : source.hash(), Optional.empty(), String.valueOf(e.getMessage()));
                if (!setAside(owner, file, damaged, at, asked, remarks)) {
                    return new Outcome.Unreadable(file, damaged.problem());
                }
            }
            if (attempt == ATTEMPTS) {
                return new Outcome.InUse(file, taken, remarks);
            }
        }
    }

    private static List<String> open(List<String> remarks) {
        List<String> all = new ArrayList<>(remarks);
        all.add("It is open in a spreadsheet program; Genjin writes it when it is closed.");
        return all;
    }

    /** Empty if somebody saved the file meanwhile. */
    private Optional<Outcome> replace(
            Path file, @Nullable Source source, Found found, WorkbookData data, List<String> taken, List<String> remarks, boolean asked)
            throws IOException, Unopenable {
        String owner = data.owner();
        Instant at = data.at();
        prepare(file);
        long revision = 1 + ledger.read(tx -> tx.sheets().said(owner).keySet().stream().mapToLong(Long::longValue).max().orElse(0));
        Path fresh;
        Snapshot said;
        try (XSSFWorkbook workbook = opened(source)) {
            said = new FollowUpWorkbook(words, values, figures).write(workbook, data, report(owner, at), found, revision);
            fresh = SheetFiles.writeBeside(file, workbook::write);
        }
        String hash = SheetFiles.hash(Files.readAllBytes(fresh));
        String now = Files.exists(file) ? SheetFiles.hash(Files.readAllBytes(file)) : "";
        if (!now.equals(source == null ? "" : source.hash())) {
            Files.deleteIfExists(fresh);
            return Optional.empty();
        }
        String text = said.text();
        // Before the file itself: whatever dies here, what stands in the file is known.
        ledger.transact(tx -> {
            tx.sheets().say(owner, revision, new SheetTable.Said(text, text));
            return null;
        });
        if (source != null) {
            keep(owner, file, at, asked || !taken.isEmpty());
        }
        try {
            SheetFiles.replace(file, fresh);
        } catch (FileSystemException e) {
            Files.deleteIfExists(fresh);
            note(owner, file, source == null ? "" : source.hash(), at, open(remarks), false);
            return Optional.of(new Outcome.InUse(file, taken, remarks)); // Windows lets nobody replace an open file
        }
        note(owner, file, hash, at, remarks, true);
        broken.remove(owner);
        written.put(owner, gathering.state(data));
        return Optional.of(new Outcome.Written(file, data.customers().size(), data.sheets().size(), taken, remarks));
    }

    /** @throws Unopenable if it is a workbook in which our tables were found and still none that can be written again */
    private static XSSFWorkbook opened(@Nullable Source source) throws Unopenable {
        try {
            return source == null ? new XSSFWorkbook() : new XSSFWorkbook(source.content().get());
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new Unopenable("The workbook is damaged (" + e.getMessage() + ").", e);
        }
    }

    private static final class Unopenable extends Exception {
        Unopenable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    private void keep(String owner, Path file, Instant at, boolean surely) throws IOException {
        Instant last = keptAt.get(owner);
        if (surely || last == null || !at.isBefore(last.plus(VERSIONS_EVERY))) {
            SheetFiles.keep(file, at, board.zone());
            keptAt.put(owner, at);
        }
    }

    private Report.Of report(String owner, Instant at) {
        return reports.of(List.of(owner), WeeklyWriter.WEEKS, at).owners().getFirst();
    }

    private void prepare(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectories(temporary);
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(temporary.toFile()));
    }

    /** Null if there is no file. */
    private @Nullable Source source(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null; // there is none: a new one is made
        }
        try {
            ListFile list = ListReader.readWhole(bytes, String.valueOf(file.getFileName()));
            if (list.kind() != ListFile.Kind.XLSX) {
                return Source.of(bytes, Optional.empty(), file.getFileName() + " is no .xlsx workbook; save it as one.");
            }
            return Source.of(bytes, Optional.of(list), "");
        } catch (ListRefused e) {
            return Source.of(bytes, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** False while it may be on its way still. */
    private boolean setAside(String owner, Path file, Source source, Instant at, boolean asked, List<String> remarks)
            throws IOException {
        Broken before = broken.get(owner);
        Instant since = before != null && before.hash().equals(source.hash()) ? before.since() : at;
        broken.put(owner, new Broken(source.hash(), since));
        if (SheetFiles.isOpen(file) || !asked && at.isBefore(since.plus(ARRIVING))) {
            note(owner, file, source.hash(), at, List.of(source.problem() + " Genjin waits whether it is still being synced."), false);
            return false;
        }
        broken.remove(owner);
        Path aside = SheetFiles.setAside(file, file, "damaged", at, board.zone());
        remarks.add(source.problem() + " It was set aside as " + SheetFiles.VERSIONS + "/" + aside.getFileName() + ", and a new one was made.");
        return true;
    }

    private boolean isNeverWritten(String owner) {
        return ledger.read(tx -> tx.sheets().said(owner)).isEmpty();
    }

    /**
     * A file that is there before the first was written: of an earlier Genjin, which read nothing back, or somebody's own. What
     * stands in it was never written down, so all of it would be taken for typed by a person.
     */
    private String foreign(Path file, Instant at) throws IOException {
        Path aside = SheetFiles.setAside(file, file, "before", at, board.zone());
        return "The file that was there before was not read; it was set aside as " + SheetFiles.VERSIONS + "/" + aside.getFileName()
                + ". If it is your own list of customers, 'genjin customers import' takes it in.";
    }

    /** Takes what copies say that a sync program made, and sets them aside. */
    private List<String> conflicts(String owner, Path file, Instant at, List<String> taken) throws IOException {
        List<String> remarks = new ArrayList<>();
        for (Path copy : SheetFiles.conflicts(file)) {
            Source source = source(copy);
            if (source == null || source.list().isEmpty() || SheetFiles.isOpen(copy)) {
                remarks.add("There is a second copy, " + copy.getFileName() + ", that cannot be read"
                        + (SheetFiles.isOpen(copy) ? " while it is open." : "."));
                continue;
            }
            Taking.Taken it = taking.take(owner, source.list().get(), true, false, at);
            taken.addAll(it.edits());
            remarks.addAll(it.remarks());
            Path aside = SheetFiles.setAside(copy, file, "copy", at, board.zone());
            remarks.add("A second copy, " + copy.getFileName() + ", was read and set aside as " + SheetFiles.VERSIONS + "/"
                    + aside.getFileName() + ".");
        }
        return remarks;
    }

    /** The workbook of another language that it was before. */
    private void moved(
            String owner, Path file, Optional<SheetTable.Written> known, Instant at, List<String> taken, List<String> remarks)
            throws IOException {
        Path before = known.map(it -> Path.of(it.path())).orElse(file);
        if (before.equals(file) || Files.exists(file)) {
            return;
        }
        Source source = source(before);
        if (source != null && source.list().isPresent()) {
            Taking.Taken it = taking.take(owner, source.list().get(), false, false, at);
            taken.addAll(it.edits());
            remarks.addAll(it.remarks());
            remarks.add(before.getFileName() + " was read a last time; from now on Genjin keeps " + file.getFileName() + ".");
        }
    }

    private void note(String owner, Path file, String hash, Instant at, List<String> notes, boolean wrote) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        Instant modified = Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
        ledger.transact(tx -> {
            Optional<SheetTable.Written> before = tx.sheets().find(owner);
            tx.sheets().put(new SheetTable.Written(
                    owner, file.toString(), words.language().tag(), before.map(SheetTable.Written::revision).orElse(0L) + (wrote ? 1 : 0),
                    size, modified, hash, wrote ? at : before.map(SheetTable.Written::writtenAt).orElse(null), at, notes));
            return null;
        });
    }
}
