package org.genjin.daemon.workbook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.TimelineEntry;

/**
 * What goes into one owner's workbook.
 *
 * @param customers all of them, by number
 * @param sheets those that get a sheet of their own
 * @param history the newest messages of those, newest first
 * @param older how many more each has
 * @param page address of the page, without a slash at its end; "" if there is none
 */
record WorkbookData(
        String owner,
        Instant at,
        ZoneId zone,
        List<CustomerRow> customers,
        List<CustomerRow> sheets,
        List<DueItem> due,
        Map<CustomerId, List<TimelineEntry>> history,
        Map<CustomerId, Long> older,
        String page) {

    String page(CustomerId customer) {
        return page.isEmpty() ? "" : page + "/customers/" + customer;
    }
}
