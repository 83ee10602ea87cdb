package org.genjin.daemon.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.decision.InSheet;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.report.Reports;

/**
 * Keeps each owner's workbook in the home's sheets folder and the ledger in step. What people wrote into the file is read first and
 * goes into the ledger; then the file is written, in place: only the cells that are ours. A file that is open in a spreadsheet
 * program is left alone until later; one that cannot be read is set aside and said. One file at a time, whoever asks. Thread-safe.
 */
public final class Sheets {

    /** Between two writings that nobody asked for. */
    private static final Duration BATCH = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final SheetWords words;
    private final Taking taking;
    private final Gathering gathering;
    private final SheetStates states;
    private final SheetWriter writer;
    private final Strays strays;
    private final SheetPasswords passwords;
    private final Path folder;
    private final Map<String, Integer> written = new HashMap<>();
    private final Map<String, Instant> writtenAt = new HashMap<>();
    private final Map<String, String> counted = new HashMap<>();
    private final Map<String, Set<CustomerId>> shown = new HashMap<>();
    private final Set<String> swept = new HashSet<>();
    private final ReentrantLock one = new ReentrantLock();

    /**
     * @param folder where the owners' folders are
     * @param temporary for what the writing puts on disk
     * @param passwords with what the workbooks are locked
     * @param page address of the page, without a slash at its end; "" if there is none
     */
    public Sheets(
            Ledger ledger, FollowUpBoard board, Timeline timeline, Reports reports, InSheet decisions, IndustryBoard industries, Language language,
            Path folder, Path temporary, SheetPasswords passwords, String page) {
        this.ledger = ledger;
        this.board = board;
        this.words = new SheetWords(language);
        SheetValues values = new SheetValues(words, industries);
        this.taking = new Taking(ledger, board, timeline, decisions, words, values);
        this.gathering = new Gathering(ledger, board, timeline, new LedgerValues(words, values), decisions, page);
        this.states = new SheetStates(ledger, words.language().tag());
        this.writer = new SheetWriter(words, values, reports, states, board.zone(), temporary);
        this.strays = new Strays(taking, states, board.zone());
        this.passwords = passwords;
        this.folder = folder;
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

    /** Where an owner's workbook is. */
    public Path file(String owner) {
        return folder.resolve(SheetFiles.folder(owner)).resolve(words.text("file") + ".xlsx");
    }

    /** Reads what was changed in an owner's workbook and writes it to its place. */
    public Outcome write(String owner, Instant at) throws IOException {
        return write(owner, Optional.empty(), at);
    }

    /** @param unlock the password that the file has now, if it is another than is configured */
    public Outcome write(String owner, Optional<String> unlock, Instant at) throws IOException {
        return locked(() -> bring(owner, unlock, at, Optional.empty(), true));
    }

    /** Writes an owner's workbook as a new file elsewhere, to be given away: what is changed there is not read. */
    public Outcome write(String owner, Path file, Instant at) throws IOException {
        return locked(() -> {
            if (SheetFiles.isOpen(file)) {
                return new Outcome.InUse(file, List.of(), List.of());
            }
            Path target = file.toAbsolutePath();
            Keys keys;
            try {
                keys = keys(owner, Optional.empty());
            } catch (NoPassword e) {
                return new Outcome.Unreadable(target, e.sentence());
            }
            WorkbookData data = gathering.gather(owner, at, Set.of());
            writer.fresh(target, keys.lock(), data);
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
        return read(owner, file, Optional.empty(), dry, at);
    }

    /** @param unlock the password that the file has now, if it is another than is configured */
    public Outcome read(String owner, Optional<Path> file, Optional<String> unlock, boolean dry, Instant at) throws IOException {
        return locked(() -> {
            Path path = file.orElseGet(() -> file(owner));
            Optional<SheetSource> source;
            try {
                source = SheetSource.read(path, keys(owner, unlock).unlock());
            } catch (NoPassword e) {
                return new Outcome.Unreadable(path, e.sentence());
            }
            if (source.isEmpty()) {
                return new Outcome.Absent(path);
            }
            if (source.get().list().isEmpty()) {
                return new Outcome.Unreadable(path, source.get().problem());
            }
            if (states.isNeverWritten(owner)) {
                return new Outcome.Unreadable(path, path.getFileName() + " cannot be held against anything, as Genjin has written none yet;"
                        + " 'genjin sheet write' does. A customer list is taken in by 'genjin customers import'.");
            }
            Taking.Taken taken = taking.take(owner, source.get().list().orElseThrow(), file.isPresent(), dry, at);
            if (!dry && file.isEmpty()) {
                states.note(owner, path, source.get().hash(), at, taken.remarks(), false);
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
        return states.all();
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
        boolean changed = strays.isBroken(owner) || !strays.beside(file).isEmpty() || states.isChanged(owner, file) || !SheetFiles.conflicts(file).isEmpty();
        Instant last = writtenAt.get(owner);
        String counters = ledger.read(tx -> tx.counted()) + board.today(at);
        boolean due = (last == null || !at.isBefore(last.plus(BATCH))) && !counters.equals(counted.get(owner));
        if (!changed && !due) {
            return Optional.empty();
        }
        Optional<WorkbookData> now = changed ? Optional.empty() : Optional.of(gathering.gather(owner, at, shown.getOrDefault(owner, Set.of())));
        boolean same = now.filter(it -> Integer.valueOf(gathering.state(it)).equals(written.get(owner))).isPresent();
        Optional<Outcome> outcome = same ? Optional.empty() : Optional.of(bring(owner, Optional.empty(), at, now, false));
        if (outcome.isEmpty() || outcome.get() instanceof Outcome.Written) {
            if (outcome.isEmpty() || written.containsKey(owner)) {
                counted.put(owner, counters); // those of before: what has come since is looked at next time
            }
            writtenAt.put(owner, at);
        }
        return outcome;
    }

    /** @param now what it is to say unless something is taken from it first; empty: not gathered yet */
    private Outcome bring(String owner, Optional<String> unlock, Instant at, Optional<WorkbookData> now, boolean asked)
            throws IOException {
        Path file = file(owner);
        Keys keys;
        try {
            keys = keys(owner, unlock);
        } catch (NoPassword e) {
            states.note(owner, file, "", at, List.of(e.sentence()), false);
            return new Outcome.Unreadable(file, e.sentence());
        }
        if (swept.add(owner)) {
            SheetFiles.sweep(file);
        }
        List<String> taken = new ArrayList<>();
        boolean first = states.isNeverWritten(owner);
        if (first && Files.exists(file) && SheetFiles.isOpen(file)) {
            return new Outcome.InUse(file, List.of(), open(List.of()));
        }
        List<String> remarks = new ArrayList<>(first ? List.of() : strays.conflicts(owner, file, keys.unlock(), at, taken));
        if (first && Files.exists(file)) {
            remarks.add(strays.foreign(file, at));
        }
        if (!first) {
            remarks.addAll(strays.others(owner, file, keys.unlock(), at, taken));
        }
        strays.moved(owner, file, keys.unlock(), at, taken, remarks);
        for (int attempt = 1; ; attempt++) {
            Optional<SheetSource> source = SheetSource.read(file, keys.unlock());
            if (source.isPresent() && source.get().list().isEmpty()) {
                if (!strays.setAside(owner, file, source.get(), at, asked, remarks)) {
                    return new Outcome.Unreadable(file, source.get().problem());
                }
                source = Optional.empty();
            }
            Found found = Found.NOTHING;
            if (source.isPresent()) {
                Taking.Taken it = taking.take(owner, source.get().list().orElseThrow(), false, false, at);
                taken.addAll(it.edits());
                if (attempt == 1) {
                    remarks.addAll(it.remarks());
                }
                found = it.found();
            }
            if (SheetFiles.isOpen(file)) {
                return later(owner, file, source, taken, remarks, at);
            }
            try {
                Set<CustomerId> there = found.book().customers().keySet();
                WorkbookData data = now.filter(it -> taken.isEmpty() && it.tellsOf(there))
                        .orElseGet(() -> gathering.gather(owner, at, there));
                SheetWriter.Written done = writer.replace(
                        file, keys.lock(), source, found, data, asked || !taken.isEmpty(), remarks);
                if (done == SheetWriter.Written.HELD) {
                    return later(owner, file, source, taken, remarks, at);
                }
                if (done == SheetWriter.Written.DONE) {
                    strays.mended(owner);
                    written.put(owner, gathering.state(data));
                    shown.put(owner, data.history().keySet());
                    if (data.pictures().waiting()) {
                        written.remove(owner);
                    }
                    return new Outcome.Written(file, data.customers().size(), data.sheets().size(), taken, remarks);
                }
            } catch (SheetWriter.Unopenable e) {
                SheetSource damaged = source.orElseThrow().unwritable(String.valueOf(e.getMessage()), e.isGood());
                if (!strays.setAside(owner, file, damaged, at, asked, remarks)) {
                    return new Outcome.Unreadable(file, damaged.problem());
                }
            }
            if (attempt == ATTEMPTS) {
                return new Outcome.InUse(file, taken, remarks);
            }
        }
    }

    private Outcome later(
            String owner, Path file, Optional<SheetSource> source, List<String> taken, List<String> remarks, Instant at)
            throws IOException {
        states.note(owner, file, source.map(SheetSource::hash).orElse(""), at, open(remarks), false);
        return new Outcome.InUse(file, taken, remarks);
    }

    /**
     * What opens and locks a workbook.
     *
     * @param lock with which it is written; empty: it is not locked
     * @param unlock with which it may be locked now
     */
    private record Keys(Optional<String> lock, List<String> unlock) {}

    /** There is a password and it cannot be had: the workbook is neither read nor written, least of all in the clear. */
    private static final class NoPassword extends Exception {
        NoPassword(IOException cause) {
            super(cause);
        }

        String sentence() {
            return "The workbook's password cannot be had: " + String.valueOf(getCause()).replaceFirst("^[\\w.]+: ", "")
                    + ". Until then it is neither read nor written.";
        }
    }

    private Keys keys(String owner, Optional<String> unlock) throws NoPassword {
        try {
            Optional<String> lock = passwords.of(owner);
            return new Keys(lock, Stream.of(lock, unlock).flatMap(Optional::stream).toList());
        } catch (IOException e) {
            throw new NoPassword(e);
        }
    }

    private static List<String> open(List<String> remarks) {
        List<String> all = new ArrayList<>(remarks);
        all.add("It is open in a spreadsheet program; Genjin writes it when it is closed.");
        return all;
    }
}
