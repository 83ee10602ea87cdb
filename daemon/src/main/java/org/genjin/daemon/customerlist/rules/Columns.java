package org.genjin.daemon.customerlist.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customerlist.file.Cell;

/** Says what each column of a table holds: by its header, by what is known of the system it comes from, by its contents. */
final class Columns {

    private static final double MOSTLY = 0.55;
    private static final Pattern NUMBERED = Pattern.compile("(\\d)\\s*\\)?$|^(\\d)\\s|\\s(\\d)\\s");
    private static final int FREE_TEXT = 14;
    private static final double OTHERS = 0.8;
    private static final double SOME = 0.3;
    private static final double SAME_FEW = 0.5;

    private final HeaderWords words;
    private final CountryWords countries;
    private final PhoneNumbers phones;

    Columns(HeaderWords words, CountryWords countries, PhoneNumbers phones) {
        this.words = words;
        this.countries = countries;
        this.phones = phones;
    }

    /** @param known header, folded → role, which goes before everything else */
    List<Column> of(Table table, Legend legend, Map<String, Role> known) {
        List<Column> columns = new ArrayList<>();
        List<Contents> contents = new ArrayList<>();
        for (int i = 0; i < table.headers().size(); i++) {
            Contents held = new Contents(table, i, countries, phones);
            contents.add(held);
            String header = table.headers().get(i);
            Role given = known.get(HeaderWords.fold(header));
            columns.add(new Column(i, header, given != null ? given : role(table, i, held, legend), 0));
        }
        names(columns, contents, known);
        new PeopleByAddress(words).find(columns, contents, table);
        dates(columns, contents);
        coming(columns, contents, table);
        fields(columns);
        fallbacks(columns, contents, legend);
        return people(columns);
    }

    private Role role(Table table, int index, Contents held, Legend legend) {
        String header = table.headers().get(index);
        String group = table.groups().get(index);
        Optional<HeaderWords.Hit> own = table.headed() ? words.find(header) : Optional.empty();
        if (own.filter(it -> it.role() == Role.NAME || it.role() == Role.DATE).isPresent() && !group.isEmpty()) {
            Optional<HeaderWords.Hit> both = words.find(group + " " + header);
            own = both.isPresent() && both.get().role() != Role.NAME ? both : own;
            Optional<HeaderWords.Hit> above = words.find(group);
            if (own.get().role() == Role.NAME && above.isPresent()) {
                own = above.filter(it -> it.role() == Role.COMPANY || it.role() == Role.PERSON).or(() -> both);
            }
        } else if (own.isEmpty() && !group.isEmpty()) {
            own = words.find(group + " " + header);
        }
        if (own.isEmpty() && table.headed()) {
            own = words.meant(header);
        }
        Role said = own.map(HeaderWords.Hit::role).orElse(Role.UNKNOWN);
        if (said == Role.PHONEFIRM && words.find(group).filter(it -> it.role() == Role.MIXED || it.role() == Role.PERSON).isPresent()) {
            said = Role.PHONE; // 联系方式 | 手机 | 座机
        }
        return checked(said, own.filter(HeaderWords.Hit::whole).isPresent(), held, legend);
    }

