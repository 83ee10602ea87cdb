package org.genjin.daemon.customerlist.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.jspecify.annotations.Nullable;

/** What one row, or one sheet of a customer's own, says: not yet a customer. Filled by its reader, then left alone. */
final class Entry {

    final String sheet;
    final int row;
    String company = "";
    final List<String> otherNames = new ArrayList<>();
    final List<Somebody> people = new ArrayList<>();
    /** The firm's own, which belong to nobody. */
    final Somebody firm = new Somebody("");
    @Nullable String country;
    CountryBy countryBy = CountryBy.NOTHING;
    @Nullable Grade grade;
    @Nullable Stage stage;
    boolean blocked;
    /** The sign behind the name that a line below the list may explain; "" if there is none. */
    String footnote = "";
    /** The words that mark it as lost; "" if none do. */
    String lost = "";
    DateWords.@Nullable Read next;
    /** What is to be done on that day. */
    String nextAction = "";
    @Nullable LocalDate last;
    /** What kind of customer, and where from: as codes where there are any, else as written; "" if the row does not say. */
    String type = "";

    String source = "";
    final List<String> notes = new ArrayList<>();
    /** Words that say what kind of people these are: types, labels, the section's title. */
    final List<String> kinds = new ArrayList<>();
    String number = "";
    /** Whether it is one of the entries of a log, of which the last one counts. */
    boolean log;
    /** Whether nothing but the people is said, so that it may belong to the row above. */
    boolean bare;
    boolean hidden;
    /** Whether it only holds another address of its company. */
    boolean addressOnly;
    boolean card;
    /** The piece of business that the row is about: then it makes no customer. */
    @Nullable Deal deal;

    Entry(String sheet, int row) {
        this.sheet = sheet;
        this.row = row;
    }

    /** How the country became known; the first goes before the last. */
    enum CountryBy {
        STATED,
        ADDRESS,
        CITY,
        SHEET,
        NOTHING
    }

    /** A person as far as the row tells; the name is "" for what belongs to no person. */
    static final class Somebody {
        String name;
        final List<String> others = new ArrayList<>();
        String title = "";
        final List<String> addresses = new ArrayList<>();
        final List<String> phones = new ArrayList<>();

        Somebody(String name) {
            this.name = name;
        }

        boolean isEmpty() {
            return name.isEmpty() && addresses.isEmpty() && phones.isEmpty();
        }
    }

    String where() {
        return sheet + "!" + row;
    }

    List<String> addresses() {
        List<String> all = new ArrayList<>(firm.addresses);
        people.forEach(it -> all.addAll(it.addresses));
        return all;
    }

    List<String> phones() {
        List<String> all = new ArrayList<>(firm.phones);
        people.forEach(it -> all.addAll(it.phones));
        return all;
    }

    boolean isEmpty() {
        return company.isEmpty() && firm.isEmpty() && people.stream().allMatch(Somebody::isEmpty);
    }
}
