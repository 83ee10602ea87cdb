package org.genjin.daemon.customerlist.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.genjin.daemon.customerlist.rules.Entry.Somebody;

/** Tables with companies and people in one, where each row says what it is and to which row it belongs. */
final class Parents {

    private final List<Column> columns;
    private final Asked asked;

    Parents(List<Column> columns, Asked asked) {
        this.columns = columns;
        this.asked = asked;
    }

    /** Systems with companies and people in one table say whose person a row is. */
    void read(Row row, Entry entry) {
        String person = "";
        boolean firm = false;
        boolean child = false;
        boolean address = false;
        for (Column column : columns) {
            String text = row.cell(column.index()).text().strip();
            firm |= column.role() == Role.ISCOMPANY && isYes(text);
            child |= column.role() == Role.PARENT && !text.isEmpty();
            address |= column.role() == Role.TYPE && WordLists.is("addressrow", text);
            person = column.role() == Role.ISCOMPANY && !text.isEmpty() ? entry.company : person;
            if (column.role() == Role.ISCOMPANY && isYes(text)) {
                if (entry.company.isEmpty() && entry.people.size() == 1) {
                    Somebody only = entry.people.removeFirst();
                    entry.company = only.name;
                    entry.firm.addresses.addAll(only.addresses);
                    entry.firm.phones.addAll(only.phones);
                }
            } else if (column.role() == Role.PARENT && !text.isEmpty()) {
                if (entry.people.isEmpty()) {
                    entry.people.add(new Somebody(""));
                }
                if (entry.people.getFirst().name.isEmpty()) {
                    entry.people.getFirst().name = entry.company;
                }
                entry.company = text;
            }
        }
        if (child && address && entry.people.stream().allMatch(it -> it.name.isEmpty())) {
            entry.addressOnly = true;
        } else if (!person.isEmpty() && !firm && !child && !CompanyNames.hasLegalForm(person)) {
            if (entry.people.isEmpty()) {
                entry.people.add(new Somebody(""));
            }
            Somebody only = entry.people.getFirst();
            only.name = only.name.isEmpty() ? person : only.name;
            entry.company = "";
        }
        if (!entry.company.isEmpty() && entry.people.size() == 1
                && Names.folded(entry.people.getFirst().name).equals(Names.folded(entry.company))
                && !entry.company.isEmpty() && CompanyNames.hasLegalForm(entry.company)) {
            entry.people.getFirst().name = "";
        }
    }

    private static boolean isYes(String text) {
        return text.matches("(?i)true|1|yes|x|是|company");
    }

    /** A person's company may be named by its number. */
    void name(List<Entry> entries) {
        if (Columns.has(columns, Role.PARENT)) {
            Map<String, String> companies = new HashMap<>();
            entries.stream().filter(it -> !it.company.isEmpty() && it.people.stream().allMatch(who -> who.name.isEmpty())).forEach(it -> companies.put(it.number, it.company));
            entries.forEach(it -> it.company = companies.getOrDefault(it.company, it.company));
            entries.stream().filter(it -> it.addressOnly).forEach(it -> asked.ask(Question.Kind.ADDRESS_ROW, it, it.company));
        }
    }
}
