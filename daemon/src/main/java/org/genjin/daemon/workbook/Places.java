package org.genjin.daemon.workbook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.SheetBook;
import org.genjin.daemon.workbook.rules.Placing;

/** Remembers in which of an owner's workbooks each customer's sheet is, for those who want one for each. Thread-safe. */
public final class Places {

    private final Ledger ledger;
    private final Predicate<String> all;

    /** @param all whether an owner wants a sheet for each customer */
    public Places(Ledger ledger, Predicate<String> all) {
        this.ledger = ledger;
        this.all = all;
    }

    /** Whether it is written, not only read. */
    public boolean isKept(SheetBook book) {
        return book.isFirst() || all.test(book.owner());
    }

    /** The number of the owner's last workbook, also of those that were written only once. */
    public int last(String owner) {
        return ledger.read(tx -> {
            Collection<Integer> written = tx.sheets().revisions(owner).values();
            int last = written.stream().reduce(1, Math::max);
            return all.test(owner) ? tx.sheets().places(owner).values().stream().reduce(last, Math::max) : last;
        });
    }

    /** Empty for an owner who wants the most valuable in one. */
    Map<CustomerId, Integer> of(String owner) {
        return all.test(owner) ? ledger.read(tx -> tx.sheets().places(owner)) : Map.of();
    }

    /**
     * The same with a place for each customer that has none yet, which is not remembered.
     *
     * @param inFirst customers whose sheets were found in the first
     */
    Map<CustomerId, Integer> planned(String owner, List<CustomerRow> customers, Set<CustomerId> inFirst) {
        if (!all.test(owner)) {
            return Map.of();
        }
        List<CustomerId> there = customers.stream().map(CustomerRow::id).toList();
        List<CustomerId> wanted = customers.stream()
                .filter(it -> !it.stage().closed())
                .sorted(Gathering.VALUE)
                .map(CustomerRow::id)
                .toList();
        return Placing.of(of(owner), inFirst, there, wanted, FollowUpWorkbook.MOST_SHEETS);
    }

    /** The same, remembered. */
    Map<CustomerId, Integer> settled(String owner, List<CustomerRow> customers, Set<CustomerId> inFirst) {
        Map<CustomerId, Integer> places = planned(owner, customers, inFirst);
        if (!places.equals(of(owner))) {
            ledger.transact(tx -> {
                tx.sheets().place(owner, places);
                return null;
            });
        }
        return places;
    }
}
