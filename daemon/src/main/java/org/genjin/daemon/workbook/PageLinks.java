package org.genjin.daemon.workbook;

import java.time.Instant;
import org.genjin.daemon.customer.CustomerId;

/**
 * Addresses on our own page, as workbooks and tables link to them.
 *
 * @param page its address, without a slash at its end; "" if there is none, and then there are no links
 */
record PageLinks(String page) {

    String of(CustomerId customer) {
        return page.isEmpty() ? "" : page + "/customers/" + customer;
    }

    /** The customer's page, from that message on. */
    String of(CustomerId customer, long message, Instant at) {
        return page.isEmpty() ? "" : of(customer) + "?before=" + at.plusSeconds(1) + "#m" + message;
    }
}
