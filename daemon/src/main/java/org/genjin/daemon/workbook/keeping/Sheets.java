package org.genjin.daemon.workbook.keeping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.genjin.config.Language;
import org.genjin.daemon.decision.InSheet;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.report.Reports;
import org.genjin.daemon.workbook.Gathering;
import org.genjin.daemon.workbook.LedgerValues;
import org.genjin.daemon.workbook.Places;
import org.genjin.daemon.workbook.SheetValues;
import org.genjin.daemon.workbook.SheetWords;
import org.genjin.daemon.workbook.Taking;
import org.genjin.daemon.workbook.WorkbookData;
import org.genjin.daemon.workbook.file.SheetFiles;

/**
 * Keeps each owner's workbook in the home's sheets folder and the ledger in step. What people wrote into the file is read first and
 * goes into the ledger; then the file is written, in place: only the cells that are ours. A file that is open in a spreadsheet
 * program is left alone until later; one that cannot be read is set aside and said. One file at a time, whoever asks. Thread-safe.
 */
public final class Sheets {

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final SheetWords words;
    private final Places places;
    private final Gathering gathering;
    private final SheetStates states;
    private final Strays strays;
    private final SheetReading reading;
    private final GivenBooks given;
    private final LeftBooks left;
    private final Renewal renewal;
    private final SheetPasswords passwords;
    private final Path folder;
    private final Map<SheetBook, Pace> paces = new HashMap<>();
    private final ReentrantLock one = new ReentrantLock();

    /**
     * @param folder where the owners' folders are
     * @param temporary for what the writing puts on disk
     * @param page address of the page, without a slash at its end; "" if there is none
     */
    public Sheets(
            Ledger ledger, FollowUpBoard board, Timeline timeline, Reports reports, InSheet decisions, IndustryBoard industries, Language language,
            Path folder, Path temporary, SheetWishes wishes, String page) {
        this.ledger = ledger;
        this.board = board;
        this.words = new SheetWords(language);
        SheetValues values = new SheetValues(words, industries);
        this.places = new Places(ledger, wishes.all());
        Taking taking = new Taking(ledger, board, timeline, decisions, words, values);
        this.gathering = new Gathering(
                ledger, places, board, timeline, new LedgerValues(words, values), decisions, words.text("file"), page);
        this.states = new SheetStates(ledger, words.language().tag());
        SheetWriter writer = new SheetWriter(words, values, reports, states, board.zone(), temporary);
        this.strays = new Strays(taking, states, board.zone());
        this.reading = new SheetReading(taking, states, strays, words, values);
        this.renewal = new Renewal(taking, gathering, states, writer, strays);
        this.passwords = wishes.passwords();
        this.folder = folder;
        this.given = new GivenBooks(gathering, writer, passwords);
        this.left = new LeftBooks(states, reading, passwords, this::file);
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

        /** It is open in a spreadsheet program; it is written next time. The last remark says so, and how that is known. */
        record InUse(Path file, List<String> taken, List<String> remarks) implements Outcome {}

        /** There is none yet. */
        record Absent(Path file) implements Outcome {}

        /** It cannot be read; it may be on its way still, and is tried again. */
        record Unreadable(Path file, String why) implements Outcome {}
    }

    /** Where an owner's first workbook is. */
    public Path file(String owner) {
        return file(SheetBook.first(owner));
    }

    public Path file(SheetBook book) {
        Path first = folder.resolve(SheetFiles.folder(book.owner())).resolve(words.text("file") + ".xlsx");
        return SheetFiles.numbered(first, book.number());
    }

    /** As {@link #writeAll}; says what became of the first. */
    public Outcome write(String owner, Instant at) throws IOException {
        return write(owner, Optional.empty(), at);
    }

    /** As {@link #writeAll}; says what became of the first. */
    public Outcome write(String owner, Optional<String> unlock, Instant at) throws IOException {
        return writeAll(owner, unlock, at).getFirst();
    }

    /**
     * Reads what was changed in an owner's workbooks and writes them to their places, one after the other.
     *
     * @param unlock the password that the files have now, if it is another than is configured
     * @return what became of each, the first at the beginning
     */
    public List<Outcome> writeAll(String owner, Optional<String> unlock, Instant at) throws IOException {
        return locked(() -> {
            Map<SheetBook, List<String>> typed = typed(owner, unlock, at);
            return each(owner, book -> places.isKept(book)
                    ? bring(book, unlock, at, Optional.empty(), typed.getOrDefault(book, List.of()), true)
                    : left.read(book, unlock, at));
        });
    }

    private interface Doing {
        Outcome of(SheetBook book) throws IOException;
    }

