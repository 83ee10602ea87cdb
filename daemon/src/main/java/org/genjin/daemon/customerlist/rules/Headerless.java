package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.List;

/** What the columns of a list without a header hold, by their contents alone. */
final class Headerless {

    private static final double MOSTLY = 0.6;

    private Headerless() {}

    static List<Column> columns(List<Column> guessed, Table table, Tools tools) {
        List<Column> columns = new ArrayList<>(guessed);
        int company = -1;
        double most = 0.2;
        for (int i = 0; i < columns.size(); i++) {
            Contents held = new Contents(table, i, tools.countries(), tools.phones());
            Role role = held.count() == 0 ? Role.UNKNOWN
                    : held.onlyEmails() > MOSTLY ? Role.EMAIL
                    : held.phones() > MOSTLY && held.international() > 0.4 && held.words() < 0.4 ? Role.PHONE
                    : columns.get(i).role();
            columns.set(i, columns.get(i).as(role));
            if (role == Role.COMPANY || role == Role.UNKNOWN || role == Role.NOTES) {
                if (held.legalForms() > most) {
                    most = held.legalForms();
                    company = i;
                }
                columns.set(i, columns.get(i).as(role == Role.COMPANY ? Role.UNKNOWN : role));
            }
        }
        if (company >= 0) {
            columns.set(company, columns.get(company).as(Role.COMPANY));
        }
        for (int i = 0; i < columns.size(); i++) {
            Contents held = new Contents(table, i, tools.countries(), tools.phones());
            boolean names = columns.get(i).role() == Role.UNKNOWN || columns.get(i).role() == Role.NOTES;
            if (names && held.words() > 0.8 && held.averageLength() < 40 && held.different() > MOSTLY && held.dates() < 0.2
                    && held.count() > table.body().size() / 3) {
                boolean person = Columns.has(columns, Role.COMPANY);
                columns.set(i, columns.get(i).as(person ? Role.PERSON : Role.COMPANY));
                if (person) {
                    break;
                }
            }
        }
        return columns;
    }
}
