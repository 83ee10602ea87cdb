package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.AddressMarks;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.FirmLine;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Places;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reading.ContactCard;
import org.genjin.daemon.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * How a new customer is called and where it is: as its people sign, else by its domain, else by the person's name; in the
 * country of its telephone, its domain, its address, its language, in this order.
 */
final class Naming {

    /** How many of the newest messages are read again for their signatures. */
    private static final int READ_AGAIN = 4;

    private static final int TAIL = 1_200;
    private static final int TAIL_LINES = 6;

    /** Languages that one country writes nearly alone. */
    private static final Map<String, String> LANGUAGES = Map.of(
            "ja", "JP", "ko", "KR", "pl", "PL", "tr", "TR", "it", "IT", "th", "TH", "vi", "VN", "el", "GR", "he", "IL", "uk", "UA");

    private static final int TELLING = 3;
    /** A plus and two digits of a number, with which "+44 (0)20" begins too. */
    private static final int COUNTRY_CODE = 3;
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final String SIMPLIFIED = "们这请报价发国进对说时会样给们还过个单产质贵电话";
    private static final String TRADITIONAL = "們這請報價發國進對說時會樣給還過個單產質貴電話";

    private static final AddressMarks MARKS = new AddressMarks();

    private final Phones phones;
    private final Archive archive;

    Naming(Phones phones, Archive archive) {
        this.phones = phones;
        this.archive = archive;
    }

    record Named(Value name, Optional<Value> country) {}

    /** A value and where it comes from. */
    record Value(Field field, String value, String why, @Nullable Long message) {}

    /** Words somebody wrote, with the row of the message. */
    private record Wrote(long message, Reading reading, String tail) {}

    Named of(Transaction tx, String party, List<Drafts.Loaded> messages, Map<Long, Prepared> fresh) {
        List<Wrote> wrote = wrote(tx, party, fresh);
        return new Named(name(party, messages, wrote), country(party, messages, wrote));
    }

    private List<Wrote> wrote(Transaction tx, String party, Map<Long, Prepared> fresh) {
        List<Wrote> wrote = new ArrayList<>();
        for (MessageRow row : tx.participants().writtenBy(party, READ_AGAIN)) {
            Prepared prepared = fresh.get(row.id());
            Optional<Reading> reading = prepared != null
                    ? Optional.of(prepared.reading())
                    : archive.said(tx, row).map(Archive.Said::reading);
            reading.ifPresent(read -> wrote.add(new Wrote(row.id(), read, tail(read))));
        }
        return wrote;
    }

    /** The signature, or where it would stand. */
    static String tail(Reading reading) {
        if (!reading.signature().isBlank()) {
            return reading.signature().substring(0, Math.min(TAIL, reading.signature().length()));
        }
        List<String> lines = reading.text().strip().lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        return tail.substring(Math.max(0, tail.length() - TAIL));
    }

    private Value name(String party, List<Drafts.Loaded> messages, List<Wrote> wrote) {
        Map<String, Integer> found = new HashMap<>();
        Map<String, Long> where = new HashMap<>();
        for (Wrote it : wrote) {
            firm(it.reading(), domainOf(party)).ifPresent(firm -> {
                found.merge(firm, 1, Integer::sum);
                where.putIfAbsent(firm, it.message());
            });
        }
        return found.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(it -> new Value(Field.NAME, it.getKey(), "signature", where.get(it.getKey())))
                .orElseGet(() -> named(party, messages));
    }

    /**
     * The firm that a signature names.
     *
     * @param domain of the sender's firm; "" for free mail
     */
    static Optional<String> firm(Reading reading, String domain) {
        ContactCard card = reading.contact();
        return FirmLine.better(card == null ? null : card.company(), tail(reading), domain)
                .map(Naming::balanced)
                .filter(it -> Places.KNOWN.country(it).isEmpty() && !FirmNames.isGeneral(Names.folded(it)));
    }

    /** Without an opening bracket that nothing closes. */
    private static String balanced(String name) {
        int open = name.lastIndexOf('(');
        return open > 0 && name.indexOf(')', open) < 0 ? name.substring(0, open).strip() : name;
    }

    private static String domainOf(String party) {
        return party.indexOf('@') < 0 && party.indexOf(':') < 0 ? party : "";
    }

