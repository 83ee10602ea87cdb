package org.genjin.daemon.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.genjin.daemon.customer.Clue;
import org.genjin.daemon.customer.Direction;
import org.genjin.daemon.ledger.ParticipantTable.Participant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the matching sees it, whether it is about to be stored or has long been.
 *
 * @param owner in whose mailbox or chats it was seen
 * @param chat the chat with its channel, or null for mail
 * @param references Message-IDs it answers
 * @param human false for what machines and newsletters write, and for a chat's own notices
 * @param clues what may tie its writer to a customer
 */
record Draft(
        long id,
        String owner,
        Direction direction,
        @Nullable String chat,
        List<Participant> participants,
        List<String> references,
        boolean human,
        List<Clue> clues) {

    Draft {
        participants = List.copyOf(participants);
        references = List.copyOf(references);
        clues = List.copyOf(clues);
    }

    /** Those that could be customers, the one who counts most first: the sender, or whom we wrote to. */
    List<Participant> others() {
        String first = direction == Direction.IN ? "from" : "to";
        return participants.stream()
                .filter(it -> it.party() != null)
                .sorted(Comparator.comparing((Participant it) -> !it.role().equals(first)))
                .toList();
    }

    Draft with(List<Clue> more) {
        List<Clue> all = new ArrayList<>(clues);
        all.addAll(more);
        return new Draft(id, owner, direction, chat, participants, references, human, all);
    }

    List<String> clues(Clue.Kind kind) {
        return clues.stream().filter(it -> it.kind() == kind).map(Clue::value).toList();
    }

    boolean has(Clue clue) {
        return clues.contains(clue);
    }
}
