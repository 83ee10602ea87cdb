package org.genjin.daemon.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.FirmNames;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.ledger.CustomerTable;
import org.genjin.daemon.ledger.IdentityTable;
import org.genjin.daemon.ledger.IdentityTable.Identity;
import org.genjin.daemon.ledger.IdentityTable.Kind;
import org.genjin.daemon.ledger.ProposalTable;
import org.genjin.daemon.ledger.Transaction;

/**
 * Asks whether two customers are one firm, where they have become known by the same telephone, the same name or domains called
 * alike. It looks only at what is new, and never joins: two firms of one name are no rarity.
 */
final class Duplicates {

    private static final int TELLING = 5;
    /** What so many customers share is nobody's: a market's switchboard, a name that many have. */
    private static final int MOST = 3;

    /** @param learned what customers have just become known by */
    void ask(Transaction tx, Collection<Identity> learned, Instant now) {
        Map<Kind, Set<String>> values = new HashMap<>();
        Set<String> labels = new LinkedHashSet<>();
        for (Identity it : learned) {
            switch (it.kind()) {
                case PHONE, FIRM, ADDRESS -> values.computeIfAbsent(it.kind(), _ -> new LinkedHashSet<>()).add(it.knownAs());
                case DOMAIN -> labels.add(label(it));
                case CHAT, NAME -> {}
            }
        }
        labels.removeIf(it -> it.length() < TELLING || FirmNames.isGeneral(it));
        values.forEach((kind, known) -> {
            Map<String, Set<CustomerId>> sharing = new HashMap<>();
            Set<String> people = new LinkedHashSet<>();
            for (Identity it : tx.identities().find(kind, known)) {
                // Somebody who has changed firms takes the telephone along.
                boolean moved = kind == Kind.PHONE && !it.person().isEmpty() && !people.add(it.knownAs() + Names.folded(it.person()));
                if (!moved) {
                    sharing.computeIfAbsent(it.knownAs(), _ -> new LinkedHashSet<>()).add(it.customer());
                }
            }
            sharing.forEach((value, customers) -> ask(tx, kind, "both " + words(kind) + " " + value, customers, now));
        });
        tx.identities().domainsCalled(labels).forEach((label, domains) -> {
            Set<CustomerId> customers = new LinkedHashSet<>();
            domains.forEach(it -> customers.add(it.customer()));
            ask(tx, Kind.DOMAIN, "their domains are both called " + label, customers, now);
        });
    }

    private static String words(IdentityTable.Kind kind) {
        return switch (kind) {
            case PHONE -> "have the telephone number";
            case FIRM -> "sign as";
            case ADDRESS -> "write from";
            case DOMAIN, CHAT, NAME -> "are known by";
        };
    }

    private static String label(Identity domain) {
        return domain.knownAs().substring(0, Math.max(0, domain.knownAs().indexOf('.')));
    }

    private static void ask(Transaction tx, Kind kind, String why, Set<CustomerId> customers, Instant now) {
        if (customers.size() < 2 || customers.size() > MOST) {
            return;
        }
        List<CustomerTable.Row> rows = tx.customers().rows(customers);
        for (int i = 1; i < rows.size(); i++) {
            CustomerTable.Row one = rows.getFirst();
            CustomerTable.Row other = rows.get(i);
            boolean elsewhere = one.country() != null && other.country() != null && !one.country().equals(other.country());
            if (!elsewhere || kind != Kind.FIRM) {
                tx.proposals().propose(tx, ProposalTable.Kind.SAME_FIRM, one.id(), other.id(), "", why, null, now);
            }
        }
    }
}
