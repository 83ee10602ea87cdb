package org.genjin.daemon.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.ClueTable.Signs;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.Transaction;
import org.genjin.daemon.party.NameKinds;
import org.genjin.daemon.party.PartyJudge;
import org.genjin.daemon.party.PartyTally;
import org.genjin.daemon.party.PartyVerdict;
import org.genjin.daemon.party.TradeSign;

/** Asks the ledger for all that was said with somebody, and the judge what they are to us. */
final class Verdicts {

    private final NameKinds names = new NameKinds();
    private final PartyJudge judge = new PartyJudge();

    /** @param named messages that name the parties, for what they call themselves */
    Map<String, PartyVerdict> of(Transaction tx, Set<String> parties, List<Drafts.Loaded> named) {
        Map<String, PartyTally> tallies = new HashMap<>();
        for (Signs it : tx.clues().signs(parties)) {
            TradeSign.of(it.sign()).ifPresent(sign -> tallies.computeIfAbsent(it.party(), _ -> new PartyTally())
                    .sign(sign, it.direction().equals(Direction.OUT.name()), it.messages(), it.first(), it.last()));
        }
        for (Drafts.Loaded it : named) {
            for (Participant other : it.draft().others()) {
                String party = String.valueOf(other.party());
                if (parties.contains(party)) {
                    names(it, other).forEach(name -> names.of(name).ifPresent(
                            kind -> tallies.computeIfAbsent(party, _ -> new PartyTally()).named(kind)));
                }
            }
        }
        Map<String, PartyVerdict> verdicts = new HashMap<>();
        parties.forEach(it -> verdicts.put(it, judge.judge(tallies.getOrDefault(it, new PartyTally()))));
        return verdicts;
    }

    private static List<String> names(Drafts.Loaded message, Participant other) {
        String party = String.valueOf(other.party());
        String name = other.name() == null ? "" : other.name();
        if (party.indexOf('@') < 0 && party.indexOf(':') < 0) {
            return List.of(party.substring(0, party.indexOf('.')), name);
        }
        if (party.indexOf(':') >= 0) {
            return List.of(party.substring(party.indexOf(':') + 1), name);
        }
        // By free mail the name is a person's: the firm stands in the signature.
        return other.role().equals("from") ? message.draft().clues(Clue.Kind.FIRM) : List.of();
    }
}
