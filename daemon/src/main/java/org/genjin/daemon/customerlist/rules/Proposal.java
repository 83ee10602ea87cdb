package org.genjin.daemon.customerlist.rules;

import java.time.LocalDate;
import java.util.List;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What a list says, before anything is written: the columns as they were taken, the customers, the questions.
 *
 * @param system where it comes from, such as {@code HubSpot contacts}; "" if that is not known
 * @param customers in the order of their first appearance
 * @param dealing those of whom the list tells business and nothing else: they must be known already
 */
public record Proposal(String system, List<Seen> sheets, List<Customer> customers, List<Customer> dealing, List<Question> questions) {

    public Proposal {
        sheets = List.copyOf(sheets);
        customers = List.copyOf(customers);
        dealing = List.copyOf(dealing);
        questions = List.copyOf(questions);
    }

    /**
     * A table as it was understood.
     *
     * @param headerRow its number in the sheet; 0 for a table without one, or a sheet about one customer
     * @param first its first rows, each with a text for each of the columns
     */
    public record Seen(String name, int headerRow, List<SeenColumn> columns, int rows, List<List<String>> first) {

        public Seen {
            columns = List.copyOf(columns);
            first = first.stream().map(List::copyOf).toList();
        }
    }

    /**
     * @param role what the column was taken for
     * @param samples of its first cells that hold anything
     */
    public record SeenColumn(String header, Role role, List<String> samples) {

        public SeenColumn {
            samples = List.copyOf(samples);
        }
    }

    /**
     * @param aliases other names of it in the list
     * @param country ISO 3166, or null if nothing tells it
     * @param grade null if the list does not say
     * @param stage null if the list does not say
     * @param domains of its addresses that are its own
     * @param nextAction what is to be done on that day; "" if the list does not say
     * @param notes remarks in their order, each once
     * @param where the first place in the list
     * @param deals business with it
     * @param type as a code where there is one for it; "" if the list does not say
     * @param source where it comes from, the same way
     */
    public record Customer(
            String name,
            List<String> aliases,
            @Nullable String country,
            @Nullable Grade grade,
            @Nullable Stage stage,
            boolean blocked,
            List<Person> contacts,
            @Nullable LocalDate nextFollowUp,
            String nextAction,
            List<String> notes,
            List<String> domains,
            String where,
            List<Deal> deals,
            String type,
            String source) {

        public Customer {
            aliases = List.copyOf(aliases);
            contacts = List.copyOf(contacts);
            notes = List.copyOf(notes);
            domains = List.copyOf(domains);
            deals = List.copyOf(deals);
        }

        public String allNotes() {
            return String.join("\n", notes);
        }
    }

    /**
     * @param name "" for what belongs to the firm and no person
     * @param addresses in lower case
     * @param phones in E.164
     */
    public record Person(String name, List<String> aliases, String title, List<String> addresses, List<String> phones) {

        public Person {
            aliases = List.copyOf(aliases);
            addresses = List.copyOf(addresses);
            phones = List.copyOf(phones);
        }
    }
}
