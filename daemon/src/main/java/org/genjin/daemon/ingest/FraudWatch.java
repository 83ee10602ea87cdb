package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.fraud.PaymentDetails;
import org.genjin.daemon.ingest.Matching.Lesson;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.FraudWarningTable.Kind;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.party.TradeSign;

/**
 * Watches for the classic frauds: a sender's domain that looks like a customer's or ours, a customer's name from elsewhere with
 * words of money, bank details other than before. What it finds is written down as a warning for people.
 */
final class FraudWatch {

    private static final String BORROWED = "borrowed name";
    private static final Clue MONEY = new Clue(Clue.Kind.SIGN, TradeSign.FRAUD.id());
    /** Of a domain that turns out to be a disguise, so many of the newest messages are looked at again. */
    private static final int AGAIN = 20;

    private final SenderDomains domains;

    FraudWatch(OwnSide own) {
        this.domains = new SenderDomains(own);
    }

    /** Takes out the messages whose sender's domain only looks like one that we know. */
    List<Matched> impostors(Transaction tx, List<Drafts.Loaded> messages, Instant now) {
        Map<Long, String> senders = new HashMap<>();
        for (Drafts.Loaded it : messages) {
            if (it.draft().direction() == Direction.IN) {
                domains.of(it).ifPresent(domain -> senders.put(it.row().id(), domain));
            }
        }
        domains.add(tx, senders.values());
        List<Matched> impostors = new ArrayList<>();
        Map<String, Optional<String>> pretended = new HashMap<>();
        for (Drafts.Loaded it : messages) {
            String domain = senders.get(it.row().id());
            if (domain != null) {
                pretended.computeIfAbsent(domain, _ -> pretended(tx, domain, now)).ifPresent(real -> {
                    warn(tx, it.row().id(), domain, real, now);
                    if (!domains.isKnown(tx, domain)) {
                        impostors.add(new Matched(
                                it, new Match.SetAside("looks like " + real + " but comes from " + domain), Lesson.NONE, true));
                    }
                });
            }
        }
        return impostors;
    }

    /**
     * Which known domain another pretends to be. Of two the one that wrote first is the real one, and ours is in any case; as
     * mails come the newest first, that may turn out only later, and what was said before is taken back then.
     */
    private Optional<String> pretended(Transaction tx, String domain, Instant now) {
        Set<String> alike = domains.alike(tx, domain);
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        Set<String> known = domains.known(tx, alike);
        boolean isKnown = domains.isKnown(tx, domain);
        for (String other : alike) {
            if (!isKnown && !known.contains(other)) {
                continue; // of two strangers neither pretends
            }
            boolean otherIsReal = domains.isOurs(other) || isFirst(tx, other, domain);
            if (otherIsReal && known.contains(other)) {
                return Optional.of(other);
            }
            if (!otherIsReal && isKnown) {
                tx.fraudWarnings().withdraw(Kind.LOOK_ALIKE, tx.participants().writtenFrom(domain, AGAIN));
                tx.participants().writtenFrom(other, 1).forEach(it -> warn(tx, it, other, domain, now));
            }
        }
        return Optional.empty();
    }

    /** Who is known without having written, as from a customer list, is the real one. */
    private static boolean isFirst(Transaction tx, String one, String other) {
        Optional<Instant> first = tx.participants().firstFrom(one);
        Optional<Instant> second = tx.participants().firstFrom(other);
        return first.isEmpty() || (second.isPresent() && !second.get().isBefore(first.get()));
    }

    private void warn(Transaction tx, long message, String domain, String real, Instant now) {
        Kind kind = domains.isOurs(real) ? Kind.OUR_LOOK_ALIKE : Kind.LOOK_ALIKE;
        List<String> details = List.of(domain, real);
        // Two customers may be called alike: of these it is said once.
        if (!domains.isKnown(tx, domain) || !tx.fraudWarnings().isTold(kind, details)) {
            tx.fraudWarnings().add(message, kind, owner(tx, real), details, now);
        }
    }

    private static Optional<CustomerId> owner(Transaction tx, String domain) {
        return tx.identities().find(IdentityTable.Kind.DOMAIN, List.of(domain)).stream().map(Identity::customer).findFirst();
    }

