package org.genjin.daemon.workbook;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.rules.ValueWords;
import org.genjin.daemon.decision.InSheet;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SheetTable;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.workbook.TypedNotes.TypedNote;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Remark;
import org.genjin.daemon.workbook.rules.SheetEdit;
import org.genjin.daemon.workbook.rules.SheetMerge;
import org.genjin.daemon.workbook.rules.Snapshot;
import org.genjin.daemon.workbook.rules.Told;

/** Takes what people wrote into a workbook into the ledger, once. The caller sees to it that only one is taken at a time. */
final class Taking {

    /** Under what the marks of typed notes that were read are kept. */
    private static final String NOTED = "noted ";
    private static final LocalTime NOON = LocalTime.NOON;

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final InSheet decisions;
    private final SheetWords words;
    private final SheetValues values;

    Taking(Ledger ledger, FollowUpBoard board, InSheet decisions, SheetWords words, SheetValues values) {
        this.ledger = ledger;
        this.board = board;
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
    record Taken(Found found, List<String> edits, List<String> remarks) {}

    /**
     * @param copy whether it is a copy that a sync program made
     * @param dry whether it is only looked at
     */
    Taken take(String owner, ListFile file, boolean copy, boolean dry, Instant at) throws IOException {
        Optional<String> viewer = Optional.of(owner);
        List<CustomerRow> customers = board.customers(viewer, at);
        Before before = before(owner, customers, viewer);
        FoundBook book = BookReader.read(file, before.places());
        Sentences sentences = new Sentences(words, values, before.now());
        if (book.overview().isEmpty()) {
            return new Taken(new Found(book, Map.of(), new Snapshot(), before.away(), Set.of(), before.noted()), List.of(),
                    List.of("The overview was not found in the workbook: nothing of it was read."));
        }
        FoundTable overview = book.overview().get();
        LocalDate today = board.today(at);
        SheetMerge.Merged merged = new SheetMerge(before.written(), before.seen(), before.now(), copy)
                .merge(new RowReader(values, today).rows(overview));
        List<String> edits = new ArrayList<>(merged.edits().stream().map(sentences::edit).toList());
        List<String> remarks = new ArrayList<>(merged.remarks().stream().map(sentences::remark).toList());
        Map<Long, Integer> lines = new HashMap<>(merged.lines());
        List<TypedNote> fresh = TypedNotes.of(book).stream().filter(it -> !before.noted().contains(it.mark())).toList();
        Set<String> noted = new HashSet<>(before.noted());
        for (TypedNote it : fresh) {
            note(it, customers, owner, dry, at, edits, remarks).ifPresent(noted::add);
        }
        Set<Long> away = dry ? before.away() : write(owner, merged, customers, copy, noted, lines, at);
        return new Taken(
                new Found(book, lines, merged.seen(), away, Found.asTyped(merged.remarks()), noted), edits, remarks);
    }

    /** What is known before anything is taken. */
    private record Before(
            Map<Long, Snapshot> written, Map<Long, Snapshot> seen, Snapshot now, Set<Long> away, Set<String> noted,
            Map<String, String> places) {}

    private Before before(String owner, List<CustomerRow> customers, Optional<String> viewer) {
        return ledger.read(tx -> {
            Map<Long, Snapshot> written = new HashMap<>();
            Map<Long, Snapshot> seen = new HashMap<>();
            Set<String> noted = new HashSet<>();
            tx.sheets().said(owner).forEach((revision, said) -> {
                written.put(revision, Snapshot.of(said.written()));
                Snapshot read = Snapshot.of(said.seen());
                seen.put(revision, read);
                row(read, 0).keySet().stream().filter(it -> it.startsWith(NOTED)).forEach(it -> noted.add(it.substring(NOTED.length())));
            });
            long newest = written.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            Map<String, String> places = new HashMap<>(row(written.getOrDefault(newest, new Snapshot()), 0));
            places.keySet().removeIf(it -> it.startsWith(NOTED));
            Snapshot now = new LedgerValues(words, values).of(tx, customers, viewer);
            return new Before(written, seen, now, InSheet.away(tx), noted, places);
        });
    }

    private static Map<String, String> row(Snapshot snapshot, long number) {
        Map<String, String> row = snapshot.row(number);
        return row == null ? Map.of() : row;
    }

    private Set<Long> write(
            String owner, SheetMerge.Merged merged, List<CustomerRow> customers, boolean copy, Set<String> noted,
            Map<Long, Integer> lines, Instant at) {
        Map<Long, CustomerRow> rows = new HashMap<>();
        customers.forEach(it -> rows.put(it.id().number(), it));
        Snapshot seen = merged.seen().copy();
        noted.forEach(it -> seen.put(0, NOTED + it, "1"));
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
            SheetTable.Said said = tx.sheets().said(owner).get(merged.revision());
            if (!copy && said != null) {
                tx.sheets().say(owner, merged.revision(), new SheetTable.Said(said.written(), seen.text()));
            }
            return InSheet.away(tx);
        });
    }

    private static InSheet.Values values(List<SheetEdit.Set> edits) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> beside = new LinkedHashMap<>();
        Map<String, String> instead = new HashMap<>();
        for (SheetEdit.Set it : edits) {
            boolean isBeside = Columns.isOwn(it.key()) || Columns.BESIDE.contains(it.key());
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
            boolean isBeside = Columns.isOwn(key) || Columns.BESIDE.contains(key);
            (isBeside ? beside : fields).put(isBeside ? Columns.header(key) : key, value);
        });
        List<String> addresses = ValueWords.addresses(it.values().getOrDefault("addresses", ""));
        if (!addresses.isEmpty()) {
            beside.remove(Columns.header("addresses")); // they are known by them now, and by others to come
        }
        return decisions.add(tx, new InSheet.Values(fields, beside, Map.of()), addresses, owner, at);
    }

    /** The mark of a note that is in the ledger now. */
    private Optional<String> note(
            TypedNote it, List<CustomerRow> customers, String owner, boolean dry, Instant at, List<String> edits,
            List<String> remarks) throws IOException {
        List<CustomerRow> whose = customers.stream().filter(row -> isMeant(it, row)).toList();
        if (whose.size() != 1) {
            remarks.add("Log, row " + it.line() + ": '" + it.name() + "' is " + (whose.isEmpty() ? "no customer" : "more than one customer")
                    + "; write the customer's number, such as C0042.");
            return Optional.empty();
        }
        ZoneId zone = board.zone();
        LocalDate today = board.today(at);
        LocalDate day = it.day().isEmpty() ? today : ValueWords.day(it.day()).orElse(null);
        if (day == null || day.isAfter(today)) {
            remarks.add("Log, row " + it.line() + ": '" + it.day().text() + "' is no day up to today; write it as " + today + ".");
            return Optional.empty();
        }
        Instant said = day.equals(today) ? at : day.atTime(NOON).atZone(zone).toInstant();
        CustomerId customer = whose.getFirst().id();
        edits.add(customer + " log: " + it.text());
        if (!dry) {
            decisions.log(customer, owner, said, it.channel().isEmpty() ? it.text() : it.channel() + ": " + it.text(), at);
            plan(it, customer, owner, today, at);
        }
        return Optional.of(it.mark());
    }

    /** What is to be done next may stand in the same row. */
    private void plan(TypedNote it, CustomerId customer, String owner, LocalDate today, Instant at) {
        Map<String, String> fields = new HashMap<>();
        if (!it.action().isEmpty()) {
            fields.put("action", it.action());
        }
        if (values.read("next", it.next(), today) instanceof Told.Value(String next) && !next.isEmpty()) {
            fields.put("next", next);
        }
        if (!fields.isEmpty()) {
            ledger.transact(tx -> {
                decisions.set(tx, customer, new InSheet.Values(fields, Map.of(), Map.of()), Optional.empty(), owner, at);
                return null;
            });
        }
    }

    private static boolean isMeant(TypedNote it, CustomerRow row) {
        if (it.customer().isPresent()) {
            return row.id().equals(it.customer().get());
        }
        String first = it.name().split("\\s", 2)[0];
        return CustomerId.parse(first)
                .map(id -> row.id().equals(id))
                .orElseGet(() -> Names.folded(row.name()).equals(Names.folded(it.name())));
    }
}
