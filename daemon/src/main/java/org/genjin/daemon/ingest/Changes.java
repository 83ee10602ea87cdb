package org.genjin.daemon.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customer.Match;
import org.genjin.daemon.ingest.Matching.Matched;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.MessageRow.MatchState;
import org.genjin.daemon.ledger.MessageTable.Assigned;

/** What an answer makes of a message's row. Pure. */
final class Changes {

    private Changes() {}

    /** The customers that answers name, candidates too. */
    static Set<CustomerId> customers(List<Matched> matched) {
        Set<CustomerId> customers = new HashSet<>();
        for (Matched it : matched) {
            switch (it.match()) {
                case Match.One one -> customers.add(one.customer());
                case Match.Several several -> customers.addAll(several.candidates());
                case Match.SetAside _, Match.Nobody _ -> {}
            }
        }
        return customers;
    }

    static Assigned assigned(Matched it) {
        MessageRow row = it.message().row();
        return switch (it.match()) {
            case Match.One one -> new Assigned(it.id(), one.customer(), MatchState.ONE, why(one.evidence(), one.detail()));
            case Match.Several several -> new Assigned(
                    it.id(), null, MatchState.SEVERAL,
                    several.candidates().size() > 1
                            ? several.evidence().id() + " of several"
                            : several.candidates().isEmpty() ? several.detail() : why(several.evidence(), several.detail()));
            case Match.SetAside aside -> new Assigned(it.id(), null, MatchState.SET_ASIDE, aside.reason());
            case Match.Nobody _ -> row.bulk() || row.auto()
                    ? new Assigned(it.id(), null, MatchState.SET_ASIDE, row.bulk() ? "newsletter or list" : "automatic")
                    : new Assigned(it.id(), null, MatchState.NOBODY, "");
        };
    }

    /**
     * Whether the row says something else: whose it is, not merely why.
     *
     * @param further whom it was known to concern beside its customer
     */
    static boolean isNew(Matched it, List<CustomerId> further) {
        MessageRow row = it.message().row();
        Assigned now = assigned(it);
        boolean sameCustomer = row.customer() == null ? now.customer() == null : row.customer().equals(now.customer());
        boolean sameFurther = !(it.match() instanceof Match.One one) || Set.copyOf(one.further()).equals(Set.copyOf(further));
        return !sameCustomer || !sameFurther || row.matchState() != now.state();
    }

    private static String why(Match.Evidence evidence, String detail) {
        return detail.isEmpty() ? evidence.id() : evidence.id() + ": " + detail;
    }
}
