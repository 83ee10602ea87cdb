package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.genjin.daemon.customerlist.rules.Entry.Somebody;
import org.genjin.daemon.words.Listed;
import org.jspecify.annotations.Nullable;

/** Makes entries of a table's rows. Used for one table. */
final class RowReader {

    private static final double DIFFERENT_IN_A_DIARY = 0.75;
    /** What counts for each row that its cell is merged over. */
    private static final Set<Role> MERGED = EnumSet.of(Role.COMPANY, Role.COUNTRY, Role.REGION, Role.GRADE, Role.NEXT);

    private static final Pattern FOOTNOTE = Pattern.compile("(?:\\*+|\\(\\*+\\)|[†‡¹²³])$");
    private static final Pattern DOMAIN = Pattern.compile("(?i)(?:https?://)?(?:www\\.)?([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,})(?:/.*)?");
    private static final int LONGEST_VALUE = 60;
    /** A title, a first name and a last one: {@code Miss Sixty} may be a firm. */
    private static final int LEAST_NAMES = 3;

    private final Table table;
    private final List<Column> columns;
    private final TableWords words;
    private final Tools tools;
    private final Asked asked;
    private final RowPeople people;
    private final RowCountry countries;
    private final RowGrade grades;
    private final Parents parents;
    private final boolean log;
    private final boolean book;
    private String section = "";
    /** Where the card of the row says that they are. */
    private String cardPlace = "";
    private @Nullable Row above;

    /** @param book whether the table is an address book, where a row without a company is nobody's continuation */
    RowReader(Table table, List<Column> columns, TableWords words, Tools tools, Asked asked, boolean book) {
        this.table = table;
        this.columns = columns;
        this.words = words;
        this.tools = tools;
        this.asked = asked;
        this.book = book;
        this.people = new RowPeople(columns, tools, asked);
        this.countries = new RowCountry(columns, words, tools, asked);
        this.grades = new RowGrade(table.sheet().name(), columns, words, tools, asked);
        this.parents = new Parents(columns, asked);
        this.log = (Columns.has(columns, Role.CHANNEL) || Columns.has(columns, Role.DIRECTION))
                && !Columns.has(columns, Role.EMAIL) && !Columns.has(columns, Role.PHONE) || isDiary();
    }

    /** A day in each row, under a header that says no more, and the same companies again and again. */
    private boolean isDiary() {
        boolean dated = columns.stream().anyMatch(it -> it.role() == Role.LAST
                && tools.headers().find(it.header()).filter(hit -> hit.role() == Role.DATE).isPresent()
                && table.body().stream().filter(row -> row.filled() > 2).allMatch(row -> !row.cell(it.index()).isEmpty()));
        if (!dated) {
            return false;
        }
        List<String> companies = columns.stream()
                .filter(it -> it.role() == Role.COMPANY)
                .flatMap(it -> table.body().stream().map(row -> CompanyNames.key(row.cell(it.index()).text())))
                .filter(it -> !it.isEmpty())
                .toList();
        return companies.size() > 3 && companies.stream().distinct().count() <= companies.size() * DIFFERENT_IN_A_DIARY;
    }

