package org.genjin.daemon.crm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Deal;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.FollowUpBoard;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.words.Listed;
import org.genjin.daemon.words.Words;
import org.jspecify.annotations.Nullable;

/** Reads from board and ledger what an export has to say. Thread-safe. */
final class BookReading {

    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final int AT_ONCE = 500;

    private final Ledger ledger;
    private final FollowUpBoard board;
    private final Words values;
    private final Contacts contacts = new Contacts();

    BookReading(Ledger ledger, FollowUpBoard board, Language language) {
        this.ledger = ledger;
        this.board = board;
        this.values = Words.of("customer", language);
    }

    /**
     * @param viewer whose customers; empty: everybody's
     * @param since messages from that day on become notes
     * @param lonely whether a customer without a contact stands among the contacts
     */
    Book read(Optional<String> viewer, Instant at, LocalDate since, boolean lonely) {
        Map<Part, List<Line>> parts = new EnumMap<>(Part.class);
        for (Part it : Part.values()) {
            parts.put(it, new ArrayList<>());
        }
        List<CustomerRow> customers = board.customers(viewer, at);
        Instant from = since.atStartOfDay(board.zone()).toInstant();
        for (int i = 0; i < customers.size(); i += AT_ONCE) {
            some(customers.subList(i, Math.min(customers.size(), i + AT_ONCE)), from, at, lonely, parts);
        }
        return new Book(parts);
    }

    private void some(List<CustomerRow> customers, Instant from, Instant at, boolean lonely, Map<Part, List<Line>> parts) {
        List<CustomerId> ids = customers.stream().map(CustomerRow::id).toList();
        ZoneId zone = board.zone();
        Notes notes = new Notes(values, zone);
        ledger.read(tx -> {
            Map<CustomerId, List<Identity>> identities = tx.identities().of(ids);
            Map<CustomerId, List<SaidFact>> facts = tx.said().facts(ids, at);
            Map<CustomerId, Map<String, String>> own = tx.ownColumns().of(ids);
            Map<CustomerId, List<Deal>> listed = tx.deals().of(ids);
            Map<CustomerId, List<MessageRow>> messages = tx.messages().said(ids, from, at);
            for (CustomerRow it : customers) {
                Line customer = customer(it, identities.getOrDefault(it.id(), List.of()), own.getOrDefault(it.id(), Map.of()));
                parts(parts, Part.COMPANIES).add(customer);
                parts(parts, Part.CONTACTS).addAll(contacts.of(customer, it.contacts(), lonely));
                Line named = contacts.main(customer, it.contacts());
                Deals.of(it.stage(), facts.getOrDefault(it.id(), List.of()), listed.getOrDefault(it.id(), List.of()), zone)
                        .forEach(deal -> parts(parts, Part.DEALS).add(deal(named, it, deal)));
                parts(parts, Part.NOTES).addAll(notes.of(named, messages.getOrDefault(it.id(), List.of())));
                it.next().ifPresent(next -> parts(parts, Part.TASKS).add(task(named, it, next)));
            }
            return null;
        });
    }

    private static List<Line> parts(Map<Part, List<Line>> parts, Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    private Line customer(CustomerRow it, List<Identity> identities, Map<String, String> own) {
        List<String> domains = identities.stream().filter(id -> id.kind() == Kind.DOMAIN).map(Identity::knownAs).toList();
        ZoneId zone = it.timeZone();
        return Line.begin()
                .put(Field.COMPANY_ID, it.id().toString())
                .put(Field.COMPANY, it.name())
                .put(Field.COUNTRY, it.country())
                .put(Field.DOMAIN, domains.isEmpty() ? null : domains.getFirst())
                .put(Field.GRADE, it.grade().name())
                .put(Field.STAGE, it.stage().id())
                .put(Field.TYPE, own.get(":" + Listed.TYPE))
                .put(Field.SOURCE, own.get(":" + Listed.SOURCE))
                .put(Field.OWNER, it.owner())
                .put(Field.LANGUAGE, it.languages().isEmpty() ? null : it.languages().getFirst())
                .put(Field.TIME_ZONE, zone == null ? null : zone.getId())
                .put(Field.FIRST_CONTACT, day(it.firstContact()))
                .put(Field.LAST_OUT, day(it.lastOut()))
                .put(Field.LAST_IN, day(it.lastIn()))
                .put(Field.LAST_CONTACT, day(it.lastTouch()))
                .put(Field.TOUCHES, Integer.toString(it.touches()))
                .put(Field.NOTES, it.notes())
                .put(Field.COMPANY_EMAIL, ofNobody(it).flatMap(contact -> contact.addresses().stream()).toList())
                .put(Field.COMPANY_PHONE, ofNobody(it).flatMap(contact -> contact.phones().stream()).toList())
                .line();
    }

    private static Stream<Contact> ofNobody(CustomerRow it) {
        return it.contacts().stream().filter(contact -> contact.name().isBlank());
    }

    private @Nullable String day(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(board.zone()).toLocalDate().toString();
    }

    private static Line deal(Line customer, CustomerRow of, Deal it) {
        return customer.with()
                .put(Field.DEAL_ID, of.id() + "-" + it.key())
                .put(Field.DEAL, of.name() + " – " + it.name())
                .put(Field.DEAL_STAGE, it.stage().id())
                .put(Field.AMOUNT, it.amount() == null ? null : it.amount().toPlainString())
                .put(Field.CURRENCY, it.currency())
                .put(Field.DEAL_DAY, text(it.day()))
                .put(Field.DEAL_CLOSE, text(it.close()))
                .put(Field.DEAL_STATE, it.state())
                .put(Field.DEAL_WORDS, it.words())
                .line();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private Line task(Line customer, CustomerRow of, CustomerRow.Next next) {
        String reason = values.text("reason." + next.reason().id());
        return customer.with()
                .put(Field.TASK_ID, of.id() + "-T")
                .put(Field.TASK, next.action().isBlank() ? reason : next.action())
                .put(Field.DUE, next.date().toString())
                .put(Field.REASON, reason)
                .line();
    }
}
