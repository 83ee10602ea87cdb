package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.Countries;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Domains;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.ingest.Matching.Lesson;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.Archive;
import org.genjin.daemon.ledger.CustomerTable.Field;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.reading.ContactCard;
import org.genjin.daemon.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Notes by what a customer is known, from messages that are surely theirs: the addresses that write and are written to,
 * the writers' names and titles, the phone numbers and the firm in their signatures, their chats. What is only theirs by
 * conversation teaches nothing: a forwarder in the same thread is no contact.
 */
final class Learning {

    private static final Pattern NICKNAME = Pattern.compile("^[\\p{L}\\p{M} .'-]{3,60}[(（]([\\p{L}\\p{M} .'-]{2,40})[)）]");
    private static final int TAIL = 1_000;
    /** Of the messages that were stored before their sender was a customer, how many of the newest are read again. */
    private static final int READ_AGAIN = 2;

    private final OwnSide own;
    private final Phones phones;
    private final Archive archive;

    Learning(OwnSide own, Phones phones, Archive archive) {
        this.own = own;
        this.phones = phones;
        this.archive = archive;
    }

    /**
     * @param fresh the messages of this batch, whose words are at hand
     * @return what nobody was known by before
     */
    List<Identity> learn(Transaction tx, List<Matched> matched, Map<Long, Prepared> fresh) {
        Map<String, Identity> learned = new LinkedHashMap<>();
        Map<String, Integer> readAgain = new HashMap<>();
        List<Matched> newestFirst = new ArrayList<>(matched);
        newestFirst.removeIf(it -> it.lesson() == Lesson.NONE || !it.message().draft().human() || !(it.match() instanceof Match.One));
        newestFirst.sort(Comparator.comparing((Matched it) -> it.message().row().sentAt()).reversed());
        Map<CustomerId, List<Identity>> known = tx.identities().of(newestFirst.stream().map(Learning::customer).distinct().toList());
        Map<CustomerId, String> countries = new HashMap<>();
        tx.customers().rows(known.keySet()).stream().filter(row -> row.country() != null).forEach(
                row -> countries.put(row.id(), row.country()));
        Set<CustomerId> nameless = tx.customers().calledByChance(known.keySet());
        for (Matched it : newestFirst) {
            CustomerId customer = customer(it);
            if (it.message().draft().chat() != null) {
                fromChat(it, customer, learned);
            } else {
                fromMail(it, customer, known.getOrDefault(customer, List.of()), learned);
                if (it.message().draft().direction() == Direction.IN && isTheirs(it, customer, known, learned)) {
                    // A signature below words that are passed on is somebody else's.
                    reading(tx, it.message(), fresh, readAgain).filter(reading -> reading.forwarded() == null).ifPresent(reading -> {
                        fromSignature(it, customer, reading, countries.get(customer), learned);
                        if (nameless.contains(customer)) {
                            Naming.firm(reading, domain(it)).filter(name -> FirmNames.isFirm(name) || !domain(it).isEmpty()).ifPresent(name -> {
                                tx.customers().improveName(customer, name, "signature", it.id());
                                nameless.remove(customer);
                            });
                        }
                    });
                }
            }
        }
        List<Identity> fresher = tx.identities().putNew(learned.values());
        fresher.stream().filter(it -> it.kind() == Kind.PHONE).forEach(it -> phones.country(it.knownAs()).ifPresent(
                country -> tx.customers().fill(it.customer(), Field.COUNTRY, country, "phone " + it.knownAs(), it.message())));
        return fresher;
    }

    private static CustomerId customer(Matched it) {
        if (it.match() instanceof Match.One one) {
            return one.customer();
        }
        throw new IllegalArgumentException("not one customer's: " + it.match());
    }

