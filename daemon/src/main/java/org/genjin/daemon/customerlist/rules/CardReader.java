package org.genjin.daemon.customerlist.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.genjin.daemon.customerlist.rules.Entry.CountryBy;
import org.genjin.daemon.customerlist.rules.Entry.Somebody;
import org.jspecify.annotations.Nullable;

/** Reads a sheet that is about one customer: labels with values beside them, a log below, pasted talk. */
final class CardReader {

    private static final Pattern LABELLED = Pattern.compile("^([^:：\\n]{1,30})[:：]\\s*(\\S[^\\n]*)$");
    private static final Pattern SHEET_NUMBER = Pattern.compile("^(?:[A-Z]{0,3}\\d{1,5}[\\s._-]+|\\d{1,4}\\s*[、.)）-]\\s*)");
    private static final Pattern TITLE_NUMBER = Pattern.compile("^\\d{1,3}\\s*(?:[、)）]\\s*|\\.\\s+)");
    private static final Pattern SHEET_NEW = Pattern.compile("^(?:新|new|neu|nuevo|novo|nouveau|новый)\\s*[-–_:：]\\s*", Pattern.CASE_INSENSITIVE);

    private final Tools tools;
    private final Asked asked;

    CardReader(Tools tools, Asked asked) {
        this.tools = tools;
        this.asked = asked;
    }

    /** Labels with values in a sheet that has no table of customers. */
    int labels(TableFinder.Found found) {
        int labels = 0;
        for (Row row : found.outside()) {
            for (int i = 0; i < row.cells().size(); i++) {
                boolean labelled = Labelled.at(row, i, tools.headers()).filter(it -> it.role() != Role.NOTES && it.role() != Role.NAME).isPresent()
                        || byFunction(row.cell(i).text().strip()).isPresent();
                labels += labelled ? 1 : 0;
            }
        }
        return labels;
    }

    Entry read(Sheet sheet, TableFinder.Found found, List<List<Column>> columns, @Nullable String sheetCountry) {
        Entry entry = new Entry(sheet.name(), sheet.rows().isEmpty() ? 1 : sheet.rows().getFirst().number());
        entry.card = true;
        String title = "";
        for (Row row : found.outside()) {
            boolean pairs = false;
            int i = 0;
            while (i < row.cells().size()) {
                Optional<Labelled> labelled = Labelled.at(row, i, tools.headers());
                pairs |= labelled.isPresent();
                labelled.filter(it -> !it.value().isEmpty()).ifPresent(it -> put(entry, it.role(), it.label(), it.value()));
                i = labelled.map(Labelled::next).orElse(i + 1);
            }
            row.cells().stream().map(Cell::comment).filter(it -> !it.isEmpty()).forEach(entry.notes::add);
            if (pairs) {
                continue;
            }
            for (Cell cell : row.cells()) {
                String text = cell.text().strip();
                if (text.isEmpty() || isBack(text)) {
                    continue;
                }
                Optional<Somebody> named = byFunction(text);
                if (named.isPresent()) {
                    entry.people.add(named.get());
                    continue;
                }
                if (title.isEmpty() && text.length() < 90 && !text.contains("\n")) {
                    title = text;
                } else {
                    entry.notes.add(PlainText.of(text));
                }
            }
        }
        for (int t = 0; t < found.tables().size(); t++) {
            table(entry, found.tables().get(t), columns.get(t));
        }
        if (entry.company.isEmpty()) {
            entry.company = CompanyNames.tidy(title.isEmpty() || isGeneric(title) ? sheetName(sheet.name()) : TITLE_NUMBER.matcher(title).replaceFirst(""));
        } else if (!title.isEmpty() && !isGeneric(title)) {
            entry.notes.add(title);
        }
        if (entry.country == null && sheetCountry != null) {
            entry.country = sheetCountry;
            entry.countryBy = CountryBy.SHEET;
        }
        return entry;
    }

    /** {@code 财务：李娜 a@b.example}: the label is what the person does. */
    private Optional<Somebody> byFunction(String text) {
        Matcher does = LABELLED.matcher(text);
        if (!does.matches() || !PersonNames.isFunction(does.group(1))) {
            return Optional.empty();
        }
        Somebody somebody = Details.of(does.group(2), tools).person(tools);
        somebody.title = does.group(1).strip();
        return somebody.name.isEmpty() ? Optional.empty() : Optional.of(somebody);
    }

    /** The customer's name in the name of the sheet: without its number and a mark that it is new. */
    static String sheetName(String name) {
        return SHEET_NEW.matcher(SHEET_NUMBER.matcher(name.strip()).replaceFirst("")).replaceFirst("").strip();
    }

    private static boolean isBack(String text) {
        String bare = text.replaceAll("[←<«»>→↩⬅◀\\s]+", " ").strip();
        return WordLists.is("back", bare) || WordLists.of("back").stream().anyMatch(it -> text.matches("^[←<«↩⬅◀].*") && bare.length() < 30)
                || bare.length() < 12 && bare.startsWith("返回");
    }

    private boolean isGeneric(String title) {
        String bare = title.replaceAll("[:：\\s]+", "");
        return bare.length() < 12 && (tools.headers().find(title).isPresent() || bare.matches("客户(信息|资料|档案|跟进|详情).*|.*(kundenblatt|customer card|ficha).*"));
    }

