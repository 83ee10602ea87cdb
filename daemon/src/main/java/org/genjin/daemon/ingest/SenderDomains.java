package org.genjin.daemon.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.customer.OwnSide;
import org.genjin.daemon.fraud.LookAlikes;
import org.genjin.daemon.fraud.Namesakes;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The domains of firms that have written to us, of our customers and our own, to find those that are like each other. Read from
 * the ledger once; what a transaction that fails has added does no harm, as everything found is looked up in the ledger.
 */
final class SenderDomains {

    private final OwnSide own;
    private @Nullable LookAlikes lookAlikes;
    private @Nullable Namesakes namesakes;

    SenderDomains(OwnSide own) {
        this.own = own;
    }

    /** The domain of the firm that a mail came from; empty for chats, free mail and ourselves. */
    Optional<String> of(Drafts.Loaded it) {
        return it.draft().chat() != null
                ? Optional.empty()
                : Ties.sender(it).stream()
                        .map(Participant::address)
                        .flatMap(address -> own.companyDomain(String.valueOf(address)).stream())
                        .findFirst();
    }

    Set<String> alike(Transaction tx, String domain) {
        return lookAlikes(tx).of(domain);
    }

    Set<String> namesakes(Transaction tx, String domain) {
        return namesakes(tx).of(domain);
    }

    void add(Transaction tx, Collection<String> domains) {
        domains.forEach(it -> {
            lookAlikes(tx).add(it);
            namesakes(tx).add(it);
        });
    }

    /** Those of {@code domains} that are customers' or ours. */
    Set<String> known(Transaction tx, Collection<String> domains) {
        Set<String> known = new LinkedHashSet<>();
        tx.identities().find(Kind.DOMAIN, domains).stream().map(Identity::knownAs).forEach(known::add);
        domains.stream().filter(own.domains()::contains).forEach(known::add);
        return known;
    }

    boolean isKnown(Transaction tx, String domain) {
        return !known(tx, Set.of(domain)).isEmpty();
    }

    boolean isOurs(String domain) {
        return own.domains().contains(domain);
    }

    private LookAlikes lookAlikes(Transaction tx) {
        LookAlikes known = lookAlikes;
        if (known == null) {
            known = new LookAlikes(all(tx));
            lookAlikes = known;
        }
        return known;
    }

    private Namesakes namesakes(Transaction tx) {
        Namesakes known = namesakes;
        if (known == null) {
            known = new Namesakes(all(tx));
            namesakes = known;
        }
        return known;
    }

    private Set<String> all(Transaction tx) {
        Set<String> all = new HashSet<>(tx.participants().senderDomains());
        all.addAll(tx.identities().domains());
        all.addAll(own.domains());
        return all;
    }
}
