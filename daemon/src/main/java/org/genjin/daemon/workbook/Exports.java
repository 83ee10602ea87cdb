package org.genjin.daemon.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.ledger.Timeline;
import org.genjin.daemon.ledger.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** Flat tables for other programs: the standardised customer table, and the simple log. Thread-safe. */
public final class Exports {

    /** Column names of the standardised table: a contract with other programs. */
    private static final List<String> STANDARD = List.of(
            "customer_id", "company", "company_short", "country_iso2", "region", "city", "address", "website", "domain",
            "customer_type", "source", "grade", "stage", "owner", "first_name", "last_name", "title", "email", "email2",
            "phone_e164", "whatsapp", "wechat", "linkedin", "language", "time_zone", "incoterm", "port", "payment",
            "currency", "products", "first_contact", "last_out", "last_in", "next_follow_up", "next_action", "touches",
            "last_quote", "tags", "notes", "consent_basis", "erase_after");
    private static final int CHUNK = 500;
    /** Whoever is due within so many days is reminded of with the last words. */
    private static final int REMINDED_DAYS = 15;
    private static final int LAST_WORDS = 5;
    /** More nobody works through before the sheet is written anew. */
    private static final int MOST_WITH_WORDS = 500;

    private final FollowUpBoard board;
    private final Timeline timeline;
    private final IndustryBoard industries;
    private final SheetWords words;
    private final Path folder;
    private final String page;

    /** @param folder where tables go that are not asked for elsewhere */
    public Exports(FollowUpBoard board, Timeline timeline, IndustryBoard industries, Language language, Path folder, String page) {
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
     */
    public Written standard(Optional<String> viewer, Optional<Path> file, Instant at) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<CustomerRow> customers = board.customers(viewer, at);
        IndustryTail tail = IndustryTail.of(industries, customers.stream().map(CustomerRow::id).toList(), words.language());
        for (CustomerRow it : customers) {
            if (it.contacts().isEmpty()) {
                rows.add(tail.after(standard(it, new Contact("", "", List.of(), List.of(), List.of())), it.id()));
            }
            it.contacts().forEach(contact -> rows.add(tail.after(standard(it, contact), it.id())));
        }
        Path target = target(file, "standard");
        FlatTable.write(target, words.text("standard"), tail.after(STANDARD), rows);
        return new Written(target, rows.size());
    }

    /** What is missing or doubtful in the standardised table. */
    public List<Doubt> doubts(Optional<String> viewer, Instant at) {
        return Doubts.of(board.customers(viewer, at));
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
                FlatTable.csv(out, log.head(), lines.stream().map(log::texts)::iterator);
            }
        }));
        return new Written(target, lines.size());
    }

    /** In portions that overlap in their last instant: in a chat many have the same. */
    private void history(CustomerRow it, Instant at, List<LogFile.Line> lines) {
        Set<Long> seen = new HashSet<>();
        String customer = page.isEmpty() ? "" : page + "/customers/" + it.id();
        Instant before = at.plusMillis(1);
        boolean more = true;
        while (more) {
            List<TimelineEntry> entries = timeline.shortly(it.id(), before, CHUNK);
            more = false;
            for (TimelineEntry entry : entries) {
                if (seen.add(entry.row())) {
                    String place = customer.isEmpty() ? "" : customer + "?before=" + entry.at().plusSeconds(1) + "#m" + entry.row();
                    lines.add(new LogFile.Line(it, entry, seen.size() == 1, place));
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

    private List<String> standard(CustomerRow it, Contact contact) {
        List<String> addresses = contact.addresses();
        String email = addresses.isEmpty() ? "" : addresses.getFirst();
        int blank = contact.name().strip().lastIndexOf(' ');
        String first = blank < 0 ? contact.name().strip() : contact.name().strip().substring(0, blank);
        String last = blank < 0 ? "" : contact.name().strip().substring(blank + 1);
        String domain = email.substring(email.indexOf('@') + 1);
        ZoneId zone = it.timeZone();
        return List.of(
                it.id().toString(), it.name(), "", text(it.country()), "", "", "", "", domain, "", "", it.grade().name(),
                it.stage().id(), it.owner(), first, last, contact.title(), email,
                addresses.size() > 1 ? addresses.get(1) : "",
                contact.phones().isEmpty() ? "" : contact.phones().getFirst(), handle(contact, "whatsapp"),
                handle(contact, "wechat"), handle(contact, "linkedin"), String.join(" ", it.languages()),
                zone == null ? "" : zone.getId(), "", "", "", "", "", day(it.firstContact()), day(it.lastOut()),
                day(it.lastIn()), it.next().map(next -> next.date().toString()).orElse(""),
                it.next().map(CustomerRow.Next::action).orElse(""), Integer.toString(it.touches()), "", "", it.notes(), "",
                "");
    }

    private static String handle(Contact contact, String channel) {
        return contact.handles().stream()
                .filter(it -> it.channel().equals(channel))
                .map(Contact.Handle::name)
                .findFirst()
                .orElse("");
    }

    private String day(@Nullable Instant instant) {
        return instant == null ? "" : instant.atZone(board.zone()).toLocalDate().toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