    /** Earlier messages to be looked at again because their senders' domains are like those that have become a customer's. */
    Set<Long> again(Transaction tx, Collection<Identity> learned, Collection<String> made) {
        Set<String> fresh = new LinkedHashSet<>();
        learned.stream().filter(it -> it.kind() == IdentityTable.Kind.DOMAIN).map(Identity::knownAs).forEach(fresh::add);
        made.stream().filter(it -> it.indexOf('@') < 0 && it.indexOf(':') < 0).forEach(fresh::add);
        domains.add(tx, fresh);
        Set<Long> again = new LinkedHashSet<>();
        for (String domain : fresh) {
            Set<String> like = new LinkedHashSet<>(domains.alike(tx, domain));
            like.addAll(domains.namesakes(tx, domain));
            like.forEach(it -> again.addAll(tx.participants().writtenFrom(it, AGAIN)));
        }
        return again;
    }

    /** Warns of those whose name, but none of whose addresses, is a customer's: that may turn out only once the customer is known. */
    void borrowed(Transaction tx, List<Matched> matched, Instant now) {
        for (Matched it : matched) {
            if (it.match() instanceof Match.SetAside aside && aside.reason().startsWith(BORROWED)) {
                tx.fraudWarnings().add(it.id(), Kind.BORROWED_NAME, Optional.empty(), List.of(), now);
            }
        }
    }

    /** Looks at where those messages that have just come want money to go. */
    void look(Transaction tx, List<Matched> matched, Map<Long, Prepared> fresh, Instant now) {
        for (Matched it : matched) {
            Prepared prepared = fresh.get(it.id());
            if (prepared != null && it.message().draft().human()) {
                Optional<CustomerId> customer = it.match() instanceof Match.One one ? Optional.of(one.customer()) : Optional.empty();
                PaymentWatch.look(
                        tx, it.message().row(), Weighing.party(it.message()), customer,
                        PaymentDetails.in(prepared.reading().text() + "\n" + prepared.reading().signature()), now);
            }
        }
    }

    /**
     * Warns of a customer's name, or ours, under another ending when it writes of money, or when it takes up a conversation of
     * the customer's under the name of somebody there. Without that it may well be a branch.
     */
    void namesakes(Transaction tx, List<Matched> matched, Instant now) {
        for (Matched it : matched) {
            Drafts.Loaded message = it.message();
            if (message.draft().direction() != Direction.IN || !message.draft().human()) {
                continue;
            }
            String domain = domains.of(message).orElse("");
            Set<String> real = domain.isEmpty() ? Set.of() : domains.namesakes(tx, domain);
            if (real.isEmpty() || domains.isKnown(tx, domain)) {
                continue;
            }
            for (String known : domains.known(tx, real)) {
                List<String> details = List.of(domain, known);
                if ((domains.isOurs(known) || isFirst(tx, known, domain))
                        && (speaksOfMoney(tx, message, domain) || isHijack(tx, message, known))
                        && !tx.fraudWarnings().isTold(Kind.OTHER_ENDING, details)) {
                    tx.fraudWarnings().add(it.id(), Kind.OTHER_ENDING, owner(tx, known), details, now);
                }
            }
        }
    }

    private static boolean speaksOfMoney(Transaction tx, Drafts.Loaded message, String domain) {
        return message.draft().has(MONEY) || !tx.payments().naming(Set.of(domain)).isEmpty();
    }

    private static boolean isHijack(Transaction tx, Drafts.Loaded message, String known) {
        Optional<CustomerId> customer = owner(tx, known);
        boolean within = customer.isPresent()
                && tx.conversations().customersOf(message.draft().references()).values().stream().anyMatch(it -> it.contains(customer.get()));
        return within && Ties.sender(message).stream().map(Participant::address).anyMatch(address -> {
            String local = String.valueOf(address).substring(0, String.valueOf(address).indexOf('@') + 1);
            return !tx.identities().find(IdentityTable.Kind.ADDRESS, List.of(local + known)).isEmpty();
        });
    }
}