    /** The header's word against what is in the column: the contents win where they leave no doubt. */
    private static Role checked(Role said, boolean whole, Contents held, Legend legend) {
        if (held.count() == 0 || said == Role.LABEL || said == Role.FAX || said == Role.IGNORED && whole) {
            return said;
        }
        if (said == Role.OWNER && held.count() > 1 && held.different() <= 0.5) {
            return said; // our people by their addresses
        }
        if (said == Role.CARD || said != Role.NOTES && said != Role.ADDRESS && held.cards() > 0.5) {
            return Role.CARD;
        }
        boolean free = said == Role.NOTES || said == Role.NEXTACTION || said == Role.PRODUCT;
        if (!free && said != Role.EMAILS2 && held.emails() > MOSTLY && said != Role.EMAIL) {
            return held.onlyEmails() > MOSTLY ? Role.EMAIL : Role.MIXED;
        }
        return switch (said) {
            case EMAIL -> held.emails() < 0.2 && held.phones() > MOSTLY ? Role.PHONE : held.phones() > 0.5 && held.emails() > 0.2 ? Role.MIXED : said;
            case PHONE -> held.phones() > 0.3 && held.emails() > 0.2 ? Role.MIXED : said;
            case PERSON, NAME, UNKNOWN, COMPANY -> {
                if (held.yesNo() > 0.9) {
                    yield Role.IGNORED; // whether it is the first contact
                }
                if (held.dates() > 0.8 && held.legalForms() == 0) {
                    yield Role.UNKNOWN; // a word for a contact within a header of days
                }
                if (held.phones() > MOSTLY && held.words() < 0.4 && (said != Role.UNKNOWN || held.international() > 0.3)) {
                    yield Role.PHONE;
                }
                yield said == Role.UNKNOWN ? unknown(held) : said;
            }
            case REGION, IGNORED -> held.countries() > MOSTLY ? Role.COUNTRY : said;
            case GRADE -> held.grades(legend) < 0.3 ? Role.STATUS : said;
            case TYPE, STATUS, TAGS, PRODUCT -> held.count() > 1 && held.letters() > 0.8 || held.isFew() && held.grades(legend) > 0.9 ? Role.GRADE : said;
            case NEXT -> held.dates() < 0.25 && held.averageLength() > FREE_TEXT ? Role.NEXTACTION : said;
            case NEXTACTION -> held.dates() > 0.7 ? Role.NEXT : said;
            case ID -> held.legalForms() > 0.4 ? Role.COMPANY : said;
            default -> said;
        };
    }

    private static Role unknown(Contents held) {
        if (held.countries() > 0.7) {
            return Role.COUNTRY;
        }
        if (held.legalForms() > 0.5 && held.different() > 0.5) {
            return Role.COMPANY;
        }
        if (held.letters() > 0.8 && held.count() > 2 && held.different() < 0.7) {
            return Role.GRADE;
        }
        if (held.links() > 0.7) {
            return Role.WEB;
        }
        return held.words() > 0.5 && held.dates() < 0.3 && held.averageLength() >= FREE_TEXT ? Role.NOTES : Role.UNKNOWN;
    }

    /** Whose name a column called "name" or "customer" holds. */
    private void names(List<Column> columns, List<Contents> contents, Map<String, Role> known) {
        boolean person = has(columns, Role.PERSON) || has(columns, Role.FIRST) || has(columns, Role.LASTNAME);
        List<Integer> companies = indexes(columns, Role.COMPANY);
        if (companies.size() > 1) {
            int best = companies.stream()
                    .max((a, b) -> Double.compare(rank(columns.get(a), contents.get(a)), rank(columns.get(b), contents.get(b))))
                    .orElseThrow();
            for (int it : companies) {
                if (it != best && !known.containsKey(HeaderWords.fold(columns.get(it).header()))) {
                    boolean people = !person && contents.get(it).legalForms() < 0.15 && contents.get(best).legalForms() > 0.3;
                    columns.set(it, columns.get(it).as(people ? Role.PERSON : Role.COMPANYALT));
                    person |= people;
                }
            }
        }
        owners(columns, contents, known);
        if (!has(columns, Role.COMPANY) && !indexes(columns, Role.COMPANYALT).isEmpty()) {
            int first = indexes(columns, Role.COMPANYALT).getFirst();
            columns.set(first, columns.get(first).as(Role.COMPANY));
        }
        if (!has(columns, Role.COMPANY) && !has(columns, Role.NAME) && !has(columns, Role.CARD)) {
            columns.stream() // Lead, Prospect, Shop owner: the names below tell
                    .filter(it -> it.role() == Role.UNKNOWN || it.role() == Role.NOTES && words.find(it.header()).isEmpty())
                    .filter(it -> contents.get(it.index()).legalForms() >= SOME && contents.get(it.index()).different() > OTHERS)
                    .findFirst()
                    .ifPresent(it -> columns.set(it.index(), it.as(Role.COMPANY)));
        }
        for (int it : indexes(columns, Role.NAME)) {
            if (has(columns, Role.FIRST) && !has(columns, Role.LASTNAME)) {
                columns.set(it, columns.get(it).as(Role.LASTNAME)); // Nom, Prénom
                continue;
            }
            boolean company = has(columns, Role.COMPANY);
            boolean isPerson = company || !person && contents.get(it).legalForms() < 0.2 && has(columns, Role.JOB)
                    || !person && contents.get(it).legalForms() < 0.08 && has(columns, Role.EMAIL) && !has(columns, Role.WEB);
            columns.set(it, columns.get(it).as(company && person ? Role.NICKNAME : isPerson ? Role.PERSON : Role.COMPANY));
            person |= isPerson;
        }
        if (!has(columns, Role.COMPANY) && !indexes(columns, Role.COMPANYSHORT).isEmpty()) {
            int first = indexes(columns, Role.COMPANYSHORT).getFirst();
            columns.set(first, columns.get(first).as(Role.COMPANY));
        }
    }

