package org.genjin.daemon.workbook.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.workbook.file.SheetFiles;
import org.genjin.daemon.workbook.keeping.Sheets.Outcome;

/** Further workbooks of owners who no longer want them: they are written no more, and read when they are changed. Under the lock of {@link Sheets}. */
final class LeftBooks {

    private final SheetStates states;
    private final SheetReading reading;
    private final SheetPasswords passwords;
    private final Function<SheetBook, Path> files;
    /** Those that have been read since this process began, so that it is said of them that they are written no more. */
    private final Set<SheetBook> read = new HashSet<>();

    /** @param files where a workbook is in the language of now */
    LeftBooks(SheetStates states, SheetReading reading, SheetPasswords passwords, Function<SheetBook, Path> files) {
        this.states = states;
        this.reading = reading;
        this.passwords = passwords;
        this.files = files;
    }

    /** Empty if there is nothing new in it. */
    Optional<Outcome> readIfChanged(SheetBook book, Instant at) throws IOException {
        Path file = file(book);
        boolean changed = Files.exists(file) ? !read.contains(book) || states.isChanged(book, file) : states.find(book).isPresent();
        return changed || !SheetFiles.conflicts(file).isEmpty() ? Optional.of(read(book, Optional.empty(), at)) : Optional.empty();
    }

    /** @param unlock the password that it has now, if it is another than is configured */
    Outcome read(SheetBook book, Optional<String> unlock, Instant at) throws IOException {
        Path file = file(book);
        read.add(book);
        try {
            return reading.left(book, file, Keys.of(passwords, book.owner(), unlock), at);
        } catch (Keys.NoPassword e) {
            states.note(book, file, "", at, List.of(e.sentence()), false);
            return new Outcome.Unreadable(file, e.sentence());
        }
    }

    /** It is written again. */
    void takenUp(SheetBook book) {
        read.remove(book);
    }

    /** It keeps the name that it had in another language. */
    private Path file(SheetBook book) {
        Path file = files.apply(book);
        return Files.exists(file)
                ? file
                : states.find(book).map(it -> file.resolveSibling(String.valueOf(Path.of(it.path()).getFileName()))).orElse(file);
    }
}
