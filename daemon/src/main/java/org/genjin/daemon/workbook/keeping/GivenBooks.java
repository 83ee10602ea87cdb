package org.genjin.daemon.workbook.keeping;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.workbook.Gathering;
import org.genjin.daemon.workbook.WorkbookData;
import org.genjin.daemon.workbook.file.SheetFiles;
import org.genjin.daemon.workbook.keeping.Sheets.Outcome;

/** Writes an owner's workbooks as new files, to be given away: nobody reads them again. Under the lock of {@link Sheets}. */
final class GivenBooks {

    private final Gathering gathering;
    private final SheetWriter writer;
    private final SheetPasswords passwords;

    GivenBooks(Gathering gathering, SheetWriter writer, SheetPasswords passwords) {
        this.gathering = gathering;
        this.writer = writer;
        this.passwords = passwords;
    }

    /**
     * One after the other, so that one at a time is in memory.
     *
     * @param first further ones get numbers behind its name
     */
    List<Outcome> write(String owner, Path first, Instant at) throws IOException {
        Keys keys;
        try {
            keys = Keys.of(passwords, owner, Optional.empty());
        } catch (Keys.NoPassword e) {
            return List.of(new Outcome.Unreadable(first, e.sentence()));
        }
        List<Outcome> outcomes = new ArrayList<>();
        int last = 1;
        for (int number = 1; number <= last; number++) {
            Path file = SheetFiles.numbered(first, number);
            if (SheetFiles.isOpen(file)) {
                outcomes.add(new Outcome.InUse(file, List.of(), List.of(SheetFiles.openSentence(file))));
            } else {
                WorkbookData data = gathering.given(new SheetBook(owner, number), SheetFiles.stem(first), at);
                last = data.places().values().stream().reduce(1, Math::max);
                writer.fresh(file, keys.lock(), data);
                outcomes.add(new Outcome.Written(file, data.customers().size(), data.sheets().size(), List.of(), data.sentences()));
            }
        }
        return outcomes;
    }
}
