package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.rules.Entry.Somebody;

/**
 * A business card or signature typed into one cell: the firm, who it is, how to reach them, where they are. Lines with
 * labels are what they say; of the others the one with a legal form is the firm, else the first.
 */
final class CardText {

    private static final Pattern LABELLED = Pattern.compile("^([^:：\\d]{1,25})[:：]\\s*(\\S.*)$");
    private static final Pattern IN_ONE_LINE = Pattern.compile("\\s*[|;；]\\s*");
    private static final Pattern SIDES = Pattern.compile("\\s*[/|,，]\\s*|\\s+[-–—]\\s+");
    private static final Pattern LEADING_FUNCTION = Pattern.compile("^(\\p{L}{2,15})[.:：]\\s+(\\S.*)$");
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|www\\.)\\S+|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,8}(?:/\\S*)?");
    private static final int MOST_PEOPLE = 3;

    private final Tools tools;
    /** Lines that are neither labelled nor hold addresses or numbers. */
    private final List<String> plain = new ArrayList<>();
    private final List<Somebody> people = new ArrayList<>();
    private final List<Details> reached = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private String company = "";
    private boolean nocard;

    private CardText(Tools tools) {
        this.tools = tools;
    }

    /**
     * @param company "" if it names none
     * @param firm what belongs to nobody by name
     * @param place lines that may say where they are, with commas between them
     * @param lost numbers whose digits are gone
     */
    record Read(String company, List<Somebody> people, Somebody firm, String place, List<String> lost) {}

    /** @param known whether something else says which company it is, so that the first line is a person */
    static Read of(String text, boolean known, Tools tools) {
        return new CardText(tools).read(text, known);
    }

    private Read read(String text, boolean known) {
        String[] lines = text.contains("\n") ? text.split("\n", -1) : IN_ONE_LINE.split(text, -1);
        for (String line : lines) {
            if (!line.isBlank()) {
                line(line.strip());
            }
        }
        names(known || nocard || !company.isEmpty());
        Somebody firm = new Somebody("");
        for (Details it : reached) {
            share(it, firm);
        }
        return new Read(company, people, firm, String.join(", ", places), lost);
    }

    private void line(String line) {
        Matcher labelled = LABELLED.matcher(line);
        if (labelled.matches() && labelled(labelled.group(1).strip(), labelled.group(2).strip())) {
            return;
        }
        if (WordLists.is("nocard", line)) {
            nocard = true;
            return;
        }
        Details details = Details.of(line, tools);
        if (details.reaches()) {
            Somebody named = details.person(tools);
            if (named.name.isEmpty()) {
                reached.add(details);
            } else {
                people.add(named);
            }
            lost.addAll(details.lost());
        } else if (!LINK.matcher(line).matches() && !isNumbersOnly(line)) {
            plain.add(line);
        }
    }

    /** A fax, or a number that is none: the digits tell nothing. */
    private static boolean isNumbersOnly(String line) {
        return PhoneNumbers.digits(line).length() >= 6 && line.chars().filter(Character::isLetter).count() < 10 && line.indexOf(',') < 0;
    }

    /** Whether the label was known and what it labels was taken. */
    private boolean labelled(String label, String value) {
        if (PersonNames.isFunction(label) && !Details.of(value, tools).words().isEmpty()) {
            Somebody somebody = Details.of(value, tools).person(tools);
            if (!somebody.name.isEmpty()) {
                somebody.title = label;
                people.add(somebody);
                return true;
            }
        }
        Optional<Role> role = tools.headers().find(label).filter(HeaderWords.Hit::whole).map(HeaderWords.Hit::role);
        if (role.isEmpty()) {
            return false;
        }
        switch (role.get()) {
            case FAX, CHAT, WEB, POST, NUMBER, ID -> {}
            case COMPANY, COMPANYALT, COMPANYSHORT -> company = company.isEmpty() ? CompanyNames.tidy(value) : company;
            case PERSON, NAME, FIRST -> PersonNames.in(value).forEach(this::person);
            case JOB, STATUS, TYPE -> {
                if (!people.isEmpty()) {
                    people.getLast().title = value;
                }
            }
            case COUNTRY, ADDRESS, CITY, REGION -> places.add(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void person(PersonNames.Named named) {
        Somebody somebody = new Somebody(named.name());
        somebody.others.addAll(named.others());
        somebody.title = named.does();
        people.add(somebody);
    }

    /** Of the lines that are left: the firm, the people, what they do, where they are. */
    private void names(boolean known) {
        List<String> left = new ArrayList<>();
        List<Boolean> works = new ArrayList<>();
        for (String line : plain) {
            if (company.isEmpty() && !known && CompanyNames.hasLegalForm(line)) {
                company = CompanyNames.tidy(line);
            } else if (isWork(line)) {
                if (!left.isEmpty()) {
                    works.set(works.size() - 1, true);
                }
            } else if (!withWork(line)) {
                left.add(line);
                works.add(false);
            }
        }
        List<String> names = new ArrayList<>();
        List<Boolean> busy = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            String line = left.get(i);
            boolean place = line.chars().anyMatch(Character::isDigit) || tools.countries().named(line).isPresent()
                    || line.indexOf(',') > 0 && tools.countries().ofAddress(line).isPresent();
            if (place) {
                places.add(line);
            } else {
                names.add(line);
                busy.add(works.get(i));
            }
        }
        if (company.isEmpty() && !known && !names.isEmpty()) {
            int firm = firm(names, busy);
            if (firm >= 0) {
                company = CompanyNames.tidy(names.remove(firm));
            }
        }
        for (String it : names) {
            if (people.size() < MOST_PEOPLE && Details.isName(it, tools)) {
                PersonNames.in(it).stream().findFirst().ifPresent(this::person);
            }
        }
    }

    /** Which line names the firm: the one that its addresses name too, else the first of nobody who does something. */
    private int firm(List<String> names, List<Boolean> busy) {
        for (int i = 0; i < names.size(); i++) {
            String name = Names.folded(names.get(i)).replace(" ", "");
            boolean domain = reached.stream().flatMap(it -> it.addresses().stream())
                    .map(it -> tools.us().companyDomain(it).split("\\.", 2)[0].replace("-", ""))
                    .anyMatch(it -> it.length() > 3 && (name.contains(it) || it.contains(name)));
            if (domain && !busy.get(i)) {
                return i;
            }
        }
        boolean alone = names.size() == 1 && people.isEmpty();
        if (alone && (busy.getFirst() || reached.stream().flatMap(it -> it.addresses().stream()).anyMatch(it -> MailAddresses.fits(it, names.getFirst()) > 2))) {
            return -1;
        }
        int free = busy.indexOf(false);
        return free;
    }

    private boolean isWork(String line) {
        return !CompanyNames.hasLegalForm(line) && SIDES.split(line, -1).length == 1 && PersonNames.isFunction(line)
                && !LEADING_FUNCTION.matcher(line).matches();
    }

    /** {@code Ana Ruiz / Gerente}, {@code Inh. Doris Kessel}: a person and what they do. */
    private boolean withWork(String line) {
        Matcher leading = LEADING_FUNCTION.matcher(line);
        if (leading.matches() && (PersonNames.isFunction(leading.group(1)) || WordLists.is("function", leading.group(1))) && Details.isName(leading.group(2), tools)) {
            person(PersonNames.in(leading.group(2)).getFirst());
            people.getLast().title = leading.group(1);
            return true;
        }
        String[] sides = SIDES.split(line, -1);
        if (sides.length < 2 || CompanyNames.hasLegalForm(line)) {
            return false;
        }
        List<String> names = new ArrayList<>();
        String does = "";
        for (String side : sides) {
            if (PersonNames.isFunction(side)) {
                does = side;
            } else {
                names.add(side);
            }
        }
        if (does.isEmpty() || names.size() != 1 || !Details.isName(names.getFirst(), tools)) {
            return false;
        }
        String title = does;
        PersonNames.in(names.getFirst()).stream().findFirst().ifPresent(it -> {
            person(it);
            people.getLast().title = title;
        });
        return true;
    }

    /** To whose name an address fits, else to the only person, else to the first; to the firm if nobody is named. */
    private void share(Details details, Somebody firm) {
        for (String address : details.addresses()) {
            Somebody best = people.isEmpty() ? firm : people.getFirst();
            int most = 0;
            for (Somebody it : people) {
                int fits = MailAddresses.fits(address, it.name + " " + String.join(" ", it.others));
                if (fits > most) {
                    most = fits;
                    best = it;
                }
            }
            best.addresses.add(address);
        }
        (people.isEmpty() ? firm : people.getFirst()).phones.addAll(details.numbers());
    }
}