    List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        for (Row row : table.body()) {
            if (isTotal(row)) {
                continue;
            }
            if (isSection(row)) {
                section(row);
                continue;
            }
            Entry entry = entry(row);
            if (!entry.isEmpty()) {
                entries.add(entry);
                above = row;
            } else if (!entry.notes.isEmpty() && !entries.isEmpty() && !isLoose(row)) {
                entries.getLast().notes.addAll(entry.notes);
            }
        }
        parents.name(entries);
        return entries;
    }

    /** A remark below the table, which is no row of it. */
    private boolean isLoose(Row row) {
        return row.filled() < 2;
    }

    private static boolean isTotal(Row row) {
        List<String> texts = row.cells().stream().filter(it -> !it.isEmpty()).limit(2).map(Cell::text).toList();
        boolean addressed = row.cells().stream().anyMatch(it -> it.text().indexOf('@') > 0);
        return !addressed && texts.stream().anyMatch(it -> {
            String head = it.strip().split("[:：=\\d]", 2)[0];
            return WordLists.is("total", it) || WordLists.is("total", head) && !head.equals(it.strip())
                    || head.matches("(?i)total (of )?(customers|clients|clientes|kunden|leads|contacts|accounts)\\s*");
        });
    }

    /** A title between the rows: one cell, over the width or far shorter than any row of the table. */
    private boolean isSection(Row row) {
        if (row.filled() != 1) {
            return false;
        }
        Cell only = row.cells().stream().filter(it -> !it.isEmpty()).findFirst().orElse(Cell.EMPTY);
        int column = row.cells().indexOf(only);
        Role role = column < columns.size() ? columns.get(column).role() : Role.UNKNOWN;
        if (!MailAddresses.in(only.text()).isEmpty() || role == Role.NOTES || role == Role.PERSON) {
            return false;
        }
        boolean wide = table.widthOf(row) > 2;
        long used = columns.stream().filter(it -> it.role() != Role.UNKNOWN).count();
        return wide || role != Role.COMPANY || used > 2 && !CompanyNames.hasLegalForm(only.text());
    }

    private void section(Row row) {
        String text = row.cells().stream().filter(it -> !it.isEmpty()).findFirst().orElse(Cell.EMPTY).text();
        section = text.length() > 60 ? "" : text.strip();
    }

    private Cell cell(Row row, Column column) {
        Cell cell = row.cell(column.index());
        if (!cell.isEmpty() || !MERGED.contains(column.role())) {
            return cell;
        }
        OptionalInt from = table.mergedFrom(row, column.index());
        if (from.isEmpty()) {
            return cell;
        }
        return table.body().stream()
                .filter(it -> it.number() == from.getAsInt())
                .map(it -> it.cell(column.index()))
                .findFirst()
                .orElse(cell);
    }

    private Entry entry(Row row) {
        Entry entry = new Entry(table.sheet().name(), row.number());
        entry.hidden = row.hidden();
        entry.log = log;
        if (!section.isEmpty()) {
            entry.kinds.add(section);
        }
        cardPlace = "";
        List<String> said = new ArrayList<>();
        TreeMap<Integer, String> place = new TreeMap<>();
        String field = "";
        boolean firmSaid = false;
        String day = "";
        Optional<String> flagged = Optional.empty();
        List<String> actions = new ArrayList<>();
        for (Column column : columns) {
            Cell cell = cell(row, column);
            if (!cell.comment().isEmpty()) {
                entry.notes.add(cell.comment());
            }
            if (cell.isEmpty() && cell.formula().isEmpty()) {
                continue;
            }
            Role role = column.role();
            String header = column.header();
            if (role == Role.FIELDNAME) {
                field = cell.text().strip();
                continue;
            }
            if (role == Role.FIELDVALUE) {
                header = field;
                role = tools.headers().find(field).map(HeaderWords.Hit::role).orElse(Role.NOTES);
            }
            switch (role) {
                case COMPANY -> {
                    Matcher footnote = FOOTNOTE.matcher(cell.text().strip());
                    entry.footnote = footnote.find() ? footnote.group() : "";
                    flagged = CountryWords.flag(cell.text());
                    String tidy = CompanyNames.tidy(withFormula(cell));
                    String name = CompanyNames.isNone(tidy) ? "" : tidy;
                    if (entry.company.isEmpty()) {
                        entry.company = name;
                    } else if (!name.isEmpty()) {
                        entry.otherNames.add(name);
                    }
                }
                case CARD -> card(entry, cell.text());
                case COMPANYALT, COMPANYSHORT -> entry.otherNames.add(CompanyNames.tidy(cell.text()));
                case COUNTRY -> countries.stated(entry, cell.text());
                case ADDRESS, CITY, REGION, POST -> place.put(role == Role.ADDRESS ? 0 : role == Role.CITY ? 1 : 2, place
                        .getOrDefault(role == Role.ADDRESS ? 0 : role == Role.CITY ? 1 : 2, "") + " " + cell.text());
                case GRADE -> grades.said(entry, cell.text());
                case NEXT -> next(entry, cell);
                case LAST -> {
                    day = cell.text().strip();
                    if (words.date(cell) instanceof DateWords.Read.Day it) {
                        entry.last = it.date();
                    }
                }
                case NOTES -> {
                    String note = PlainText.of(withFormula(cell));
                    if (note.startsWith("=") || note.startsWith("@") || note.contains(" =HYPERLINK")) {
                        asked.ask(Question.Kind.FORMULA_TEXT, entry, header + ": " + note);
                    }
                    entry.notes.add(note);
                    if (entry.lost.isEmpty() && WordLists.is("lost", note.split("[:：,，;；。.(（–]", 2)[0])) {
                        entry.lost = note;
                    }
                }
                case NEXTACTION -> {
                    String action = PlainText.of(withFormula(cell));
                    if (!tools.own().isReason(action)) {
                        entry.nextAction = entry.nextAction.isEmpty() ? action : entry.nextAction;
                        actions.add(header + ": " + action);
                    }
                }
                case STATUS, TYPE, TAGS -> {
                    entry.kinds.add(cell.text());
                    entry.blocked |= tools.isBlocked(cell.text());
                    if (!Columns.has(columns, Role.GRADE) && says("maybegrade", cell.text())) {
                        asked.ask(Question.Kind.NO_GRADE, entry, cell.text());
                    }
                    if (says("lost", cell.text())) {
                        entry.lost = cell.text().strip();
                    }
                    Optional<Stage> stage = role == Role.STATUS ? tools.own().stage(cell.text()) : Optional.empty();
                    if (stage.isPresent() && entry.stage == null) {
                        entry.stage = stage.get();
                    } else if (role == Role.TYPE && isShort(cell)) {
                        entry.type = entry.type.isEmpty() ? listed(Listed.TYPE, cell) : entry.type;
                    } else if (role != Role.TAGS) {
                        said.add(header + ": " + cell.text().strip());
                    }
                }
                case SOURCE -> {
                    if (isShort(cell)) {
                        entry.source = entry.source.isEmpty() ? listed(Listed.SOURCE, cell) : entry.source;
                    } else {
                        said.add(header + ": " + cell.text().strip());
                    }
                }
                case PRODUCT -> said.add(header + ": " + cell.text().strip());
                case CHANNEL -> day = (day + " " + cell.text()).strip();
                case ID, NUMBER -> entry.number = entry.number.isEmpty() ? cell.text().strip() : entry.number;
                case EMAILS2 -> entry.firm.addresses.addAll(MailAddresses.in(cell.text()));
                case PHONEFIRM -> people.phones(entry, entry.firm, cell, people.area(row));
                case ISCOMPANY, PARENT -> {}
                default -> {}
            }
            firmSaid |= switch (role) {
                case COMPANY, COUNTRY, GRADE, NEXT, LAST, ID, NUMBER, STATUS, OWNER, SINCE, TYPE, SOURCE -> true;
                default -> false;
            };
        }
        entry.otherNames.removeIf(it -> it.isEmpty() || WordLists.is("nodate", it));
        entry.otherNames.stream().filter(_ -> !entry.company.isEmpty()).filter(CompanyNames::isLegalForm).findFirst().ifPresent(it -> {
            entry.otherNames.remove(it);
            entry.company += " " + it; // Name1, Name2: one name over two columns
        });
        if (entry.company.isEmpty() && !entry.otherNames.isEmpty()) {
            entry.company = entry.otherNames.removeFirst();
            firmSaid = true;
        }
        people.read(row, entry);
        personAsCompany(entry);
        parents.read(row, entry);
        domainOnly(row, entry);
        flagged.ifPresent(it -> countries.stated(entry, it));
        countries.told(entry, String.join(", ", place.values()));
        countries.told(entry, cardPlace);
        countries.around(entry, section);
        if (!(entry.next instanceof DateWords.Read.Day) || actions.size() > 1) {
            entry.notes.addAll(actions); // with a day, it is what is to be done then
        }
        notes(entry, said, day);
        entry.bare = !book && !firmSaid && entry.company.isEmpty() && above != null && !entry.people.isEmpty();
        grades.around(entry, row, section);
        if (row.hidden() && !entry.isEmpty()) {
            asked.ask(Question.Kind.HIDDEN_ROW, entry, entry.company);
        }
        return entry;
    }

    /** {@code Mr. Kwame Boateng} where a company's name would stand, in a list without a column of people: nobody else is meant. */
    private void personAsCompany(Entry entry) {
        boolean named = Columns.has(columns, Role.PERSON) || Columns.has(columns, Role.FIRST) || Columns.has(columns, Role.LASTNAME)
                || entry.people.stream().anyMatch(it -> !it.name.isEmpty());
        String[] parts = entry.company.split(" ", -1);
        if (named || parts.length < LEAST_NAMES || !WordLists.is("honorific", parts[0]) || CompanyNames.hasLegalForm(entry.company)) {
            return;
        }
        PersonNames.in(entry.company).stream().findFirst().ifPresent(it -> {
            Somebody person = entry.people.isEmpty() ? new Somebody(it.name()) : entry.people.removeFirst();
            person.name = it.name();
            entry.people.addFirst(person);
            entry.company = "";
        });
    }

    /** Whether one of the things that a cell lists is one of those words. */
    private static boolean says(String key, String cell) {
        return WordLists.is(key, cell) || Arrays.stream(cell.split("\\s*(?:[;；,，、|/\\n]|:::)\\s*", -1)).anyMatch(it -> WordLists.is(key, it));
    }

    /** Longer words are a remark. */
    private static boolean isShort(Cell cell) {
        String text = cell.text().strip();
        return text.length() <= LONGEST_VALUE && text.indexOf('\n') < 0;
    }

    private static String listed(String kind, Cell cell) {
        return Listed.code(kind, cell.text()).orElse(cell.text().strip());
    }

    /** A log's line begins with its day and way, as it stood in the list. */
    private void notes(Entry entry, List<String> said, String day) {
        if (log && !entry.notes.isEmpty()) {
            entry.notes.set(0, (day + " " + entry.notes.getFirst()).strip());
        }
        if (!said.isEmpty()) {
            entry.notes.add(String.join(" · ", said));
        }
    }

    private void card(Entry entry, String text) {
        CardText.Read card = CardText.of(text, !entry.company.isEmpty() || Columns.has(columns, Role.COMPANY), tools);
        entry.company = entry.company.isEmpty() ? card.company() : entry.company;
        entry.people.addAll(card.people());
        entry.firm.addresses.addAll(card.firm().addresses);
        entry.firm.phones.addAll(card.firm().phones);
        card.lost().forEach(it -> asked.ask(Question.Kind.DIGITS_LOST, entry, it));
        cardPlace = card.place();
    }

    private void next(Entry entry, Cell cell) {
        if (entry.next instanceof DateWords.Read.Day) {
            return;
        }
        DateWords.Read read = words.date(cell);
        entry.next = read;
        switch (read) {
            case DateWords.Read.Day day -> {
                if (!day.ownYear()) {
                    asked.ask(Question.Kind.NO_YEAR, entry, cell.text() + " = " + day.date());
                }
                if (day.doubtful()) {
                    asked.ask(Question.Kind.DAY_OR_MONTH, entry, cell.text() + " = " + day.date());
                }
            }
            case DateWords.Read.Unclear unclear -> {
                asked.ask(Question.Kind.NO_DAY, entry, unclear.words());
                entry.notes.add(words.nextHeader() + ": " + unclear.words());
            }
            case DateWords.Read.Nothing _ -> {}
        }
    }

    /** Nothing names the customer but its website. */
    private void domainOnly(Row row, Entry entry) {
        if (!entry.company.isEmpty() || entry.people.stream().anyMatch(it -> !it.name.isEmpty() || !it.addresses.isEmpty())
                || !entry.firm.addresses.isEmpty() || row.filled() < 3) {
            return;
        }
        for (Column column : columns) {
            Matcher domain = DOMAIN.matcher(row.cell(column.index()).text().strip());
            if (column.role() == Role.WEB && entry.company.isEmpty() && domain.matches()) {
                entry.company = domain.group(1).toLowerCase(Locale.ROOT);
                asked.ask(Question.Kind.BARE_DOMAIN, entry, entry.company);
            }
        }
    }

    static String withFormula(Cell cell) {
        boolean link = cell.formula().toUpperCase(Locale.ROOT).startsWith("HYPERLINK");
        if (cell.formula().isEmpty() || !cell.isEmpty() && !link) {
            return cell.text();
        }
        return (cell.text() + " =" + cell.formula()).strip();
    }
}
