package org.genjin.daemon.workbook;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.rules.ValueWords;
import org.genjin.daemon.decision.InSheet;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Placed;
import org.genjin.daemon.workbook.rules.Remark;
import org.genjin.daemon.workbook.rules.SheetEdit;
import org.genjin.daemon.workbook.rules.SheetMerge;
import org.genjin.daemon.workbook.rules.Snapshot;

/** Takes what people wrote into a workbook into the ledger, once. The caller sees to it that only one is taken at a time. */
public final class Taking {

    /** Under what the marks of typed notes that were read are kept. */
    private static final String NOTED = "noted ";

    /** A day with more messages of one customer nobody has. */
    private static final int SAME_DAY = 200;

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final Timeline timeline;
    private final InSheet decisions;
    private final SheetWords words;
    private final SheetValues values;

    public Taking(Ledger ledger, FollowUpBoard board, Timeline timeline, InSheet decisions, SheetWords words, SheetValues values) {
        this.ledger = ledger;
        this.board = board;
        this.timeline = timeline;
        this.decisions = decisions;
        this.words = words;
        this.values = values;
    }

    /**
     * What a workbook told.
     *
     * @param edits what was taken, or is to be
     * @param remarks what a person has to look at again, in sentences
     */
    public record Taken(Found found, List<String> edits, List<String> remarks) {}

    /**
     * @param copy whether it is a copy that a sync program made
     * @param dry whether it is only looked at
     */
    public Taken take(SheetBook book, ListFile file, boolean copy, boolean dry, Instant at) throws IOException {
        String owner = book.owner();
        Optional<String> viewer = Optional.of(owner);
        List<CustomerRow> customers = board.customers(viewer, at);
        Before before = before(book, customers, viewer);
        FoundBook found = BookReader.read(file, before.places(), values.headers());
        Sentences sentences = new Sentences(words, values, before.now());
        if (found.overview().isEmpty() && copy && found.log().isPresent()) {
            return log(owner, found, customers, before, sentences, dry, at);
        }
        if (found.overview().isEmpty()) {
            return new Taken(Found.of(found, before.away(), before.noted(0)), List.of(),
                    List.of("The overview was not found in the workbook: nothing of it was read."));
        }
        FoundTable overview = found.overview().get();
        LocalDate today = board.today(at);
        OtherPlaces others = new OtherPlaces(file, found, values, today);
        SheetMerge.Merged merged = new SheetMerge(before.written(), before.seen(), before.now(), copy)
                .merge(new RowReader(values, today).rows(overview), others.found());
        Set<String> noted = before.noted(merged.revision());
        Noting noting = new Noting(values, board.zone(), today, at);
        noting.look(TypedNotes.of(found), noted, customers);
        noting.said().forEach(it -> noted.add(it.mark()));
        Map<Long, Integer> lines = new HashMap<>(merged.lines());
        Set<Long> away = dry ? before.away() : write(book, merged, customers, copy, noting, noted, lines, at);
        List<String> edits = new ArrayList<>(merged.edits().stream().map(sentences::edit).toList());
        noting.said().forEach(it -> edits.add(it.customer() + " log: " + it.text()));
        List<Remark> remarks = new ArrayList<>(merged.remarks());
        remarks.addAll(SaidBefore.in(overview, merged.remarks(), today));
        AnswerWords words = new AnswerWords(this.words, values, before.now(), today);
        List<Answer> answers = new ArrayList<>();
        remarks.forEach(it -> answer(overview, it.key(), it, words).ifPresent(answers::add));
        List<Placed> elsewhere = others.remarks(merged.elsewhere());
        elsewhere.forEach(it -> others.answer(it, words).ifPresent(answers::add));
        for (Noting.Refused it : noting.refused()) {
            remarks.add(it.remark());
            answer(it.note().table(), it.key(), it.remark(), words).ifPresent(answers::add);
        }
        List<String> sentencesOf = new ArrayList<>(remarks.stream().map(sentences::remark).toList());
        elsewhere.stream().map(sentences::remark).distinct().forEach(sentencesOf::add);
        return new Taken(
                new Found(found, lines, merged.seen(), away, Found.asTyped(merged.remarks()), elsewhere, answers, noted), edits, sentencesOf);
    }

