package org.genjin.daemon.workbook.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.workbook.Found;
import org.genjin.daemon.workbook.Gathering;
import org.genjin.daemon.workbook.Taking;
import org.genjin.daemon.workbook.WorkbookData;
import org.genjin.daemon.workbook.file.SheetFiles;
import org.genjin.daemon.workbook.file.SheetSource;
import org.genjin.daemon.workbook.keeping.Sheets.Outcome;

/** Brings one workbook up to date: what people wrote into it goes into the ledger first. Under the lock of {@link Sheets}. */
final class Renewal {

    private static final int ATTEMPTS = 3;

    private final Taking taking;
    private final Gathering gathering;
    private final SheetStates states;
    private final SheetWriter writer;
    private final Strays strays;
    private final Set<SheetBook> swept = new HashSet<>();

    Renewal(Taking taking, Gathering gathering, SheetStates states, SheetWriter writer, Strays strays) {
        this.taking = taking;
        this.gathering = gathering;
        this.states = states;
        this.writer = writer;
        this.strays = strays;
    }

    /**
     * What came of it.
     *
     * @param data what it says now; empty if it was not written
     */
    record Renewed(Outcome outcome, Optional<WorkbookData> data) {
        private Renewed(Outcome outcome) {
            this(outcome, Optional.empty());
        }
    }

    /**
     * @param typed what was taken from it before, one sentence each
     * @param asked whether a person asked for it
     */
    record Task(SheetBook book, Path file, Keys keys, Instant at, List<String> typed, boolean asked) {}

    /** @param now what it is to say unless something is taken from it first; empty: not gathered yet */
    Renewed bring(Task task, Optional<WorkbookData> now) throws IOException {
        Path file = task.file();
        List<String> taken = new ArrayList<>(task.typed());
        List<String> remarks = new ArrayList<>();
        if (swept.add(task.book())) {
            SheetFiles.sweep(file);
        }
        boolean first = states.isNeverWritten(task.book());
        if (first && Files.exists(file) && SheetFiles.isOpen(file)) {
            return new Renewed(new Outcome.InUse(file, List.of(), List.of(SheetFiles.openSentence(file))));
        }
        beside(task, first, taken, remarks);
        for (int attempt = 1; ; attempt++) {
            Optional<SheetSource> source = SheetSource.read(file, task.keys().unlock());
            if (source.isPresent() && source.get().list().isEmpty()) {
                if (!strays.setAside(task.book(), file, source.get(), task.at(), task.asked(), remarks)) {
                    return new Renewed(new Outcome.Unreadable(file, source.get().problem()));
                }
                source = Optional.empty();
            }
            Found found = Found.NOTHING;
            if (source.isPresent()) {
                Taking.Taken it = taking.take(task.book(), source.get().list().orElseThrow(), false, false, task.at());
                taken.addAll(it.edits());
                if (attempt == 1) {
                    remarks.addAll(it.remarks());
                }
                found = it.found();
            }
            Set<CustomerId> there = found.book().customers().keySet();
            if (SheetFiles.isOpen(file)) {
                if (task.book().isFirst()) {
                    gathering.settle(task.book().owner(), task.at(), there);
                }
                return later(task, taken, remarks);
            }
            WorkbookData data = now.filter(it -> taken.isEmpty() && it.tellsOf(there))
                    .orElseGet(() -> gathering.gather(task.book(), task.at(), there));
            if (attempt == 1) {
                remarks.addAll(data.sentences());
            }
            try {
                SheetWriter.Written done = writer.replace(
                        file, task.keys().lock(), source, found, data, task.asked() || !taken.isEmpty(), remarks);
                if (done == SheetWriter.Written.HELD) {
                    return later(task, taken, remarks);
                }
                if (done == SheetWriter.Written.DONE) {
                    strays.mended(task.book());
                    return new Renewed(
                            new Outcome.Written(file, data.customers().size(), data.sheets().size(), taken, remarks), Optional.of(data));
                }
            } catch (SheetWriter.Unopenable e) {
                SheetSource damaged = source.orElseThrow().unwritable(String.valueOf(e.getMessage()), e.isGood());
                if (!strays.setAside(task.book(), file, damaged, task.at(), task.asked(), remarks)) {
                    return new Renewed(new Outcome.Unreadable(file, damaged.problem()));
                }
            }
            if (attempt == ATTEMPTS) {
                return new Renewed(new Outcome.InUse(file, taken, with(remarks, "Somebody saved it each time while it was written; it is written next time.")));
            }
        }
    }

    /** @param first whether it was never written */
    private void beside(Task task, boolean first, List<String> taken, List<String> remarks) throws IOException {
        SheetBook book = task.book();
        Path file = task.file();
        List<String> passwords = task.keys().unlock();
        if (!first) {
            remarks.addAll(strays.conflicts(book, file, passwords, task.at(), taken));
            remarks.addAll(strays.others(book, file, passwords, task.at(), taken));
        } else if (Files.exists(file)) {
            remarks.add(strays.foreign(file, task.at()));
        }
        strays.moved(book, file, passwords, task.at(), taken, remarks);
    }

    private Renewed later(Task task, List<String> taken, List<String> remarks) throws IOException {
        List<String> all = with(remarks, SheetFiles.openSentence(task.file()));
        states.note(task.book(), task.file(), "", task.at(), all, false);
        return new Renewed(new Outcome.InUse(task.file(), taken, all));
    }

    private static List<String> with(List<String> remarks, String sentence) {
        List<String> all = new ArrayList<>(remarks);
        all.add(sentence);
        return all;
    }
}