    /** A customer just made: known by the party it was made of, and what that tells of its country. */
    Identity party(Transaction tx, CustomerId customer, String party, String owner) {
        boolean address = party.indexOf('@') > 0;
        boolean chat = !address && party.indexOf(':') > 0;
        Identity identity = new Identity(
                address ? Kind.ADDRESS : chat ? Kind.CHAT : Kind.DOMAIN, party, chat ? owner : "", customer, "", null);
        tx.identities().put(identity);
        if (identity.kind() == Kind.DOMAIN) {
            Countries.ofDomain(party).ifPresent(it -> tx.customers().fill(customer, Field.COUNTRY, it, "domain " + party, null));
        }
        return identity;
    }

    /** Whether its sender is the customer's, not only somebody else who is named in it. */
    private static boolean isTheirs(
            Matched it, CustomerId customer, Map<CustomerId, List<Identity>> known, Map<String, Identity> learned) {
        return Ties.sender(it.message()).stream().anyMatch(sender -> {
            String address = String.valueOf(sender.address());
            return learned.containsKey(key(new Identity(Kind.ADDRESS, address, "", customer, "", null)))
                    || knows(known.getOrDefault(customer, List.of()), sender);
        });
    }

    private static boolean knows(List<Identity> known, Participant it) {
        return known.stream().anyMatch(identity -> switch (identity.kind()) {
            case ADDRESS -> identity.knownAs().equals(it.address())
                    || identity.knownAs().equals(Domains.mailbox(String.valueOf(it.address())));
            case DOMAIN -> identity.knownAs().equals(it.party());
            case PHONE, NAME, CHAT, FIRM -> false;
        });
    }

    private void fromMail(Matched it, CustomerId customer, List<Identity> known, Map<String, Identity> learned) {
        Instant at = it.message().row().sentAt();
        boolean tied = it.lesson() == Lesson.WRITER || it.lesson() == Lesson.ADDRESS;
        for (Participant other : it.message().draft().others()) {
            String address = other.address();
            boolean sender = other.role().equals("from");
            if (address == null || !(knows(known, other) || (tied && sender))) {
                continue;
            }
            note(learned, new Identity(Kind.ADDRESS, address, "", customer, name(other), at).inMessage(it.id()));
            if (it.lesson() == Lesson.WRITER && sender) {
                own.companyDomain(address).ifPresent(
                        domain -> note(learned, new Identity(Kind.DOMAIN, domain, "", customer, "", null).inMessage(it.id())));
            }
            if (sender) {
                person(learned, name(other), it, customer);
            }
        }
    }

    private void fromSignature(
            Matched it, CustomerId customer, Reading reading, @Nullable String country, Map<String, Identity> learned) {
        String person = Ties.sender(it.message()).stream().map(Learning::name).findFirst().orElse("");
        Instant at = it.message().row().sentAt();
        ContactCard card = reading.contact();
        String tail = tail(reading);
        List<String> numbers = new ArrayList<>(card == null ? phones.in(tail) : card.phones());
        if (card != null) {
            fromCard(card, person, it, customer, learned);
        }
        nicknames(reading).forEach(name -> person(learned, name, it, customer));
        if (country != null) {
            Phones.dialled(tail).forEach(number -> phones.in(country, number).ifPresent(numbers::add));
        }
        for (String phone : numbers) {
            note(learned, new Identity(Kind.PHONE, phone, "", customer, person, at).inMessage(it.id()));
        }
    }

    /** "Khalid Nahar (Abu Yousef)": what people are called beside, as it stands in the first lines of a signature. */
    private static List<String> nicknames(Reading reading) {
        List<String> names = new ArrayList<>();
        reading.signature().strip().lines().limit(2).forEach(line -> {
            Matcher bracket = NICKNAME.matcher(line);
            if (bracket.find() && !FirmNames.isFirm(bracket.group(1))) {
                names.add(bracket.group(1));
            }
        });
        return names;
    }

