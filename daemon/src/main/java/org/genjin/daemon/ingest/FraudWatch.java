package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.fraud.LookAlikes;
import org.genjin.daemon.fraud.PaymentDetails;
import org.genjin.daemon.ingest.Matching.Lesson;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.FraudWarningTable.Kind;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.daemon.ledger.MessageTable.Participant;
import org.genjin.daemon.ledger.Transaction;

/**
 * Watches for the classic frauds: a sender's domain that looks like a customer's or ours, a customer's name from elsewhere with
 * words of money, bank details other than before. What it finds is written down as a warning for people.
 */
final class FraudWatch {

    private static final String BORROWED = "borrowed name";

    private final OwnSide own;
    private LookAlikes lookAlikes = new LookAlikes(Set.of());
    private long domainsKnown = -1;

    FraudWatch(OwnSide own) {
        this.own = own;
    }

    /** Takes out the messages whose sender's domain only looks like one that we know. */
    List<Matched> impostors(Transaction tx, List<Drafts.Loaded> messages, Instant now) {
        Map<Long, String> domains = new HashMap<>();
        for (Drafts.Loaded it : messages) {
            if (it.draft().direction() == Direction.IN && it.draft().chat() == null) {
                Ties.sender(it).stream()
                        .map(Participant::address)
                        .filter(address -> address != null)
                        .flatMap(address -> own.companyDomain(address).stream())
                        .forEach(domain -> domains.put(it.row().id(), domain));
            }
        }
        List<Matched> impostors = new ArrayList<>();
        if (domains.isEmpty()) {
            return impostors;
        }
        LookAlikes known = known(tx);
        for (Drafts.Loaded it : messages) {
            String domain = domains.get(it.row().id());
            Optional<String> like = domain == null ? Optional.empty() : known.of(domain);
            like.ifPresent(real -> {
                impostors.add(new Matched(it, new Match.SetAside("looks like " + real + " but comes from " + domain), Lesson.NONE, true));
                tx.fraudWarnings().add(
                        it.row().id(), own.domains().contains(real) ? Kind.OUR_LOOK_ALIKE : Kind.LOOK_ALIKE, owner(tx, real),
                        List.of(String.valueOf(domain), real), now);
            });
        }
        return impostors;
    }

    private static Optional<CustomerId> owner(Transaction tx, String domain) {
        return tx.identities().find(IdentityTable.Kind.DOMAIN, List.of(domain)).stream().map(Identity::customer).findFirst();
    }

    private LookAlikes known(Transaction tx) {
        long count = tx.identities().countDomains();
        if (count != domainsKnown) {
            Set<String> domains = new TreeSet<>(tx.identities().domains());
            domains.addAll(own.domains());
            lookAlikes = new LookAlikes(domains);
            domainsKnown = count;
        }
        return lookAlikes;
    }

    /** Looks at what was made of messages, and at where those that have just come want money to go. */
    void look(Transaction tx, List<Matched> matched, Map<Long, Prepared> fresh, Instant now) {
        for (Matched it : matched) {
            if (it.match() instanceof Match.SetAside aside && aside.reason().startsWith(BORROWED)) {
                tx.fraudWarnings().add(it.id(), Kind.BORROWED_NAME, Optional.empty(), List.of(), now);
            }
            Prepared prepared = fresh.get(it.id());
            if (prepared != null && it.message().draft().human()) {
                bankDetails(tx, it, prepared, now);
            }
        }
    }

    private static void bankDetails(Transaction tx, Matched it, Prepared prepared, Instant now) {
        Set<String> details = PaymentDetails.in(prepared.reading().text() + "\n" + prepared.reading().signature());
        if (details.isEmpty() || it.message().draft().direction() == Direction.INTERNAL) {
            return;
        }
        boolean byUs = it.message().draft().direction() == Direction.OUT;
        Optional<CustomerId> customer = it.match() instanceof Match.One one ? Optional.of(one.customer()) : Optional.empty();
        String party = byUs ? "" : customer.map(CustomerId::toString).orElse(Weighing.party(it.message()));
        Set<String> kinds = details.stream().map(detail -> detail.substring(0, detail.indexOf(':'))).collect(Collectors.toSet());
        Set<String> before = tx.fraudWarnings().paidTo(party, kinds);
        // Of one kind of detail any that is known will do: a firm may name two accounts at once.
        boolean changed = !before.isEmpty() && details.stream().noneMatch(before::contains);
        if (changed) {
            tx.fraudWarnings().add(
                    it.id(), byUs ? Kind.OUR_BANK_DETAILS : Kind.BANK_DETAILS, customer, List.of(String.join(", ", details)), now);
        } else {
            tx.fraudWarnings().notePaidTo(party, details, it.id(), it.message().row().sentAt());
        }
    }
}
