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
 * @param deals how many pieces of business are new or other than before
 * @param elsewhere names of customers that another owner has; they were left as they are
 * @param strangers who has business in the list and is no customer here; it was left out
 * @param written false if it was only shown
 */
public record ListOutcome(
        String file, Proposal proposal, int created, int updated, int unchanged, int deals, List<String> elsewhere, List<String> strangers,
        boolean written) {

    public ListOutcome {
        elsewhere = List.copyOf(elsewhere);
        strangers = List.copyOf(strangers);
    }
}
