package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.genjin.daemon.customerlist.rules.Entry.Somebody;

/** Who is named in a row, and which address and number belongs to whom. */
final class RowPeople {

    /** More digits than a number of a country has without the country's code, in most of them. */
    private static final int LONGEST_WITHOUT_CODE = 10;
    private static final int LEAST_DIGITS = 6;

    private final List<Column> columns;
    private final Tools tools;
    private final Asked asked;
    private final int groups;

    RowPeople(List<Column> columns, Tools tools, Asked asked) {
        this.columns = columns;
        this.tools = tools;
        this.asked = asked;
        this.groups = columns.stream().mapToInt(Column::person).max().orElse(0) + 1;
    }

    void read(Row row, Entry entry) {
        for (int group = 0; group < groups; group++) {
            List<Somebody> people = named(row, entry, group);
            people.addAll(people.isEmpty() ? namedBeside(row, entry, group) : List.of());
            boolean card = people.isEmpty() && group == 0 && entry.people.size() == 1;
            if (card) {
                people.add(entry.people.removeFirst());
            }
            List<String> addresses = new ArrayList<>();
            List<PhoneNumbers.Written> numbers = new ArrayList<>();
            String title = "";
            for (Column column : columns) {
                Cell cell = row.cell(column.index());
                if (column.person() != group || cell.isEmpty() && cell.formula().isEmpty()) {
                    continue;
                }
                switch (column.role()) {
                    case EMAIL -> {
                        List<PhoneNumbers.Written> instead = numbersInstead(cell);
                        numbers.addAll(instead);
                        addresses(entry, cell, addresses, instead.isEmpty());
                    }
                    case PHONE -> {
                        if (!MailAddresses.in(cell.text()).isEmpty()) {
                            addresses(entry, cell, addresses, false);
                        } else if (!isNoPhone(row, column)) {
                            numbers.addAll(found(entry, cell, area(row)));
                        }
                    }
                    case PERSON -> {
                        addresses(entry, cell, addresses, false);
                        numbers.addAll(tools.phones().in(MailAddresses.without(cell.text())).numbers());
                    }
                    case MIXED -> {
                        addresses(entry, cell, addresses, false);
                        numbers.addAll(found(entry, Cell.of(MailAddresses.without(cell.text())), ""));
                    }
                    case JOB -> title = title.isEmpty() ? cell.text().strip() : title;
                    default -> {}
                }
            }
            boolean named = entry.people.stream().anyMatch(it -> !it.name.isEmpty());
            if (people.isEmpty() && group > 0 && named && !addresses.isEmpty()) {
                asked.ask(Question.Kind.NO_NAME, entry, String.join(", ", addresses));
            }
            if (people.isEmpty() && (!addresses.isEmpty() || !numbers.isEmpty())) {
                people.add(new Somebody(""));
            }
            if (!people.isEmpty()) {
                share(people, addresses, numbers);
                if (people.getFirst().title.isEmpty()) {
                    people.getFirst().title = title;
                }
                entry.people.addAll(people);
            }
        }
    }

    /** {@code Kim Lee <kim@acme.example>; Ann Ray (ann@acme.example)}: the people stand beside their addresses. */
    private List<Somebody> namedBeside(Row row, Entry entry, int group) {
        List<Somebody> found = new ArrayList<>();
        for (Column column : columns) {
            String text = row.cell(column.index()).text();
            boolean details = column.role() == Role.EMAIL || column.role() == Role.MIXED;
            if (column.person() != group || !details || text.indexOf('@') < 0) {
                continue;
            }
            String before = "";
            for (String part : text.split("[;；|\\n]|,(?=[^,]*@)", -1)) {
                Details of = Details.of(part, tools);
                if (of.addresses().size() == 1 && of.person(tools).name.isEmpty()) {
                    of = Details.of(before + "; " + part, tools); // Kim Lee, kim@acme.example
                }
                before = of.reaches() ? "" : part;
                Somebody somebody = of.person(tools);
                if (of.addresses().size() == 1 && !somebody.name.isEmpty()) {
                    entry.kinds.addAll(of.words().subList(1, of.words().size()));
                    found.add(named(somebody));
                }
            }
        }
        return found;
    }

    /** Without the addresses and numbers, which are handed out later. */
    private static Somebody named(Somebody whole) {
        Somebody only = new Somebody(whole.name);
        only.others.addAll(whole.others);
        only.title = whole.title;
        return only;
    }

    /** {@code Phone 2 - Type: Work Fax}: what the number is stands in the column before. */
    private boolean isNoPhone(Row row, Column column) {
        if (column.index() == 0 || columns.get(column.index() - 1).role() != Role.LABEL) {
            return false;
        }
        String folded = " " + Names.folded(row.cell(column.index() - 1).text()) + " ";
        return List.of("faxword", "chatword").stream().flatMap(it -> WordLists.of(it).stream())
                .anyMatch(it -> folded.contains(joins(it.codePointAt(0)) ? it : " " + it + " "));
    }

