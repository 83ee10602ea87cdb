package org.genjin.daemon.workbook.keeping;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.workbook.CopyOrigin;
import org.genjin.daemon.workbook.FoundBook;
import org.genjin.daemon.workbook.SheetValues;
import org.genjin.daemon.workbook.SheetWords;
import org.genjin.daemon.workbook.Taking;
import org.genjin.daemon.workbook.file.SheetSource;
import org.genjin.daemon.workbook.keeping.Sheets.Outcome;

/** Takes what people wrote into a workbook into the ledger, and leaves the file as it is. Under the lock of {@link Sheets}. */
final class SheetReading {

    private static final String LEFT = "Genjin no longer writes it, as 'workbook: {sheets: all}' is not wished any more; what you type in it is"
            + " read still. Delete it or put it elsewhere when you need it no longer.";

    private final Taking taking;
    private final SheetStates states;
    private final Strays strays;
    private final SheetWords words;
    private final SheetValues values;

    SheetReading(Taking taking, SheetStates states, Strays strays, SheetWords words, SheetValues values) {
        this.taking = taking;
        this.states = states;
        this.strays = strays;
        this.words = words;
        this.values = values;
    }

    /** @param dry only says what would be taken */
    Outcome own(SheetBook book, Path file, Keys keys, boolean dry, Instant at) throws IOException {
        Optional<SheetTable.Written> taken = states.taken(book, file);
        if (taken.isPresent()) {
            return new Outcome.Read(file, List.of(), taken.get().notes());
        }
        Optional<SheetSource> source = SheetSource.read(file, keys.unlock());
        Optional<Outcome> objection = objection(source, file);
        if (objection.isPresent()) {
            return objection.get();
        }
        Outcome outcome = take(book, file, source.orElseThrow(), false, dry, at);
        if (!dry && outcome instanceof Outcome.Read it) {
            states.note(book, file, source.orElseThrow().hash(), at, it.remarks(), false);
        }
        return outcome;
    }

    /** Another file than the owner's own, such as one that came back by mail: a copy of one of them, whichever it is. */
    Outcome copy(String owner, Path file, Keys keys, boolean dry, Instant at) throws IOException {
        Optional<SheetSource> source = SheetSource.given(file, keys.unlock());
        Optional<Outcome> objection = objection(source, file);
        if (objection.isPresent()) {
            return objection.get();
        }
        ListFile list = source.flatMap(SheetSource::list).orElseThrow();
        return take(CopyOrigin.of(owner, list, values, states.revisions(owner)), file, source.orElseThrow(), true, dry, at);
    }

    private static Optional<Outcome> objection(Optional<SheetSource> source, Path file) {
        if (source.isEmpty()) {
            return Optional.of(new Outcome.Absent(file));
        }
        return source.get().list().isEmpty() ? Optional.of(new Outcome.Unreadable(file, source.get().problem())) : Optional.empty();
    }

    private Outcome take(SheetBook book, Path file, SheetSource source, boolean copy, boolean dry, Instant at) throws IOException {
        if (states.isNeverWritten(book)) {
            return new Outcome.Unreadable(file, file.getFileName() + " cannot be held against anything, as Genjin has written none yet;"
                    + " 'genjin sheet write' does. A customer list is taken in by 'genjin customers import'.");
        }
        Taking.Taken taken = taking.take(book, source.list().orElseThrow(), copy, dry, at);
        FoundBook found = taken.found().book();
        if (copy && found.overview().isEmpty() && found.log().isEmpty()) {
            return new Outcome.Unreadable(file, "neither " + words.text("sheet.overview") + " nor " + words.text("sheet.log")
                    + " is in it, with the headers that they have; only these are read back. A customer list is taken in by"
                    + " 'genjin customers import'.");
        }
        return new Outcome.Read(file, taken.edits(), taken.remarks());
    }

    /** One that is written no more: what is typed into it is not lost. Absent if there is none any more. */
    Outcome left(SheetBook book, Path file, Keys keys, Instant at) throws IOException {
        List<String> taken = new ArrayList<>();
        List<String> remarks = new ArrayList<>(List.of(LEFT));
        remarks.addAll(strays.conflicts(book, file, keys.unlock(), at, taken));
        Optional<SheetSource> source = SheetSource.read(file, keys.unlock());
        Optional<Outcome> objection = objection(source, file);
        if (source.isEmpty()) {
            states.remove(book);
        } else if (objection.isPresent()) {
            states.note(book, file, "", at, List.of(source.get().problem()), false);
        }
        if (objection.isPresent()) {
            return objection.get();
        }
        Taking.Taken it = taking.take(book, source.orElseThrow().list().orElseThrow(), false, false, at);
        taken.addAll(it.edits());
        remarks.addAll(it.remarks());
        states.note(book, file, source.orElseThrow().hash(), at, remarks, false);
        return new Outcome.Read(file, taken, remarks);
    }
}
