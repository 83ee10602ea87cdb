package org.genjin.daemon.reply;

import java.time.LocalDate;
import java.util.List;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;

/** What a line of a reply asks for. */
public sealed interface Command {

    /** What is due there is dealt with. */
    record Done(String text) implements Command {}

    /**
     * Not before a day.
     *
     * @param day as it was said, be it a working day or not
     * @param text what is to be done then; may be empty
     */
    record Later(LocalDate day, String text) implements Command {}

    record Rated(Grade grade) implements Command {}

    /**
     * Something to be kept.
     *
     * @param contact whether it tells of words with the customer
     */
    record Noted(String text, boolean contact) implements Command {}

    /** A question is answered. */
    record Answered(boolean yes) implements Command {}

    /** A message is a customer's. */
    record Whose(CustomerId customer) implements Command {}

    /** No more mails. */
    record Stop() implements Command {}

    /** Mails again. */
    record Start() implements Command {}

    /** @param until the first day with a mail again */
    record Pause(LocalDate until) implements Command {}

    /** @param lines of what is to be taken back; empty: all of it */
    record Undo(List<Integer> lines) implements Command {
        public Undo {
            lines = List.copyOf(lines);
        }
    }
}