    /** The log's own file: what was typed below its rows, unless it is in the ledger from an earlier reading. */
    private Taken log(
            String owner, FoundBook book, List<CustomerRow> customers, Before before, Sentences sentences, boolean dry, Instant at)
            throws IOException {
        Noting noting = new Noting(values, board.zone(), board.today(at), at);
        boolean numbered = book.log().filter(TypedNotes::isNumbered).isPresent();
        List<TypedNotes.TypedNote> notes = numbered ? TypedNotes.of(book) : TypedNotes.unnumbered(book.log().orElseThrow());
        noting.look(notes, Set.of(), customers);
        noting.said().removeIf(this::isThere);
        if (!dry) {
            List<Noting.Ready> ready = noting.ready(decisions, owner);
            ledger.transact(tx -> {
                noting.enter(tx, ready, decisions, owner);
                return null;
            });
        }
        return new Taken(
                Found.of(book, before.away(), Set.of()),
                noting.said().stream().map(it -> it.customer() + " log: " + it.text()).toList(),
                noting.refused().stream().map(it -> sentences.remark(it.remark())).toList());
    }

    /** Whether a message of that day says the same: a note, or what stands in the log as one of its own rows without a number. */
    private boolean isThere(Noting.Said it) {
        String said = Names.folded(it.text());
        LocalDate day = it.at().atZone(board.zone()).toLocalDate();
        Instant until = day.plusDays(1).atStartOfDay(board.zone()).toInstant();
        return timeline.of(it.customer(), until, SAME_DAY).stream()
                .filter(entry -> entry.at().atZone(board.zone()).toLocalDate().equals(day))
                .anyMatch(entry -> entry.channel() == Channel.NOTE && Names.folded(entry.text()).equals(said) || isRow(said, entry));
    }

    private static boolean isRow(String said, TimelineEntry entry) {
        return SheetWords.all().anyMatch(it -> said.equals(Names.folded(TypedNotes.text(
                it.value("channel", entry.channel().id()), CustomerSheet.summary(entry)))));
    }

    private static Optional<Answer> answer(FoundTable table, String key, Remark remark, AnswerWords words) {
        Integer column = table.columns().get(key);
        return column == null || remark.line() == 0
                ? Optional.empty()
                : words.of(remark).map(it -> new Answer(table.sheet(), remark.line(), column, it));
    }

    /**
     * What is known before anything is taken.
     *
     * @param places where the overview's columns were when it was written last
     */
    private record Before(
            Map<Long, Snapshot> written, Map<Long, Snapshot> seen, Snapshot now, Set<Long> away, Map<String, String> places) {

        /**
         * The marks of typed notes that were read. Those of an older revision do not count: they are no longer typed in the file,
         * and whoever types the same again means it.
         */
        Set<String> noted(long revision) {
            Set<String> noted = new HashSet<>();
            seen.forEach((number, said) -> {
                noted.addAll(CopiedMarks.in(said));
                if (number >= revision) {
                    row(said, 0).keySet().stream().filter(it -> it.startsWith(NOTED)).forEach(it -> noted.add(it.substring(NOTED.length())));
                }
            });
            return noted;
        }
    }

    private Before before(SheetBook book, List<CustomerRow> customers, Optional<String> viewer) {
        return ledger.read(tx -> {
            Map<Long, Snapshot> written = new HashMap<>();
            Map<Long, Snapshot> seen = new HashMap<>();
            tx.sheets().said(book).forEach((revision, said) -> {
                written.put(revision, Snapshot.of(said.written()));
                seen.put(revision, Snapshot.of(said.seen()));
            });
            long newest = written.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            Map<String, String> places = row(written.getOrDefault(newest, new Snapshot()), 0);
            Snapshot now = new LedgerValues(words, values).of(tx, customers, viewer);
            return new Before(written, seen, now, InSheet.away(tx), places);
        });
    }