    /** Of two columns of people, the one that has the same few in it again and again holds those of us who look after them. */
    private static void owners(List<Column> columns, List<Contents> contents, Map<String, Role> known) {
        List<Integer> people = indexes(columns, Role.PERSON);
        boolean others = people.stream().anyMatch(it -> contents.get(it).count() > 2 && contents.get(it).different() > OTHERS);
        for (int it : people) {
            Contents held = contents.get(it);
            boolean few = held.count() > 2 && held.different() <= SAME_FEW;
            if (others && few && !has(columns, Role.OWNER) && !known.containsKey(HeaderWords.fold(columns.get(it).header()))) {
                columns.set(it, columns.get(it).as(Role.OWNER));
            }
        }
    }

    /** "Company" says more surely what it is than "customer"; so does a column full of legal forms. */
    private static double rank(Column column, Contents contents) {
        String folded = HeaderWords.fold(column.header());
        double surely = folded.matches(".*(company|公司|firma|empresa|societe|компани|организац|شركه|الشركة|شركة|organi[sz]ation|account|unternehmen|entreprise|name).*") ? 0.3 : 0;
        double held = contents.legalForms() + Math.min(1, contents.count() / 50.0) * 0.2;
        return surely + held - (folded.contains("associated") ? 0.3 : 0);
    }

    private static void dates(List<Column> columns, List<Contents> contents) {
        boolean diary = has(columns, Role.CHANNEL) || has(columns, Role.DIRECTION);
        for (int it : indexes(columns, Role.DATE)) {
            if (!diary && !has(columns, Role.NEXT) && WordLists.is("followupday", columns.get(it).header())) {
                columns.set(it, columns.get(it).as(Role.NEXT));
                continue;
            }
            boolean last = !has(columns, Role.LAST) && contents.get(it).dates() > 0.3;
            columns.set(it, columns.get(it).as(last ? Role.LAST : Role.IGNORED));
        }
    }

    /** Days under a header that says nothing known, in most rows after the last contact: when to speak again. */
    private static void coming(List<Column> columns, List<Contents> contents, Table table) {
        List<Integer> last = indexes(columns, Role.LAST);
        if (has(columns, Role.NEXT) || last.isEmpty()) {
            return;
        }
        List<Integer> unsure = new ArrayList<>(indexes(columns, Role.UNKNOWN));
        last.stream().skip(1).forEach(unsure::add); // one more, of which a word said that it is the last
        for (int it : unsure) {
            if (contents.get(it).dates() > 0.5) {
                List<Boolean> after = table.body().stream()
                        .filter(row -> day(row.cell(it)).isPresent() && day(row.cell(last.getFirst())).isPresent())
                        .map(row -> day(row.cell(it)).get().isAfter(day(row.cell(last.getFirst())).get()))
                        .toList();
                long later = after.stream().filter(yes -> yes).count();
                if (later > 1 && later >= 0.8 * after.size()) {
                    columns.set(it, columns.get(it).as(Role.NEXT));
                    return;
                }
            }
        }
    }