    private static void fromCard(
            ContactCard card, String person, Matched it, CustomerId customer, Map<String, Identity> learned) {
        Instant at = it.message().row().sentAt();
        String name = card.name();
        String title = card.title();
        String company = card.company();
        if (name != null) {
            person(learned, name, it, customer);
        }
        card.handles().forEach(handle -> {
            if (handle.name().startsWith("+")) {
                note(learned, new Identity(Kind.PHONE, handle.name(), "", customer, person, at).inMessage(it.id()));
            } else {
                person(learned, handle.name(), it, customer);
            }
        });
        if (title != null) {
            Ties.sender(it.message()).stream().map(Participant::address).filter(address -> address != null).forEach(
                    address -> note(
                            learned,
                            new Identity(Kind.ADDRESS, address, "", customer, person, at).inMessage(it.id()).withTitle(title)));
        }
        if (company != null) {
            FirmNames.keys(company).forEach(
                    key -> note(learned, new Identity(Kind.FIRM, key, "", customer, "", at).inMessage(it.id())));
        }
    }

    /** The domain of the sender's firm; "" by free mail. */
    private String domain(Matched it) {
        return Ties.sender(it.message()).stream()
                .flatMap(sender -> own.companyDomain(String.valueOf(sender.address())).stream())
                .findFirst()
                .orElse("");
    }

    private Optional<Reading> reading(
            Transaction tx, Drafts.Loaded it, Map<Long, Prepared> fresh, Map<String, Integer> readAgain) {
        Prepared prepared = fresh.get(it.row().id());
        if (prepared != null) {
            return Optional.of(prepared.reading());
        }
        String writer = String.valueOf(it.row().fromAddress());
        return readAgain.merge(writer, 1, Integer::sum) > READ_AGAIN
                ? Optional.empty()
                : archive.said(tx, it.row()).map(Archive.Said::reading);
    }

    /** Where a signature stands, whether it was told from the words or not. */
    private static String tail(Reading reading) {
        String all = (reading.text() + "\n" + reading.signature()).strip();
        return all.substring(Math.max(0, all.length() - TAIL));
    }

    private void fromChat(Matched it, CustomerId customer, Map<String, Identity> learned) {
        String chat = String.valueOf(it.message().draft().chat());
        Instant at = it.message().row().sentAt();
        String owner = it.message().draft().owner();
        if (it.message().row().room() != null && it.lesson() != Lesson.ROOM) {
            return; // somebody known spoke in a room that may not be theirs alone
        }
        for (Participant other : it.message().draft().others()) {
            String name = name(other);
            person(learned, name, it, customer);
            note(learned, new Identity(Kind.CHAT, chat, owner, customer, name, at).inMessage(it.id()));
            String address = other.address();
            phones.whole(address == null ? name : address).ifPresent(
                    phone -> note(learned, new Identity(Kind.PHONE, phone, "", customer, name, at).inMessage(it.id())));
        }
        if (it.lesson() == Lesson.ROOM) {
            note(learned, new Identity(Kind.CHAT, chat, owner, customer, "", at).inMessage(it.id()));
        }
    }

    private static void person(Map<String, Identity> learned, String name, Matched it, CustomerId customer) {
        String folded = Names.folded(name);
        if (Names.tells(folded)) {
            note(
                    learned,
                    new Identity(Kind.NAME, folded, it.message().draft().owner(), customer, name, it.message().row().sentAt())
                            .inMessage(it.id()));
        }
    }

    private static void note(Map<String, Identity> learned, Identity identity) {
        learned.merge(key(identity), identity, Learning::newer);
    }

    private static String key(Identity it) {
        return it.kind() + " " + it.knownAs() + " " + it.owner() + " " + it.customer();
    }

    private static Identity newer(Identity one, Identity other) {
        Instant a = one.lastSeen();
        Instant b = other.lastSeen();
        Identity newer = a == null || (b != null && b.isAfter(a)) ? other : one;
        return newer.title().isEmpty() && !other.title().isEmpty() ? newer.withTitle(other.title()) : newer;
    }

    private static String name(Participant it) {
        String name = it.name();
        return name == null ? "" : name;
    }
}
