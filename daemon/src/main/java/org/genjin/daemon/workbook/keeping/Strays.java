package org.genjin.daemon.workbook.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.workbook.Taking;
import org.genjin.daemon.workbook.file.SheetFiles;
import org.genjin.daemon.workbook.file.SheetSource;

/**
 * What else there may be in the place of a workbook: a damaged file, somebody's own, copies that a sync program made, the
 * workbook of another language. All are kept among the versions, and said. Under the lock of {@link Sheets}.
 */
final class Strays {

    /** So long a file that cannot be read may still be on its way. */
    private static final Duration ARRIVING = Duration.ofMinutes(5);

    private final Taking taking;
    private final SheetStates states;
    private final ZoneId zone;
    private final Map<SheetBook, Broken> broken = new HashMap<>();
    private final Map<Path, Instant> looked = new HashMap<>();

    Strays(Taking taking, SheetStates states, ZoneId zone) {
        this.taking = taking;
        this.states = states;
        this.zone = zone;
    }

    private record Broken(String hash, Instant since) {}

    /** Whether the file could not be read when it was last looked at. */
    boolean isBroken(SheetBook book) {
        return broken.containsKey(book);
    }

    void mended(SheetBook book) {
        broken.remove(book);
    }

    /**
     * Sets a file aside that cannot be read.
     *
     * @return false while it may be on its way still, and of one that is good but locked
     */
    boolean setAside(SheetBook book, Path file, SheetSource source, Instant at, boolean asked, List<String> remarks) throws IOException {
        if (source.state() == SheetSource.State.SHUT) {
            states.note(book, file, "", at, List.of(source.problem()), false);
            return false;
        }
        Broken before = broken.get(book);
        Instant since = before != null && before.hash().equals(source.hash()) ? before.since() : at;
        broken.put(book, new Broken(source.hash(), since));
        if (SheetFiles.isOpen(file) || !asked && at.isBefore(since.plus(ARRIVING))) {
            states.note(book, file, "", at, List.of(source.problem() + " Genjin waits whether it is still being synced."), false);
            return false;
        }
        broken.remove(book);
        Path aside = SheetFiles.setAside(file, file, "damaged", at, zone);
        remarks.add(source.problem() + " It was set aside as " + SheetFiles.VERSIONS + "/" + aside.getFileName() + ", and a new one was made.");
        return true;
    }

    /**
     * A file that is there before the first was written: of an earlier Genjin, which read nothing back, or somebody's own. What
     * stands in it was never written down, so all of it would be taken for typed by a person.
     */
    String foreign(Path file, Instant at) throws IOException {
        Path aside = SheetFiles.setAside(file, file, "before", at, zone);
        return "The file that was there before was not read; it was set aside as " + SheetFiles.VERSIONS + "/" + aside.getFileName()
                + ". If it is your own list of customers, 'genjin customers import' takes it in.";
    }

    /** Takes what copies say that a sync program made, and sets them aside. */
    List<String> conflicts(SheetBook book, Path file, List<String> passwords, Instant at, List<String> taken) throws IOException {
        List<String> remarks = new ArrayList<>();
        for (Path copy : SheetFiles.conflicts(file)) {
            Optional<SheetSource> source = SheetSource.read(copy, passwords);
            if (source.flatMap(SheetSource::list).isEmpty() || SheetFiles.isOpen(copy)) {
                remarks.add("There is a second copy, " + copy.getFileName() + ", that cannot be read"
                        + (SheetFiles.isOpen(copy) ? " while it is open." : "."));
                continue;
            }
            Taking.Taken it = taking.take(book, source.get().list().orElseThrow(), true, false, at);
            taken.addAll(it.edits());
            remarks.addAll(it.remarks());
            Path aside = SheetFiles.setAside(copy, file, "copy", at, zone);
            remarks.add("A second copy, " + copy.getFileName() + ", was read and set aside as " + SheetFiles.VERSIONS + "/"
                    + aside.getFileName() + ".");
        }
        return remarks;
    }

    /** Files beside the workbook with its name and another kind, as a spreadsheet program saves them, that are new or were changed. */
    List<Path> beside(Path file) throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Path it : SheetFiles.otherKinds(file)) {
            if (!Files.getLastModifiedTime(it).toInstant().equals(looked.get(it))) {
                changed.add(it);
            }
        }
        return changed;
    }

    /** Reads the one with macros, if there is one, and says of the others that they are not read. None is written or moved. */
    List<String> others(SheetBook book, Path file, List<String> passwords, Instant at, List<String> taken) throws IOException {
        List<String> remarks = new ArrayList<>();
        for (Path it : SheetFiles.otherKinds(file)) {
            String name = String.valueOf(it.getFileName());
            Optional<SheetSource> source = name.endsWith(".xlsm") ? SheetSource.read(it, passwords) : Optional.empty();
            if (source.isEmpty() || source.get().list().isEmpty()) {
                remarks.add(name + " beside the workbook is not read; save it as " + file.getFileName() + ", or put it elsewhere.");
            } else {
                Taking.Taken read = taking.take(book, source.get().list().orElseThrow(), true, false, at);
                taken.addAll(read.edits());
                remarks.addAll(read.remarks());
                remarks.add(name + " was read and left as it is, its macros too; Genjin writes " + file.getFileName() + " only.");
            }
            looked.put(it, Files.getLastModifiedTime(it).toInstant());
        }
        return remarks;
    }

    /** Reads the workbook of another language that it was before a last time. */
    void moved(SheetBook book, Path file, List<String> passwords, Instant at, List<String> taken, List<String> remarks)
            throws IOException {
        Path before = states.find(book).map(it -> Path.of(it.path())).orElse(file);
        if (before.equals(file) || Files.exists(file)) {
            return;
        }
        Optional<SheetSource> source = SheetSource.read(before, passwords);
        if (source.isPresent() && source.get().list().isPresent()) {
            Taking.Taken it = taking.take(book, source.get().list().orElseThrow(), false, false, at);
            taken.addAll(it.edits());
            remarks.addAll(it.remarks());
            remarks.add(before.getFileName() + " was read a last time; from now on Genjin keeps " + file.getFileName() + ".");
        }
    }
}