    private static Value named(String party, List<Drafts.Loaded> messages) {
        if (!domainOf(party).isEmpty()) {
            return new Value(Field.NAME, Domains.asName(party), "domain " + party, null);
        }
        return messages.stream()
                .flatMap(it -> it.draft().others().stream().limit(1))
                .map(Participant::name)
                .filter(it -> it != null && !it.isBlank() && it.indexOf('@') < 0)
                .map(String::strip)
                .findFirst()
                .map(it -> new Value(Field.NAME, it, "sender", null))
                .orElseGet(() -> new Value(Field.NAME, party.substring(party.indexOf(':') + 1), "address", null));
    }

    private Optional<Value> country(String party, List<Drafts.Loaded> messages, List<Wrote> wrote) {
        return byPhone(party, wrote, true)
                .or(() -> Countries.ofDomain(party.substring(party.lastIndexOf('@') + 1))
                        .filter(_ -> !domainOf(party).isEmpty())
                        .map(it -> new Value(Field.COUNTRY, it, "domain " + party, null)))
                .or(() -> byAddress(party, wrote))
                .or(() -> byPhone(party, wrote, false))
                .or(() -> byLanguage(messages))
                .or(() -> byScript(wrote));
    }

    /** @param whole only numbers written with their country: what is dialled at home has its country from a guess */
    private Optional<Value> byPhone(String party, List<Wrote> wrote, boolean whole) {
        Optional<String> chat = party.indexOf(':') < 0 ? Optional.empty() : phones.whole(party.substring(party.indexOf(':') + 1));
        if (chat.isPresent()) {
            return chat.flatMap(phones::country).map(it -> new Value(Field.COUNTRY, it, "phone " + chat.get(), null));
        }
        for (Wrote it : wrote) {
            List<String> numbers = new ArrayList<>(phones.in(it.tail()));
            ContactCard card = it.reading().contact();
            if (card != null) {
                numbers.addAll(0, card.phones());
            }
            for (String number : numbers) {
                Optional<String> country = whole && !isWhole(number, it.tail()) ? Optional.empty() : phones.country(number);
                if (country.isPresent()) {
                    return Optional.of(new Value(Field.COUNTRY, country.get(), "phone " + number, it.message()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(String number, String tail) {
        String digits = NO_DIGIT.matcher(tail).replaceAll("");
        String dialled = NO_DIGIT.matcher(number).replaceAll("");
        return digits.contains(dialled) || tail.contains(number.substring(0, Math.min(COUNTRY_CODE, number.length())));
    }

    private Optional<Value> byAddress(String party, List<Wrote> wrote) {
        for (Wrote it : wrote) {
            ContactCard card = it.reading().contact();
            if (card != null && card.country() != null) {
                return Optional.of(new Value(Field.COUNTRY, card.country(), "address", it.message()));
            }
        }
        for (Wrote it : wrote) {
            for (String line : party.indexOf(':') < 0 ? it.tail().lines().toList().reversed() : List.<String>of()) {
                Optional<String> country = line.length() > 100 ? Optional.empty() : Places.KNOWN.in(line);
                if (country.isPresent()) {
                    return Optional.of(new Value(Field.COUNTRY, country.get(), "address " + line.strip(), it.message()));
                }
            }
        }
        for (Wrote it : wrote) {
            Optional<AddressMarks.Found> found = party.indexOf(':') < 0 ? MARKS.in(it.tail()) : Optional.empty();
            if (found.isPresent()) {
                return Optional.of(new Value(Field.COUNTRY, found.get().country(), "address " + found.get().mark(), it.message()));
            }
        }
        return party.indexOf(':') < 0
                ? Optional.empty()
                : Places.KNOWN.in(party.substring(party.indexOf(':') + 1)).map(it -> new Value(Field.COUNTRY, it, "chat-name", null));
    }

    /** Simplified Chinese is written in China, by nearly everybody who buys there; traditional in several countries. */
    private static Optional<Value> byScript(List<Wrote> wrote) {
        for (Wrote it : wrote) {
            String text = it.reading().text();
            boolean simplified = text.chars().filter(c -> SIMPLIFIED.indexOf(c) >= 0).count() >= TELLING;
            if (it.reading().language().equals("zh") && simplified && text.chars().noneMatch(c -> TRADITIONAL.indexOf(c) >= 0)) {
                return Optional.of(new Value(Field.COUNTRY, "CN", "language zh", it.message()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Value> byLanguage(List<Drafts.Loaded> messages) {
        return messages.stream()
                .filter(it -> it.draft().direction() == Direction.IN && LANGUAGES.containsKey(it.row().language()))
                .findFirst()
                .map(it -> new Value(
                        Field.COUNTRY, LANGUAGES.getOrDefault(it.row().language(), ""), "language " + it.row().language(), it.row().id()));
    }
}
