package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.rules.Elsewhere;
import org.genjin.daemon.workbook.rules.Place;
import org.genjin.daemon.workbook.rules.Placed;
import org.genjin.daemon.workbook.rules.Remark;

/** What a workbook says of customers beside the overview: the tables that list some of them, and the customers' own sheets. */
final class OtherPlaces {

    private final Map<TablePlace, FoundTable> tables = new EnumMap<>(TablePlace.class);
    private final LocalDate today;
    private final List<Elsewhere> found = new ArrayList<>();
    private final Map<Long, FactsReading.Facts> facts = new HashMap<>();

    OtherPlaces(ListFile file, FoundBook book, SheetValues values, LocalDate today) {
        this.today = today;
        for (TablePlace place : TablePlace.values()) {
            place.in(book).ifPresent(it -> tables.put(place, it));
        }
        tables.forEach((place, table) ->
                new TableReading(place, values, today).rows(table).forEach(row -> found.add(new Elsewhere(place.place(), row))));
        new FactsReading(values, today).of(file, book).forEach(it -> {
            facts.put(it.row().id().orElseThrow(), it);
            found.add(new Elsewhere(Place.SHEET, it.row()));
        });
    }

    List<Elsewhere> found() {
        return found;
    }

    /** All that is to be looked at: what was found just now, rows that are nobody's, and what is to be read there for a while still. */
    List<Placed> remarks(List<Placed> fresh) {
        List<Placed> all = new ArrayList<>(fresh);
        tables.forEach((place, table) -> {
            Set<CellAddress> again = new HashSet<>();
            fresh.stream().filter(it -> it.place() == place.place()).forEach(it -> cell(it).ifPresent(again::add));
            table.rows().forEach(row -> row(place, table, row, again, all));
        });
        facts.forEach((customer, it) -> it.comments().forEach((key, comment) -> {
            boolean said = fresh.stream()
                    .anyMatch(one -> one.place() == Place.SHEET && one.customer() == customer && one.remark().key().equals(key));
            if (!said) {
                AnswerWords.said(comment, today)
                        .ifPresent(words -> all.add(new Placed(Place.SHEET, customer, new Remark.Said(0, key, words))));
            }
        }));
        return all;
    }

    private void row(TablePlace place, FoundTable table, Sheet.Row row, Set<CellAddress> again, List<Placed> all) {
        Optional<CustomerId> customer = place.customer(table, row);
        if (customer.isEmpty()) {
            typed(place, table, row).ifPresent(text -> all.add(new Placed(place.place(), 0, new Remark.NotHere(row.number(), text))));
            return;
        }
        table.columns().forEach((key, column) -> {
            if (!again.contains(new CellAddress(row.number() - 1, column))) {
                AnswerWords.said(row.cell(column).comment(), today).ifPresent(words ->
                        all.add(new Placed(place.place(), customer.get().number(), new Remark.Said(row.number(), key, words))));
            }
        });
    }

    /** What a row that is nobody's says: a name, else what stands first in columns in which a person's word counts. */
    private static Optional<String> typed(TablePlace place, FoundTable table, Sheet.Row row) {
        List<String> counting = place.theirs().stream().map(place::column).toList();
        return Stream.concat(Stream.of(place.column("name")), table.columns().keySet().stream().filter(counting::contains))
                .map(it -> table.text(row, it))
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    /** What is said in the cell itself; empty if there is none. */
    Optional<Answer> answer(Placed it, AnswerWords words) {
        return cell(it).flatMap(cell ->
                words.of(it.remark()).map(said -> new Answer(sheet(it), cell.getRow() + 1, cell.getColumn(), said)));
    }

    private Optional<FoundTable> table(Place place) {
        return TablePlace.of(place).flatMap(it -> Optional.ofNullable(tables.get(it)));
    }

    private int sheet(Placed it) {
        FactsReading.Facts known = facts.get(it.customer());
        return table(it.place()).map(FoundTable::sheet).orElseGet(() -> known == null ? 0 : known.sheet());
    }

    private Optional<CellAddress> cell(Placed it) {
        Optional<TablePlace> place = TablePlace.of(it.place());
        if (place.isPresent()) {
            return table(it.place())
                    .flatMap(one -> Optional.ofNullable(one.columns().get(place.get().column(it.remark().key()))))
                    .map(column -> new CellAddress(it.remark().line() - 1, column));
        }
        FactsReading.Facts known = facts.get(it.customer());
        return known == null ? Optional.empty() : Optional.ofNullable(known.places().get(it.remark().key()));
    }
}