    private static Map<String, String> row(Snapshot snapshot, long number) {
        Map<String, String> row = snapshot.row(number);
        return row == null ? Map.of() : row;
    }

    private Set<Long> write(
            SheetBook book, SheetMerge.Merged merged, List<CustomerRow> customers, boolean copy, Noting noting, Set<String> noted,
            Map<Long, Integer> lines, Instant at) throws IOException {
        String owner = book.owner();
        Map<Long, CustomerRow> rows = new HashMap<>();
        customers.forEach(it -> rows.put(it.id().number(), it));
        Snapshot seen = merged.seen().copy();
        noted.forEach(it -> seen.put(0, NOTED + it, "1"));
        List<Noting.Ready> ready = noting.ready(decisions, owner);
        return ledger.transact(tx -> {
            Map<Long, List<SheetEdit.Set>> sets = new LinkedHashMap<>();
            for (SheetEdit edit : merged.edits()) {
                switch (edit) {
                    case SheetEdit.Set it -> sets.computeIfAbsent(it.customer(), _ -> new ArrayList<>()).add(it);
                    case SheetEdit.Add it -> lines.put(add(tx, it, owner, at).number(), it.line());
                    case SheetEdit.Missing it -> decisions.missing(tx, new CustomerId(it.customer()), at);
                }
            }
            sets.forEach((customer, edits) -> {
                CustomerRow row = rows.get(customer);
                Optional<LocalDate> planned = row == null ? Optional.empty() : row.next().map(CustomerRow.Next::date);
                decisions.set(tx, new CustomerId(customer), values(edits), planned, owner, at);
            });
            noting.enter(tx, ready, decisions, owner);
            Map<Long, SheetTable.Said> all = tx.sheets().said(book);
            SheetTable.Said said = all.get(merged.revision());
            if (copy) {
                all.keySet().stream().max(Long::compare).ifPresent(newest -> copied(tx, book, newest, all, noting));
            } else if (said != null) {
                tx.sheets().say(book, merged.revision(), new SheetTable.Said(said.written(), seen.text()));
            }
            return InSheet.away(tx);
        });
    }

    private static void copied(Transaction tx, SheetBook book, long newest, Map<Long, SheetTable.Said> all, Noting noting) {
        SheetTable.Said last = all.get(newest);
        if (last != null && !noting.said().isEmpty()) {
            Snapshot seen = Snapshot.of(last.seen());
            noting.said().forEach(it -> CopiedMarks.put(seen, it.mark()));
            tx.sheets().say(book, newest, new SheetTable.Said(last.written(), seen.text()));
        }
    }

    private static InSheet.Values values(List<SheetEdit.Set> edits) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> beside = new LinkedHashMap<>();
        Map<String, String> instead = new HashMap<>();
        for (SheetEdit.Set it : edits) {
            boolean isBeside = Columns.isBeside(it.key());
            String name = isBeside ? Columns.header(it.key()) : it.key();
            (isBeside ? beside : fields).put(name, it.value());
            if (it.both()) {
                instead.put(name, it.instead());
            }
        }
        return new InSheet.Values(fields, beside, instead);
    }

    private CustomerId add(Transaction tx, SheetEdit.Add it, String owner, Instant at) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> beside = new LinkedHashMap<>();
        it.values().forEach((key, value) -> {
            boolean isBeside = Columns.isBeside(key);
            (isBeside ? beside : fields).put(isBeside ? Columns.header(key) : key, value);
        });
        List<String> addresses = ValueWords.addresses(it.values().getOrDefault("addresses", ""));
        if (!addresses.isEmpty()) {
            beside.remove(Columns.header("addresses")); // they are known by them now, and by others to come
        }
        return decisions.add(tx, new InSheet.Values(fields, beside, Map.of()), addresses, owner, at);
    }
}
