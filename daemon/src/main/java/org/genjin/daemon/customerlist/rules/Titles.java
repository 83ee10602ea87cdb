package org.genjin.daemon.customerlist.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genjin.daemon.customerlist.file.Sheet.Row;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a table.
 *
 * @param texts the nearest first
 */
record Titles(List<String> texts) {

    static final Titles NONE = new Titles(List.of());

    Titles {
        texts = List.copyOf(texts);
    }

    /** What stands alone in a row above a table, between it and the table before; the nearest first. */
    static Titles above(TableFinder.Found found, int at) {
        Table table = found.tables().get(at);
        int top = table.body().isEmpty() ? Integer.MAX_VALUE : table.body().getFirst().number();
        List<Row> rows = new ArrayList<>(at == 0 ? found.outside() : List.of());
        if (at > 0) {
            List<Row> before = found.tables().get(at - 1).body();
            int last = before.size();
            while (last > 0 && before.get(last - 1).filled() == 1) {
                last--;
            }
            rows.addAll(before.subList(last, before.size()));
        }
        return new Titles(rows.reversed().stream()
                .filter(it -> it.number() < top && it.filled() == 1)
                .flatMap(it -> it.cells().stream())
                .map(it -> it.text().strip())
                .filter(it -> !it.isEmpty())
                .toList());
    }

    /** The country that a title says all of a table is about: {@code BRASIL}, {@code Kunden Deutschland}, {@code 德国客户}. */
    @Nullable String country(CountryWords countries, String ours) {
        return texts.stream()
                .flatMap(it -> countries.ofTitle(it).stream())
                .filter(it -> !it.equals(ours))
                .findFirst()
                .orElse(null);
    }

    /** What the nearest title or the sheet's name says of those in the table, where that is: no customers. */
    List<String> others(String sheet) {
        return Stream.concat(Stream.of(sheet), texts.stream().limit(1))
                .filter(name -> List.of("supplier", "forwarder", "colleague", "private").stream().anyMatch(it -> WordLists.is(it, name)))
                .toList();
    }
}
