package org.genjin.daemon.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customer.Turn;
import org.genjin.daemon.followup.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One customer as page, workbook, digest and command line show it.
 *
 * @param country ISO 3166 alpha-2, or null if not known: never guessed
 * @param timeZone the zone most of that country's people live in, or null
 * @param languages of their messages, the most frequent first
 * @param owner the rep's address
 * @param touches messages in both directions
 * @param next when to write next and why; empty if nothing is to be done
 * @param notes what a person wrote with {@code set notes=…}; "" if nothing
 */
public record CustomerRow(
        CustomerId id,
        String name,
        @Nullable String country,
        @Nullable ZoneId timeZone,
        List<String> languages,
        Grade grade,
        boolean gradeByHand,
        Stage stage,
        Turn turn,
        String owner,
        List<Contact> contacts,
        @Nullable Instant firstContact,
        @Nullable Instant lastIn,
        @Nullable Instant lastOut,
        int touches,
        Optional<Next> next,
        String notes) {

    public CustomerRow {
        languages = List.copyOf(languages);
        contacts = List.copyOf(contacts);
    }

    CustomerRow with(List<Contact> known) {
        return new CustomerRow(
                id, name, country, timeZone, languages, grade, gradeByHand, stage, turn, owner, known, firstContact, lastIn, lastOut, touches,
                next, notes);
    }

    /** @param action what a person noted to do; "" if nothing */
    public record Next(LocalDate date, Reason reason, String action) {}

    /** Of all its contacts, in their order. */
    public List<String> addresses() {
        return contacts.stream().flatMap(it -> it.addresses().stream()).toList();
    }

    /** Of all its contacts, in their order. */
    public List<String> phones() {
        return contacts.stream().flatMap(it -> it.phones().stream()).toList();
    }

    /** The later of {@link #lastIn} and {@link #lastOut}; null if neither is there. */
    public @Nullable Instant lastTouch() {
        if (lastIn == null || lastOut == null) {
            return lastIn == null ? lastOut : lastIn;
        }
        return lastIn.isAfter(lastOut) ? lastIn : lastOut;
    }
}
