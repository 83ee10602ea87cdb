package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.ledger.MessageRow;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.genjin.daemon.ledger.SightingTable.Sighting;
import org.genjin.daemon.ledger.Transaction;

/** Messages of the ledger as the matching sees them. */
final class Drafts {

    private Drafts() {}

    /** A stored message and what matching asks of it. */
    record Loaded(MessageRow row, Draft draft) {}

    /** @param fresh what has been read in messages of this batch and is not in the ledger yet */
    static List<Loaded> load(Transaction tx, Collection<Long> ids, Map<Long, List<Clue>> fresh) {
        Map<Long, List<Participant>> participants = new HashMap<>();
        tx.participants()
                .participants(ids)
                .forEach(it -> participants.computeIfAbsent(it.message(), _ -> new ArrayList<>()).add(it));
        Map<Long, List<String>> references = tx.conversations().references(ids);
        Map<Long, List<Clue>> clues = tx.clues().of(ids.stream().filter(id -> !fresh.containsKey(id)).toList());
        Map<Long, List<Sighting>> sightings = tx.sightings().of(ids);
        List<Loaded> loaded = new ArrayList<>();
        for (MessageRow row : tx.messages().find(ids)) {
            List<Sighting> seen = sightings.getOrDefault(row.id(), List.of());
            loaded.add(new Loaded(
                    row,
                    new Draft(
                            row.id(),
                            seen.isEmpty() ? "" : seen.getFirst().owner(),
                            row.direction(),
                            Parties.chat(row.channel(), row.chat()),
                            participants.getOrDefault(row.id(), List.of()),
                            references.getOrDefault(row.id(), List.of()),
                            !row.bulk() && !row.auto() && !row.system(),
                            fresh.getOrDefault(row.id(), clues.getOrDefault(row.id(), List.of())))));
        }
        return loaded;
    }
}
