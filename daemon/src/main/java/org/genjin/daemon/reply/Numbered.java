package org.genjin.daemon.reply;

import java.util.List;
import org.genjin.daemon.customer.CustomerId;

/**
 * A numbered line of the mail that is answered.
 *
 * @param names of the customer, beside its number; empty for a question
 * @param candidates whose a message may be, as they are lettered in the mail; empty else
 */
public record Numbered(int number, Kind kind, List<CustomerId> customers, List<String> names, List<CustomerId> candidates) {

    public Numbered {
        customers = List.copyOf(customers);
        names = List.copyOf(names);
        candidates = List.copyOf(candidates);
    }

    /** What a line is about. */
    public enum Kind {
        CUSTOMER,
        /** Answered with yes or no. */
        QUESTION,
        /** Answered with one of the candidates. */
        MESSAGE
    }

    public static Numbered customer(int number, CustomerId customer, String name) {
        return new Numbered(number, Kind.CUSTOMER, List.of(customer), List.of(name), List.of());
    }

    public static Numbered question(int number) {
        return new Numbered(number, Kind.QUESTION, List.of(), List.of(), List.of());
    }

    public static Numbered message(int number, List<CustomerId> candidates) {
        return new Numbered(number, Kind.MESSAGE, List.of(), List.of(), candidates);
    }
}
