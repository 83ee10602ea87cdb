package org.genjin.daemon.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.workbook.file.SheetFiles;

/** Files to hand on: the standardised customer table, the simple log, and the reminder sheet. Thread-safe. */
public final class Exports {

    private static final int CHUNK = 500;
    /** Whoever is due within so many days is reminded of with the last words. */
    private static final int REMINDED_DAYS = 15;
    private static final int LAST_WORDS = 5;
    /** More nobody works through before the sheet is written anew. */
    private static final int MOST_WITH_WORDS = 500;

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final Timeline timeline;
    private final IndustryBoard industries;
    private final SheetWords words;
    private final Path folder;
    private final String page;

    /** @param folder where tables go that are not asked for elsewhere */
    public Exports(
            Ledger ledger, FollowUpBoard board, Timeline timeline, IndustryBoard industries, Language language, Path folder, String page) {
        this.ledger = ledger;
        this.board = board;
        this.timeline = timeline;
        this.industries = industries;
        this.words = new SheetWords(language);
        this.folder = folder;
        this.page = page;
    }

    /** @param rows how many lines it has below its header */
    public record Written(Path file, int rows) {}

    /**
     * One row a contact, customers' values repeated; a customer without contacts has one row.
     *
     * @param file ending in .csv or .xlsx; empty: a place of our own
     * @param headers language in which the columns are called; empty: by their codes, which other programs know
     */
    public Written standard(Optional<String> viewer, Optional<Path> file, Optional<Language> headers, Instant at) throws IOException {
        List<CustomerRow> customers = board.customers(viewer, at);
        List<CustomerId> ids = customers.stream().map(CustomerRow::id).toList();
        IndustryTail tail = IndustryTail.of(industries, ids, words.language());
        StandardTable table = new StandardTable(words, board.zone());
        List<List<String>> rows = new ArrayList<>();
        for (int from = 0; from < customers.size(); from += CHUNK) {
            List<CustomerRow> some = customers.subList(from, Math.min(from + CHUNK, customers.size()));
            Map<CustomerId, StandardTable.Beside> beside =
                    ledger.read(tx -> beside(tx, some.stream().map(CustomerRow::id).toList(), at));
            for (CustomerRow it : some) {
                table.rows(it, beside.getOrDefault(it.id(), StandardTable.Beside.NOTHING)).forEach(row -> rows.add(tail.after(row, it.id())));
            }
        }
        List<String> head = tail.after(table.head(headers.orElse(words.language()), headers.isPresent()), headers);
        Path target = target(file, "standard");
        SheetFiles.replace(target, SheetFiles.writeBeside(target, out -> {
            if (FlatTable.isWorkbook(target)) {
                new StandardBook(words).write(head, rows, tail.offers(), out);
            } else {
                FlatTable.csv(out, head, rows);
            }
        }));
        return new Written(target, rows.size());
    }

    /** The same with the codes of the columns for headers. */
    public Written standard(Optional<String> viewer, Optional<Path> file, Instant at) throws IOException {
        return standard(viewer, file, Optional.empty(), at);
    }

    private static Map<CustomerId, StandardTable.Beside> beside(Transaction tx, List<CustomerId> customers, Instant at) {
        Map<CustomerId, List<SaidFact>> facts = tx.said().facts(customers, at);
        Map<CustomerId, List<Identity>> identities = tx.identities().of(customers);
        Map<CustomerId, Map<String, String>> own = tx.ownColumns().of(customers);
        Map<CustomerId, StandardTable.Beside> all = new HashMap<>();
        for (CustomerId it : customers) {
            List<String> domains = identities.getOrDefault(it, List.of()).stream()
                    .filter(one -> one.kind() == Kind.DOMAIN)
                    .map(Identity::knownAs)
                    .distinct()
                    .toList();
            all.put(it, new StandardTable.Beside(
                    domains, own.getOrDefault(it, Map.of()), TradeTerms.of(facts.getOrDefault(it, List.of()))));
        }
        return all;
    }

    /** What is missing or doubtful in the standardised table. */
    public List<Doubt> doubts(Optional<String> viewer, Instant at) {
        List<CustomerRow> customers = board.customers(viewer, at);
        List<CustomerId> ids = customers.stream().map(CustomerRow::id).toList();
        return Doubts.of(customers, ledger.read(tx -> tx.ownColumns().of(ids)));
    }

    /** Everything said with customers, oldest first. */
    public Written log(Optional<String> viewer, Optional<Path> file, Instant at) throws IOException {
        List<LogFile.Line> lines = new ArrayList<>();
        for (CustomerRow it : board.customers(viewer, at)) {
            history(it, at, lines);
        }
        lines.sort(Comparator.comparing(it -> it.said().at()));
        Path target = target(file, "log-file");
        LogFile log = new LogFile(words, board.zone());
        SheetFiles.replace(target, SheetFiles.writeBeside(target, out -> {
            if (FlatTable.isWorkbook(target)) {
                log.write(lines, out);
            } else {
                FlatTable.csv(out, log.head(), lines.stream().map(log::texts).toList());
            }
        }));
        return new Written(target, lines.size());
    }

    /** In portions that overlap in their last instant: in a chat many have the same. */
    private void history(CustomerRow it, Instant at, List<LogFile.Line> lines) {
        Set<Long> seen = new HashSet<>();
        PageLinks links = new PageLinks(page);
        Instant before = at.plusMillis(1);
        boolean more = true;
        while (more) {
            List<TimelineEntry> entries = timeline.shortly(it.id(), before, CHUNK);
            more = false;
            for (TimelineEntry entry : entries) {
                if (seen.add(entry.row())) {
                    lines.add(new LogFile.Line(it, entry, seen.size() == 1, links.of(it.id(), entry.row(), entry.at())));
                    more = entries.size() == CHUNK;
                }
            }
            before = entries.isEmpty() ? before : entries.getLast().at().plusMillis(1);
        }
    }

    /** When whom to follow up: a workbook that goes on by the date of whoever looks at it. */
    public Written reminder(Optional<String> viewer, Optional<Path> file, Instant at) throws IOException {
        List<CustomerRow> customers = board.customers(viewer, at);
        List<DueItem> due = board.due(viewer, at);
        Set<CustomerId> told = due.stream().filter(it -> it.evidence() != null).map(it -> it.customer().id()).collect(Collectors.toSet());
        Instant until = at.plusMillis(1);
        LocalDate soon = board.today(at).plusDays(REMINDED_DAYS);
        Map<CustomerId, List<TimelineEntry>> last = customers.stream()
                .filter(it -> !told.contains(it.id()))
                .filter(it -> it.turn() == Turn.MINE || it.next().filter(next -> next.date().isBefore(soon)).isPresent())
                .limit(MOST_WITH_WORDS)
                .collect(Collectors.toMap(CustomerRow::id, it -> timeline.shortly(it.id(), until, LAST_WORDS)));
        List<Reminder> reminders = Reminder.of(customers, due, last, board.zone(), words);
        Path target = target(file.or(() -> Optional.of(folder.resolve(words.text("reminder-file") + ".xlsx"))), "reminder-file");
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new ReminderBook(words).write(workbook, new ReminderBook.Content(reminders, at, board.zone(), page));
            SheetFiles.replace(target, SheetFiles.writeBeside(target, workbook::write));
        }
        return new Written(target, reminders.size());
    }

    private Path target(Optional<Path> file, String name) throws IOException {
        Path target = file.orElseGet(() -> folder.resolve(words.text(name) + ".csv")).toAbsolutePath();
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return target;
    }
}