    private List<Somebody> named(Row row, Entry entry, int group) {
        String first = "";
        String middle = "";
        String last = "";
        String whole = "";
        List<String> nicknames = new ArrayList<>();
        for (Column column : columns) {
            String text = row.cell(column.index()).text().strip();
            if (column.person() == group && !text.isEmpty()) {
                switch (column.role()) {
                    case FIRST -> first = text;
                    case MIDDLE -> middle = text;
                    case LASTNAME -> last = text;
                    case PERSON -> whole = whole.isEmpty() ? text : whole + "\n" + text;
                    case NICKNAME -> nicknames.add(text);
                    default -> {}
                }
            }
        }
        String parts = joined(first, middle, last);
        List<Somebody> people = new ArrayList<>();
        List<PersonNames.Named> named = parts.isEmpty() || group > 0 ? PersonNames.in(whole) : List.of(single(parts));
        for (PersonNames.Named it : named) {
            Somebody somebody = new Somebody(it.name());
            somebody.others.addAll(it.others());
            somebody.title = it.does();
            if (!it.does().isEmpty() && !WordLists.is("function", it.does())) {
                entry.kinds.add(it.does());
            }
            if (entry.company.isEmpty() && !it.bracket().isEmpty() && named.size() == 1) {
                entry.company = CompanyNames.tidy(it.bracket());
                entry.kinds.add(it.bracket());
                asked.ask(Question.Kind.BRACKETS, entry, it.name() + " (" + it.bracket() + ")");
            } else if (!it.bracket().isEmpty()) {
                entry.kinds.add(it.bracket());
            }
            people.add(somebody);
        }
        if (people.size() == 1) {
            String name = people.getFirst().name;
            nicknames.stream().filter(it -> !Names.folded(it).equals(Names.folded(name))).forEach(people.getFirst().others::add);
        }
        return people;
    }

    /** First and last name are of one person, whatever else stands in them. */
    private static PersonNames.Named single(String parts) {
        List<PersonNames.Named> named = PersonNames.in(parts.replace("/", " ").replace("&", " ").replace(",", " "));
        return named.isEmpty() ? new PersonNames.Named("", List.of(), "", "") : named.getFirst();
    }

    private static String joined(String first, String middle, String last) {
        boolean eastern = !last.isEmpty() && last.codePoints().allMatch(RowPeople::joins) && first.codePoints().allMatch(RowPeople::joins);
        return eastern ? last + first : String.join(" ", first, middle, last).replaceAll("\\s+", " ").strip();
    }

    private static boolean joins(int point) {
        return Character.isIdeographic(point) || Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL;
    }

    private void addresses(Entry entry, Cell cell, List<String> into, boolean only) {
        List<String> found = MailAddresses.in(cell.text());
        found.stream().filter(it -> !into.contains(it)).forEach(into::add);
        String text = cell.text().strip();
        boolean said = !Names.folded(text).isEmpty() || text.startsWith("?");
        if (only && found.isEmpty() && !text.isEmpty() && said && !WordLists.is("nodate", text)) {
            asked.ask(Question.Kind.NO_ADDRESS, entry, text);
        }
    }

    /** Numbers in a cell that was for an address. */
    private List<PhoneNumbers.Written> numbersInstead(Cell cell) {
        boolean none = MailAddresses.in(cell.text()).isEmpty() && cell.text().indexOf('@') < 0 && PhoneNumbers.digits(cell.text()).length() > LEAST_DIGITS;
        return none ? tools.phones().in(cell).numbers() : List.of();
    }

    private List<PhoneNumbers.Written> found(Entry entry, Cell cell, String area) {
        PhoneNumbers.Found found = tools.phones().in(cell);
        found.lost().forEach(it -> asked.ask(Question.Kind.DIGITS_LOST, entry, it));
        if (found.numbers().isEmpty() && found.lost().isEmpty() && PhoneNumbers.digits(cell.text()).length() > 2) {
            asked.ask(Question.Kind.NO_NUMBER, entry, cell.text());
        }
        return found.numbers().stream()
                .map(it -> new PhoneNumbers.Written(withArea(it.digits(), area), it.beside()))
                .toList();
    }

    void phones(Entry entry, Somebody of, Cell cell, String area) {
        found(entry, cell, area).forEach(it -> of.phones.add(it.digits()));
    }

    /** What stands in the column of codes before the number. */
    String area(Row row) {
        for (Column it : columns) {
            if (it.role() == Role.AREA) {
                return PhoneNumbers.digits(row.cell(it.index()).text());
            }
        }
        return "";
    }

    private static String withArea(String number, String area) {
        boolean whole = number.startsWith("+") || number.startsWith("00") || area.isEmpty();
        if (whole) {
            return number;
        }
        if (area.startsWith("0") && !area.startsWith("00")) {
            return area + " " + number;
        }
        String code = area.startsWith("00") ? area.substring(2) : area;
        if (code.length() > 1 && PhoneNumbers.digits(number).startsWith(code) && PhoneNumbers.digits(number).length() > LONGEST_WITHOUT_CODE) {
            return "+" + PhoneNumbers.digits(number); // with its code already
        }
        return "+" + code + " " + number;
    }

    /** Each address to whom it resembles, else to whom the one before belongs; numbers by the name beside them, else in order. */
    private static void share(List<Somebody> people, List<String> addresses, List<PhoneNumbers.Written> numbers) {
        int current = 0;
        for (String address : addresses) {
            int best = -1;
            int most = 0;
            for (int i = 0; i < people.size(); i++) {
                int fits = MailAddresses.fits(address, people.get(i).name + " " + String.join(" ", people.get(i).others));
                if (fits > most) {
                    most = fits;
                    best = i;
                }
            }
            current = best < 0 ? current : best;
            people.get(current).addresses.add(address);
        }
        for (int i = 0; i < numbers.size(); i++) {
            int inOrder = numbers.size() == people.size() ? i : 0;
            people.get(beside(people, numbers.get(i).beside(), inOrder)).phones.add(numbers.get(i).digits());
        }
    }

    private static int beside(List<Somebody> people, String beside, int otherwise) {
        String folded = " " + Names.folded(beside) + " ";
        for (int i = 0; i < people.size(); i++) {
            for (String word : Names.folded(people.get(i).name).split(" ", -1)) {
                if (word.length() > 1 && (folded.contains(" " + word + " ") || joins(word.codePointAt(0)) && folded.contains(word))) {
                    return i;
                }
            }
        }
        return otherwise;
    }
}