    private static Optional<LocalDate> day(Cell cell) {
        return DateWords.read(cell, DateWords.Order.DAY_FIRST, OptionalInt.empty()) instanceof DateWords.Read.Day it
                ? Optional.of(it.date())
                : Optional.empty();
    }

    /** {@code Custom Field 1 - Label}, {@code Custom Field 1 - Value}: the name stands in the column before. */
    private static void fields(List<Column> columns) {
        for (int i = 0; i + 1 < columns.size(); i++) {
            String name = HeaderWords.fold(columns.get(i).header());
            String value = HeaderWords.fold(columns.get(i + 1).header());
            if (name.matches("custom field \\d+ (label|type)") && value.matches("custom field \\d+ value")) {
                columns.set(i, columns.get(i).as(Role.FIELDNAME));
                columns.set(i + 1, columns.get(i + 1).as(Role.FIELDVALUE));
            }
        }
    }

    private static void fallbacks(List<Column> columns, List<Contents> contents, Legend legend) {
        if (!has(columns, Role.GRADE)) {
            columns.stream()
                    .filter(it -> it.role() == Role.UNKNOWN && contents.get(it.index()).isScale())
                    .findFirst()
                    .ifPresent(it -> columns.set(it.index(), it.as(Role.GRADE)));
        }
        List<Integer> grades = indexes(columns, Role.GRADE);
        if (grades.size() > 1) { // the one that says most: letters or stars before words
            int best = grades.stream()
                    .max((a, b) -> Double.compare(contents.get(a).letters() + contents.get(a).grades(legend) * 0.5 + contents.get(a).count() * 1e-6,
                            contents.get(b).letters() + contents.get(b).grades(legend) * 0.5 + contents.get(b).count() * 1e-6))
                    .orElseThrow();
            grades.stream().filter(it -> it != best).forEach(it -> columns.set(it, columns.get(it).as(Role.STATUS)));
        }
        if (!has(columns, Role.COUNTRY)) {
            for (int it : indexes(columns, Role.REGION)) {
                if (contents.get(it).countries() > 0.3) {
                    columns.set(it, columns.get(it).as(Role.COUNTRY));
                }
            }
        }
        List<Integer> next = indexes(columns, Role.NEXT);
        if (next.size() > 1) {
            int best = next.stream().max((a, b) -> Double.compare(contents.get(a).dates(), contents.get(b).dates())).orElseThrow();
            next.stream().filter(it -> it != best).forEach(it -> columns.set(it, columns.get(it).as(
                    contents.get(it).dates() > 0.5 ? Role.IGNORED : Role.NEXTACTION)));
        }
    }

    /** Several people in a row: what stands behind a person's column, or has the same number, belongs to that person. */
    private static List<Column> people(List<Column> columns) {
        List<Integer> people = indexes(columns, Role.PERSON);
        if (people.size() < 2) {
            return columns;
        }
        Map<String, Integer> byNumber = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            String digit = digit(columns.get(people.get(i)).header());
            byNumber.putIfAbsent(digit.isEmpty() && i == 0 ? "1" : digit.isEmpty() ? "at " + i : digit, i);
        }
        List<Column> grouped = new ArrayList<>();
        int current = 0;
        for (Column it : columns) {
            current = it.role() == Role.PERSON ? people.indexOf(it.index()) : current;
            Integer numbered = byNumber.get(digit(it.header()));
            grouped.add(switch (it.role()) {
                case PERSON -> it.of(current);
                case EMAIL, PHONE, JOB, MIXED, NICKNAME, PREFIX -> it.of(numbered == null ? current : numbered);
                default -> it;
            });
        }
        return grouped;
    }

    private static String digit(String header) {
        Matcher numbered = NUMBERED.matcher(header);
        if (!numbered.find()) {
            return "";
        }
        return numbered.group(1) != null ? numbered.group(1) : numbered.group(2) != null ? numbered.group(2) : numbered.group(3);
    }

    static boolean has(List<Column> columns, Role role) {
        return columns.stream().anyMatch(it -> it.role() == role);
    }

    private static List<Integer> indexes(List<Column> columns, Role role) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() == role) {
                indexes.add(i);
            }
        }
        return indexes;
    }
}
