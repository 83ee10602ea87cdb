package org.genjin.daemon.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.crm.Dialect;
import org.genjin.daemon.crm.Dialects;
import org.genjin.daemon.crm.ReadMe;
import org.genjin.daemon.ledger.ListImportTable.Imported;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.words.Words;

/** The files that come and go: each owner's workbook, lists of customers, and what other programs take in. */
final class FilesPage {

    private static final int IMPORTS = 10;

    private final Desk desk;
    private final Show show;
    private final Words words;
    private final ReadMe readMe;

    FilesPage(Desk desk, Show show) {
        this.desk = desk;
        this.show = show;
        this.words = Words.of("files", desk.config().language());
        this.readMe = new ReadMe(desk.config().language());
    }

    Words words() {
        return words;
    }

    /**
     * One of an owner's workbooks.
     *
     * @param file its name; "" of the first
     * @param link to the file itself; "" while there is none
     */
    public record Sheet(String owner, String file, String state, List<String> remarks, String link) {}

    /** @param undo whether it is the one that can be taken back now */
    public record Import(String file, String owner, String at, String did, boolean undone, boolean undo) {}

    /** @param lost what it has no place for, in words; "" if nothing */
    public record Target(String name, String title, String verified, String why, String lost) {}

    /** @param message what came of the last click; "" if nothing is to be said */
    Map<String, Object> model(Optional<String> viewer, String message) {
        List<String> owners = viewer.map(List::of).orElse(desk.config().owners());
        Map<String, Object> model = new HashMap<>();
        model.put("active", "files");
        model.put("heading", words.text("title"));
        model.put("words", new Text(words));
        model.put("message", message);
        model.put("owners", owners);
        model.put("ownerTitle", words.text("owner"));
        model.put("everyone", owners.size() > 1);
        model.put("sheets", sheets(owners));
        model.put("imports", imports(viewer));
        model.put("targets", targets());
        return model;
    }

    /** The words as a template asks for them. */
    public static final class Text {

        private final Words words;

        Text(Words words) {
            this.words = words;
        }

        public String text(String key) {
            return words.text(key);
        }

        public String text(String key, Object argument) {
            return words.text(key, argument);
        }
    }

    private List<Sheet> sheets(List<String> owners) {
        Map<SheetBook, SheetTable.Written> known = new HashMap<>();
        desk.sheets().states().stream().filter(it -> owners.contains(it.owner())).forEach(it -> known.put(it.book(), it));
        return Stream.concat(owners.stream().map(SheetBook::first), known.keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt((SheetBook it) -> owners.indexOf(it.owner())).thenComparingInt(SheetBook::number))
                .map(it -> sheet(it, Optional.ofNullable(known.get(it))))
                .toList();
    }

    private Sheet sheet(SheetBook book, Optional<SheetTable.Written> known) {
        Path file = desk.sheets().file(book);
        boolean there = Files.exists(file);
        String written = known.map(it -> show.minute(it.writtenAt())).orElse("");
        String state = written.isEmpty() ? words.text("sheet.none") : words.text("sheet.written", words.bare(written));
        String link = there ? "/files/sheet?owner=" + URLEncoder.encode(book.owner(), StandardCharsets.UTF_8) + "&book=" + book.number() : "";
        return new Sheet(
                book.owner(), book.isFirst() ? "" : String.valueOf(file.getFileName()), state, known.map(SheetTable.Written::notes).orElse(List.of()), link);
    }

    /** An import can be taken back while none of the same owner's stands upon it. */
    private List<Import> imports(Optional<String> viewer) {
        Set<String> standing = new HashSet<>();
        return desk.customerLists().recent(viewer, IMPORTS).stream().map(it -> shown(it, standing)).toList();
    }

    private Import shown(Imported it, Set<String> standing) {
        boolean undone = it.undoneAt() != null;
        boolean newest = !undone && standing.add(it.owner());
        return new Import(
                it.file(), it.owner(), show.minute(it.at()), words.text("imports.did", it.created(), it.updated()), undone, newest);
    }

    private List<Target> targets() {
        return Stream.concat(Stream.of("generic"), Dialects.names().stream().filter(it -> !it.equals("generic")))
                .map(Dialects::read)
                .map(this::target)
                .toList();
    }

    private Target target(Dialect it) {
        return new Target(it.name(), it.title(), words.text("verified." + it.verified().id()), it.why(), String.join(" · ", readMe.lost(it)));
    }
}
