package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.fraud.PaymentChanges;
import org.genjin.daemon.fraud.PaymentChanges.Naming;
import org.genjin.daemon.ledger.FraudWarningTable.Kind;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.Transaction;

/**
 * Watches where money is to go, ours and everybody's, in the words of mails and in the documents that come with them. Mails
 * come the newest first: what was named before is told by the days they were sent on, and a warning that an older mail shows to
 * be none is taken back unless somebody has seen it. No state.
 */
final class PaymentWatch {

    private static final String OURS = "";

    private PaymentWatch() {}

    /**
     * Takes note of what a message names.
     *
     * @param party who wrote or is written to, as participants are known by
     * @param customer whose message it is, if that is known
     */
    static void look(Transaction tx, MessageRow row, String party, Optional<CustomerId> customer, Set<String> details, Instant now) {
        if (details.isEmpty() || row.direction() == Direction.INTERNAL) {
            return;
        }
        boolean byUs = row.direction() == Direction.OUT;
        Set<String> theirs = parties(tx, party, customer);
        Naming naming = new Naming(details, row.id(), row.sentAt());
        if (!byUs || !isOfOthers(naming, tx.payments().of(theirs))) {
            tx.payments().note(byUs ? OURS : party, naming);
        }
        if (byUs) {
            compare(tx, Kind.OUR_BANK_DETAILS, tx.payments().of(Set.of(OURS)), Optional.empty(), now);
        }
        compare(tx, theirs, customer, now);
    }

    /** Compares anew what all that write for a customer have named: somebody has become theirs. */
    static void compare(Transaction tx, CustomerId customer, Instant now) {
        compare(tx, parties(tx, OURS, Optional.of(customer)), Optional.of(customer), now);
    }

    private static void compare(Transaction tx, Set<String> theirs, Optional<CustomerId> customer, Instant now) {
        List<Naming> namings = tx.payments().of(theirs);
        if (namings.size() > 1) {
            List<Naming> ours = tx.payments().of(Set.of(OURS));
            compare(tx, Kind.BANK_DETAILS, namings.stream().filter(it -> !isOfOthers(it, ours)).toList(), customer, now);
            tx.fraudWarnings().withdraw(
                    Kind.BANK_DETAILS, namings.stream().filter(it -> isOfOthers(it, ours)).map(Naming::message).toList());
        }
    }

    /** Who names an account that the other side has named before writes of paying it: a slip, an order, an invoice sent back. */
    private static boolean isOfOthers(Naming it, List<Naming> others) {
        return others.stream().anyMatch(
                other -> other.at().isBefore(it.at()) && PaymentChanges.haveOneInCommon(it.details(), other.details()));
    }

    private static void compare(
            Transaction tx, Kind kind, List<Naming> namings, Optional<CustomerId> customer, Instant now) {
        List<Naming> changes = PaymentChanges.in(namings);
        Set<Long> changed = new HashSet<>();
        changes.forEach(it -> changed.add(it.message()));
        tx.fraudWarnings().withdraw(
                kind, namings.stream().map(Naming::message).filter(it -> !changed.contains(it)).distinct().toList());
        Set<Long> there = new HashSet<>();
        tx.messages().find(changed).forEach(it -> there.add(it.id()));
        for (Naming it : changes) {
            if (there.contains(it.message())) {
                tx.fraudWarnings().add(it.message(), kind, customer, List.of(String.join(", ", it.details().stream().sorted().toList())), now);
            }
        }
    }

    private static Set<String> parties(Transaction tx, String party, Optional<CustomerId> customer) {
        Set<String> parties = new LinkedHashSet<>();
        if (!party.isEmpty()) {
            parties.add(party);
        }
        customer.ifPresent(id -> {
            for (Identity it : tx.identities().of(id)) {
                switch (it.kind()) {
                    case ADDRESS, DOMAIN, CHAT -> parties.add(it.knownAs());
                    case PHONE, NAME, FIRM -> {}
                }
            }
        });
        return parties;
    }
}
