package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;

/**
 * Which of an owner's customers the first workbook lists: all, or as many as can be written again in the memory that a daemon has.
 * Of an owner with more those come first who have a sheet, then those who are due or wait for us, then the most valuable.
 */
final class Listing {

    /** To open and write a workbook with five thousand takes more than 420 MB of the 512 that a daemon has, and it does other things meanwhile. */
    static final int MOST = 3_000;

    private Listing() {}

    /**
     * @param surely those that have a sheet, or are to have one
     * @return by number, as they came
     */
    static List<CustomerRow> of(List<CustomerRow> all, Set<CustomerId> surely, LocalDate today) {
        if (all.size() <= MOST) {
            return all;
        }
        return all.stream()
                .sorted(Comparator.<CustomerRow, Boolean>comparing(it -> !surely.contains(it.id()))
                        .thenComparing(it -> it.stage().closed())
                        .thenComparing(it -> !Reminder.isNear(it, today))
                        .thenComparing(Gathering.VALUE)
                        .thenComparing(CustomerRow::id))
                .limit(MOST)
                .sorted(Comparator.comparing(CustomerRow::id))
                .toList();
    }
}
