package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.util.CellAddress;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.ListFile;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.rules.Elsewhere;
import org.genjin.daemon.workbook.rules.Place;
import org.genjin.daemon.workbook.rules.Placed;
import org.genjin.daemon.workbook.rules.Remark;

/** What a workbook says of customers beside the overview: today's sheet and the customers' own. */
final class OtherPlaces {

    private final Optional<FoundTable> table;
    private final LocalDate today;
    private final List<Elsewhere> found = new ArrayList<>();
    private final Map<Long, FactsReading.Facts> facts = new HashMap<>();

    OtherPlaces(ListFile file, FoundBook book, SheetValues values, LocalDate today) {
        this.table = book.today();
        this.today = today;
        table.ifPresent(it -> new TodayReading(values, today).rows(it).forEach(row -> found.add(new Elsewhere(Place.TODAY, row))));
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
        Set<CellAddress> again = new HashSet<>();
        fresh.forEach(it -> cell(it).ifPresent(again::add));
        table.ifPresent(it -> it.rows().forEach(row -> today(it, row, again, all)));
        facts.forEach((customer, it) -> it.comments().forEach((key, comment) -> {
            boolean said = fresh.stream().anyMatch(one -> one.customer() == customer && one.remark().key().equals(key));
            if (!said) {
                AnswerWords.said(comment, today)
                        .ifPresent(words -> all.add(new Placed(Place.SHEET, customer, new Remark.Said(0, key, words))));
            }
        }));
        return all;
    }

    private void today(FoundTable table, Sheet.Row row, Set<CellAddress> again, List<Placed> all) {
        Optional<CustomerId> customer = TodayReading.customer(table, row);
        if (customer.isEmpty()) {
            String text = table.text(row, "name").isEmpty() ? table.text(row, "action") : table.text(row, "name");
            if (!text.isEmpty()) {
                all.add(new Placed(Place.TODAY, 0, new Remark.NotHere(row.number(), text)));
            }
            return;
        }
        table.columns().forEach((key, column) -> {
            if (!again.contains(new CellAddress(row.number() - 1, column))) {
                AnswerWords.said(row.cell(column).comment(), today).ifPresent(words ->
                        all.add(new Placed(Place.TODAY, customer.get().number(), new Remark.Said(row.number(), key, words))));
            }
        });
    }

    /** What is said in the cell itself; empty if there is none. */
    Optional<Answer> answer(Placed it, AnswerWords words) {
        int sheet = it.place() == Place.TODAY ? table.map(FoundTable::sheet).orElse(0) : sheet(it.customer());
        return cell(it).flatMap(cell ->
                words.of(it.remark()).map(said -> new Answer(sheet, cell.getRow() + 1, cell.getColumn(), said)));
    }

    private int sheet(long customer) {
        FactsReading.Facts it = facts.get(customer);
        return it == null ? 0 : it.sheet();
    }

    private Optional<CellAddress> cell(Placed it) {
        if (it.place() == Place.TODAY) {
            return table.flatMap(one -> Optional.ofNullable(one.columns().get(TodayReading.column(it.remark().key()))))
                    .map(column -> new CellAddress(it.remark().line() - 1, column));
        }
        FactsReading.Facts known = facts.get(it.customer());
        return known == null ? Optional.empty() : Optional.ofNullable(known.places().get(it.remark().key()));
    }
}
