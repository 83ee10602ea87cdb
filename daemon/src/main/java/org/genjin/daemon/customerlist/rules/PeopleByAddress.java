package org.genjin.daemon.customerlist.rules;

import java.util.List;
import java.util.Optional;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/** Finds the people of a list whose header does not say where they stand: the addresses beside them are made of their names. */
final class PeopleByAddress {

    private static final int LONGEST_NAME = 40;
    private static final int LOOKED_AT = 100;
    private static final int LETTERS_IN_COMMON = 3;

    private final HeaderWords words;

    PeopleByAddress(HeaderWords words) {
        this.words = words;
    }

    /** Changes the column in {@code columns}, if there is one. */
    void find(List<Column> columns, List<Contents> contents, Table table) {
        Optional<Column> address = columns.stream().filter(it -> it.role() == Role.EMAIL).findFirst();
        boolean named = Columns.has(columns, Role.PERSON) || Columns.has(columns, Role.FIRST) || Columns.has(columns, Role.LASTNAME)
                || Columns.has(columns, Role.CARD);
        if (!table.headed() || named || address.isEmpty() || !Columns.has(columns, Role.COMPANY)) {
            return;
        }
        columns.stream()
                .filter(it -> it.role() == Role.UNKNOWN || it.role() == Role.NOTES && words.find(it.header()).isEmpty())
                .filter(it -> contents.get(it.index()).words() > 0.8 && contents.get(it.index()).averageLength() < LONGEST_NAME)
                .filter(it -> isOfPeople(table, it.index(), address.get().index()))
                .findFirst()
                .ifPresent(it -> columns.set(it.index(), it.as(Role.PERSON)));
    }

    private static boolean isOfPeople(Table table, int column, int addresses) {
        List<Row> both = table.body().stream()
                .limit(LOOKED_AT)
                .filter(it -> !it.cell(column).isEmpty() && !MailAddresses.in(it.cell(addresses).text()).isEmpty())
                .toList();
        long alike = both.stream()
                .filter(it -> MailAddresses.fits(MailAddresses.in(it.cell(addresses).text()).getFirst(), it.cell(column).text()) >= LETTERS_IN_COMMON)
                .count();
        return alike > 1 && alike > 0.5 * both.size();
    }
}
