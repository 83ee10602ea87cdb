package org.genjin.daemon.workbook;

import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.customer.CustomerId;

/**
 * What of ours was found in a workbook, wherever a person has put it.
 *
 * @param today the place of that sheet
 * @param rest the customers without a sheet
 * @param customers whose sheets there are: each one's table of history; empty if a person deleted it
 */
public record FoundBook(
        Optional<FoundTable> overview,
        Optional<FoundTable> today,
        Optional<FoundTable> log,
        Optional<FoundTable> rest,
        Optional<Integer> lists,
        Map<CustomerId, FoundSheet> customers) {

    static final FoundBook NOTHING =
            new FoundBook(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    /**
     * A customer's sheet.
     *
     * @param sheet its place in the workbook, from 0
     */
    public record FoundSheet(int sheet, Optional<FoundTable> history) {}

    public FoundBook {
        customers = Map.copyOf(customers);
    }
}
