package org.genjin.daemon.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.workbook.rules.Business;

/**
 * What a customer's own sheet tells beside what the board knows, from what was said.
 *
 * @param sites domains of theirs
 * @param payment how they pay, as last spoken of; "" if it never was
 * @param terms of delivery, likewise
 * @param business the newest first
 * @param quote our last price
 * @param subjects message → what it is about, as keys of {@code says.…}
 * @param promises message → what somebody promised in it, or was asked to do
 */
record Particulars(
        List<String> sites,
        String payment,
        String terms,
        List<Business> business,
        Optional<TradeTerms.Quote> quote,
        Map<Long, Set<String>> subjects,
        Map<Long, String> promises) {

    static final Particulars NONE = new Particulars(List.of(), "", "", List.of(), Optional.empty(), Map.of(), Map.of());

    Particulars {
        sites = List.copyOf(sites);
        business = List.copyOf(business);
        subjects = Map.copyOf(subjects);
        promises = Map.copyOf(promises);
    }
}