    private void put(Entry entry, Role role, String label, Cell value) {
        String text = value.text().strip();
        switch (role) {
            case COMPANY, COMPANYALT, COMPANYSHORT, NAME -> {
                if (entry.company.isEmpty() && role == Role.COMPANY) {
                    entry.company = CompanyNames.tidy(text);
                } else {
                    entry.otherNames.add(CompanyNames.tidy(text));
                }
            }
            case PERSON, FIRST -> PersonNames.in(text).forEach(it -> {
                Somebody somebody = new Somebody(it.name());
                somebody.others.addAll(it.others());
                somebody.title = it.does();
                entry.people.add(somebody);
            });
            case EMAIL, EMAILS2 -> latest(entry).addresses.addAll(MailAddresses.in(text));
            case PHONE, PHONEFIRM -> tools.phones().in(value).numbers().forEach(it -> latest(entry).phones.add(it.digits()));
            case MIXED -> {
                latest(entry).addresses.addAll(MailAddresses.in(text));
                tools.phones().in(MailAddresses.without(text)).numbers().forEach(it -> latest(entry).phones.add(it.digits()));
            }
            case JOB -> latest(entry).title = text;
            case COUNTRY -> tools.countries().stated(text, false).ifPresent(it -> {
                entry.country = it;
                entry.countryBy = CountryBy.STATED;
            });
            case ADDRESS, CITY -> {
                if (entry.country == null) {
                    tools.countries().ofAddress(text).ifPresent(it -> {
                        entry.country = it;
                        entry.countryBy = CountryBy.ADDRESS;
                    });
                }
            }
            case GRADE -> {
                entry.grade = GradeScale.of(List.of(text), label, Legend.NONE).grade(text).orElse(entry.grade);
                entry.blocked |= tools.isBlocked(text);
            }
            case NEXT -> {
                entry.next = DateWords.read(value, DateWords.Order.UNKNOWN, OptionalInt.empty());
                if (entry.next instanceof DateWords.Read.Unclear unclear) {
                    asked.ask(Question.Kind.NO_DAY, entry, unclear.words());
                    entry.notes.add(label + ": " + text);
                }
            }
            case LAST -> {
                if (DateWords.read(value, DateWords.Order.UNKNOWN, OptionalInt.empty()) instanceof DateWords.Read.Day day) {
                    entry.last = day.date();
                }
            }
            case NOTES -> entry.notes.add(PlainText.of(text));
            case NEXTACTION, STATUS, TYPE, SOURCE, PRODUCT, TAGS -> {
                entry.kinds.add(text);
                entry.notes.add(label + ": " + text);
            }
            default -> {}
        }
    }

    /** Whose the next address or number is: the person named last, or the firm if nobody is named yet. */
    private static Somebody latest(Entry entry) {
        return entry.people.isEmpty() ? entry.firm : entry.people.getLast();
    }

    /** What the next part of the sheet is called. */
    private boolean isHeading(Row row) {
        return row.filled() == 1 && row.cells().stream().anyMatch(it -> tools.headers().find(it.text().strip()).filter(HeaderWords.Hit::whole).isPresent());
    }

    private void table(Entry entry, Table table, List<Column> columns) {
        if (columns.stream().anyMatch(it -> it.role() == Role.EMAIL || it.role() == Role.PHONE || it.role() == Role.PERSON)
                && columns.stream().noneMatch(it -> it.role() == Role.LAST || it.role() == Role.DATE || it.role() == Role.CHANNEL)) {
            for (Row row : table.body()) {
                if (isHeading(row)) {
                    continue;
                }
                Entry people = new Entry(table.sheet().name(), row.number());
                new RowPeople(columns, tools, asked).read(row, people);
                entry.people.addAll(people.people);
                columns.stream().filter(it -> it.role() == Role.NOTES).map(it -> row.cell(it.index()).text().strip())
                        .filter(it -> !it.isEmpty()).forEach(entry.notes::add);
            }
            return;
        }
        TableWords words = TableWords.of(table, columns, Legend.NONE, table.sheet().name(), null, "");
        Row latest = null;
        LocalDate day = null;
        for (Row row : table.body()) {
            List<String> line = new ArrayList<>();
            LocalDate at = null;
            for (Column column : columns) {
                Cell cell = row.cell(column.index());
                if (!cell.comment().isEmpty()) {
                    entry.notes.add(cell.comment());
                }
                if (cell.isEmpty()) {
                    continue;
                }
                if (column.role() == Role.LAST || column.role() == Role.DATE) {
                    at = words.date(cell) instanceof DateWords.Read.Day it ? it.date() : at;
                }
                if (column.role() != Role.NEXT) {
                    line.add(PlainText.of(RowReader.withFormula(cell)));
                }
            }
            if (!line.isEmpty()) {
                entry.notes.add(String.join(" ", line));
            }
            if (at != null && (day == null || !at.isBefore(day))) {
                latest = row;
                day = at;
            }
        }
        if (latest != null) {
            entry.last = entry.last == null || day != null && day.isAfter(entry.last) ? day : entry.last;
            for (Column column : columns) {
                if (column.role() == Role.NEXT && !(entry.next instanceof DateWords.Read.Day)) {
                    entry.next = words.date(latest.cell(column.index()));
                }
            }
        }
    }
}