    /** Does it with the first, which tells how many there are to be, and then with the others; those that are gone are not said. */
    private List<Outcome> each(String owner, Doing doing) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(doing.of(SheetBook.first(owner)));
        for (SheetBook book : further(owner)) {
            Outcome outcome = doing.of(book);
            if (!(outcome instanceof Outcome.Absent)) {
                outcomes.add(outcome);
            }
        }
        return outcomes;
    }

    private List<SheetBook> further(String owner) {
        return IntStream.rangeClosed(2, places.last(owner)).mapToObj(it -> new SheetBook(owner, it)).toList();
    }

    /** What was typed into further ones, which the first is to say too: taken before any is written. */
    private Map<SheetBook, List<String>> typed(String owner, Optional<String> unlock, Instant at) throws IOException {
        Map<SheetBook, List<String>> typed = new HashMap<>();
        for (SheetBook book : further(owner)) {
            if (places.isKept(book) && states.isChanged(book, file(book))) {
                try {
                    Outcome outcome = reading.own(book, file(book), Keys.of(passwords, owner, unlock), false, at);
                    typed.put(book, taken(outcome));
                } catch (Keys.NoPassword e) {
                    return Map.of(); // whoever is to write them says so
                }
            }
        }
        return typed;
    }

    /**
     * Writes an owner's workbooks as new files elsewhere, to be given away: what is changed there is not read.
     *
     * @param file the first; further ones get numbers behind their names
     */
    public List<Outcome> write(String owner, Path file, Instant at) throws IOException {
        return locked(() -> given.write(owner, file.toAbsolutePath(), at));
    }

    /**
     * Takes what was changed in a workbook into the ledger.
     *
     * @param file a copy of one of them, such as one that came back by mail; empty: the owner's own
     * @param dry only says what would be taken
     * @return of the owner's own what became of the first
     */
    public Outcome read(String owner, Optional<Path> file, boolean dry, Instant at) throws IOException {
        return readAll(owner, file, Optional.empty(), dry, at).getFirst();
    }

    /**
     * The same of all of an owner's workbooks.
     *
     * @param unlock the password that the files have now, if it is another than is configured
     */
    public List<Outcome> readAll(String owner, Optional<Path> file, Optional<String> unlock, boolean dry, Instant at) throws IOException {
        return locked(() -> {
            Keys keys;
            try {
                keys = Keys.of(passwords, owner, unlock);
            } catch (Keys.NoPassword e) {
                return List.of(new Outcome.Unreadable(file.orElse(file(owner)), e.sentence()));
            }
            if (file.isPresent()) {
                return List.of(reading.copy(owner, file.get(), keys, dry, at));
            }
            return each(owner, book ->
                    dry || places.isKept(book) ? reading.own(book, file(book), keys, dry, at) : left.read(book, unlock, at));
        });
    }

    /**
     * Brings all owners' workbooks up to date that have changed, or whose ledger has; one that fails does not keep the others waiting.
     *
     * @return whether anything was taken into the ledger
     */
    public boolean keepInStep(List<String> owners, Instant at) throws IOException {
        List<IOException> failed = new ArrayList<>();
        boolean taken = false;
        for (String owner : owners) {
            taken |= keepInStep(SheetBook.first(owner), at, failed);
            for (SheetBook book : further(owner)) {
                taken |= keepInStep(book, at, failed);
            }
        }
        if (!failed.isEmpty()) {
            throw failed.getLast();
        }
        return taken;
    }

    private boolean keepInStep(SheetBook book, Instant at, List<IOException> failed) {
        try {
            return locked(() -> inStep(book, at)).filter(it -> !taken(it).isEmpty()).isPresent();
        } catch (IOException e) {
            failed.add(e);
        } catch (UncheckedIOException e) {
            failed.add(e.getCause());
        }
        return false;
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
    private Optional<Outcome> inStep(SheetBook book, Instant at) throws IOException {
        if (!places.isKept(book)) {
            paces.remove(book);
            return left.readIfChanged(book, at);
        }
        Path file = file(book);
        Pace pace = paces.computeIfAbsent(book, _ -> new Pace());
        boolean changed = strays.isBroken(book) || !strays.beside(file).isEmpty() || states.isChanged(book, file) || !SheetFiles.conflicts(file).isEmpty();
        String counters = ledger.read(tx -> tx.counted()) + board.today(at);
        if (!changed && !pace.isDue(counters, at)) {
            return Optional.empty();
        }
        Optional<WorkbookData> now = changed || !pace.isKnown() ? Optional.empty() : Optional.of(gathering.gather(book, at, pace.shown()));
        boolean same = now.filter(it -> pace.says(gathering.state(it))).isPresent();
        Optional<Outcome> outcome = same ? Optional.empty() : Optional.of(bring(book, Optional.empty(), at, now, List.of(), false));
        if (outcome.isEmpty() || outcome.get() instanceof Outcome.Written) {
            pace.looked(counters, at);
        }
        return outcome;
    }

    /**
     * @param now what it is to say unless something is taken from it first; empty: not gathered yet
     * @param typed what was taken from it before
     */
    private Outcome bring(
            SheetBook book, Optional<String> unlock, Instant at, Optional<WorkbookData> now, List<String> typed, boolean asked)
            throws IOException {
        Path file = file(book);
        left.takenUp(book);
        Renewal.Renewed renewed;
        try {
            Keys keys = Keys.of(passwords, book.owner(), unlock);
            renewed = renewal.bring(new Renewal.Task(book, file, keys, at, typed, asked), now);
        } catch (Keys.NoPassword e) {
            states.note(book, file, "", at, List.of(e.sentence()), false);
            return new Outcome.Unreadable(file, e.sentence());
        }
        renewed.data().ifPresent(it -> paces.computeIfAbsent(book, _ -> new Pace())
                .wrote(gathering.state(it), it.history().keySet(), !it.pictures().waiting()));
        return renewed.outcome();
    }
}
