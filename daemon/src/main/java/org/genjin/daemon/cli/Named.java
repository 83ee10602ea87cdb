package org.genjin.daemon.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.ledger.CustomerRow;

/** The customer that a word on the command line means. */
final class Named {

    private static final int LISTED = 8;

    private Named() {}

    static CustomerRow customer(Desk desk, String text, Instant at) throws Trouble {
        List<CustomerRow> rows = desk.board().named(Optional.empty(), text, at);
        if (rows.size() == 1) {
            return rows.getFirst();
        }
        if (rows.isEmpty()) {
            throw Trouble.failed("There is no customer '" + text + "'; 'genjin customers' lists them.");
        }
        StringBuilder names = new StringBuilder();
        rows.stream().limit(LISTED).forEach(it -> names.append(names.isEmpty() ? "" : ", ").append(it.id()).append(' ').append(it.name()));
        throw Trouble.failed("'" + text + "' may be " + rows.size() + " customers: " + names
                + (rows.size() > LISTED ? " …" : "") + ". Give the number.");
    }

    /**
     * The number that a word on the command line is.
     *
     * @param what it is the number of
     * @param list the command that shows them
     */
    static long number(String text, String what, String list) throws Trouble {
        if (!text.matches("\\d{1,15}")) {
            throw Trouble.usage("'" + text + "' is no number of a " + what + "; " + list + " shows them.");
        }
        return Long.parseLong(text);
    }
}
