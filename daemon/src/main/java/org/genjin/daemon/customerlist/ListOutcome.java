package org.genjin.daemon.customerlist;

import java.util.List;
import org.genjin.daemon.customerlist.rules.Proposal;

/**
 * What an import of a customer list did, or would do.
 *
 * @param file as it was given
 * @param created how many customers were made
 * @param updated how many that were known got something new
 * @param unchanged how many were known as they are
 * @param elsewhere names of customers that another owner has; they were left as they are
 * @param written false if it was only shown
 */
public record ListOutcome(
        String file, Proposal proposal, int created, int updated, int unchanged, List<String> elsewhere, boolean written) {

    public ListOutcome {
        elsewhere = List.copyOf(elsewhere);
    }
}
