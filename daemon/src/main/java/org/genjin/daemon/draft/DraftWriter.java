package org.genjin.daemon.draft;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.connectors.Channel;
import org.genjin.daemon.customer.Contact;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.followup.FollowUp;
import org.genjin.daemon.followup.Point;
import org.genjin.daemon.followup.Reason;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.ledger.DueItem;
import org.genjin.daemon.ledger.Ledger;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.SaidTable.SaidFact;
import org.genjin.daemon.ledger.Transaction;
import org.jspecify.annotations.Nullable;

/** Writes the answer that a customer could get: in their language, to the mail that it is about. Thread-safe. */
public final class DraftWriter {

    private static final int LATEST = 20;
    /** What programs of any country put before an answer's or a forwarded mail's subject, once or many times. */
    private static final Pattern PREFIXES = Pattern.compile(
            "^(?:\\s*(?:re|aw|sv|antw|rv|res|ref|fw|fwd|wg|tr|enc|rif|odp|回复|答复|回覆|转发|轉寄|ответ|رد|HA|返信)(?:\\[\\d+])?\\s*[:：]\\s*)+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Ledger ledger;
    private final DraftBook book;
    private final ZoneId zone;

    /** @param zone in which days begin and end */
    public DraftWriter(Ledger ledger, DraftBook book, ZoneId zone) {
        this.ledger = ledger;
        this.book = book;
        this.zone = zone;
    }

    /**
     * To whom to write, and why.
     *
     * @param customer with contacts
     * @param due null if nothing is due
     */
    public record Wanted(CustomerRow customer, DueItem.@Nullable Due due) {}

    /** A draft for each who has an address that is read. */
    public Map<CustomerId, Draft> write(List<Wanted> wanted, Instant at) {
        return ledger.read(tx -> {
            Map<CustomerId, List<SaidFact>> facts = tx.said().facts(wanted.stream().map(it -> it.customer().id()).toList(), at);
            Map<CustomerId, Draft> drafts = new HashMap<>();
            for (Wanted it : wanted) {
                draft(tx, it, facts.getOrDefault(it.customer().id(), List.of()), at)
                        .ifPresent(draft -> drafts.put(it.customer().id(), draft));
            }
            return drafts;
        });
    }

    private Optional<Draft> draft(Transaction tx, Wanted it, List<SaidFact> facts, Instant at) {
        CustomerRow customer = it.customer();
        String dead = it.due() == null ? "" : it.due().address();
        List<String> known = customer.contacts().stream()
                .flatMap(contact -> contact.addresses().stream())
                .filter(address -> !address.equals(dead))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<MessageRow> mails = tx.messages().ofCustomer(customer.id(), at.plusMillis(1), LATEST).stream()
                .filter(row -> row.channel() == Channel.EMAIL && !row.bulk() && !row.auto() && row.direction() != Direction.INTERNAL)
                .toList();
        Optional<MessageRow> answered = answered(tx, it, mails);
        String to = answered.flatMap(row -> otherSide(tx, row, known)).orElse(known.getFirst());
        Language language = DraftLanguage.of(customer.languages(), customer.country());
        List<DraftTexts> texts = book.in(language);
        Map<Blank, String> values = new EnumMap<>(Blank.class);
        values.putAll(new DraftValues(language, zone, at.atZone(zone).toLocalDate(), facts, it.due()).all());
        name(customer, to, callsByFirstName(texts)).ifPresent(name -> values.put(Blank.NAME, name));
        us(mails, customer.owner()).ifPresent(us -> values.put(Blank.US, us));
        Optional<String> text = keys(it.due(), at).stream().flatMap(key -> say(texts, key, values).stream()).findFirst();
        return text.map(words -> new Draft(
                language, to, answered.map(row -> subject(row.subject())).filter(subject -> !subject.isEmpty())
                        .orElseGet(() -> say(texts, DraftTexts.SUBJECT, values).orElse("")),
                answered.map(MessageRow::messageId).orElse(""), say(texts, DraftTexts.GREETING, values).orElse(""), words,
                say(texts, DraftTexts.CLOSING, values).orElse("")));
    }

    /** Which text to take, the first that there is. */
    private List<String> keys(DueItem.@Nullable Due due, Instant at) {
        if (due == null) {
            return List.of(DraftTexts.FRESH);
        }
        FollowUp followUp = due.followUp();
        List<String> keys = new ArrayList<>();
        if (followUp.round() > 1) {
            keys.add(due.reason().id() + DraftTexts.AGAIN);
        }
        if (due.reason() == Reason.DELIVERY_DUE && followUp.date() != null && followUp.date().isBefore(at.atZone(zone).toLocalDate())) {
            keys.add(due.reason().id() + DraftTexts.LATE);
        }
        keys.add(due.reason().id());
        return keys;
    }

    private static Optional<String> say(List<DraftTexts> texts, String key, Map<Blank, String> values) {
        return texts.stream().flatMap(it -> it.say(key, values).stream()).findFirst();
    }

    private static boolean callsByFirstName(List<DraftTexts> texts) {
        return texts.stream().filter(it -> it.has(DraftTexts.CALLED)).findFirst().map(DraftTexts::callsByFirstName).orElse(true);
    }

    /** The mail that it follows from; else the last one that went either way. */
    private static Optional<MessageRow> answered(Transaction tx, Wanted it, List<MessageRow> mails) {
        Point because = it.due() == null ? null : it.due().followUp().because();
        Optional<MessageRow> cause = because == null ? Optional.empty() : tx.messages().find(because.message());
        return cause.filter(row -> row.channel() == Channel.EMAIL && !row.auto() && row.messageId() != null)
                .or(() -> mails.stream().filter(row -> row.messageId() != null).findFirst());
    }

    private static Optional<String> otherSide(Transaction tx, MessageRow mail, List<String> known) {
        Stream<String> addresses = mail.direction() == Direction.IN
                ? Stream.ofNullable(mail.fromAddress())
                : tx.participants().participants(List.of(mail.id())).stream()
                        .filter(it -> it.role().equals("to"))
                        .map(Participant::address)
                        .flatMap(Stream::ofNullable);
        return addresses.filter(known::contains).findFirst();
    }

    /** Whoever has that address, unless it is only the firm that is called so. */
    private static Optional<String> name(CustomerRow customer, String address, boolean byFirst) {
        return customer.contacts().stream()
                .filter(it -> it.addresses().contains(address))
                .map(Contact::name)
                .filter(it -> !Names.folded(it).equals(Names.folded(customer.name())))
                .flatMap(it -> Called.by(it, byFirst, customer.country()).stream())
                .findFirst();
    }

    private static Optional<String> us(List<MessageRow> mails, String owner) {
        return mails.stream()
                .filter(it -> it.direction() == Direction.OUT && owner.equals(it.fromAddress()))
                .flatMap(it -> Stream.ofNullable(it.fromName()))
                .filter(it -> !it.isBlank() && !it.contains("@"))
                .findFirst();
    }

    /** Theirs, with one {@code Re:} whatever stood there. */
    private static String subject(String subject) {
        String bare = PREFIXES.matcher(subject).replaceFirst("").strip();
        return bare.isEmpty() ? "" : "Re: " + bare;
    }
}
